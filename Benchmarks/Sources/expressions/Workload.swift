import Expressions

/// The facts: 200 answers, 20 programmes and 50 pieces of evidence of 6 fields each, as records and as maps.
struct Workload {
  let environment: Environment
  let facts: Facts
  /// The same, but no programme's year is known.
  let withoutYears: Facts

  init() {
    let shapes = Shapes()
    var environment = Environment.standard
    for (slot, name) in Workload.scalars.enumerated() { environment.declare(name, .string, fact: slot) }
    for (offset, table) in shapes.tables.enumerated() {
      environment.declare(table.name, table.type, fact: Workload.scalars.count + offset)
    }
    self.environment = environment
    facts = Workload.facts(shapes, areYearsKnown: true)
    withoutYears = Workload.facts(shapes, areYearsKnown: false)
  }

  private static let scalars = ["training", "name"] + (3...200).map { "answer_\($0)" }

  private static func facts(_ shapes: Shapes, areYearsKnown: Bool) -> Facts {
    var builder = FactsBuilder(slotCount: scalars.count + shapes.tables.count)
    for (slot, name) in scalars.enumerated() {
      let text = name == "training" ? "yes" : name == "name" ? "Decree 4521 of 2019" : "answer number \(slot)"
      builder.set(slot, builder.string(text))
    }
    for (offset, table) in shapes.tables.enumerated() {
      let rows = table.rows.enumerated().map { index, row in
        var cells = row.map { builder.datum($0.1) }
        if !areYearsKnown, let year = row.firstIndex(where: { $0.0 == "year" }) { cells[year] = builder.unknown(UInt32(index)) }
        if let shape = table.shape { return builder.record(shape, cells) }
        return builder.map(zip(row, cells).map { (builder.string($0.0), $1) })
      }
      builder.set(scalars.count + offset, builder.list(rows))
    }
    return builder.build()
  }
}

/// The tables.
private struct Shapes {
  struct Table {
    let name: String
    let rows: [[(String, Datum)]]
    let shape: RecordType?
    var type: CELType { .list(shape.map(CELType.record) ?? .map(.string, .dyn)) }
  }

  let tables: [Table]

  init() {
    let programmes = RecordType(
      name: "programme",
      fields: [("id", .string), ("title", .string), ("year", .int), ("hours", .int), ("open", .bool), ("place", .string)])
    let evidence = RecordType(
      name: "evidence",
      fields: [("id", .string), ("title", .string), ("kind", .string), ("question", .string), ("year", .int), ("pages", .int)])
    tables = [
      Table(name: "programmes", rows: Self.programmes(), shape: programmes),
      Table(name: "evidence", rows: Self.evidence(), shape: evidence),
      Table(name: "programme_maps", rows: Self.programmes(), shape: nil),
      Table(name: "evidence_maps", rows: Self.evidence(), shape: nil),
    ]
  }

  private static func programmes() -> [[(String, Datum)]] {
    (0..<20).map { index -> [(String, Datum)] in
      let year = Int64(2019 + index % 4)
      return [
        ("id", .string("p\(index)")), ("title", .string("Programme \(index)")), ("year", .int(year)),
        ("hours", .int(Int64(10 * index))), ("open", .bool(index % 2 == 0)), ("place", .string("Lima")),
      ]
    }
  }

  /// Every second row is a law or a decree; the one that is asked for is the last.
  private static func evidence() -> [[(String, Datum)]] {
    (0..<50).map { index -> [(String, Datum)] in
      let kind = index % 4 == 1 ? "law" : index % 4 == 3 ? "decree" : "report"
      let question = index == 49 ? "q_1_4" : "q_2_\(index % 10)"
      return [
        ("id", .string("e\(index)")), ("title", .string("Document \(index)")), ("kind", .string(kind)),
        ("question", .string(question)), ("year", .int(2019)), ("pages", .int(Int64(index))),
      ]
    }
  }
}
