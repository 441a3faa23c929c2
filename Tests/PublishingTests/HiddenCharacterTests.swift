import Publishing
import Testing

/// What nobody would see is seen in the same way, whatever form the document has.
@Suite struct HiddenCharacterTests {
  @Test(arguments: [
    ("a\u{1B}[31mb", "a\\u{1b}[31mb"), ("a\u{2028}b\u{2029}c", "a\\u{2028}b\\u{2029}c"),
    ("a\u{202E}b\u{2066}c", "a\\u{202e}b\\u{2066}c"),
    ("\u{0}\u{7}\u{B}\u{C}\u{7F}\u{85}\u{9B}", "\\u{0}\\u{7}\\u{b}\\u{c}\\u{7f}\\u{85}\\u{9b}"),
    ("\u{FEFF}\u{FFFE}\u{FFFF}\u{200F}\u{61C}", "\\u{feff}\\u{fffe}\\u{ffff}\\u{200f}\\u{61c}"), ("a\nb\r\nc\rd\te", "a b c d e"),
    ("a\u{301}ñ😀\u{A0}", "a\u{301}ñ😀\u{A0}"),
  ])
  func theyAreShownAlike(_ text: String, shown: String) throws {
    let publication = Document.with([
      .heading(.init(level: 1, text: text, anchor: "a")), .paragraph([.strong(text)]), .numbered(1, [.text("x" + text)]),
      .table(.init(caption: text, columns: [text], rows: [[[.code(text)]]])), .paragraph([.note([[.text(text)]])]),
    ])
    let docx = try UnzippedDOCX(publication)
    let words = docx.elements.filter { $0.name == "w:t" }.map(\.ownText)
    #expect(words.count { $0 == shown } == 7 && words.contains("x" + shown))
    #expect(docx.elements.contains { $0.name == "w:tblCaption" && $0.value == shown })
    let html = HTMLRenderer.text(publication)
    #expect(html.contains("<strong>\(shown)</strong>") && html.contains("x\(shown)</p>"))
    let unescaped = MarkdownRenderer.text(publication).replacing("\\\\", with: "\\").replacing("\\[", with: "[")
    #expect(unescaped.contains("x\(shown)\n"))
    for form in [html, unescaped] + words {
      #expect(!form.unicodeScalars.contains { VisibleText.isHidden($0) && $0 != "\n" })
    }
  }
}
