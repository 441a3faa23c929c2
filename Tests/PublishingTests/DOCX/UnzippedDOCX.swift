import CMinizip
import Foundation
import Publishing

/// A document taken apart again.
struct UnzippedDOCX {
  struct Damaged: Error {}

  /// The parts in the order of the archive.
  private(set) var names: [String] = []
  private var trees: [String: XMLTree] = [:]

  init(_ publication: Publication) throws { try self.init(DOCXRenderer.bytes(publication)) }

  init(_ bytes: [UInt8]) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    guard let archive = unzOpen64(file.path) else { throw Damaged() }
    defer { unzClose(archive) }
    var status = unzGoToFirstFile(archive)
    while status == UNZ_OK {
      let (name, bytes) = try Self.current(archive)
      names.append(name)
      trees[name] = try XMLTree(bytes)
      status = unzGoToNextFile(archive)
    }
    guard status == UNZ_END_OF_LIST_OF_FILE else { throw Damaged() }
  }

  /// The root of a part.
  func part(_ name: String) throws -> XMLTree {
    guard let tree = trees[name] else { throw Damaged() }
    return tree
  }

  /// The text of the document.
  func body() throws -> XMLTree { try part("word/document.xml") }

  /// Every element of every part.
  var elements: [XMLTree] { names.compactMap { trees[$0] }.flatMap(\.all) }

  private static func current(_ archive: unzFile) throws -> (name: String, bytes: [UInt8]) {
    var information = unz_file_info64()
    var name = [CChar](repeating: 0, count: 200)
    guard unzGetCurrentFileInfo64(archive, &information, &name, 199, nil, 0, nil, 0) == UNZ_OK,
      unzOpenCurrentFile(archive) == UNZ_OK
    else { throw Damaged() }
    var bytes = [UInt8](repeating: 0, count: Int(information.uncompressed_size) + 1)
    let count = unzReadCurrentFile(archive, &bytes, UInt32(bytes.count))
    // Closing compares the check sum.
    guard count >= 0, unzCloseCurrentFile(archive) == UNZ_OK else { throw Damaged() }
    return (
      String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self), Array(bytes.prefix(Int(count)))
    )
  }
}
