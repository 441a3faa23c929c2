import Expressions

/// Tells what an expression came to, in words, and with a trace what each of its parts did.
public struct TrialText {
  private let catalogue: MessageCatalogue
  private let paint: Paint
  /// The longest value that is shown whole, in characters.
  private let longest = 200

  /// A report in the words of a catalogue.
  public init(catalogue: MessageCatalogue, paint: Paint) {
    self.catalogue = catalogue
    self.paint = paint
  }

  /// The report; `showsTrace` adds the parts.
  public func report(_ trial: Trial, showsTrace: Bool) -> String {
    var text = showsTrace ? parts(trial) + "\n" : ""
    text += line("report/eval-value", value(trial.result, trial))
    text += line("report/eval-type", trial.type.description)
    if case .error(let error) = trial.result {
      text += line("report/eval-why", catalogue.text("error/\(error.kind.id)") + detail(error))
      if !error.expression.isEmpty, error.expression.count < trial.text.utf8.count {
        text += line("report/eval-where", part(trial.text, error.expression))
      }
    }
    if case .unknown(let ids) = trial.result {
      text += line("report/would-settle", ids.map { trial.name(of: $0) }.joined(separator: ", "))
    }
    let steps = ["steps": "\(trial.steps)", "cost": "\(trial.cost)"]
    return text + line("report/eval-steps", catalogue.text("report/eval-steps-of", steps))
  }

  private func line(_ label: String, _ text: String) -> String {
    "\(paint.dim(catalogue.text(label) + ":")) \(SafeText.shown(text))\n"
  }

  private func detail(_ error: EvaluationError) -> String { error.detail.isEmpty ? "" : " (\(error.detail))" }

  private func value(_ datum: Datum, _ trial: Trial) -> String {
    switch datum {
    case .unknown: return catalogue.text("report/eval-unknown")
    case .error(let error): return catalogue.text(error.kind == .notApplicable ? "status/not-applicable" : "report/eval-none")
    default: break
    }
    let text = datum.text { trial.name(of: $0) }
    return text.count > longest ? text.prefix(longest) + "…" : text
  }

  private func part(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range.clamped(to: 0..<text.utf8.count)], as: UTF8.self)
  }
}

// The parts, each marked below the expression, with what it came to beside it.
extension TrialText {
  /// The expression, and below it each part with what it came to; `rows` tells also those that are whole rows, or lists of them.
  func parts(_ trial: Trial, rows: Bool = true) -> String {
    // On one line; the bytes stay as many.
    let line = String(decoding: trial.text.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
    func width(_ range: Range<Int>) -> Int { SafeText.width(SafeText.shown(part(line, range))) }
    let whole = SafeText.width(SafeText.shown(line))
    var text = "  \(SafeText.shown(line))\n"
    for part in trial.trace.parts where rows || !isRow(part.values.first) {
      let before = width(0..<part.range.lowerBound)
      let marked = max(1, width(part.range))
      let rest = String(repeating: " ", count: max(0, whole - before - marked) + 2)
      let mark = paint.dim(String(repeating: "~", count: marked))
      text += "  \(String(repeating: " ", count: before))\(mark)\(rest)\(SafeText.shown(values(part, trial)))\n"
    }
    return text
  }

  private func isRow(_ value: Datum?) -> Bool {
    switch value {
    case .record: true
    case .list(let items): isRow(items.first)
    default: false
    }
  }

  private func values(_ part: Trace.Part, _ trial: Trial) -> String {
    guard part.count > 0 else { return paint.dim(catalogue.text("report/eval-skipped")) }
    let texts = part.values.map { datum in
      let text = self.value(datum, trial)
      guard case .unknown(let ids) = datum else { return text }
      return "\(text) (\(ids.map { trial.name(of: $0) }.joined(separator: ", ")))"
    }
    guard part.count > 1 else { return texts[0] }
    let all = texts.joined(separator: ", ")
    let cut = all.count > longest ? all.prefix(longest) + "…" : part.count > texts.count ? all + ", …" : all
    return "\(cut) \(paint.dim(catalogue.text("report/eval-times", ["count": "\(part.count)"])))"
  }
}
