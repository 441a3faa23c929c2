import EvidenceFiles
import Foundation
import Questionnaire
import Testing

/// What holds for every fixture, whatever is done to it. Pages are not counted: each would be a process.
@Suite struct PropertyTests {
  @Test(arguments: FixtureFile.whole) func everyByteCounts(_ file: FixtureFile) async throws {
    var numbers = SeededNumbers(seed: 1)
    var bytes = try fixture(file.name)
    let whole = try await inspect(bytes, as: file.name)?.sha256
    for _ in 0..<8 {
      let place = Int.random(in: bytes.indices, using: &numbers)
      bytes[place] ^= UInt8.random(in: 1...255, using: &numbers)
      let changed = try await inspect(bytes, as: file.name)?.sha256
      #expect(changed != nil && changed != whole, "\(place)")
      bytes = try fixture(file.name)
    }
  }

  /// A text cut between two letters is a text, and an image without the telephone's appendix an image. An updated PDF cut behind its
  /// first end mark is the PDF before the update; one that has lost the blank at its end has lost nothing.
  @Test(arguments: FixtureFile.whole.filter { !$0.name.hasSuffix(".txt") && !$0.name.hasSuffix(".csv") })
  func cutFileIsNeverWhole(_ file: FixtureFile) async throws {
    let bytes = try fixture(file.name)
    let harmless = try lengthsThatAreWhole(bytes, of: file)
    var numbers = SeededNumbers(seed: UInt64(bytes.count))
    let lengths =
      (0..<60).map { _ in Int.random(in: 1..<bytes.count, using: &numbers) } + (max(1, bytes.count - 40)..<bytes.count)
    for length in lengths where !harmless.contains(where: { $0.contains(length) }) {
      let found = try await inspect(bytes.prefix(length), as: file.name)
      #expect(found?.faults.isEmpty == false, "\(length) of \(bytes.count)")
    }
  }

  private func lengthsThatAreWhole(_ bytes: [UInt8], of file: FixtureFile) throws -> [ClosedRange<Int>] {
    if file.name == "telephone.jpg" { return [try fixture("plain.jpg").count...bytes.count] }
    guard file.name.hasSuffix(".pdf") else { return [] }
    let marks = try ends(of: "%%EOF", in: bytes)
    // Of the first part of a linearized file the end mark closes nothing.
    return (file.name.hasPrefix("updated") ? marks : marks.suffix(1)).map { $0...$0 + 1 }
  }

  private func ends(of text: String, in bytes: [UInt8]) throws -> [Int] {
    let pattern = Array(text.utf8)
    return (pattern.count...bytes.count).filter { bytes[..<$0].suffix(pattern.count).elementsEqual(pattern) }
  }

  @Test(arguments: FixtureFile.whole + FixtureFile.faulty) func changedFileHasAnAnswer(_ file: FixtureFile) async throws {
    var numbers = SeededNumbers(seed: 3)
    let whole = try fixture(file.name)
    let scratch = try Scratch()
    for _ in 0..<40 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...12, using: &numbers) { change(&bytes, using: &numbers) }
      try scratch.write(file.name, bytes)
      let found = await scratch.inspect(file.name)
      #expect(found?.sha256 != nil && found?.size == Int64(bytes.count))
    }
  }

  /// Changes what matters most: the ends of the file, where its structure is told.
  private func change(_ bytes: inout [UInt8], using numbers: inout SeededNumbers) {
    let place = Int.random(in: bytes.indices, using: &numbers)
    let near = [place, place % min(64, bytes.count), bytes.count - 1 - place % min(300, bytes.count)]
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0: bytes[near[2]] = [0, 0xFF, 0x7F, 0x80].randomElement(using: &numbers) ?? 0
    case 1: bytes[near[1]] = UInt8.random(in: 0...255, using: &numbers)
    case 2: bytes[near[0]] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &numbers)
    default: bytes.insert(contentsOf: bytes.dropFirst(place).prefix(9), at: near[2])
    }
  }
}
