import Foundation
import FoundationXML

/// An element as a parser that is not ours reads it.
final class XMLTree {
  let name: String
  let attributes: [String: String]
  fileprivate(set) var children: [XMLTree] = []
  /// The text directly in it.
  fileprivate(set) var ownText = ""

  fileprivate init(name: String, attributes: [String: String]) {
    (self.name, self.attributes) = (name, attributes)
  }

  /// Reads a document, or says why it is none.
  init(_ bytes: [UInt8]) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse(), let root = reader.root else { throw parser.parserError ?? UnzippedDOCX.Damaged() }
    (name, attributes, children, ownText) = (root.name, root.attributes, root.children, root.ownText)
  }

  /// It and all that is in it.
  var all: [XMLTree] {
    var (all, waiting) = ([XMLTree](), [self])
    while let next = waiting.popLast() {
      all.append(next)
      waiting += next.children.reversed()
    }
    return all
  }

  /// All that is in it with this name.
  func all(_ name: String) -> [XMLTree] { all.filter { $0.name == name } }

  func child(_ name: String) -> XMLTree? { children.first { $0.name == name } }

  /// The value of its `w:val`.
  var value: String? { attributes["w:val"] }

  /// The words in it, with line breaks and tabs.
  var words: String {
    switch name {
    case "w:t": ownText
    case "w:br": "\n"
    // In the properties of a paragraph, `w:tabs` says where tabs stand.
    case "w:pPr": ""
    case "w:tab": "\t"
    default: children.map(\.words).joined()
    }
  }

  /// The style of a paragraph, a run or a table.
  var style: String? {
    let properties = child("w:pPr") ?? child("w:rPr") ?? child("w:tblPr")
    return properties?.children.first { ["w:pStyle", "w:rStyle", "w:tblStyle"].contains($0.name) }?.value
  }

  /// The paragraphs of a style.
  func paragraphs(_ style: String) -> [XMLTree] { all("w:p").filter { $0.style == style } }
}

private final class Reader: NSObject, XMLParserDelegate {
  var root: XMLTree?
  private var open: [XMLTree] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let element = XMLTree(name: name, attributes: attributes)
    open.last?.children.append(element)
    if root == nil { root = element }
    open.append(element)
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.ownText += text }
}
