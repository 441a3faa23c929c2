import Documents

/// Pages of a document, as a citation names them: `7`, `3-5`, `3, 8-10`.
public struct PageSpans: Sendable, Hashable {
  /// Each stretch of pages, in the order written.
  public let spans: [ClosedRange<Int>]

  // More digits than any document has pages.
  private static let maxDigits = 7

  /// Pages as written; `nil` for anything else, and where a stretch ends before it begins.
  public init?(parsing text: some StringProtocol) {
    var spans: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let span = Self.span(part) else { return nil }
      spans.append(span)
    }
    self.spans = spans
  }

  /// The pages of a scalar or of a list of scalars.
  init?(_ node: Node) {
    switch node.kind {
    case .scalar: self.init(parsing: node.text)
    case .sequence:
      guard node.count > 0, node.items.allSatisfy({ $0.kind == .scalar }) else { return nil }
      self.init(parsing: node.items.map(\.text).joined(separator: ","))
    case .mapping: return nil
    }
  }

  private static func span(_ text: some StringProtocol) -> ClosedRange<Int>? {
    let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map { page(String($0)) }
    switch ends.count {
    case 1: return ends[0].map { $0...$0 }
    case 2:
      guard let first = ends[0], let last = ends[1], first <= last else { return nil }
      return first...last
    default: return nil
    }
  }

  private static func page(_ text: String) -> Int? {
    let digits = text.trimmingBlanks
    guard (1...maxDigits).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(digits), number > 0
    else { return nil }
    return number
  }

  /// Whether all lie among these pages.
  func lie(in pages: ClosedRange<Int>) -> Bool {
    spans.allSatisfy { pages.contains($0.lowerBound) && pages.contains($0.upperBound) }
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  fileprivate var trimmingBlanks: SubSequence {
    let start = firstIndex { $0 != " " } ?? endIndex
    let end = self[start...].lastIndex { $0 != " " }.map { index(after: $0) } ?? start
    return self[start..<end]
  }
}
