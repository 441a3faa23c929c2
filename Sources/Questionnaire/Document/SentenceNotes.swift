import Documents
import Publishing
import RulesEngine

/// The paragraph of a section, with a note to each sentence that names what it rests on.
struct SentenceNotes {
  let context: DocumentContext

  /// The paragraph; nothing where there is no sentence.
  func paragraph(_ section: SectionDraft) -> [Block] {
    guard !section.sentences.isEmpty else { return [] }
    let findings = Dictionary(section.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let sentences = section.sentences.map { sentence -> [Inline] in
      let note = note(sentence.findings.compactMap { findings[$0] })
      return [.text(sentence.text)] + (note.isEmpty ? [] : [.note(note)])
    }
    return [.paragraph(DocumentWords.joined(sentences, by: .text(" ")))]
  }

  // What is said once in a note need not be said again for the next finding.
  private func note(_ findings: [Finding]) -> [[Inline]] {
    let answers = findings.flatMap(\.because).uniqued().map { context.answers.line($0) }
    let documents = findings.flatMap(\.documents).uniqued()
    let about = findings.flatMap(\.about).uniqued()
    // Half a page of documents would hide the paragraph: they run on.
    let lines = context.evidence.lines(documents, for: about)
    return answers.uniqued() + (lines.isEmpty ? [] : [DocumentWords.joined(lines, by: .text("; "))])
  }
}
