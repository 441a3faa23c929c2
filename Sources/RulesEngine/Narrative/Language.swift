import Documents
import Expressions

/// What texts of one language may call, and how values are written in it.
public struct Language: Sendable {
  /// How a respondent is called.
  public struct Name: Sendable, Hashable {
    /// With its article: `the Arcade Islands`.
    public var name: String
    /// After `of`, where that changes the name: `del Perú`.
    public var of: String?
    /// What agrees with it.
    public var agreement: Agreement

    /// A name with its grammar.
    public init(name: String, of: String? = nil, agreement: Agreement = Agreement()) {
      self.name = name
      self.of = of
      self.agreement = agreement
    }
  }

  /// The language's code: `en`, `es`.
  public let code: String
  /// The pack's texts.
  public let catalogue: TextCatalogue
  /// How sentences are built.
  public let style: Style
  /// Names by respondent or country code.
  public let names: [String: Name]
  /// The words of choice codes.
  public let labels: [String: String]

  /// The words of one language.
  public init(code: String, catalogue: TextCatalogue, style: Style, names: [String: Name], labels: [String: String]) {
    self.code = code
    self.catalogue = catalogue
    self.style = style
    self.names = names
    self.labels = labels
  }

  /// Declares `words`, `series`, `name` and `label`.
  func declareFunctions(in environment: inout Environment) {
    let code = code
    let style = style
    let names = names.mapValues(\.name)
    let labels = labels
    environment.declare(
      HostFunction(
        name: "words",
        overloads: [
          Overload(id: "words_int", parameters: [.int], result: .string),
          Overload(id: "words_int_string", parameters: [.int, .string], result: .string),
        ]
      ) { arguments in
        guard case .int(let n)? = arguments.first else { return .error(EvaluationError(.noSuchOverload)) }
        let feminine = arguments.count > 1 && arguments[1] == .string("f")
        return .string(NumberWords.words(Int(n), language: code, feminine: feminine))
      })
    environment.declare(
      HostFunction(
        name: "series", overloads: [Overload(id: "series_list", parameters: [.list(.string)], result: .string)]
      ) { arguments in
        guard case .list(let items)? = arguments.first else { return .error(EvaluationError(.noSuchOverload)) }
        return .string(style.series(items.map(\.plainText)))
      })
    environment.declare(lookup("name", in: names))
    environment.declare(lookup("label", in: labels))
  }

  private func lookup(_ function: String, in table: [String: String]) -> HostFunction {
    HostFunction(
      name: function, overloads: [Overload(id: "\(function)_string", parameters: [.string], result: .string)]
    ) { arguments in
      guard case .string(let code)? = arguments.first else { return .error(EvaluationError(.noSuchOverload)) }
      return .string(table[code] ?? code)
    }
  }
}
