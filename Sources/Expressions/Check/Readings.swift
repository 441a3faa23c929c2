/// The names an expression reads, with the fields selected from them.
struct Readings {
  private struct Reading {
    let name: String
    var fields: [String]
    var range: Range<Int>
  }

  private var all: [Reading] = []
  /// The reading that an expression ends, by the expression's id.
  private var open: [Int: Int] = [:]

  mutating func begin(_ id: Int, _ name: String, _ range: Range<Int>) {
    open[id] = all.count
    all.append(Reading(name: name, fields: [], range: range))
  }

  /// The expression `id` selects a field of the expression `operand`.
  mutating func extend(_ operand: Int, to id: Int, _ field: String, _ range: Range<Int>) {
    guard let index = open.removeValue(forKey: operand) else { return }
    open[id] = index
    all[index].fields.append(field)
    all[index].range = range
  }

  /// In the order of the text, each once.
  var references: [Reference] {
    var seen: Set<[String]> = []
    return all.sorted { $0.range.lowerBound < $1.range.lowerBound }.compactMap { reading in
      guard seen.insert([reading.name] + reading.fields).inserted else { return nil }
      return Reference(name: reading.name, fields: reading.fields, range: reading.range)
    }
  }
}
