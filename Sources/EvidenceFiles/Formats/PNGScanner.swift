internal import CMinizip
internal import Questionnaire

/// A PNG: its signature, then chunks with their checks, of which IHDR is the first and IEND the last. What programs append to an
/// image is not looked at.
struct PNGScanner: BlockScanner {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// The longest chunk that the format knows, in bytes.
  private static let longestChunk = UInt32(Int32.max)

  private enum Part { case signature, head, data, check, end }
  private var part = Part.signature
  /// What of a part of fixed length has been seen.
  private var field: [UInt8] = []
  private var kind: [UInt8] = []
  private var rest = 0
  private var sum: UInt = 0
  private var chunks = 0
  private var hasImage = false
  private var size: [UInt8] = []
  private var failure: Form?

  var form: Form { failure ?? (part == .end ? .whole : part == .signature ? .other : .broken(.truncated)) }

  mutating func scan(_ block: UnsafeRawBufferPointer) {
    var block = block[...]
    while !block.isEmpty, part != .end, failure == nil {
      switch part {
      case .signature: take(8, from: &block) { $0.readSignature() }
      case .head: take(8, from: &block) { $0.readHead() }
      case .data: skipData(of: &block)
      case .check: take(4, from: &block) { $0.readCheck() }
      case .end: break
      }
    }
  }

  private mutating func take(
    _ count: Int, from block: inout Slice<UnsafeRawBufferPointer>, then read: (inout PNGScanner) -> Void
  ) {
    let bytes = block.prefix(count - field.count)
    field += bytes
    block = block.dropFirst(bytes.count)
    guard field.count == count else { return }
    read(&self)
    field = []
  }

  private mutating func readSignature() {
    if field == Self.signature { part = .head } else { failure = .other }
  }

  private mutating func readHead() {
    let length = field.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    kind = Array(field.suffix(4))
    guard length <= Self.longestChunk, (chunks == 0) == named("IHDR") else { return failure = .broken(.damaged) }
    sum = crc32(0, kind, 4)
    rest = Int(length)
    part = rest == 0 ? .check : .data
  }

  private mutating func skipData(of block: inout Slice<UnsafeRawBufferPointer>) {
    let bytes = UnsafeRawBufferPointer(rebasing: block.prefix(rest))
    sum = crc32(sum, bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count))
    rest -= bytes.count
    block = block.dropFirst(bytes.count)
    if named("IHDR"), size.count < 8 { readSize(bytes) }
    if rest == 0 { part = .check }
  }

  // Width and height: an image without a point is none.
  private mutating func readSize(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes.prefix(8 - size.count) { size.append(byte) }
    guard size.count == 8 else { return }
    if size.prefix(4).allSatisfy({ $0 == 0 }) || size.suffix(4).allSatisfy({ $0 == 0 }) { failure = .broken(.damaged) }
  }

  private mutating func readCheck() {
    guard UInt(field.reduce(0) { $0 << 8 | UInt32($1) }) == sum else { return failure = .broken(.damaged) }
    chunks += 1
    hasImage = hasImage || named("IDAT")
    part = named("IEND") ? .end : .head
    if part == .end, !hasImage { failure = .broken(.damaged) }
  }

  private func named(_ name: String) -> Bool { kind.elementsEqual(name.utf8) }
}
