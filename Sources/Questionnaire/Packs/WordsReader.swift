import Documents
import RulesEngine

/// Reads the words files of a pack; those of one language are one.
struct WordsReader {
  /// The language that the pack is written in.
  let base: String
  let problems: Problems

  /// The words by language.
  func read(_ roots: [Node]) -> [String: PackWords] {
    var result: [String: PackWords] = [:]
    for root in roots {
      var fields = Fields(root, path: "", domain: "pack", problems: problems)
      _ = fields.required("words")
      let language = fields.required("language")
      let style = fields.node("style")
      let texts = fields.node("texts")
      fields.finish()
      guard let language else { continue }
      var words =
        result[language.text]
        ?? PackWords(
          style: nil, catalogue: TextCatalogue(language: language.text, base: base), declared: language.location)
      if let style { read(style, into: &words) }
      if let texts { add(texts, to: &words) }
      result[language.text] = words
    }
    return result
  }

  private func read(_ style: Node, into words: inout PackWords) {
    guard words.style == nil else {
      let arguments = ["language": words.catalogue.language]
      problems.add(Issue("pack/style-twice", path: "style", at: style.location, Message("pack/style-twice", arguments)))
      return
    }
    words.style = StyleReader(problems: problems).read(style)
  }

  private func add(_ texts: Node, to words: inout PackWords) {
    for text in words.catalogue.add(TextCatalogue(language: words.catalogue.language, base: base, texts: texts)) {
      problems.add(
        Issue("pack/text-twice", path: text.key, at: text.node.location, Message("pack/text-twice", ["key": text.key])))
    }
  }
}
