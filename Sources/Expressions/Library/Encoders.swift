/// The extension `encoders`.
extension Environment {
  mutating func defineEncoders() {
    define("base64.encode", [.global([.bytes], .string)]) { arguments, context, state in
      guard case .bytes(let run) = arguments[0] else { return .failure(.noSuchOverload) }
      return state.scratch.string(Base64.encode(state.bytes(run, context)))
    }
    define("base64.decode", [.global([.string], .bytes)]) { arguments, context, state in
      guard case .string(let run) = arguments[0] else { return .failure(.noSuchOverload) }
      return Base64.decode(state.bytes(run, context)).map { state.scratch.store(.bytes($0)) } ?? .failure(.badConversion)
    }
  }
}

/// Base 64 with the standard alphabet; padding may be missing when reading.
private enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: ArraySlice<UInt8>) -> String {
    var output: [UInt8] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let group = bytes[start..<min(start + 3, bytes.endIndex)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
      for index in 0..<4 {
        output.append(index <= group.count ? alphabet[Int(bits >> (18 - 6 * UInt32(index)) & 63)] : UInt8(ascii: "="))
      }
      start += 3
    }
    return String(decoding: output, as: UTF8.self)
  }

  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var digits = text
    while digits.last == UInt8(ascii: "="), digits.count > text.count - 2 { digits.removeLast() }
    guard digits.count == text.count || text.count % 4 == 0, digits.count % 4 != 1 else { return nil }
    var output: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for digit in digits {
      guard let value = alphabet.firstIndex(of: digit) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return output
  }
}
