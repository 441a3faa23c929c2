/// An expression as pieces of text with parts between them.
struct Term {
  let pieces: [String]
  let parts: [Term]
  /// Whether the parts may stand in any order.
  let isSymmetric: Bool

  var text: String { zip(pieces, parts.map(\.text) + [""]).map { $0 + $1 }.joined() }

  /// The same with the parts of symmetric terms in another order.
  func shuffled(using random: inout FuzzTests.Random) -> Term {
    let others = parts.map { $0.shuffled(using: &random) }
    return Term(pieces: pieces, parts: isSymmetric ? others.shuffled(using: &random) : others, isSymmetric: isSymmetric)
  }
}

/// A type of terms; the raw value stands for one in a pattern of the grammar.
enum Sort: Character {
  case truth = "b"
  case number = "i"
  case text = "t"
  case numbers = "l"
  case truths = "c"
  case option = "o"
  case map = "m"
  case row = "r"
}

/// How a term can be made: `$i` is a number, `*l` a list whose items may stand in any order, `@i` a new variable for what follows,
/// and `!i` a number that does not see it.
struct TermPattern {
  enum Piece {
    case text(String)
    case part(Sort, isOuter: Bool)
    case items(Sort)
    case variable(Sort)
  }

  let pieces: [Piece]
  let isSymmetric: Bool

  init(_ pattern: String, isSymmetric: Bool = false) {
    var pieces: [Piece] = []
    var characters = pattern[...]
    while let first = characters.popFirst() {
      if "$*@!".contains(first), let sort = characters.first.flatMap(Sort.init) {
        characters.removeFirst()
        switch first {
        case "*": pieces.append(.items(sort == .numbers ? .number : .truth))
        case "@": pieces.append(.variable(sort))
        default: pieces.append(.part(sort, isOuter: first == "!"))
        }
      } else {
        pieces.append(.text(String(first)))
      }
    }
    self.pieces = pieces
    self.isSymmetric = isSymmetric
  }
}

/// Makes terms at random.
struct TermGenerator {
  var random: FuzzTests.Random
  /// Whether operations that fail for some values are left out.
  let isTotal: Bool
  private var scope: [(name: String, sort: Sort)] = []

  init(seed: UInt64, isTotal: Bool) {
    random = FuzzTests.Random(state: seed &* 7919 &+ 17)
    self.isTotal = isTotal
  }

  mutating func term(_ sort: Sort, depth: Int) -> Term {
    let patterns = (TermGrammar.total[sort] ?? []) + (isTotal ? [] : TermGrammar.partial[sort] ?? [])
    guard depth > 0, Int.random(in: 0..<5, using: &random) > 0, let pattern = patterns.randomElement(using: &random) else {
      return leaf(sort)
    }
    return term(pattern, depth: depth - 1)
  }

  private mutating func leaf(_ sort: Sort) -> Term {
    let variables = scope.filter { $0.sort == sort }.map(\.name)
    let isVariable = !variables.isEmpty && Bool.random(using: &random)
    let name = (isVariable ? variables : TermGrammar.leaves[sort] ?? []).randomElement(using: &random) ?? ""
    return Term(pieces: [name], parts: [], isSymmetric: false)
  }

  private mutating func term(_ pattern: TermPattern, depth: Int) -> Term {
    let outer = scope
    var pieces = [""]
    var parts: [Term] = []
    func add(_ part: Term) {
      parts.append(part)
      pieces.append("")
    }
    for piece in pattern.pieces {
      switch piece {
      case .text(let text): pieces[pieces.count - 1] += text
      case .variable(let sort):
        scope.append(("x\(scope.count)", sort))
        pieces[pieces.count - 1] += scope[scope.count - 1].name
      case .part(let sort, let isOuter):
        let inner = scope
        if isOuter { scope = outer }
        add(term(sort, depth: depth))
        scope = inner
      case .items(let sort):
        let items = (0..<3).map { _ in term(sort, depth: depth - 1) }
        add(Term(pieces: ["[", ", ", ", ", "]"], parts: items, isSymmetric: true))
      }
    }
    scope = outer
    return Term(pieces: pieces, parts: parts, isSymmetric: pattern.isSymmetric)
  }
}
