import Publishing
import Testing

@Suite struct ModelTests {
  @Test func everyToneHasASignOfItsOwn() {
    #expect(Set(Block.Tone.allCases.map(\.sign)).count == Block.Tone.allCases.count)
  }
}
