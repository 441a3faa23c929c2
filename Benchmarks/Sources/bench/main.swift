// Times reading a reply into a tree against libyaml's bare event scan, both in one run; or runs one of them for callgrind.
//
//   bench [ROUNDS]         prints both times and their ratio
//   bench scan|tree COUNT  runs one of them, COUNT times over all replies

import CClock
import CScan
import Documents

let replies = (1...10).map { ReplyText.make(seed: $0) }

func scan(_ reply: [UInt8]) -> Int { scan_events(reply, reply.count) }

/// All of `Document.parse`: encoding, limits, tree, interned keys, duplicates.
func tree(_ reply: [UInt8]) -> Int {
  let document = Document.parse(SourceFile(name: "reply.yaml", bytes: reply))
  precondition(document.issues.isEmpty)
  return document.root?.count ?? 0
}

/// Nanoseconds of one pass over all replies.
func time(_ work: ([UInt8]) -> Int) -> Int {
  let start = thread_nanoseconds()
  var sum = 0
  for reply in replies { sum += work(reply) }
  precondition(sum > 0)
  return thread_nanoseconds() - start
}

func compare(rounds: Int) {
  var best = (scan: Int.max, tree: Int.max)
  for _ in 0..<rounds {
    best.scan = min(best.scan, time(scan))
    best.tree = min(best.tree, time(tree))
  }
  let size = replies.reduce(0) { $0 + $1.count } / replies.count
  let events = replies.reduce(0) { $0 + scan($1) } / replies.count
  print("replies: \(replies.count) of \(size) bytes, \(events) events each; minimum of \(rounds) rounds")
  print("scan \(best.scan / replies.count / 1_000) us, tree \(best.tree / replies.count / 1_000) us a reply")
  let hundredths = (best.tree * 100 + best.scan / 2) / best.scan
  print("ratio by time: \(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)")
}

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.dropFirst().first.flatMap { Int($0) }) {
case ("scan", let count?): for _ in 0..<count { _ = time(scan) }
case ("tree", let count?): for _ in 0..<count { _ = time(tree) }
case (nil, _): compare(rounds: 100)
case (let rounds?, nil) where Int(rounds) ?? 0 > 0: compare(rounds: Int(rounds) ?? 1)
default: print("usage: bench [ROUNDS] | bench scan|tree COUNT")
}
