/// The path of a document's file, from the reply's folder.
public struct FilePath: Sendable, Hashable {
  /// As the reply has it.
  public let text: String
  /// Its parts, without those that change nothing.
  public let parts: [String]

  /// Why a path is not accepted.
  enum Refusal: String, CaseIterable {
    case empty, absolute, backslash, parent, characters
    case tooLong = "too-long"
  }

  /// The longest path in bytes, that of Linux.
  private static let maxLength = 4096

  init(text: String, parts: [String]) {
    self.text = text
    self.parts = parts
  }

  /// A path below the reply's folder, or why it is none.
  static func parse(_ text: String) -> Result<FilePath, FilePathError> {
    func refused(_ refusal: Refusal) -> Result<FilePath, FilePathError> { .failure(FilePathError(refusal: refusal)) }
    if text.unicodeScalars.contains(where: isUnprintable) { return refused(.characters) }
    // By scalars, as the system takes names apart: a mark that joins a letter before it hides no slash.
    if ["/", "~"].contains(text.unicodeScalars.first) || hasDrive(text) { return refused(.absolute) }
    if text.unicodeScalars.contains("\\") { return refused(.backslash) }
    if text.utf8.count > maxLength { return refused(.tooLong) }
    let parts = text.unicodeScalars.split(separator: "/").map { String($0) }.filter { !$0.utf8.elementsEqual(".".utf8) }
    if parts.contains(where: { $0.utf8.elementsEqual("..".utf8) }) { return refused(.parent) }
    return parts.isEmpty ? refused(.empty) : .success(FilePath(text: text, parts: parts))
  }

  private static func hasDrive(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(2))
    return bytes.count == 2 && bytes[1] == UInt8(ascii: ":")
  }

  // Characters that are not seen, or that turn the direction of what is: a name with them shows as another than it is.
  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: true
    default: false
    }
  }

  /// The path without parts that change nothing: the same for the same file.
  public var normalized: String { parts.joined(separator: "/") }
}

/// A path that is not accepted.
struct FilePathError: Error {
  let refusal: FilePath.Refusal
}
