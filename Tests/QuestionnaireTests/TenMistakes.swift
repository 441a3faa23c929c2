import Documents
import Foundation
import Questionnaire
import Testing

/// What an official does wrong, all in one reply: ten mistakes, ten issues, each at its place and in every language.
@Suite struct TenMistakes {
  let pack: Pack
  let source: SourceFile

  init() throws {
    let folder = package.appending(path: "Tests/Fixtures/ten-mistakes")
    pack = try #require(Packs.load("wells-2025", from: [folder]))
    source = try read(folder.appending(path: "reply.yaml"), name: "reply.yaml")
  }

  @Test func tenIssuesAtTheirPlaces() throws {
    let issues = try #require(judge(source, by: pack)).issues
    let places = issues.map { "\($0.location.range.line):\($0.location.range.column) \($0.rule) \($0.severity.rawValue)" }
    #expect(
      places == [
        "8:16 reply/wrong-type error", "9:18 reply/out-of-range error", "10:22 reply/wrong-type error",
        "11:18 reply/required error", "14:5 reply/not-relevant error", "15:17 reply/wrong-type error",
        "16:34 evidence/unknown error", "17:5 yaml/duplicate-key error", "18:1 yaml/tab error",
        "18:2 reply/unknown-question error",
      ])
  }

  @Test(arguments: MessageFile.languages) func words(_ language: String) throws {
    let words = try catalogue(language)
    let judgement = try #require(judge(source, by: pack, language: language))
    for issue in judgement.issues {
      #expect(words.help(issue) != nil, "\(issue.rule) says what to do")
      #expect(!words.line(issue).contains("/") || issue.rule == "reply/out-of-range", "\(issue.rule) has words and no id")
    }
    let text = CheckText(catalogue: words, paint: Paint(isOn: false), showsAll: true).report(judgement)
    try Golden.expect(text, "ten-mistakes/expected.\(language).txt")
  }
}
