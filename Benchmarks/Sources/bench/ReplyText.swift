/// Replies to a questionnaire of 64 items as countries write them, the same in every run: short answers, details, tables,
/// evidence, quoted text with accents, block scalars, comments. About 76 KB each.
struct ReplyText {
  private var state: UInt64
  private var text = ""

  static func make(seed: UInt64) -> [UInt8] {
    var reply = ReplyText(state: seed)
    reply.write()
    return Array(reply.text.utf8)
  }

  private init(state: UInt64) { self.state = state &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private static let words = [
    "la", "autoridad", "competente", "supervisa", "el", "registro", "de", "importación", "y", "exportación", "según", "decreto",
    "con", "los", "organismos", "capacitación", "anual", "para", "personal", "técnico", "en", "laboratorios", "año", "vigente",
  ]

  private mutating func number(_ count: UInt64) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % count)
  }

  private mutating func sentence(_ count: Int) -> String {
    (0..<count).map { _ in Self.words[number(UInt64(Self.words.count))] }.joined(separator: " ")
  }

  private mutating func line(_ indentation: Int, _ text: String) {
    self.text += String(repeating: " ", count: indentation) + text + "\n"
  }

  private mutating func write() {
    text = "reply: mem-2022\nversion: 1.0.0\nrespondent: PER\nlanguage: es\nstatus: draft\nanswers:\n"
    for item in 0..<64 { writeItem(item) }
    text += "evidence:\n"
    for entry in 0..<60 {
      line(
        2,
        "doc-\(entry): {title: \(sentence(5)), kind: law, number: \"\(entry)\", issued: 201\(entry % 10)-05, file: evidence/doc-\(entry).pdf}"
      )
    }
  }

  private mutating func writeItem(_ item: Int) {
    line(2, "pa_\(item / 8 + 1)_\(item % 8 + 1):  # \(sentence(3))")
    line(4, "training: {value: sí, evidence: [doc-\(number(60)), {id: doc-\(number(60)), pages: 3-5}]}")
    line(4, "training_details:")
    for _ in 0..<2 + number(2) { line(6, "- {value: \"\(sentence(5))\", evidence: [doc-\(number(60))]}") }
    for name in ["protocols", "register", "inspections", "instruments", "safety_health"] {
      line(4, "\(name): \(number(3) == 0 ? "no" : "sí")")
    }
    line(4, "measures:")
    for name in ["seizure", "notification", "disposal", "tracing"] { line(6, "\(name): \(number(2) == 0 ? "no" : "sí")") }
    line(4, "authorities:")
    for row in 0..<2 + number(3) {
      line(6, "- {authority: SUNAT-\(row), inspections: {value: sí, comment: \(sentence(3))}, year: \(2015 + row)}")
    }
    line(4, "average_time: \(number(40)) days")
    line(4, "narrative: |")
    for _ in 0..<2 { line(6, sentence(9)) }
    line(4, "mitigation: {missing: not-applicable, justification: \"\(sentence(6))\"}")
  }
}
