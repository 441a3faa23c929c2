import Expressions
import RulesEngine

/// Reads numbers as the language of a reply writes them.
///
/// English groups by commas and has a decimal point; Spanish, French and Portuguese have a decimal comma, and a dot before
/// three digits could be either, so it is refused.
struct NumberReader {
  let language: String

  /// What a text is as a number.
  enum Reading: Equatable {
    case number(Decimal64)
    /// No number here; the form that was probably meant.
    case malformed(suggestion: String?)
  }

  private var usesComma: Bool { KnownLanguage(rawValue: language)?.hasDecimalComma ?? false }

  func read(_ text: String) -> Reading {
    if let suggestion = refused(text) { return .malformed(suggestion: suggestion) }
    if let number = Decimal64(parsing: normal(text)) { return .number(number) }
    return .malformed(suggestion: nil)
  }

  // Digits with separators that another language, or a program, would write.
  private func refused(_ text: String) -> String? {
    if text.contains("_") {
      let plain = text.filter { $0 != "_" }
      return Decimal64(parsing: plain) == nil ? nil : plain
    }
    if usesComma {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      if !text.contains(","), parts.count > 1, isGrouped(parts) { return parts.joined() }
      return nil
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return nil }
    let whole = text.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
    if text.lastIndex(of: ",").map({ at in text.firstIndex(of: ".").map { at < $0 } ?? true }) == true, isGrouped(whole) {
      return nil
    }
    let point = text.filter { $0 != "." }.map { $0 == "," ? "." : String($0) }.joined()
    return Decimal64(parsing: point) == nil ? nil : point
  }

  private func isGrouped(_ parts: [Substring]) -> Bool {
    guard let first = parts.first, (1...3).contains(first.filter(\.isNumber).count) else { return false }
    return parts.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
  }

  private func normal(_ text: String) -> String {
    guard usesComma else { return text.filter { $0 != "," } }
    guard let comma = text.firstIndex(of: ",") else { return text }
    let whole = text[..<comma].split(separator: ".", omittingEmptySubsequences: false)
    guard whole.count == 1 || isGrouped(whole) else { return text }
    return whole.joined() + "." + text[text.index(after: comma)...]
  }
}
