import Documents
import RulesEngine

/// Reads `{code: text}`.
struct ChoiceListReader {
  let problems: Problems

  /// The list with its words under `textPath`. Codes are kebab-case.
  func read(_ node: Node, name: String, textPath: String) -> ChoiceList {
    guard node.kind == .mapping else {
      problems.add(
        Issue("pack/wrong-form", path: name, at: node.location, Message("pack/wrong-form.mapping", ["name": "choices"])))
      return ChoiceList(name: name, choices: [])
    }
    return ChoiceList(
      name: name,
      choices: node.entries.map { entry in
        if !Names.isKebabCase(entry.key.text) {
          problems.add(
            Issue("pack/name", path: name, at: entry.key.location, Message("pack/name.kebab-case", ["name": entry.key.text])))
        }
        return (entry.key.text, TextSource(key: "\(textPath).\(entry.key.text)", base: entry.value))
      })
  }
}
