import Foundation

/// A JSON value, for reading vectors.
enum JSON: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  subscript(_ key: String) -> JSON? { if case .object(let members) = self { members[key] } else { nil } }
  var string: String? { if case .string(let text) = self { text } else { nil } }
  var array: [JSON]? { if case .array(let items) = self { items } else { nil } }
  var object: [String: JSON]? { if case .object(let members) = self { members } else { nil } }
  var isTrue: Bool { if case .bool(true) = self { true } else { false } }
}

/// The package's root, and what lies beside it.
enum Place {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let vectors = package.appending(path: "../shared/cel-conformance")
  static let unknowns = package.appending(path: "Tests/ExpressionsTests/Vectors/unknowns")

  static var hasVectors: Bool { FileManager.default.fileExists(atPath: vectors.appending(path: "basic.json").path) }
}
