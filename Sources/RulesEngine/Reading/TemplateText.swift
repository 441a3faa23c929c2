public import Documents

/// A text with expressions between `{{` and `}}`, taken apart but not yet compiled.
public struct TemplateText: Sendable {
  /// A piece of the text.
  public enum Part: Sendable {
    case literal(String)
    case expression(ExpressionText)
  }

  /// The scalar that holds it.
  public let node: Node
  /// Its pieces in order.
  public let parts: [Part]

  /// Takes a scalar apart; an opening `{{` without its `}}` is reported and stands as text.
  public init(_ node: Node, path: String, problems: Problems) {
    self.node = node
    let bytes = Array(node.text.utf8)
    var parts: [Part] = []
    var at = 0
    while let open = TemplateText.find(UInt8(ascii: "{"), in: bytes, from: at) {
      guard let close = TemplateText.find(UInt8(ascii: "}"), in: bytes, from: open + 2) else {
        problems.add(
          Issue(
            "pack/unclosed-expression", path: path, at: node.document.location(node.range(ofText: open..<(open + 2))),
            Message("pack/unclosed-expression")))
        break
      }
      if open > at { parts.append(.literal(String(decoding: bytes[at..<open], as: UTF8.self))) }
      parts.append(.expression(TemplateText.trimmed(bytes, (open + 2)..<close, in: node)))
      at = close + 2
    }
    if at < bytes.count { parts.append(.literal(String(decoding: bytes[at...], as: UTF8.self))) }
    self.parts = parts
  }

  private static func find(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    while at + 1 < bytes.count {
      if bytes[at] == byte && bytes[at + 1] == byte { return at }
      at += 1
    }
    return nil
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>, in node: Node) -> ExpressionText {
    let space = UInt8(ascii: " ")
    var low = range.lowerBound
    var high = range.upperBound
    while low < high && bytes[low] == space { low += 1 }
    while high > low && bytes[high - 1] == space { high -= 1 }
    return ExpressionText(node, text: String(decoding: bytes[low..<high], as: UTF8.self), offset: low)
  }
}
