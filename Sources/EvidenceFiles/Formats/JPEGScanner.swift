internal import Glibc
internal import Questionnaire

/// A JPEG: its marker segments, among them a frame and a scan, and the marker that ends the image. Telephones append previews and
/// films behind that end; they are not looked at.
struct JPEGScanner: BlockScanner {
  private enum Part { case start, marker, kind, length, segment, scan, scanMarker, end }
  private enum Marker {
    static let start: UInt8 = 0xD8
    static let end: UInt8 = 0xD9
    static let scan: UInt8 = 0xDA
    static let restarts: ClosedRange<UInt8> = 0xD0...0xD7
    /// Stands alone, without a segment.
    static let temporary: UInt8 = 0x01
    static let fill: UInt8 = 0xFF
    /// In the image's own data it says that the byte before was no marker.
    static let stuffed: UInt8 = 0x00
    /// All that begin a frame; three of the row are tables.
    static func isFrame(_ marker: UInt8) -> Bool { (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker) }
  }

  private var part = Part.start
  private var field: [UInt8] = []
  private var kind: UInt8 = 0
  private var rest = 0
  private var hasFrame = false
  private var hasScan = false
  private var failure: Form?

  var form: Form {
    if let failure { return failure }
    guard part == .end else { return part == .start ? .other : .broken(.truncated) }
    return hasFrame && hasScan ? .whole : .broken(.damaged)
  }

  mutating func scan(_ block: UnsafeRawBufferPointer) {
    var index = block.startIndex
    while index < block.endIndex, part != .end, failure == nil {
      switch part {
      case .segment: skipSegment(in: block, at: &index)
      case .scan: skipScan(in: block, at: &index)
      default:
        read(block[index])
        index += 1
      }
    }
  }

  private mutating func read(_ byte: UInt8) {
    switch part {
    case .start: readStart(byte)
    case .marker: if byte == Marker.fill { part = .kind } else { failure = .broken(.damaged) }
    case .kind: if byte != Marker.fill { begin(byte) }
    case .length: readLength(byte)
    case .scanMarker: readScanMarker(byte)
    case .segment, .scan, .end: break
    }
  }

  private mutating func readStart(_ byte: UInt8) {
    field.append(byte)
    guard [Marker.fill, Marker.start].starts(with: field) else { return failure = .other }
    if field.count == 2 { (part, field) = (.marker, []) }
  }

  private mutating func begin(_ marker: UInt8) {
    kind = marker
    switch marker {
    case Marker.end: part = .end
    case Marker.temporary, Marker.restarts: part = .marker
    case Marker.stuffed, Marker.start: failure = .broken(.damaged)
    default: part = .length
    }
    if Marker.isFrame(marker) { hasFrame = true }
  }

  private mutating func readLength(_ byte: UInt8) {
    field.append(byte)
    guard field.count == 2 else { return }
    let length = Int(field[0]) << 8 | Int(field[1])
    field = []
    // The length counts its own two bytes.
    guard length >= (Marker.isFrame(kind) ? 8 : kind == Marker.scan ? 6 : 2) else { return failure = .broken(.damaged) }
    rest = length - 2
    part = .segment
    if rest == 0 { endSegment() }
  }

  private mutating func skipSegment(in block: UnsafeRawBufferPointer, at index: inout Int) {
    let count = min(rest, block.endIndex - index)
    index += count
    rest -= count
    if rest == 0 { endSegment() }
  }

  private mutating func endSegment() {
    part = kind == Marker.scan ? .scan : .marker
    if kind == Marker.scan { hasScan = true }
  }

  private mutating func skipScan(in block: UnsafeRawBufferPointer, at index: inout Int) {
    guard let start = block.baseAddress?.advanced(by: index),
      let hit = memchr(start, Int32(Marker.fill), block.endIndex - index)
    else { return index = block.endIndex }
    index += UnsafeRawPointer(hit) - start + 1
    part = .scanMarker
  }

  private mutating func readScanMarker(_ byte: UInt8) {
    switch byte {
    case Marker.fill: break
    case Marker.stuffed, Marker.restarts: part = .scan
    default: begin(byte)
    }
  }
}
