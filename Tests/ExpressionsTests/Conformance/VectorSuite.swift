import Foundation

/// A file of vectors.
struct VectorSuite {
  let name: String
  /// The extension that it is about; nil for the standard library.
  let `extension`: String?
  let vectors: [Vector]

  /// Extensions that the library does not have.
  private static let missing: Set<String> = ["network"]

  init(contentsOf file: URL) throws {
    let json = try JSONDecoder().decode(JSON.self, from: Data(contentsOf: file))
    let name = file.deletingPathExtension().lastPathComponent
    self.name = name
    let about = json["extension"]?.string
    self.extension = about
    let lack = about.flatMap { Self.missing.contains($0) ? "no extension \($0)" : nil }
    vectors = (json["sections"]?.array ?? []).flatMap { section in
      (section["tests"]?.array ?? []).enumerated().map { index, test in
        Vector(json: test, lack: lack, place: "\(name)/\(section["name"]?.string ?? "")/\(index)")
      }
    }
  }

  /// What came of each test, in their order.
  func run() -> [(vector: Vector, outcome: Vector.Outcome)] { vectors.map { ($0, $0.run()) } }
}

extension [(vector: Vector, outcome: Vector.Outcome)] {
  var counts: (passed: Int, failed: Int, skipped: Int) {
    reduce(into: (0, 0, 0)) { counts, result in
      switch result.outcome {
      case .passed: counts.0 += 1
      case .failed: counts.1 += 1
      case .skipped: counts.2 += 1
      }
    }
  }

  /// Where a test failed, and why.
  var failures: [String] {
    compactMap { vector, outcome in
      if case .failed(let reason) = outcome { "\(vector.place): \(vector.expression) \(reason)" } else { nil }
    }
  }
}
