// The one file with unsafe code: libyaml's pointers stay in here. A `ScalarBytes` is only handed out for the time it is valid:
// until the next `advance()`, or for the length of a closure.
internal import CLibYAML

/// The bytes of a scalar where libyaml or a `String` keeps them.
struct ScalarBytes {
  private let memory: UnsafeRawBufferPointer

  fileprivate init(_ memory: UnsafeRawBufferPointer) { self.memory = memory }

  /// Calls `body` with the UTF-8 of a text.
  static func with<R>(_ text: String, _ body: (ScalarBytes) -> R) -> R {
    var text = text
    return text.withUTF8 { body(ScalarBytes(UnsafeRawBufferPointer($0))) }
  }

  var count: Int { memory.count }

  func hash(seed: UInt64) -> UInt32 {
    var state = seed ^ UInt64(truncatingIfNeeded: count)
    guard var place = memory.baseAddress else { return UInt32(truncatingIfNeeded: Self.mix(state)) }
    var rest = count
    while rest >= 8 {
      state = Self.mix(state ^ place.loadUnaligned(as: UInt64.self))
      place += 8
      rest -= 8
    }
    return UInt32(truncatingIfNeeded: Self.mix(state ^ Self.word(place, rest)))
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// Fewer than eight bytes as a number; no two texts of one length have the same.
  @inline(__always)
  private static func word(_ place: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      let first = place.loadUnaligned(as: UInt32.self)
      let last = place.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(first) << 32 | UInt64(last)
    }
    if count == 0 { return 0 }
    let (first, middle) = (place.load(as: UInt8.self), place.load(fromByteOffset: count / 2, as: UInt8.self))
    return UInt64(first) << 16 | UInt64(middle) << 8 | UInt64(place.load(fromByteOffset: count - 1, as: UInt8.self))
  }

  /// Whether the arena holds the same bytes from an offset on.
  @inline(__always)
  func equal(_ arena: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset + count <= arena.count else { return false }
    return arena.withUnsafeBytes { arena in
      guard var there = arena.baseAddress, var here = memory.baseAddress else { return count == 0 }
      there += offset
      var rest = count
      while rest >= 8 {
        if there.loadUnaligned(as: UInt64.self) != here.loadUnaligned(as: UInt64.self) { return false }
        there += 8
        here += 8
        rest -= 8
      }
      return Self.word(there, rest) == Self.word(here, rest)
    }
  }

  func append(to arena: inout [UInt8]) {
    arena.append(contentsOf: memory)
  }

  /// Whether it is one ASCII text, such as `<<`.
  func equal(_ text: StaticString) -> Bool {
    guard text.hasPointerRepresentation, text.utf8CodeUnitCount == count else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(memory) }
  }
}

/// Looks for characters that libyaml reads otherwise than an editor shows them.
enum LineSeparators {
  /// Whether there may be a next line, line separator or paragraph separator, or a byte-order mark behind the beginning. One
  /// pass without a branch, which the compiler turns into vectors.
  static func areIn(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard bytes.count >= 3 else { return bytes.count == 2 && bytes[0] == 0xC2 && bytes[1] == 0x85 }
      var least: UInt8 = 0xFF
      for index in 1..<bytes.count - 1 {
        let (before, byte, after) = (bytes[index - 1], bytes[index], bytes[index + 1])
        let nextLine = (before ^ 0xC2) | (byte ^ 0x85)
        let separator = (before ^ 0xE2) | (byte ^ 0x80) | ((after ^ 0xA8) & 0xFE)
        let mark = (before ^ 0xEF) | (byte ^ 0xBB) | (after ^ 0xBF) | (index == 1 ? 1 : 0)
        least = min(least, min(nextLine, min(separator, mark)))
      }
      return least == 0 || (bytes[bytes.count - 2] == 0xC2 && bytes[bytes.count - 1] == 0x85)
    }
  }
}

/// What libyaml says of a text that is not YAML.
struct LibYAMLProblem {
  var problem: String
  var context: String
  var place: Mark
  /// Where the thing begins in which the problem was found, such as an open quote.
  var contextPlace: Mark
}

