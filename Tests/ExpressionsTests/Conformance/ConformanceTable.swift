import Foundation

/// What came of all suites, a row each.
struct ConformanceTable {
  private struct Row {
    let name: String
    var counts = (passed: 0, failed: 0, skipped: 0)
    var reasons: Set<String> = []

    var text: String {
      "| \(name) | \(counts.passed) | \(counts.failed) | \(counts.skipped) | \(reasons.sorted().joined(separator: ", ")) |"
    }

    mutating func add(_ other: Row) {
      counts.passed += other.counts.passed
      counts.failed += other.counts.failed
      counts.skipped += other.counts.skipped
    }
  }

  /// Where tests failed, and why.
  private(set) var failures: [String] = []
  private var standard: [Row] = []
  private var extensions: [Row] = []

  init(_ suites: [VectorSuite]) {
    for suite in suites.sorted(by: { $0.name < $1.name }) {
      let results = suite.run()
      failures += results.failures
      var row = Row(name: suite.name, counts: results.counts)
      for case .skipped(let reason) in results.map(\.outcome) { row.reasons.insert(reason) }
      if suite.extension == nil { standard.append(row) } else { extensions.append(row) }
    }
  }

  /// How many passed of the standard library and of the extensions.
  var passed: (standard: Int, extensions: Int) {
    (standard.reduce(0) { $0 + $1.counts.passed }, extensions.reduce(0) { $0 + $1.counts.passed })
  }

  /// In Markdown.
  var lines: [String] {
    let head = ["| suite | passed | failed | skipped | because |", "|---|---:|---:|---:|---|"]
    return head + section("standard library", standard) + section("extensions", extensions)
  }

  private func section(_ name: String, _ rows: [Row]) -> [String] {
    var total = Row(name: "**\(name)**")
    for row in rows { total.add(row) }
    return rows.map(\.text) + [total.text]
  }
}
