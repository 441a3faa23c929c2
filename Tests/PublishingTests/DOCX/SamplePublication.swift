import Publishing

/// A document with every kind of block and inline, as long as a real one.
enum SamplePublication {
  /// What it says in one language.
  struct Texts {
    let language: String
    let series, title, subtitle, notice, contents, notes, back: String
    let country, round, chapter, point, paragraph, question, basis, year, cell, listed: String
    let tags: [Block.Tone: String]
  }

  static let languages = ["en", "es"]
  static let panels = 60

  static func publication(_ language: String) -> Publication {
    let texts = language == "es" ? spanish : english
    return Publication(
      language: language, cover: cover(texts),
      words: .init(contents: texts.contents, notes: texts.notes, back: texts.back),
      blocks: everything(texts) + chapters(texts))
  }

  private static func cover(_ texts: Texts) -> Publication.Cover {
    .init(
      series: texts.series, title: texts.title, subtitle: texts.subtitle,
      facts: [
        .init(texts.country, [.text("Guyana"), .note([[.text(texts.basis)]])]), .init(texts.round, [.strong("2022")]),
        .init("SHA-256", [.code(String(repeating: "0123456789abcdef", count: 4))]),
      ], notice: texts.notice)
  }

  /// One of each kind.
  private static func everything(_ texts: Texts) -> [Block] {
    [
      .heading(.init(level: 1, text: texts.chapter + " 0", anchor: "everything")),
      .paragraph(
        [
          .text(texts.paragraph + " "), .strong(texts.point), .text(" "), .emphasis(texts.question), .text(" "),
          .code("pa_1_1.training"), .text(" "), .struck(texts.listed), .text(" "),
          .link(texts.point + " 1.2", .anchor("point-1-2")),
          .text(", "), .link("cicad.oas.org", .address("https://www.cicad.oas.org/mem?a=1&b=2#c")), .text("."),
          .note([
            [.text(texts.basis), .code("1.1")], [.text(texts.paragraph), .link("oas.org", .address("https://www.oas.org"))],
          ]),
          .note([[.text(texts.basis), .note([[.text(texts.question)]])]]), .lineBreak,
        ] + Block.Tone.allCases.flatMap { [.tag(tag($0, texts)), .text("  ")] }),
      .numbered(5, [.text(texts.paragraph)]), .numbered(128, [.text(texts.paragraph), .note([[.text(texts.basis)]])]),
      .remark([.text(texts.question)]),
      .facts([.init(texts.country, [.text("Perú")]), .init(texts.round, [.tag(tag(.open, texts))])]),
      .heading(.init(level: 2, text: texts.listed, anchor: "lists")),
      lists(texts, isNumbered: false), lists(texts, isNumbered: true), lists(texts, isNumbered: true),
      .heading(.init(level: 2, text: texts.cell, anchor: "tables")), wide(texts), long(texts), tall(texts),
    ]
  }

  private static func lists(_ texts: Texts, isNumbered: Bool) -> Block {
    .list(
      [
        [.paragraph([.text(texts.paragraph)]), .paragraph([.text(texts.basis)])],
        [
          .paragraph([.text(texts.listed)]),
          .list(
            [
              [.paragraph([.text(texts.point)]), .list([[.paragraph([.text(texts.cell)])]], isNumbered: true)],
              [.paragraph([.text(texts.point)]), table(texts, rows: 2)],
            ], isNumbered: isNumbered),
        ],
        [table(texts, rows: 1)], [.paragraph([.text(texts.listed)])],
      ], isNumbered: isNumbered)
  }

  private static func table(_ texts: Texts, rows: Int) -> Block {
    .table(
      .init(
        caption: texts.cell, columns: [texts.listed, texts.year, texts.point],
        rows: (1...rows).map { row in
          [
            [.text("\(texts.cell) \(row)")], [.text(String(2018 + row % 5))],
            [.tag(tag(.positive, texts)), .note([[.text(texts.basis)]])],
          ]
        }, namesRows: true))
  }

  /// Over more than a page.
  private static func long(_ texts: Texts) -> Block { table(texts, rows: 60) }

