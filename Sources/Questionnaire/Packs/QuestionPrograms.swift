import Documents
import Expressions
import RulesEngine

/// The expressions of the questionnaire itself, compiled: one entry a question or column that has any.
struct QuestionPrograms: Sendable {
  /// What was compiled for one question or column.
  struct Entry: Sendable {
    var relevant: Program?
    var notApplicable: Program?
    var constraint: Program?
    var equals: Program?
    var min: Program?
    var max: Program?
    var within: Program?
    /// When a claim needs its proof.
    var proofWhen: Program?
  }

  private(set) var entries: [String: Entry] = [:]
  /// What the requirements of proof name, by its text: periods and days, which are the same for every question.
  private(set) var proofTerms: [String: ProofTerm] = [:]

  /// A period or a day that a requirement names.
  struct ProofTerm: Sendable {
    let program: Program
    let declared: Location
  }

  /// The expressions of the question or column with this path.
  subscript(path: String) -> Entry? { entries[path] }

  init(_ questionnaire: Questionnaire, _ vocabulary: Vocabulary, problems: Problems) {
    let environment = vocabulary.declarations.environment
    for item in questionnaire.items {
      for question in item.questions {
        add(question, in: environment, container: item.id, problems)
        guard let table = question.type.table else { continue }
        var rowScope = environment
        rowScope.declare("row", .record(table.rowType), local: Local.row)
        for column in table.columns { add(column, in: rowScope, container: item.id, problems) }
      }
    }
  }

  private mutating func add(_ question: Question, in environment: Environment, container: String, _ problems: Problems) {
    func compile(_ text: ExpressionText?, _ type: CELType?) -> Program? {
      text?.compile(in: environment, container: container, expecting: type, path: question.path, problems: problems)
    }
    let constraints = question.constraints
    let entry = Entry(
      relevant: compile(question.relevant, .bool), notApplicable: compile(question.notApplicable, .bool),
      constraint: compile(constraints.constraint, .bool), equals: compile(constraints.equals, question.type.celType),
      min: compile(constraints.min?.cel(for: question.type), nil), max: compile(constraints.max?.cel(for: question.type), nil),
      within: compile(constraints.within, .period), proofWhen: compile(question.proof?.when, .bool))
    entries[question.path] = entry
    if let proof = question.proof { addTerms(of: proof, in: environment, problems) }
  }

  private mutating func addTerms(of proof: ProofRequirement, in environment: Environment, _ problems: Problems) {
    for (text, type) in [(proof.within, CELType.period), (proof.inForce, .date)] {
      guard let text, proofTerms[text.text] == nil else { continue }
      let program = text.compile(in: environment, container: "", expecting: type, path: "proofs", problems: problems)
      guard let program else { continue }
      proofTerms[text.text] = ProofTerm(program: program, declared: text.node.location)
      if let name = program.references.first(where: { $0.name != "as_of" })?.name {
        problems.add(
          Issue(
            "pack/proof-reads-answers", path: "proofs", at: text.node.location,
            Message("pack/proof-reads-answers", ["name": name])))
      }
    }
  }
}

extension Constraints.Bound {
  /// The bound as CEL: a date needs quoting, which its author is spared.
  func cel(for type: AnswerType) -> ExpressionText? {
    guard literal(for: type) == nil else { return nil }
    return expression
  }

  /// The bound, where it is written out as a value of the question's type.
  func literal(for type: AnswerType) -> Datum? {
    let text = expression.text
    switch type {
    case .date: return CalendarDate(parsing: text).map { .date($0) }
    default: return Decimal64(parsing: text).map { .decimal($0) }
    }
  }
}
