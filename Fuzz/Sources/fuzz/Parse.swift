@testable import Expressions

/// Whatever the text, reading it ends; what is found lies inside of it.
func parse(_ input: Input) -> CInt {
  let length = input.text.utf8.count
  do {
    let syntax = try Parser.parse(input.text, limits: Limits())
    require(syntax.ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= length }, "a range outside of the text")
    require(syntax.root.height <= Limits().depth, "a tree too high")
  } catch {
    Places.hold([error.diagnostic], in: input.text)
  }
  return 0
}