  /// With more columns than fit beside one another.
  private static func wide(_ texts: Texts) -> Block {
    .table(
      .init(
        caption: texts.listed, columns: (0...13).map { $0 == 0 ? texts.cell : "\(texts.year) \(2008 + $0)" },
        rows: (1...3).map { row in (0...13).map { [.text($0 == 0 ? "\(texts.cell) \(row)" : String($0 * row))] } },
        namesRows: true))
  }

  /// With a row that is higher than a page.
  private static func tall(_ texts: Texts) -> Block {
    .table(
      .init(
        columns: [texts.listed, texts.paragraph],
        rows: [[[.text(texts.cell)], (1...90).flatMap { [.text("\($0). \(texts.paragraph)"), .lineBreak] }]]))
  }

  private static func chapters(_ texts: Texts) -> [Block] {
    (1...panels).flatMap { number -> [Block] in
      let (chapter, point) = ((number + 4) / 5, (number + 4) % 5 + 1)
      let heading = Block.Heading(level: 1, text: "\(texts.chapter) \(chapter)", anchor: "chapter-\(chapter)")
      return (point == 1 ? [.heading(heading), .paragraph([.text(texts.paragraph)])] : [])
        + [panel("\(chapter).\(point)", anchor: "point-\(chapter)-\(point)", tone: Block.Tone.allCases[number % 5], texts)]
    }
  }

  private static func panel(_ number: String, anchor: String, tone: Block.Tone, _ texts: Texts) -> Block {
    .panel(
      .init(
        heading: .init(level: 2, text: "\(number) \(texts.point)", anchor: anchor), tag: tag(tone, texts),
        blocks: [
          .paragraph([.text(texts.paragraph), .note([[.text("\(number): \(texts.basis)")]])]),
          .heading(.init(level: 3, text: texts.question, anchor: anchor + "-answers")),
          .facts([.init(texts.question, [.text(texts.listed)]), .init(texts.year, [.text("2021")])]),
          .list([[.paragraph([.text(texts.listed)])], [.paragraph([.text(texts.cell)])]], isNumbered: false),
          table(texts, rows: 2), .remark([.text(texts.question)]),
        ]))
  }

  private static func tag(_ tone: Block.Tone, _ texts: Texts) -> Block.Tag { .init(texts.tags[tone] ?? "", tone) }

  private static let english = Texts(
    language: "en", series: "Mechanism of evaluation", title: "Draft of the evaluation report", subtitle: "Guyana",
    notice: "Generated draft, not adopted by anybody", contents: "Contents", notes: "Notes", back: "Back to the text",
    country: "Country", round: "Round", chapter: "Objective", point: "Training of those who investigate",
    paragraph:
      "The country has a plan which names who does what, with a budget and a date, and it tells each year what became of it.",
    question: "Is there a plan, and since when?", basis: "Rests on the answer to question ", year: "Year", cell: "Authority",
    listed: "A measure that the law contains",
    tags: [
      .positive: "Satisfied", .partial: "Partially satisfied", .negative: "Not satisfied", .neutral: "Not applicable",
      .open: "Not determined",
    ])

  private static let spanish = Texts(
    language: "es", series: "Mecanismo de evaluación", title: "Borrador del informe de evaluación", subtitle: "Guyana",
    notice: "Borrador generado, no aprobado", contents: "Índice", notes: "Notas", back: "Volver al texto",
    country: "País", round: "Ronda", chapter: "Objetivo", point: "Capacitación de quienes investigan",
    paragraph:
      "El país cuenta con un plan que indica quién hace qué, con presupuesto y plazo, e informa cada año de sus resultados.",
    question: "¿Existe un plan y desde cuándo?", basis: "Se basa en la respuesta a la pregunta ", year: "Año", cell: "Autoridad",
    listed: "Una medida que figura en la ley",
    tags: [
      .positive: "Satisfecho", .partial: "Satisfecho en parte", .negative: "No satisfecho", .neutral: "No aplicable",
      .open: "No determinado",
    ])
}
