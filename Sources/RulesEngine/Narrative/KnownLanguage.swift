/// The languages that the engine itself has words for: messages, numbers, yes and no.
public enum KnownLanguage: String, Sendable, CaseIterable {
  case en, es, fr, pt

  /// Whether a comma stands before the decimals.
  public var hasDecimalComma: Bool { self != .en }
}
