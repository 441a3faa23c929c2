import Questionnaire
import Testing

/// What the makers of a fixture know of it.
struct FixtureFile: Sendable, CustomTestStringConvertible {
  let name: String
  let pages: Int?
  let fault: DocumentFile.Fault?

  init(_ name: String, pages: Int? = nil, fault: DocumentFile.Fault? = nil) {
    (self.name, self.pages, self.fault) = (name, pages, fault)
  }

  var testDescription: String { name }

  static let whole = [
    FixtureFile("writer-1.pdf", pages: 1), FixtureFile("writer-3.pdf", pages: 3), FixtureFile("writer-12.pdf", pages: 12),
    FixtureFile("latex-1.pdf", pages: 1), FixtureFile("latex-3.pdf", pages: 3), FixtureFile("latex-12.pdf", pages: 12),
    FixtureFile("chromium-1.pdf", pages: 1), FixtureFile("chromium-3.pdf", pages: 3),
    FixtureFile("chromium-12.pdf", pages: 12), FixtureFile("latex-tables.pdf", pages: 3),
    FixtureFile("linearized-3.pdf", pages: 3), FixtureFile("object-streams-3.pdf", pages: 3),
    FixtureFile("updated-3.pdf", pages: 3), FixtureFile("updated-4.pdf", pages: 4),
    FixtureFile("junk-before-3.pdf", pages: 3),
    FixtureFile("writer.docx"), FixtureFile("calc.xlsx"), FixtureFile("writer-1.odt"), FixtureFile("writer-12.odt"),
    FixtureFile("plain.png"), FixtureFile("chromium.png"), FixtureFile("writer.png"),
    FixtureFile("plain.jpg"), FixtureFile("progressive.jpg"), FixtureFile("writer.jpg"), FixtureFile("telephone.jpg"),
    FixtureFile("plain.txt"), FixtureFile("latin1.txt"), FixtureFile("wide.txt"), FixtureFile("mark.txt"),
    FixtureFile("table.csv"), FixtureFile("table-excel.csv"), FixtureFile("calc.csv"),
  ]

  static let faulty = [
    FixtureFile("encrypted-user.pdf", fault: .encrypted), FixtureFile("encrypted-owner.pdf", fault: .encrypted),
    FixtureFile("encrypted.docx", fault: .encrypted), FixtureFile("encrypted.xlsx", fault: .encrypted),
    FixtureFile("encrypted.odt", fault: .encrypted),
    FixtureFile("truncated.pdf", fault: .truncated), FixtureFile("truncated.docx", fault: .truncated),
    FixtureFile("truncated.jpg", fault: .truncated), FixtureFile("truncated.png", fault: .truncated),
    FixtureFile("damaged.pdf", fault: .damaged), FixtureFile("damaged.docx", fault: .damaged),
    FixtureFile("damaged.png", fault: .damaged),
  ]
}
