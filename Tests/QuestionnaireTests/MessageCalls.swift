import Foundation

/// A call in the sources that takes the id of a message: `Message("reply/required")`, `catalogue.text("report/help")`,
/// `Words.help("help/color")`.
struct MessageCall {
  /// `Fields.swift`.
  let file: String
  let line: Int
  /// The arguments as they are written.
  let arguments: [String]
  /// What stands in the file before the call.
  let before: Substring

  /// The argument that is the id.
  var expression: String { arguments.first ?? "" }

  /// The id, where it is written out.
  var id: String? { expression.wholeMatch(of: /"([^"\\]*)"/).map { String($0.1) } }

  /// The values that the message is given in every case; `nil` where they come from elsewhere.
  var given: Set<String>? {
    guard arguments.count > 1 else { return [] }
    if arguments[1].hasPrefix("[") { return Self.keys(arguments[1]) }
    guard arguments[1] == "arguments", let start = before.ranges(of: /(var|let) arguments = \[/).last else { return nil }
    let since = before[start.upperBound...]
    let later = since.split(separator: "\n").filter { !$0.contains("if let") }
      .flatMap { $0.matches(of: /arguments\["([a-z_]+)"\] =/).map { String($0.1) } }
    return Self.keys(String(since.prefix { $0 != "\n" })).union(later)
  }

  private static func keys(_ dictionary: String) -> Set<String> {
    Set(dictionary.matches(of: /"([a-z_]+)":/).map { String($0.1) })
  }
}

/// The sources of the targets that speak to people.
struct MessageSource {
  static let targets = ["Documents", "RulesEngine", "Questionnaire", "validate"]

  let file: String
  let text: String

  /// Every Swift file, comments left out.
  static func all() throws -> [MessageSource] {
    try targets.flatMap { target in
      let folder = package.appending(path: "Sources/\(target)")
      return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }.sorted().map {
        path in
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let code = lines.map { $0.drop { $0 == " " }.hasPrefix("//") ? "" : $0 }
        return MessageSource(file: String(path.split(separator: "/").last ?? ""), text: code.joined(separator: "\n"))
      }
    }
  }

  /// The calls of this file; texts of a pack, which are asked for by another label, are no messages.
  var calls: [MessageCall] {
    text.matches(of: /\b(Message|catalogue\.text|Words\.help)\((?!for:)/).map { match in
      let before = text[..<match.range.lowerBound]
      let line = before.utf8.count { $0 == UInt8(ascii: "\n") } + 1
      return MessageCall(
        file: file, line: line, arguments: Self.arguments(text.utf8[match.range.upperBound...]), before: before)
    }
  }

  /// The literals that look like ids of these domains.
  func ids(of domains: [String]) -> Set<String> {
    Set(text.matches(of: /"(([a-z]+)\/[a-z0-9_.-]+)"/).filter { domains.contains(String($0.2)) }.map { String($0.1) })
  }

  // The arguments of a call, from its opening parenthesis on; brackets and interpolated texts are taken whole.
  private static func arguments(_ code: Substring.UTF8View) -> [String] {
    var open: [UInt8] = []
    var arguments: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in code {
      let isText = open.last == UInt8(ascii: "\"")
      if isText {
        if byte == UInt8(ascii: "\"") && !isEscaped { open.removeLast() }
        if byte == UInt8(ascii: "(") && isEscaped { open.append(byte) }
      } else if open.isEmpty && byte == UInt8(ascii: ")") {
        break
      } else if open.isEmpty && byte == UInt8(ascii: ",") {
        arguments.append([])
        continue
      } else if "([{\"".utf8.contains(byte) {
        open.append(byte)
      } else if ")]}".utf8.contains(byte) {
        open.removeLast()
      }
      isEscaped = isText && byte == UInt8(ascii: "\\") && !isEscaped
      arguments[arguments.count - 1].append(byte)
    }
    return arguments.map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) }
      .filter { !$0.isEmpty }
  }
}
