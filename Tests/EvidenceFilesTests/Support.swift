import EvidenceFiles
import Foundation
import Questionnaire

/// The files that programs made; see `make.sh` beside them.
let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/evidence-files")
  .standardizedFileURL

/// A folder of its own that goes when it is no longer used.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "evidence-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.path + "/" + name }

  func write(_ name: String, _ bytes: some Collection<UInt8>) throws {
    try Data(bytes).write(to: URL(filePath: path(name)))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  /// A file of zeros that takes no room on the disk.
  func writeSparse(_ name: String, bytes: UInt64) throws {
    try write(name, [])
    let file = try FileHandle(forWritingTo: URL(filePath: path(name)))
    try file.truncate(atOffset: bytes)
    try file.close()
  }

  func inspect(
    _ path: String, limits: InspectionLimits = .init(), pageCounter: PageCounter = .none
  ) async -> DocumentFile? {
    await EvidenceInspector(folder: folder.path, limits: limits, pageCounter: pageCounter).inspect([path])[path]
  }
}

/// What a file comes to that stands alone in a folder.
func inspect(
  _ bytes: some Collection<UInt8>, as name: String, limits: InspectionLimits = .init(), pageCounter: PageCounter = .none
) async throws -> DocumentFile? {
  let scratch = try Scratch()
  try scratch.write(name, bytes)
  return await scratch.inspect(name, limits: limits, pageCounter: pageCounter)
}

func fixture(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: fixtures.appending(path: name))) }

/// Numbers that look thrown and are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
