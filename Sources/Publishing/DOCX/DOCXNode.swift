/// A part of an XML document. An element holds what is in it, so that nothing is written that does not close.
enum DOCXNode: Sendable {
  typealias Attribute = (name: String, value: String)

  case element(String, [Attribute], [DOCXNode])
  case text(String)

  /// An element by its whole name.
  static func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ children: [DOCXNode] = []) -> DOCXNode {
    .element(name, attributes.map { ($0.key, $0.value) }, children)
  }

  /// An element of WordprocessingML; attributes without a prefix are of it too.
  static func w(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [DOCXNode] = []) -> DOCXNode {
    .element("w:" + name, attributes.map { ($0.key.contains(":") ? $0.key : "w:" + $0.key, $0.value) }, children)
  }

  /// An element of WordprocessingML which has nothing but a value.
  static func w(_ name: String, _ value: String) -> DOCXNode { w(name, ["val": value]) }

  /// An element of WordprocessingML without attributes.
  static func w(_ name: String, _ children: [DOCXNode]) -> DOCXNode { w(name, [:], children) }

  /// The document whose root this is.
  func document() -> [UInt8] {
    var bytes = Array(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8)
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): bytes += MarkupText.escaped(text).utf8
    case .element(let name, let attributes, let children):
      bytes += "<\(name)".utf8
      for attribute in attributes {
        bytes += " \(attribute.name)=\"\(MarkupText.escaped(attribute.value))\"".utf8
      }
      if children.isEmpty { return bytes += "/>".utf8 }
      bytes.append(UInt8(ascii: ">"))
      for child in children { child.write(to: &bytes) }
      bytes += "</\(name)>".utf8
    }
  }
}
