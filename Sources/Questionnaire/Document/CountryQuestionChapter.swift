import Publishing

/// The chapter of the questions to the country, by kind.
struct CountryQuestionChapter {
  let context: DocumentContext

  private var catalogue: MessageCatalogue { context.words.catalogue }

  var blocks: [Block] {
    let heading = Block.heading(
      Block.Heading(level: 1, text: catalogue.text("document/questions"), anchor: "questions"))
    guard !context.questions.all.isEmpty else {
      return [heading, .paragraph([.text(catalogue.text("document/no-questions"))])]
    }
    return [heading] + CountryQuestion.Kind.allCases.flatMap(group)
  }

  private func group(_ kind: CountryQuestion.Kind) -> [Block] {
    let questions = context.questions.of(kind)
    guard !questions.isEmpty else { return [] }
    let heading = Block.Heading(
      level: 2, text: catalogue.text("document/group.\(kind.rawValue)"), anchor: "questions-\(kind.rawValue)")
    return [.heading(heading)] + questions.map(panel)
  }

  private func panel(_ question: CountryQuestion) -> Block {
    let heading = Block.Heading(
      level: 3, text: "\(context.words.question(question.number)) — \(question.subject)", anchor: question.anchor)
    let place = Publication.Fact(catalogue.text("document/place"), [link(question)])
    return .panel(
      Block.Panel(heading: heading, tag: context.words.tag(question.kind), blocks: question.blocks + [.facts([place])]))
  }

  private func link(_ question: CountryQuestion) -> Inline {
    switch question.place {
    case .point(let point): .link(PointPanel(context: context).heading(point), .anchor(point.anchor))
    case .item(let id): .link(question.subject, .anchor(context.anchor(ofItem: id)))
    case .issue(let anchor): .link(question.subject, .anchor(anchor))
    }
  }
}
