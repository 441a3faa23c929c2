import CMinizip
import Foundation

/// Writes archives, also such as no program writes.
struct ArchiveBuilder {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// A part that unpacks to `repeats` times `block`; what it declares may be a lie.
  mutating func add(
    _ name: String, _ block: [UInt8], repeats: Int = 1, declared: UInt32? = nil, flags: UInt16 = 0
  ) {
    let packed = deflate(block, repeats: repeats)
    let sum = (0..<repeats).reduce(UInt(0)) { sum, _ in crc32(sum, block, UInt32(block.count)) }
    let sizes = little(UInt32(sum)) + little(UInt32(packed.count)) + little(declared ?? UInt32(block.count * repeats))
    let offset = UInt32(bytes.count)
    bytes += little(0x0403_4B50 as UInt32) + head(flags) + sizes + little(UInt16(name.utf8.count)) + [0, 0] + name.utf8 + packed
    list(name, flags: flags, sizes: sizes, offset: offset)
  }

  /// The same packed bytes once more, under another name: parts that overlap.
  mutating func addOverlap(_ name: String, of other: ArchiveBuilder) {
    list(name, flags: 0, sizes: Array(other.bytes[14..<26]), offset: 0)
  }

  func finished() -> [UInt8] {
    bytes + directory + little(0x0605_4B50 as UInt32) + [0, 0, 0, 0] + little(count) + little(count)
      + little(UInt32(directory.count)) + little(UInt32(bytes.count)) + [0, 0]
  }

  private mutating func list(_ name: String, flags: UInt16, sizes: [UInt8], offset: UInt32) {
    directory += little(0x0201_4B50 as UInt32) + little(20 as UInt16) + head(flags) + sizes + little(UInt16(name.utf8.count))
    directory += [UInt8](repeating: 0, count: 12) + little(offset) + name.utf8
    count += 1
  }

  /// The version, the flags, the method (deflate) and the time.
  private func head(_ flags: UInt16) -> [UInt8] {
    little(20 as UInt16) + little(flags) + little(8 as UInt16) + [0, 0, 0x21, 0x50]
  }

  private func little(_ number: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: number.littleEndian) { Array($0) } }

  private func deflate(_ block: [UInt8], repeats: Int) -> [UInt8] {
    var stream = z_stream()
    // Negative: without the header that an archive does not have.
    let bits: Int32 = -15
    deflateInit2_(
      &stream, 9, Z_DEFLATED, bits, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var (packed, input) = ([UInt8](), block)
    for round in 1...repeats {
      input.withUnsafeMutableBufferPointer { buffer in
        (stream.next_in, stream.avail_in) = (buffer.baseAddress, UInt32(buffer.count))
        packed += drain(&stream, finish: round == repeats)
      }
    }
    return packed
  }

  private func drain(_ stream: inout z_stream, finish: Bool) -> [UInt8] {
    var (packed, room) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    repeat {
      let left = room.withUnsafeMutableBufferPointer { buffer in
        (stream.next_out, stream.avail_out) = (buffer.baseAddress, UInt32(buffer.count))
        _ = CMinizip.deflate(&stream, finish ? Z_FINISH : Z_NO_FLUSH)
        return Int(stream.avail_out)
      }
      packed += room.dropLast(left)
    } while stream.avail_out == 0
    return packed
  }
}

extension ArchiveBuilder {
  private static let xml = Array("<?xml version=\"1.0\"?><a/>".utf8)

  /// What a DOCX has at least, and what `more` adds.
  static func document(main: [UInt8] = xml, flags: UInt16 = 0, adding more: (inout ArchiveBuilder) -> Void = { _ in }) -> [UInt8]
  {
    var builder = ArchiveBuilder()
    builder.add("[Content_Types].xml", xml)
    builder.add("word/document.xml", main, flags: flags)
    more(&builder)
    return builder.finished()
  }
}
