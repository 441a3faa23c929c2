/// Makes issues of what the tree builder remarked.
struct RemarkWords {
  let tree: Tree
  let text: SourceFile
  let paths: Paths
  let limits: Limits

  func issue(_ remark: TreeBuilder.Remark) -> Issue {
    let (rule, id, arguments) = words(remark)
    let range = place(of: remark)
    return Issue(
      RuleID(rule), path: paths.path(of: remark.node), at: Location(file: text.name, range: range), Message(id, arguments),
      help: Message("\(help(remark) ?? id).help", arguments))
  }

  private func words(_ remark: TreeBuilder.Remark) -> (rule: String, id: String, arguments: [String: String]) {
    switch remark.what {
    case .duplicate(let first):
      let line = String(tree.nodes[first].start.line + 1)
      return ("yaml/duplicate-key", "yaml/duplicate-key", ["key": string(remark.node), "line": line])
    case .undefinedAlias(let name): return ("yaml/undefined-alias", "yaml/undefined-alias", ["name": name])
    case .recursiveAlias(let name): return ("yaml/undefined-alias", "yaml/undefined-alias.recursive", ["name": name])
    case .tag:
      let tag = writtenTag(remark.node)
      return ("yaml/tag", "yaml/tag", ["tag": tag, "name": String(tag.drop { $0 == "!" })])
    case .keyNotScalar: return ("yaml/key-not-scalar", "yaml/key-not-scalar", [:])
    case .emptyKey: return ("yaml/key-not-scalar", "yaml/key-not-scalar.empty", [:])
    case .mergeKey: return ("yaml/merge-key", "yaml/merge-key", [:])
    case .longScalar:
      return ("yaml/limit-scalar", "yaml/limit-scalar", ["limit": String(limits.scalar), "flag": "--max-scalar"])
    }
  }

  /// A help of its own where the usual one does not fit.
  private func help(_ remark: TreeBuilder.Remark) -> String? {
    switch remark.what {
    case .tag:
      let tag = writtenTag(remark.node)
      let isName = tag.first == "!" && tag.dropFirst().first != "!" && tag.count > 1
      return isName && string(remark.node).isEmpty && tag.dropFirst().allSatisfy(Self.isNameCharacter) ? "yaml/tag.not" : nil
    case .keyNotScalar:
      let place = tree.nodes[remark.node].start
      let offset = text.offset(line: Int(place.line) + 1, column: Int(place.column) + 1)
      let isTemplate = offset > 0 && text.bytes[(offset - 1)...].starts(with: "{{".utf8)
      return isTemplate ? "yaml/key-not-scalar.template" : nil
    default: return nil
    }
  }

  private static func isNameCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "_" || character == ".")
  }

  /// A tag is marked itself; of all else the node.
  private func place(of remark: TreeBuilder.Remark) -> SourceRange {
    guard case .tag = remark.what, let range = tagRange(remark.node) else {
      return Places(tree: tree, text: text).range(of: remark.node)
    }
    return SourceRange(from: text.position(of: range.lowerBound), to: text.position(of: range.upperBound))
  }

  /// The tag as it is written: `!!str`, not what it stands for.
  private func writtenTag(_ node: Int) -> String {
    tagRange(node).map { String(decoding: text.bytes[$0], as: UTF8.self) } ?? tree.tags[node] ?? "!"
  }

  private func tagRange(_ node: Int) -> Range<Int>? {
    let place = tree.nodes[node].start
    var offset = text.offset(line: Int(place.line) + 1, column: Int(place.column) + 1)
    while offset < text.bytes.count {
      let word = text.bytes[offset...].prefix { !Byte.isBlank($0) && !Byte.isBreak($0) }
      if word.first == UInt8(ascii: "!") { return offset..<tagEnd(word) }
      guard word.first == UInt8(ascii: "&") else { return nil }
      offset = SourceText.skipSpace(text.bytes, from: word.endIndex, to: text.bytes.count)
    }
    return nil
  }

  /// In `[!a, b]` the comma is none of the tag.
  private func tagEnd(_ word: ArraySlice<UInt8>) -> Int {
    let trimmed = word.reversed().drop { [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains($0) }
    return word.startIndex + trimmed.count
  }

  private func string(_ node: Int) -> String {
    String(decoding: tree.arena[tree.bytes(of: node)], as: UTF8.self)
  }
}

extension TreeBuilder.Remark {
  var isLimit: Bool {
    if case .longScalar = what { return true }
    return false
  }
}
