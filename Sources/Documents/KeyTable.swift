/// Every key of a document once, with an id in the order of appearance. The bytes stand in the tree's arena.
struct KeyTable {
  private struct Entry {
    var offset: UInt32
    var length: UInt32
    var hash: UInt32
  }

  /// The last mapping that had a key, and where.
  struct Stamp {
    var mapping: UInt32
    var key: UInt32
  }

  /// Keys come from strangers: nobody can prepare keys that all fall on one slot.
  private let seed = UInt64.random(in: .min ... .max)
  private var entries: [Entry] = []
  /// Open addressing: an id + 1, or 0 for a free slot; the size is a power of two.
  private var slots = [UInt32](repeating: 0, count: 256)
  /// By id: finds a key that stands twice without a set for every mapping.
  var stamps: [Stamp] = []

  func bytes(of id: UInt32) -> Range<Int> {
    let entry = entries[Int(id)]
    return Int(entry.offset)..<Int(entry.offset + entry.length)
  }

  /// The id of a key if the document has it anywhere.
  func find(_ bytes: ScalarBytes, in arena: [UInt8]) -> UInt32? {
    let found = slots[slot(of: bytes, hash: bytes.hash(seed: seed), in: arena)]
    return found == 0 ? nil : found - 1
  }

  /// The id of a key, new if it has not been seen; new bytes are appended to the arena.
  mutating func intern(_ bytes: ScalarBytes, arena: inout [UInt8]) -> UInt32 {
    let hash = bytes.hash(seed: seed)
    let slot = slot(of: bytes, hash: hash, in: arena)
    if slots[slot] != 0 { return slots[slot] - 1 }
    let id = UInt32(entries.count)
    entries.append(Entry(offset: UInt32(arena.count), length: UInt32(bytes.count), hash: hash))
    stamps.append(Stamp(mapping: 0, key: 0))
    bytes.append(to: &arena)
    slots[slot] = id + 1
    if entries.count * 2 > slots.count { grow() }
    return id
  }

  /// The slot that holds a key, or the free one where it belongs.
  @inline(__always)
  private func slot(of bytes: ScalarBytes, hash: UInt32, in arena: [UInt8]) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot] - 1)]
      if entry.hash == hash, Int(entry.length) == bytes.count, bytes.equal(arena, at: Int(entry.offset)) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let size = slots.count * 2
    var larger = [UInt32](repeating: 0, count: size)
    for (id, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (size - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (size - 1) }
      larger[slot] = UInt32(id) + 1
    }
    slots = larger
  }
}
