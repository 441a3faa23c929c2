import Expressions

/// What a fuzzer's bytes stand for: a text, and choices about how it is used.
struct Input {
  /// The text of an expression.
  let text: String
  private var choices: ArraySlice<UInt8>

  /// The first byte chooses between the two ways to a text: the rest of the bytes as they are, or each of them as a token, so
  /// that what is tried is more often an expression. Behind a zero byte, or a 255 in the way of tokens, stand the choices.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let isTokens = (bytes.first ?? 0) & 1 == 1
    let content = bytes.dropFirst()
    let end = content.firstIndex(of: isTokens ? 255 : 0) ?? content.endIndex
    let body = content[..<end]
    text = isTokens ? Tokens.text(body) : String(decoding: body, as: UTF8.self)
    choices = Array(content[end...].dropFirst())[...]
  }

  /// A choice of a number below `count`; 0 when the bytes have run out.
  mutating func choose(_ count: Int) -> Int { Int(choices.popFirst() ?? 0) % count }

  /// The bytes that a fuzzer hands over.
  init(_ data: UnsafePointer<UInt8>?, _ size: Int) {
    self.init(UnsafeBufferPointer(start: data, count: size))
  }
}

/// Stops the fuzzer, which then keeps the input.
func require(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError(what()) }
}
