/// The parts of a document and how they refer to one another.
struct DOCXPackage {
  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static let package = "http://schemas.openxmlformats.org/package/2006/"
  private static let main = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  /// A part beside the document, by its name and what kind of part it is.
  struct Part {
    let name: String
    let kind: String
    let root: DOCXNode
  }

  var document: DOCXNode
  var links: DOCXLinks
  var noteLinks: DOCXLinks
  /// What the document refers to, by the names of their kinds.
  var parts: [Part]
  var title: String
  var status: String
  var language: String?

  /// What the type of a relationship is called.
  static func type(_ kind: String) -> String { relationships + "/" + kind }

  /// The id by which the document refers to a part.
  static func id(of name: String) -> String { "part-\(name)" }

  /// All files, in the order in which programs look for them.
  func files() -> [(name: String, bytes: [UInt8])] {
    let texts: [(String, DOCXNode)] =
      [
        ("[Content_Types].xml", types),
        ("_rels/.rels", Self.relationships(roots)),
        ("docProps/core.xml", core),
        ("docProps/app.xml", application),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", Self.relationships(parts.map(relationship) + links.nodes)),
      ] + parts.map { ("word/\($0.name).xml", $0.root) }
      + (noteLinks.addresses.isEmpty ? [] : [("word/_rels/footnotes.xml.rels", Self.relationships(noteLinks.nodes))])
    return texts.map { ($0, $1.document()) }
  }

  private var types: DOCXNode {
    let defaults = [("rels", Self.relationshipsType), ("xml", "application/xml")].map { end, type in
      DOCXNode.element("Default", ["Extension": end, "ContentType": type])
    }
    let overrides =
      [
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ("/word/document.xml", Self.main + "document.main+xml"),
      ] + parts.map { ("/word/\($0.name).xml", Self.main + $0.kind + "+xml") }
    return .element(
      "Types", ["xmlns": Self.package + "content-types"],
      defaults + overrides.map { .element("Override", ["PartName": $0, "ContentType": $1]) })
  }

  private static let relationshipsType = "application/vnd.openxmlformats-package.relationships+xml"

  private var roots: [DOCXNode] {
    [
      ("document", Self.type("officeDocument"), "word/document.xml"),
      ("core", Self.package + "relationships/metadata/core-properties", "docProps/core.xml"),
      ("application", Self.type("extended-properties"), "docProps/app.xml"),
    ].map { .element("Relationship", ["Id": $0, "Type": $1, "Target": $2]) }
  }

  private func relationship(_ part: Part) -> DOCXNode {
    .element(
      "Relationship", ["Id": Self.id(of: part.name), "Type": Self.type(part.kind), "Target": part.name + ".xml"])
  }

  private static func relationships(_ nodes: [DOCXNode]) -> DOCXNode {
    .element("Relationships", ["xmlns": package + "relationships"], nodes)
  }

  /// Says no time: the same publication is the same document.
  private var core: DOCXNode {
    var properties: [DOCXNode] = [
      .element("dc:title", [:], [.text(title)]),
      .element("cp:contentStatus", [:], [.text(status)]),
    ]
    if let language { properties.append(.element("dc:language", [:], [.text(language)])) }
    return .element(
      "cp:coreProperties",
      [
        "xmlns:cp": Self.package + "metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      ], properties)
  }

  private var application: DOCXNode {
    .element(
      "Properties", ["xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"],
      [.element("Application", [:], [.text("validate")])])
  }
}
