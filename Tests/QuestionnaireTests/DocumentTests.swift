import Documents
import Foundation
import Publishing
import Questionnaire
import RulesEngine
import Testing

/// The experts' document, word for word and by what must hold for every reply.
@Suite struct DocumentTests {
  private static let folder = package.appending(path: "Tests/Fixtures/document")
  private static let origin = DraftDocument.Origin(digest: "sha256:00", tool: "validate 0", asOf: "2025-01-31")

  private static func judged(_ language: String) throws -> Judgement {
    let pack = try #require(Packs.load("ferries-2025", from: [folder]))
    let source = try read(folder.appending(path: "reply.yaml"), name: "reply.yaml")
    return try #require(judge(source, by: pack, language: language))
  }

  private static func publication(of judgement: Judgement, _ sections: [SectionDraft]? = nil) throws -> Publication {
    DraftDocument(
      judgement, sections ?? judgement.draft(), origin: origin, catalogue: try catalogue(judgement.language.code)
    ).publication
  }

  @Test(arguments: ["en", "es"]) func markdown(_ language: String) throws {
    let text = MarkdownRenderer.text(try Self.publication(of: Self.judged(language)))
    try Golden.expect(text, "document/expected.\(language).md")
  }

  @Test(arguments: ["en", "es"]) func html(_ language: String) throws {
    let text = HTMLRenderer.text(try Self.publication(of: Self.judged(language)))
    try Golden.expect(text, "document/expected.\(language).html")
  }

  /// The box of a row shows what is cited in it and for its table, and not what other rows cite.
  @Test func aRowHasItsOwnDocuments() throws {
    let questions = """
      ports: {ask: Ports?, type: table, key: name, columns: {name: {ask: Name, type: text}, lit: {ask: Lit}}}
      """
    let evaluation =
      "items:\n  one:\n    findings:\n      port-lit: {each: ports, about: [ports], status: {satisfied: row.lit}}\n"
    let pack = try #require(SmallPack.questions(questions, evaluation: evaluation))
    let rows = "[{name: Faro, lit: yes, evidence: first}, {name: Cala Azul, lit: yes, evidence: second}]"
    let register = ["first", "second", "whole"].map { "  \($0): {title: The \($0)}\n" }.joined()
    let judgement = try pack.judged(
      "ports: {value: \(rows), evidence: whole}", rest: "evidence:\n\(register)")
    let panels = try Self.publication(of: judgement).blocks.compactMap { block -> String? in
      let isRow = { (anchor: String) in anchor.contains("Faro") || anchor.contains("Azul") }
      guard case .panel(let panel) = block, isRow(panel.heading.anchor) else { return nil }
      return "\(panel.blocks)"
    }
    #expect(panels.count == 2)
    #expect(panels.map { $0.contains("The first") } == [true, false])
    #expect(panels.map { $0.contains("The second") } == [false, true])
    #expect(panels.allSatisfy { $0.contains("The whole") })
  }

  // MARK: - What holds for every reply

  private static let replies = ["document", "evidence", "ten-mistakes", "mem-2022/peru", "mem-2022/mexico"]

  private static func judgement(_ name: String) throws -> Judgement {
    if name.hasPrefix("mem-2022/") {
      let source = try read(package.appending(path: "examples/\(name).yaml"), name: "reply.yaml")
      let pack = try #require(Packs.mem)
      return try #require(judge(source, by: pack))
    }
    let folder = package.appending(path: "Tests/Fixtures/\(name)")
    let source = try read(folder.appending(path: "reply.yaml"), name: "reply.yaml")
    let name = Document.parse(source).root?["reply"]?.text ?? ""
    let pack = try #require(Packs.load(name, from: [folder]))
    return try #require(judge(source, by: pack))
  }

  @Test(arguments: replies) func everyFindingHasOneBox(_ name: String) throws {
    let judgement = try Self.judgement(name)
    let sections = judgement.draft()
    let parts = DocumentParts(try Self.publication(of: judgement, sections))
    let boxes = parts.anchors.filter { $0.hasPrefix("point-") }
    #expect(!boxes.isEmpty && boxes.count == sections.flatMap(\.findings).count)
  }

  @Test(arguments: replies) func anchorsAreUniqueAndLinksLeadSomewhere(_ name: String) throws {
    let parts = DocumentParts(try Self.publication(of: Self.judgement(name)))
    #expect(Set(parts.anchors).count == parts.anchors.count)
    #expect(parts.anchors.allSatisfy { $0.wholeMatch(of: /[A-Za-z][A-Za-z0-9_-]*/) != nil })
    #expect(!parts.links.isEmpty && Set(parts.links).isSubset(of: parts.anchors))
  }

  @Test(arguments: replies) func questionsAreNumberedAndNoneIsAskedTwice(_ name: String) throws {
    let judgement = try Self.judgement(name)
    let parts = DocumentParts(try Self.publication(of: judgement))
    let questions = parts.anchors.compactMap { $0.wholeMatch(of: /question-(\d+)/).map { Int($0.1) } }
    #expect(questions == Array(1...max(1, questions.count)).prefix(questions.count).map { $0 })
    let asked = parts.panels.filter { $0.heading.anchor.hasPrefix("question-") }.map { panel in
      var panel = panel
      panel.heading = Block.Heading(level: 3, text: String(panel.heading.text.drop { $0 != "—" }), anchor: "")
      return panel
    }
    #expect(Set(asked).count == asked.count)
    #expect(asked.count >= judgement.claims.count { !$0.isProven })
    let missing = parts.panels.filter { $0.tag.text == "not determined" && $0.heading.anchor.hasPrefix("question-") }
    let codes = missing.flatMap { DocumentParts($0.blocks).codes }
    #expect(Set(codes).count == codes.count)
  }

