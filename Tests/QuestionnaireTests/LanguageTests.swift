import Documents
import Foundation
import Questionnaire
import RulesEngine
import Testing

/// Sentences in languages with gender, contractions and texts that are missing.
@Suite struct LanguageTests {
  static let folder = package.appending(path: "Tests/Fixtures/languages")
  /// A respondent each of a gender and number, and what it answers.
  static let replies = [
    ("XPO", "committed: yes\nstations: 21\nfishing: yes\nboats: no\npartner: XAR"),
    ("XBO", "committed: yes\nstations: 0\nfishing: no\nboats: no\npartner: XPO"),
    ("XOR", "committed: no\nstations: 0\nfishing: no\nboats: yes\npartner: XOR"),
    ("XAR", "committed: no\nstations: 2\nfishing: yes\nboats: yes\npartner: XBO"),
  ]

  let pack: Pack

  init() throws { pack = try #require(Packs.load("lakes-2024", from: [Self.folder])) }

  @Test func paragraphs() throws {
    var text = ""
    for language in ["en", "fr", "pt"] {
      for (respondent, answers) in Self.replies {
        let judgement = try judgement(respondent, answers, language: language)
        text += "\(respondent) \(language): \(judgement.draft().map(\.paragraph).joined(separator: " "))\n"
      }
    }
    try Golden.expect(text, "paragraphs.txt", in: "Tests/Fixtures/languages")
  }

  @Test(arguments: [
    (false, "`respondents.XPO`, `lakes.share.none`, `lakes.share.some`, …"), (true, "`lakes.stations.satisfied`"),
  ])
  func whatALanguageLacksIsTold(_ namingAll: Bool, _ keys: String) throws {
    let issues = pack.lint(namingAll: namingAll)
    #expect(issues.map(\.rule.description) == ["pack/missing-text"] && issues.map(\.severity) == [.info])
    let told = try catalogue("en").line(try #require(issues.first))
    #expect(told.contains("`pt`: 5 (") && told.contains(keys), "\(told)")
  }

  /// Every text that a person sees is marked where it is not in the language asked for, and never in the base language.
  @Test func textsThatAreMissingAreMarked() throws {
    let head = "kinds: {law: Law}\nproofs: {law: {kinds: [law]}}\nrespondents: {PER: {en: {name: Peru}}}\n"
    let evaluation = """
      items:
        one:
          findings: {law: {statement: {satisfied: "has {{ words(2) }} laws: {{ label('law') }}"}}}
          rules:
            rr: {rule: "marks.all(m, m.value)", about: [marks], message: "{{ name('PER') }} lacks {{ marks[0].label }}.", help: Think.}
      """
    let questions = """
      law: {ask: A law?, evidence: law, help: Say yes.}
      year: {ask: Which year?, type: year}
      marks: {ask: Marks?, type: table, of: yes_no, rows: {red: Red mark}}
      """
    let words = "words: small\nlanguage: fr\nstyle: {subjects: [\"{{ respondent }}\"]}\n"
    let pack = try #require(SmallPack.questions(questions, head: head, evaluation: evaluation, words: words))
    #expect(pack.issues.isEmpty)
    for (language, mark) in [("fr", "[en: "), ("en", ""), ("nl", "")] {
      let end = mark.isEmpty ? "" : "]"
      let joint = mark.isEmpty ? " — " : ": "
      func marked(_ text: String) -> String { mark + text + end }
      let reply =
        "reply: small\nversion: 1.0.0\nrespondent: PER\nstatus: complete\nanswers: {one: {law: yes, year: x, marks: {red: no}}}\n"
      let judgement = try #require(
        judge(SourceFile(name: "reply.yaml", bytes: Array(reply.utf8)), by: pack, language: language))
      let words = try catalogue("en")
      let lines = judgement.issues.map { words.line($0) }
      let helps = judgement.issues.flatMap { words.helps($0) }
      #expect(lines.contains("1 \(marked("Which year?"))\(joint)needs a year"), "\(lines)")
      #expect(lines.contains { $0.hasSuffix(marked("Peru lacks Red mark.")) }, "\(lines)")
      #expect(helps.contains(marked("Think.")) && helps.contains { $0.contains(marked("Law")) }, "\(helps)")
      let drafts = judgement.draft()
      #expect(drafts.first?.findings.first?.statement == marked("has two laws: Law"))
      let text = DraftText(catalogue: words, paint: Paint(isOn: false), isBrief: true).paragraphs(judgement, drafts)
      #expect(text.hasPrefix("1. \(marked("One"))\n") && text.contains(marked("Peru")) == !mark.isEmpty, "\(text)")
    }
  }

  private func judgement(_ respondent: String, _ answers: String, language: String) throws -> Judgement {
    let lines = answers.split(separator: "\n").map { "    \($0)\n" }.joined()
    let text = "reply: lakes-2024\nversion: 1.0.0\nrespondent: \(respondent)\nstatus: complete\nanswers:\n  lakes:\n\(lines)"
    return try #require(judge(SourceFile(name: "reply.yaml", bytes: Array(text.utf8)), by: pack, language: language))
  }
}
