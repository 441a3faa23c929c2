public import Documents
public import Expressions

/// What the outside world declares to the engine: names, types and their order. The engine knows no more of a questionnaire.
public struct Declarations: Sendable {
  /// Something that a finding can be about.
  public struct Point: Sendable {
    /// What kind of thing it is.
    public enum Kind: Sendable, Hashable {
      case question, row, column, table
    }

    /// The full name: `pa_3_4.p8_permit`.
    public var name: String
    /// What it is.
    public var kind: Kind
    /// Whether it has a finding although none is written: yes_no questions, rows and columns that are no details.
    public var hasFinding: Bool
    /// Whether a reply may leave it out.
    public var isRequired: Bool
    /// Its place in the questionnaire's order.
    public var order: Int
    /// The type of its rows, if it is a table.
    public var rowType: RecordType?
    /// Where it is declared.
    public var declared: Location

    /// A point with everything the engine needs of it.
    public init(
      name: String, kind: Kind, hasFinding: Bool, isRequired: Bool, order: Int, rowType: RecordType? = nil, declared: Location
    ) {
      self.name = name
      self.kind = kind
      self.hasFinding = hasFinding
      self.isRequired = isRequired
      self.order = order
      self.rowType = rowType
      self.declared = declared
    }
  }

  /// An item: a container of names.
  public struct Item: Sendable {
    /// The item's id.
    public var id: String
    /// The id of the item's section.
    public var section: String
    /// The set whose questions it uses.
    public var set: String?

    /// An item of a section.
    public init(id: String, section: String, set: String? = nil) {
      self.id = id
      self.section = section
      self.set = set
    }
  }

  /// The names and types that expressions may read.
  public var environment: Environment
  /// Everything that a finding can be about, by full name.
  public private(set) var points: [String: Point] = [:]
  /// The items in order.
  public private(set) var items: [Item] = []
  /// The sections in order.
  public var sections: [String] = []
  /// The points of each item, in order.
  public private(set) var pointsOfItem: [String: [String]] = [:]

  /// Declarations that so far name nothing.
  public init(environment: Environment) { self.environment = environment }

  /// Adds an item.
  public mutating func add(_ item: Item) { items.append(item) }

  /// Adds a point of `item`.
  public mutating func add(_ point: Point, to item: String) {
    points[point.name] = point
    pointsOfItem[item, default: []].append(point.name)
  }

  /// The point that `name` means inside `item`: first the item's own, then a full name.
  public func resolve(_ name: String, in item: String) -> Point? {
    points["\(item).\(name)"] ?? points[name]
  }

  /// The names that could have been meant inside `item`.
  public func candidates(in item: String) -> [String] {
    (pointsOfItem[item] ?? []).map { String($0.dropFirst(item.count + 1)) } + points.keys.sorted()
  }
}

/// Names that go with a question's own: what is known of the question, not its value.
public enum Companion: String, Sendable, CaseIterable {
  case answered, applicable, verified, evidence

  /// What is put behind the question's name: `training@answered`.
  public var suffix: String { "@\(rawValue)" }

  /// The question's own name.
  public static func strip(_ name: String) -> String {
    guard let at = name.firstIndex(of: "@") else { return name }
    return String(name[..<at])
  }
}

/// The local values of an evaluation; derived values follow.
public enum Local {
  /// The row of an `each`.
  public static let row = 0
  /// The first derived value.
  public static let firstDerived = 1
}
