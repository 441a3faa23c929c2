import Publishing
import Testing

/// Markdown in which a document's texts are text, and its structure is that of the document.
@Suite struct MarkdownTests {
  @Test func everythingHasItsForm() {
    let text = MarkdownRenderer.text(sample("word"))
    for part in [
      "# word\n", "\n> **word**\n", "- [word](#a)", "<a id=\"a\"></a>\n\n## word\n", "**7\\.** word", "`word`", "~~word~~",
      "◐ **word**", "[word](<#a>)", "[word](<https://www.example.org/?a=1&amp;b=2>)", "<br>[^",
      "| word | word |\n| --- | --- |\n",
      "\n- word", "\n* **word:** word", "\n[^1]: word\n\n    **word**[^2]\n", "<!-- -->",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  /// Whatever a text holds, as many lines begin as blocks do, and they begin in the same way.
  @Test(arguments: hostileTexts.filter { !$0.allSatisfy { $0 == " " } }) func textsMakeNoBlocks(_ text: String) {
    func shape(_ text: String) -> [String] {
      MarkdownRenderer.text(sample(text)).split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let blanks = line.prefix { $0 == " " }
        let rest = line.dropFirst(blanks.count)
        let mark = ["- ", "* ", "> ", "# ", "## ", "### ", "| ", "|", "[^", "<a id", "<!-- -->", "1. ", "**7\\.**"].first {
          rest.hasPrefix($0)
        }
        return blanks + (mark ?? (rest.isEmpty ? "" : "text"))
      }
    }
    #expect(shape(text) == shape("word"))
  }

  /// Every sign that could be a mark has a backslash before it, but for those that the form itself sets.
  @Test(arguments: hostileTexts) func textsMakeNoMarks(_ text: String) {
    let inline = Publication(
      language: "en", cover: Publication.Cover(title: "t", notice: "n"),
      words: Publication.Words(contents: "", notes: "", back: ""), blocks: [.paragraph([.text("x " + text)])])
    let written = MarkdownRenderer.text(inline).split(separator: "\n\n").last ?? ""
    var isEscaped = false
    for scalar in written.unicodeScalars {
      #expect(isEscaped || !"`*_[]<>|~#$!".unicodeScalars.contains(scalar), "\(written)")
      isEscaped = scalar == "\\" && !isEscaped
    }
    #expect(!isEscaped && !written.contains("https://") && !written.contains("www."))
  }

  /// A list that follows another of its kind is not taken for its end.
  @Test func listsStayApart() {
    let entry: [[Block]] = [[.paragraph([.text("x")])]]
    func written(_ first: Bool, _ second: Bool) -> String {
      MarkdownRenderer.text(
        Publication(
          language: "en", cover: Publication.Cover(title: "t", notice: "n"),
          words: Publication.Words(contents: "", notes: "", back: ""),
          blocks: [.list(entry, isNumbered: first), .list(entry, isNumbered: second)]))
    }
    #expect(written(true, true).contains("1. x\n\n<!-- -->\n\n1. x"))
    #expect(written(true, false).contains("1. x\n\n- x"))
  }

  @Test func controlCharactersAreShown() {
    let text = MarkdownRenderer.text(sample("a\u{202E}b\u{7}"))
    #expect(!text.unicodeScalars.contains("\u{202E}") && !text.unicodeScalars.contains("\u{7}") && text.contains("u{202e}"))
  }
}
