/// One style of the document. Those that programs know by name are shown in the reader's language.
struct DOCXStyle {
  enum Kind: String { case paragraph, character, table }

  let kind: Kind
  let id: String
  let name: String
  var basedOn: String?
  var next: String?
  var priority = 99
  /// Whether it stands where authors choose styles.
  var isOffered = false
  var paragraph = DOCXParagraphFormat()
  var run = DOCXRunFormat()
  /// What a table has beside, in the order of the schema.
  var table: [DOCXNode] = []

  private static let defaults: Set = ["Normal", "DefaultParagraphFont", "TableNormal"]

  var node: DOCXNode {
    var children: [DOCXNode] = [.w("name", name)]
    if let basedOn { children.append(.w("basedOn", basedOn)) }
    if let next { children.append(.w("next", next)) }
    children.append(.w("uiPriority", String(priority)))
    if isOffered { children.append(.w("qFormat")) }
    if !paragraph.nodes.isEmpty { children.append(.w("pPr", paragraph.nodes)) }
    if !run.nodes.isEmpty { children.append(.w("rPr", run.nodes)) }
    var attributes: [DOCXNode.Attribute] = [("w:type", kind.rawValue)]
    if Self.defaults.contains(id) { attributes.append(("w:default", "1")) }
    attributes.append(("w:styleId", id))
    return .element("w:style", attributes, children + table)
  }
}
