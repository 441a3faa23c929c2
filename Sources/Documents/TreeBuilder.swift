/// Makes the flat tree of a document's first document out of libyaml's events.
struct TreeBuilder {
  /// Why reading ended.
  enum Stop {
    case finished
    case problem(LibYAMLProblem)
    /// With the place where the outermost list or mapping in brackets begins that is open there.
    case tooDeep(Mark, bracket: Mark?)
    case tooManyNodes(Mark)
    /// A second document begins; what is in it is not read.
    case secondDocument(Mark)
  }

  /// Something to report about a node, put into words when the whole tree is there.
  struct Remark {
    enum What {
      case duplicate(first: Int), undefinedAlias(String), recursiveAlias(String), tag(String), keyNotScalar, emptyKey, mergeKey,
        longScalar
    }
    var what: What
    var node: Int
  }

  private struct Frame {
    var node: Int
    var isMapping: Bool
    var atKey: Bool
    /// Children of a sequence, entries of a mapping.
    var count: UInt32
    /// How deep its subtree is, aliases expanded.
    var height: Int
    /// The number of nodes before it, aliases expanded.
    var nodesBefore: Int
    var isAnchored: Bool
  }

  private struct Anchor {
    var node: Int
    var nodes: Int
    var height: Int
    var isComplete: Bool
  }

  /// All that one reading gave.
  struct Result {
    var tree: Tree
    var remarks: [Remark]
    /// Quoted scalars of several lines: a quote that was never closed may be one of them.
    var multilineQuotes: [Int]
    var stop: Stop
  }

  private let limits: Limits
  private(set) var tree = Tree()
  private(set) var remarks: [Remark] = []
  private var multilineQuotes: [Int] = []
  /// The container that events go into; the ones around it are in `frames`.
  private var current = Frame(node: -1, isMapping: false, atKey: false, count: 0, height: 0, nodesBefore: 0, isAnchored: false)
  private var frames: [Frame] = []
  private var anchors: [String: Anchor] = [:]
  /// Nodes so far, aliases expanded, beyond those in the tree.
  private var expanded = 0
  /// The end of the last node: where the block container around it ends too.
  private var lastEnd = Mark(line: 0, column: 0)
  private var lastIsBlockScalar = false

  private init(limits: Limits, size: Int) {
    self.limits = limits
    tree.nodes.reserveCapacity(min(size / 8, limits.nodes) + 16)
    tree.arena.reserveCapacity(size)
  }

  /// Reads a text that is known to be UTF-8 without forbidden characters. Whatever stops it, the tree holds what came before.
  static func read(_ bytes: [UInt8], limits: Limits) -> Result {
    var builder = TreeBuilder(limits: limits, size: bytes.count)
    let stop = EventStream.read(bytes) { builder.run(&$0) }
    if case .finished = stop {} else { builder.closeAll() }
    return Result(tree: builder.tree, remarks: builder.remarks, multilineQuotes: builder.multilineQuotes, stop: stop)
  }

  private mutating func run(_ stream: inout EventStream) -> Stop {
    var documents = 0
    while true {
      switch stream.advance() {
      case .scalar: scalar(stream)
      case .mappingStart, .sequenceStart:
        if frames.count >= limits.depth { return tooDeep(stream) }
        open(stream)
      case .containerEnd: close(stream)
      case .alias:
        if let stop = alias(stream) { return stop }
      case .documentStart:
        documents += 1
        if documents > 1 { return .secondDocument(stream.start) }
      case .streamEnd: return .finished
      case .failure: return .problem(stream.problem)
      case .streamStart, .documentEnd: break
      }
      if tree.nodes.count + expanded > limits.nodes { return .tooManyNodes(stream.start) }
    }
  }
}

extension TreeBuilder {
  private func tooDeep(_ stream: borrowing EventStream) -> Stop {
    let open = frames.dropFirst().map(\.node) + [current.node]
    let bracket = open.first { tree.nodes[$0].style == .flow }
    return .tooDeep(stream.start, bracket: bracket.map { tree.nodes[$0].start })
  }
}

// MARK: - Events

extension TreeBuilder {
  @inline(__always)
  private mutating func scalar(_ stream: borrowing EventStream) {
    let bytes = stream.scalar
    let style = stream.scalarStyle
    var node = FlatNode(
      kind: .scalar, style: style, flags: [], start: stream.start, end: stream.end, first: 0, second: 0)
    let isKey = current.isMapping && current.atKey
    if bytes.count > limits.scalar {
      node.flags = isKey ? .dropped : .unread
      remark(.longScalar)
    } else if isKey {
      node.flags = key(bytes, style)
      node.first = tree.keys.intern(bytes, arena: &tree.arena)
    } else {
      node.first = UInt32(truncatingIfNeeded: tree.arena.count)
      node.second = UInt32(truncatingIfNeeded: bytes.count)
      bytes.append(to: &tree.arena)
    }
    lastEnd = node.end
    lastIsBlockScalar = false
    if style != .plain { notPlain(&node) }
    if stream.scalarHasProperties {
      node.flags.insert(.properties)
      note(stream, nodes: 1, isComplete: true)
    }
    tree.nodes.append(node)
    advanceInContainer()
  }

  private mutating func notPlain(_ node: inout FlatNode) {
    if node.style == .literal || node.style == .folded {
      lastIsBlockScalar = true
      node.flags.insert(.endsInBlockScalar)
    } else if node.start.line != node.end.line {
      multilineQuotes.append(tree.nodes.count)
    }
  }

