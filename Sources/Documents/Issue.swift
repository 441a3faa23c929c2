/// One problem found in a file.
public struct Issue: Sendable, Hashable {
  /// An answer that an issue or a finding rests on.
  public struct Basis: Sendable, Hashable {
    /// The answer's path, such as `act_2_1.stations[Faro].state`.
    public var path: String
    /// The value as the reply has it; `nil` where none was given.
    public var value: String?
    /// Where it stands.
    public var location: Location?

    /// An answer by its path, its value and its place.
    public init(path: String, value: String?, location: Location?) {
      self.path = path
      self.value = value
      self.location = location
    }
  }

  /// What was broken.
  public var rule: RuleID
  /// How much it weighs.
  public var severity: Severity
  /// What the issue is about, as a path in the document; empty for the file as a whole.
  public var path: String
  /// What is wrong.
  public var message: Message
  /// What to do.
  public var help: Message?
  /// Where.
  public var location: Location
  /// What the issue is about in words for people, such as `4.1 Average time to authorize`.
  public var subject: String?
  /// Where the question or rule is declared.
  public var declared: Location?
  /// The answers it rests on.
  public var because: [Basis]
  /// The questions whose answers would settle it.
  public var missing: [String]
  /// What the respondent says to it, where it is a warning.
  public var explanation: String?

  /// An issue; only rule, place and message are always there.
  public init(
    _ rule: RuleID, _ severity: Severity = .error, path: String = "", at location: Location, _ message: Message,
    help: Message? = nil, subject: String? = nil, declared: Location? = nil, because: [Basis] = [], missing: [String] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.path = path
    self.message = message
    self.help = help
    self.location = location
    self.subject = subject
    self.declared = declared
    self.because = because
    self.missing = missing
  }
}

extension Sequence<Issue> {
  /// The one order of issues: by place in the file, the weightier first, then rule; what is alike keeps its order.
  public func inOrder() -> [Issue] {
    enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.location.range != y.location.range { return x.location.range < y.location.range }
      if x.severity != y.severity { return x.severity > y.severity }
      if x.rule != y.rule { return x.rule < y.rule }
      return a.offset < b.offset
    }.map(\.element)
  }
}
