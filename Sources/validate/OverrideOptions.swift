import ArgumentParser
import Documents
import Questionnaire

/// What experts set by hand for the findings of a reply.
struct OverrideOptions: ParsableArguments {
  @Option(help: Words.help("help/draft.overrides", value: "help/value.file"))
  var overrides: String?

  @Flag(help: Words.help("help/draft.no-overrides"))
  var noOverrides = false

  @Flag(help: Words.help("help/draft.record-basis"))
  var recordBasis = false

  func validate() throws {
    if noOverrides, overrides != nil || recordBasis {
      throw wrongUse(Message("usage/no-overrides"))
    }
  }

  /// The file for the reply of `judgement`; `nil` where there is none.
  func source(for judgement: Judgement) throws -> SourceFile? {
    guard !noOverrides else { return nil }
    if let overrides { return try FileFinder.read(overrides) }
    guard let beside = Self.beside(judgement.reply.document.source.name), FileWriter.exists(beside) else { return nil }
    return try FileFinder.read(beside)
  }

  // `peru.overrides.yaml` for `peru.yaml`; nothing lies beside standard input.
  static func beside(_ reply: String) -> String? {
    guard reply != FileFinder.standardInput else { return nil }
    for ending in [".yaml", ".yml"] where reply.hasSuffix(ending) {
      return reply.dropLast(ending.count) + ".overrides" + ending
    }
    return nil
  }
}
