import FoundationEssentials
import Glibc
import Questionnaire

/// What the parser of arguments writes, in the language of the run.
struct ParserText {
  /// The parser must not break lines: sentences are known by their whole, and in another language break elsewhere.
  static let columns = Int.max / 2

  /// Where the parser begins what it says about an option.
  private static let column = 26

  private let sentences = SentencePatterns(
    "parser", english: MessageCatalogue(PackLibrary.messages, language: "en"), catalogue: Words.catalogue)

  /// What ends a run well: a page of help, or what is no sentence, such as the version or a script of completions.
  func page(_ text: String) -> String {
    guard text.hasPrefix("OVERVIEW: ") else { return text }
    let width = Self.terminalWidth()
    return lines(text).flatMap { Self.wrapped($0, to: width) }.joined(separator: "\n")
  }

  /// What was wrong, which the parser leads its text with, and how the command is used.
  func complaint(_ text: String, about message: String) -> String {
    let error = "Error: \(message)"
    guard text.hasPrefix(error) else { return lines(text).joined(separator: "\n") }
    let said = sentences.translate("Error: \(sentences.translate(message))")
    return said + lines(text.dropFirst(error.count)).joined(separator: "\n")
  }

  private func lines(_ text: some StringProtocol) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let sentence = line.drop { $0 == " " }
      return String(line[..<sentence.startIndex]) + sentences.translate(String(sentence))
    }
  }

  // MARK: - The page

  /// Breaks a line where a word begins. What is said about an option goes on below its beginning.
  private static func wrapped(_ line: String, to width: Int) -> [String] {
    let indent = line.hasPrefix("  ") && line.count > column ? String(repeating: " ", count: column) : ""
    var lines: [String] = []
    var rest = Substring(line)
    while rest.count > width, let space = rest.dropFirst(indent.count).prefix(width + 1 - indent.count).lastIndex(of: " ") {
      lines.append(String(rest[..<space]))
      rest = Substring(indent + rest[rest.index(after: space)...])
    }
    return lines + [String(rest)]
  }

  private static func terminalWidth() -> Int {
    let asked = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return max(asked ?? (isKnown ? Int(size.ws_col) : 80), 2 * column)
  }
}
