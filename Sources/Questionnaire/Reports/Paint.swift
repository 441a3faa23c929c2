import Documents

/// Colours for a terminal, or none.
public struct Paint: Sendable {
  private let isOn: Bool

  /// Paints, or leaves text as it is.
  public init(isOn: Bool) { self.isOn = isOn }

  func bold(_ text: String) -> String { paint(text, "1") }
  func dim(_ text: String) -> String { paint(text, "2") }

  func severity(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .error: paint(text, "1;31")
    case .warning: paint(text, "1;33")
    case .info: paint(text, "1;36")
    }
  }

  private func paint(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
