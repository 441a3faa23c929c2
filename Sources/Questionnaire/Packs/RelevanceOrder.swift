import Documents
import Expressions
import RulesEngine

/// In which order it is worked out whether questions and columns are asked: each after those that decide it.
struct RelevanceOrder: Sendable {
  /// A question, or one of its columns.
  struct Step: Sendable, Hashable {
    let question: String
    let column: Int?
  }

  /// What can be worked out together, level by level; what is always asked is in none.
  private(set) var levels: [[Step]] = []

  init(_ questionnaire: Questionnaire, _ programs: QuestionPrograms, problems: Problems) {
    var steps: [Step] = []
    var reads: [[Int]] = []
    var positions: [String: [Int]] = [:]
    let questions = questionnaire.items.flatMap(\.questions)
    for question in questions {
      positions[question.path, default: []].append(steps.count)
      steps.append(Step(question: question.path, column: nil))
      guard let table = question.type.table else { continue }
      for row in table.rows ?? [] { positions[row.path] = [] }
      for column in table.columns.indices {
        positions[question.path, default: []].append(steps.count)
        for row in table.rows ?? [] { positions[row.path, default: []].append(steps.count) }
        positions["\(question.path)|\(column)"] = [steps.count]
        steps.append(Step(question: question.path, column: column))
      }
    }
    let byPath = Dictionary(questions.map { ($0.path, $0) }, uniquingKeysWith: { a, _ in a })
    reads = steps.indices.map { at in Self.reads(of: steps[at], byPath, programs, positions).filter { $0 != at } }
    for (at, step) in steps.enumerated() where Self.readsItself(step, byPath, programs, positions, at) { reads[at].append(at) }
    let order = DependencyOrder(count: steps.count) { reads[$0] }
    for at in order.cyclic.sorted() { Self.report(steps[at], byPath, problems) }
    levels = Self.levels(order.order, steps, reads, byPath, programs)
  }

  // What the expressions that decide a step read, as positions of steps.
  private static func reads(
    of step: Step, _ questions: [String: Question], _ programs: QuestionPrograms, _ positions: [String: [Int]]
  ) -> [Int] {
    guard let question = questions[step.question] else { return [] }
    let target = step.column.flatMap { question.type.table?.columns[$0] } ?? question
    var result: [Int] = step.column == nil ? [] : positions[step.question]?.prefix(1).map { $0 } ?? []
    if let parent = question.detailsOf, step.column == nil {
      let item = question.path.prefix { $0 != "." }
      result += positions["\(item).\(parent)"]?.prefix(1) ?? []
    }
    let entry = programs[target.path]
    for program in [entry?.relevant, entry?.notApplicable].compactMap({ $0 }) {
      for reference in program.references {
        if reference.name == "row", let field = reference.fields.first {
          let name = Companion.strip(field)
          if let column = question.type.table?.column(named: name) { result += positions["\(question.path)|\(column)"] ?? [] }
        } else {
          result += positions[Companion.strip(reference.name)] ?? []
        }
      }
    }
    return result
  }

  private static func readsItself(
    _ step: Step, _ questions: [String: Question], _ programs: QuestionPrograms, _ positions: [String: [Int]], _ at: Int
  ) -> Bool {
    reads(of: step, questions, programs, positions).contains(at)
      && (step.column != nil || questions[step.question]?.type.table == nil)
  }

  private static func report(_ step: Step, _ questions: [String: Question], _ problems: Problems) {
    guard let question = questions[step.question] else { return }
    let target = step.column.flatMap { question.type.table?.columns[$0] } ?? question
    problems.add(Issue("pack/cycle", path: target.path, at: target.declared, Message("pack/cycle", ["name": target.name])))
  }

  private static func levels(
    _ order: [Int], _ steps: [Step], _ reads: [[Int]], _ questions: [String: Question], _ programs: QuestionPrograms
  ) -> [[Step]] {
    var depth = [Int](repeating: 0, count: steps.count)
    var result: [[Step]] = []
    for at in order {
      let step = steps[at]
      let question = questions[step.question]
      let target = step.column.flatMap { question?.type.table?.columns[$0] } ?? question
      let entry = target.flatMap { programs[$0.path] }
      let decides = entry?.relevant != nil || entry?.notApplicable != nil || (step.column == nil && question?.isDetails == true)
      let below = reads[at].map { depth[$0] }.max() ?? 0
      depth[at] = decides ? below + 1 : below
      guard decides else { continue }
      while result.count < depth[at] { result.append([]) }
      result[depth[at] - 1].append(step)
    }
    return result
  }
}
