import Publishing
import Testing

/// What leads to the web is the same in every form.
@Suite struct WebLinkTests {
  @Test(arguments: [
    ("https://www.oas.org/a?b=1&c=2#d", "https://www.oas.org/a?b=1&c=2#d"), ("HTTP://oas.org", "http://oas.org"),
    ("https://oas.org:8080/ñ x\"<>\\%zz%20#a#b", "https://oas.org:8080/%C3%B1%20x%22%3C%3E%5C%25zz%20#a%23b"),
    ("https://oas.org/a'b|c", "https://oas.org/a'b%7Cc"),
    ("javascript:alert(1)", nil), ("file:///etc/passwd", nil), ("ftp://oas.org", nil), ("https://", nil), ("https://a b/", nil),
    ("data:text/html,x", nil), ("//x.org", nil), ("https://x y", nil),
    ("https://x.org/\u{202E}", nil), ("https://x.org/\na", nil),
    ("https://x.org/\ta", nil), ("https://x.org/\u{FEFF}", nil), ("https://oas.org\u{2028}", nil),
    ("https://www.oas.org@evil.example/", nil), ("https://u:p@oas.org/", nil), ("https://oas.org:99999/", nil),
    ("https://oas.org:", nil), ("https://..", nil), ("oas.org", nil), ("https://öas.org/", nil),
    ("https://oas.org\\@evil.example", nil),
    ("https://a/" + String(repeating: "x", count: 3000), nil), ("https://[::1]/", nil), ("", nil),
  ])
  func onlyTheWebIsLinked(_ address: String, target: String?) throws {
    for content in [[Inline.link("words", .address(address))], [.note([[.link("words", .address(address))]])]] {
      let publication = Document.with([.paragraph(content)])
      let expected = target.map { [$0] } ?? []
      let docx = try UnzippedDOCX(publication)
      let targets = docx.elements.filter { $0.attributes["TargetMode"] == "External" }.map { $0.attributes["Target"] }
      #expect(targets == expected)
      #expect(try Soundness.faults(in: docx) == [])
      #expect(docx.elements.contains { $0.name == "w:t" && $0.ownText == "words" })
      let html = HTMLRenderer.text(publication)
      let links = html.matches(of: /<a href="([^#"][^"]*)" rel="noopener noreferrer">words<\/a>/).map { match in
        String(match.1).replacing("&#39;", with: "'").replacing("&amp;", with: "&")
      }
      #expect(links == expected && html.contains("words"))
      let markdown = MarkdownRenderer.text(publication)
      let written = markdown.matches(of: /\[words\]\(<([^>]*)>\)/).map { String($0.1).replacing("&amp;", with: "&") }
      #expect(written == expected && markdown.contains("words"))
    }
  }
}
