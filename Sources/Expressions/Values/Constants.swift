import Synchronization

/// The constants of a program.
final class Constants: Sendable {
  let arena: Arena
  /// Where a state keeps them.
  let place: Int

  init(_ arena: Arena, place: Int = 0) {
    self.arena = arena
    self.place = place
  }

  static let none = Constants(Arena(.constants))

  /// Programs made one after the other get different places; there are enough for the rules of a few packs.
  static func nextPlace() -> Int { Int(made.wrappingAdd(1, ordering: .relaxed).oldValue % 4096) }

  private static let made = Atomic<UInt>(0)
}

/// The constants of the program that runs, and those of programs that ran earlier, each at its place.
///
/// What ran before changes places and is not retained anew: the count is shared by all threads, and they would wait for it.
struct ConstantsInUse: Sendable {
  private var running: Constants?
  /// The place of those that run: to ask them would retain them.
  private var place = 0
  private var earlier: [Constants?] = []

  /// Of the program that runs, or of an earlier one when that has none of its own.
  var arena: Arena {
    @inline(__always) get { (running ?? .none).arena }
  }

  /// Takes the constants of a program that is about to run.
  @inline(__always)
  mutating func adopt(_ new: Constants) {
    if running !== new { replace(by: new) }
  }

  @inline(never)
  private mutating func replace(by new: Constants) {
    if running != nil {
      if earlier.count <= place { earlier += repeatElement(nil, count: place + 1 - earlier.count) }
      swap(&running, &earlier[place])
    }
    if new.place < earlier.count { swap(&running, &earlier[new.place]) }
    if running !== new { running = new }
    place = new.place
  }
}
