/// One way to call a function.
public struct Overload: Sendable, Hashable {
  /// An id, unique in the environment.
  public var id: String
  /// The types of the arguments, the receiver of a member function first.
  public var parameters: [CELType]
  /// The type of the result.
  public var result: CELType
  /// Whether it is written `a.f(b)` and not `f(a, b)`.
  public var isMember: Bool

  /// One way to call a function.
  public init(id: String, parameters: [CELType], result: CELType, isMember: Bool = false) {
    self.id = id
    self.parameters = parameters
    self.result = result
    self.isMember = isMember
  }
}

/// A function that the host provides. It sees only known values: an argument that is an error or unknown is the result.
public struct HostFunction: Sendable {
  /// The name, which may have dots.
  public var name: String
  /// How it can be called.
  public var overloads: [Overload]
  /// Computes the result; answers ``Datum/error(_:)`` where it cannot. Must answer the same for the same arguments.
  public var body: @Sendable ([Datum]) -> Datum

  /// A function of the host.
  public init(name: String, overloads: [Overload], body: @escaping @Sendable ([Datum]) -> Datum) {
    self.name = name
    self.overloads = overloads
    self.body = body
  }
}

/// A name that an expression reads.
public struct Reference: Hashable, Sendable {
  /// The declared name in full, with the suffix of a companion.
  public let name: String
  /// The fields selected from it, one after the other, as far as records reach.
  public let fields: [String]
  /// Where it stands first in the text, in UTF-8 bytes.
  public let range: Range<Int>
}

/// What a name stands for.
struct Variable: Sendable {
  enum Source: Sendable {
    case fact(Int)
    case local(Int)
    case constant(Datum)
  }

  let name: String
  let type: CELType
  let source: Source
  let extent: Extent
  /// Whether the extent was declared, and does not follow from the type.
  var isBounded = false
}

/// What a function name stands for.
struct Function: Sendable {
  let name: String
  var overloads: [Overload]
  var body: Body

  enum Body: Sendable {
    case builtin(Builtin)
    case host(@Sendable ([Datum]) -> Datum)
  }
}
