import Foundation

/// A page in Markdown, as far as it shows files and sessions.
struct Markdown {
  let text: String

  init(_ path: String) throws { text = try String(contentsOf: packageRoot.appending(path: path), encoding: .utf8) }

  /// The lines of every fenced block of a language.
  func blocks(_ language: String) -> [[String]] {
    var blocks: [[String]] = []
    var block: [String]?
    for line in text.components(separatedBy: "\n") {
      if line == "```", let lines = block {
        blocks.append(lines)
        block = nil
      } else if line == "```\(language)" {
        block = []
      } else {
        block?.append(line)
      }
    }
    return blocks
  }

  /// Every `$ validate …` of a session and the lines up to the next one.
  var commands: [(arguments: [String], output: String)] { blocks("console").flatMap(Self.commands) }

  private static func commands(_ block: [String]) -> [(arguments: [String], output: String)] {
    let starts = block.indices.filter { block[$0].hasPrefix("$ validate ") }
    return zip(starts, starts.dropFirst() + [block.endIndex]).map { start, end in
      (arguments(block[start]), block[(start + 1)..<end].joined(separator: "\n"))
    }
  }

  // As a shell would split them, as far as the pages need it.
  private static func arguments(_ line: String) -> [String] {
    line.matches(of: /'([^']*)'|(\S+)/).dropFirst(2).map { String($0.1 ?? $0.2 ?? "") }
  }
}