  /// What is to be said of a key.
  @inline(__always)
  private mutating func key(_ bytes: ScalarBytes, _ style: Node.Style) -> FlatNode.Flags {
    guard style == .plain, bytes.count <= 2 else { return .key }
    if bytes.count == 0 {
      remark(.emptyKey)
      return [.key, .dropped]
    }
    if bytes.equal("<<") {
      remark(.mergeKey)
      return [.key, .dropped]
    }
    return .key
  }

  private mutating func open(_ stream: borrowing EventStream) {
    let index = tree.nodes.count
    let isMapping = stream.isMapping
    var node = FlatNode(
      kind: isMapping ? .mapping : .sequence, style: stream.isFlow ? .flow : .block, flags: [], start: stream.start,
      end: stream.end, first: 0, second: UInt32(index) + 1)
    if current.isMapping, current.atKey {
      node.flags.insert(.dropped)
      // `{{ x }}:` is one mistake, not two.
      if !tree.nodes[current.node].flags.contains(.dropped) { remark(.keyNotScalar) }
    }
    let isAnchored = stream.containerHasProperties
    if isAnchored {
      node.flags.insert(.properties)
      note(stream, nodes: 0, isComplete: false)
    }
    frames.append(current)
    current = Frame(
      node: index, isMapping: isMapping, atKey: true, count: 0, height: 0, nodesBefore: index + expanded, isAnchored: isAnchored)
    tree.nodes.append(node)
  }

  private mutating func close(_ stream: borrowing EventStream) {
    if tree.nodes[current.node].style == .flow {
      lastEnd = stream.end
      lastIsBlockScalar = false
    }
    closeCurrent()
  }

  /// Fails when the alias's target, expanded here, is too much.
  private mutating func alias(_ stream: borrowing EventStream) -> Stop? {
    let name = stream.properties.anchor ?? ""
    var node = FlatNode(
      kind: .scalar, style: .plain, flags: .unread, start: stream.start, end: stream.end,
      first: UInt32(truncatingIfNeeded: tree.arena.count), second: 0)
    if current.isMapping, current.atKey {
      node.flags.insert(.dropped)
      remark(.keyNotScalar)
    } else if let anchor = anchors[name], anchor.isComplete {
      if frames.count + anchor.height > limits.depth { return tooDeep(stream) }
      node.kind = .alias
      node.flags = []
      node.first = UInt32(anchor.node)
      expanded += anchor.nodes - 1
      current.height = max(current.height, anchor.height)
    } else {
      remark(anchors[name] == nil ? .undefinedAlias(name) : .recursiveAlias(name))
    }
    lastEnd = node.end
    lastIsBlockScalar = false
    tree.nodes.append(node)
    advanceInContainer()
    return nil
  }

  /// Keeps the anchor and the tag of the node that comes next.
  private mutating func note(_ stream: borrowing EventStream, nodes: Int, isComplete: Bool) {
    let (anchor, tag) = stream.properties
    let index = tree.nodes.count
    if let anchor { anchors[anchor] = Anchor(node: index, nodes: nodes, height: 0, isComplete: isComplete) }
    if let tag {
      tree.tags[index] = tag
      remark(.tag(tag))
    }
  }

  /// A remark about the node that comes next.
  private mutating func remark(_ what: Remark.What) {
    remarks.append(Remark(what: what, node: tree.nodes.count))
  }
}

// MARK: - Containers

extension TreeBuilder {
  /// The next child of the container is due; in a mapping keys and values take turns.
  @inline(__always)
  private mutating func advanceInContainer() {
    if current.isMapping {
      current.atKey.toggle()
      if !current.atKey { current.count += 1 }
    } else {
      current.count += 1
    }
  }

  private mutating func closeCurrent() {
    let index = current.node
    if current.isMapping { dropDuplicates() }
    tree.nodes[index].end = lastEnd
    if lastIsBlockScalar { tree.nodes[index].flags.insert(.endsInBlockScalar) }
    tree.nodes[index].first = current.count
    tree.nodes[index].second = UInt32(tree.nodes.count)
    let closed = current
    current = frames.removeLast()
    current.height = max(current.height, closed.height + 1)
    if closed.isAnchored { complete(closed) }
    advanceInContainer()
  }

  /// An anchored container can be an alias's target from now on.
  private mutating func complete(_ closed: Frame) {
    let nodes = tree.nodes.count + expanded - closed.nodesBefore
    for (name, anchor) in anchors where anchor.node == closed.node {
      anchors[name] = Anchor(node: closed.node, nodes: nodes, height: closed.height + 1, isComplete: true)
    }
  }

  /// Marks the entries of the finished mapping that are left out, and counts the others.
  private mutating func dropDuplicates() {
    var index = current.node + 1
    let mapping = UInt32(current.node) + 1
    let end = tree.nodes.count
    while index < end {
      let node = tree.nodes[index]
      if node.flags.contains(.dropped) {
        current.count -= 1
      } else {
        let stamp = tree.keys.stamps[Int(node.first)]
        if stamp.mapping == mapping {
          tree.nodes[index].flags.insert(.dropped)
          remarks.append(Remark(what: .duplicate(first: Int(stamp.key)), node: index))
          current.count -= 1
        } else {
          tree.keys.stamps[Int(node.first)] = KeyTable.Stamp(mapping: mapping, key: UInt32(index))
        }
      }
      index = tree.after(tree.after(index))
    }
  }

  /// Closes what was open when reading stopped; a key without its value gets one that is unread.
  private mutating func closeAll() {
    while !frames.isEmpty {
      if current.isMapping, !current.atKey {
        let place = lastEnd
        tree.nodes.append(
          FlatNode(kind: .scalar, style: .plain, flags: .unread, start: place, end: place, first: 0, second: 0))
        advanceInContainer()
      }
      tree.nodes[current.node].flags.insert(.incomplete)
      closeCurrent()
    }
  }
}
