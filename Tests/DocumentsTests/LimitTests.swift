import Documents
import Testing

@Suite struct LimitTests {
  private func limits(_ change: (inout Limits) -> Void) -> Limits {
    var limits = Limits.standard
    change(&limits)
    return limits
  }

  @Test func bytes() {
    let limits = limits { $0.bytes = 5 }
    #expect(parse("a: 12", limits: limits).shortIssues == [])
    let document = parse("a: 123", limits: limits)
    #expect(document.issues.map(\.message) == [Message("yaml/limit-bytes", ["limit": "5", "flag": "--max-bytes"])])
    #expect(document.root == nil)
    #expect(document.isBroken)
  }

  @Test func nodes() {
    let limits = limits { $0.nodes = 5 }
    #expect(parse("a: [1, 2]", limits: limits).shortIssues == [])
    let document = parse("a: [1, 2, 3]", limits: limits)
    #expect(document.shortIssues == ["1:11-1:11 yaml/limit-nodes"])
    #expect(document.root == nil)
    #expect(document.isBroken)
  }

  @Test func nodesAreCountedWithAliasesExpanded() {
    // root, a, [1, 2] of 3, b, 3 again: 8
    #expect(parse("a: &x [1, 2]\nb: *x\n", limits: limits { $0.nodes = 9 }).shortIssues == [])
    #expect(parse("a: &x [1, 2]\nb: *x\n", limits: limits { $0.nodes = 8 }).shortIssues == ["2:4-2:4 yaml/limit-nodes"])
  }

  @Test func depth() {
    let limits = limits { $0.depth = 3 }
    #expect(parse("a: {b: [1]}\n", limits: limits).shortIssues == [])
    let document = parse("a: {b: [[1]]}\nc: 1\n", limits: limits)
    #expect(document.shortIssues == ["1:9-1:10 yaml/limit-depth a"])
    #expect(outline(document.root) == "{a: ?, c: 1}")
    #expect(document.isBroken)
  }

  @Test func depthIsCountedWithAliasesExpanded() {
    let limits = limits { $0.depth = 3 }
    #expect(parse("a: &x [[1]]\nb: *x\n", limits: limits).shortIssues == [])
    #expect(parse("a: &x [[1]]\nb: [*x]\nc: 1\n", limits: limits).shortIssues == ["2:5-2:6 yaml/limit-depth b"])
  }

  @Test func scalars() {
    let limits = limits { $0.scalar = 3 }
    let document = parse("a: abc\nb: abcd\nc: x\n", limits: limits)
    #expect(document.shortIssues == ["2:4-2:8 yaml/limit-scalar b"])
    #expect(outline(document.root) == "{a: abc, b: ?, c: x}")
    #expect(document.isBroken)
  }

  @Test func keysAreScalars() {
    let document = parse("abcd: 1\nb: 2\n", limits: limits { $0.scalar = 3 })
    #expect(document.shortIssues == ["1:1-1:5 yaml/limit-scalar"])
    #expect(outline(document.root) == "{b: 2}")
    #expect(document.isBroken)
  }
}