/// libyaml's events, one at a time.
struct EventStream: ~Copyable {
  enum Event {
    case documentStart, documentEnd, streamStart, streamEnd, alias, scalar, sequenceStart, mappingStart, containerEnd, failure
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  /// After an error libyaml returns success without an event: never ask again.
  private var failed = false

  /// Calls `body` with the events of a text; the text stays where it is meanwhile.
  static func read<R>(_ bytes: [UInt8], _ body: (inout EventStream) -> R) -> R {
    bytes.withUnsafeBufferPointer { buffer in
      var stream = EventStream(buffer)
      return body(&stream)
    }
  }

  private init(_ buffer: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    event.initialize(to: yaml_event_t())
    // It fails only without memory, as every allocation here; then the first `advance()` reports it.
    failed = yaml_parser_initialize(parser) == 0
    if failed { return }
    yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// The next event; the one before is gone. After `.failure` there is nothing more.
  mutating func advance() -> Event {
    yaml_event_delete(event)
    guard !failed, yaml_parser_parse(parser, event) != 0 else {
      failed = true
      return .failure
    }
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: return .scalar
    case YAML_MAPPING_START_EVENT: return .mappingStart
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: return .containerEnd
    case YAML_ALIAS_EVENT: return .alias
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_STREAM_END_EVENT: return .streamEnd
    default:
      failed = true
      return .failure
    }
  }

  var start: Mark { Mark(event.pointee.start_mark) }
  var end: Mark { Mark(event.pointee.end_mark) }

  /// The bytes of the present scalar event.
  var scalar: ScalarBytes {
    ScalarBytes(UnsafeRawBufferPointer(start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length))
  }

  /// libyaml numbers its styles in the order of ours, from 1; 0 is "any", which no event has.
  var scalarStyle: Node.Style {
    Node.Style(rawValue: UInt8(truncatingIfNeeded: event.pointee.data.scalar.style.rawValue &- 1)) ?? .plain
  }

  var isMapping: Bool { event.pointee.type == YAML_MAPPING_START_EVENT }

  /// Whether the present sequence or mapping start is in brackets.
  var isFlow: Bool {
    event.pointee.type == YAML_SEQUENCE_START_EVENT
      ? event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      : event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
  }

  /// The anchor and tag of the present event; an alias's target is its anchor.
  var properties: (anchor: String?, tag: String?) {
    let pointers: (UnsafeMutablePointer<yaml_char_t>?, UnsafeMutablePointer<yaml_char_t>?)
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: pointers = (event.pointee.data.scalar.anchor, event.pointee.data.scalar.tag)
    case YAML_SEQUENCE_START_EVENT: pointers = (event.pointee.data.sequence_start.anchor, event.pointee.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT: pointers = (event.pointee.data.mapping_start.anchor, event.pointee.data.mapping_start.tag)
    case YAML_ALIAS_EVENT: pointers = (event.pointee.data.alias.anchor, nil)
    default: pointers = (nil, nil)
    }
    return (pointers.0.map { String(cString: $0) }, pointers.1.map { String(cString: $0) })
  }

  /// Whether the present scalar has an anchor or a tag.
  var scalarHasProperties: Bool { event.pointee.data.scalar.anchor != nil || event.pointee.data.scalar.tag != nil }

  /// Whether the present container start has an anchor or a tag.
  var containerHasProperties: Bool {
    switch event.pointee.type {
    case YAML_SEQUENCE_START_EVENT:
      event.pointee.data.sequence_start.anchor != nil || event.pointee.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT:
      event.pointee.data.mapping_start.anchor != nil || event.pointee.data.mapping_start.tag != nil
    default: false
    }
  }

  /// What went wrong, after `.failure`.
  var problem: LibYAMLProblem {
    LibYAMLProblem(
      problem: parser.pointee.problem.map { String(cString: $0) } ?? "out of memory",
      context: parser.pointee.context.map { String(cString: $0) } ?? "",
      place: Mark(parser.pointee.problem_mark), contextPlace: Mark(parser.pointee.context_mark))
  }
}

extension Mark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: UInt32(truncatingIfNeeded: mark.line), column: UInt32(truncatingIfNeeded: mark.column))
  }
}