  @Test(arguments: replies) func everyAnswerIsThere(_ name: String) throws {
    let judgement = try Self.judgement(name)
    let text = DocumentParts(try Self.publication(of: judgement)).text
    var checked = 0
    for word in judgement.reply.answers.values.flatMap(\.texts) {
      checked += 1
      #expect(text.contains(word.split(whereSeparator: \.isNewline).first ?? ""), "\(word)")
    }
    #expect(checked > 0)
  }

  @Test(arguments: replies) func levelsAreNotSkipped(_ name: String) throws {
    var last = 0
    for level in DocumentParts(try Self.publication(of: Self.judgement(name))).levels {
      #expect(level <= last + 1)
      last = level
    }
  }

  // MARK: - What stands where

  /// What an expert set stands there, and beside it what was derived.
  @Test func whatAnExpertSetIsShownBesideWhatWasDerived() throws {
    let judgement = try Self.judged("en")
    let id: RuleID = "ferries-2025/fe_1_2.results"
    var override = FindingOverride(
      author: .init(name: "Ada", country: "XBO", date: "2025-02-03", reason: "Seen on the site."))
    override.status = .partiallySatisfied
    override.statement = "publishes a part of what is found"
    override.changedAnswers = ["fe_1_2.results"]
    let parts = DocumentParts(try Self.publication(of: judgement, judgement.draft([id: override])))
    let panel = try #require(parts.panels.first { $0.heading.anchor == "point-fe_1_2--results" })
    let text = DocumentParts(panel.blocks).text
    #expect(panel.tag == Block.Tag("partially satisfied", .partial))
    for words in ["Ada (Borea), 2025-02-03", "Seen on the site.", "publishes a part of what is found", "STALE"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(DocumentParts(panel.blocks).struck == ["satisfied", "publishes what is found"])
  }

  /// What the country has explained stands with its contradiction, and is asked no more.
  @Test func whatIsExplainedIsNotAsked() throws {
    let parts = DocumentParts(try Self.publication(of: Self.judged("en")))
    let issues = parts.panels.filter { $0.heading.anchor.hasPrefix("issue-") }
    let explained = issues.filter { DocumentParts($0.blocks).text.contains("The light was broken by a storm.") }
    #expect(explained.count == 1 && explained.allSatisfy { DocumentParts($0.blocks).links.isEmpty })
    let contradictory = issues.filter { DocumentParts($0.blocks).text.contains("no ferry is inspected") }
    #expect(contradictory.count == 1 && contradictory.allSatisfy { DocumentParts($0.blocks).links == ["question-1"] })
  }

  @Test func anEmptyReplyHasItsDocument() throws {
    let pack = try #require(SmallPack.questions("first: First?\nsecond: {ask: Second?, type: text, required: no}"))
    let judgement = try pack.judged("{}")
    let parts = DocumentParts(try Self.publication(of: judgement))
    #expect(parts.panels.map(\.heading.anchor) == ["point-one--first", "question-1"])
    #expect(parts.anchors.contains("section-one") && !parts.anchors.contains("item-one"))
  }

  /// Nothing that a reply holds is markup in a form of its document.
  @Test func nothingInAnAnswerIsMarkup() throws {
    let hostile = #"<script>alert(1)</script>"onload=x ]]> & [a](javascript:x) **b** \u202e \u0007 | `c`"#
    let pack = try #require(SmallPack.questions("first: {ask: First?, type: text}\nsecond: {ask: Second?, type: url}"))
    let judgement = try pack.judged(
      "first: {value: \"\(hostile.replacing("\"", with: "\\\""))\", comment: '- x'}\nsecond: 'javascript:alert(1)'")
    let publication = try Self.publication(of: judgement)
    let html = HTMLRenderer.text(publication)
    #expect(!html.contains("<script") && !html.contains("href=\"javascript") && !html.unicodeScalars.contains("\u{202E}"))
    #expect(
      html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;onload=x ]]&gt; &amp;") && html.contains("\\u{202e} \\u{7}"))
    let markdown = MarkdownRenderer.text(publication)
    #expect(markdown.contains(#"\<script\>"#) && markdown.contains(#"\*\*b\*\*"#) && markdown.contains(#"\[a\](javascript:x)"#))
  }
}

extension Answer {
  /// Everything that is said in words, as it stands in the reply.
  fileprivate var texts: [String] {
    var texts = [comment].compactMap { $0 }
    switch content {
    case .missing(_, let justification): texts += [justification].compactMap { $0 }
    case .value(.text(let text)): texts.append(text)
    case .value(.list(let entries)): texts += entries.flatMap(\.texts)
    case .value(.rows(let rows)): texts += rows.flatMap(\.cells).flatMap(\.texts)
    case .unreadable: texts += [node?.text].compactMap { $0 }
    default: break
    }
    // A choice stands there by its words, and not by its code.
    return texts.filter { !["small", "large"].contains($0) && !$0.isEmpty }
  }
}
