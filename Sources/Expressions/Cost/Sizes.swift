/// What values of an extent cost to look through, compare, copy and show. Where no end is declared, one is assumed.
struct Sizes {
  let limits: Limits

  /// How many bytes a text or items a list has; 1 for anything else.
  func length(_ extent: Extent) -> Steps {
    switch extent {
    case .any(let bulk): Steps(bulk ?? max(limits.assumedItems, limits.assumedBytes))
    case .number: 1
    case .text(let bytes): Steps(bytes ?? limits.assumedBytes)
    case .items(let count, _), .entries(let count, _): Steps(count ?? limits.assumedItems)
    case .record(let record): Steps(record.fields.count)
    }
  }

  /// The number of items, all the way down.
  func total(_ extent: Extent) -> Steps {
    switch extent {
    case .any: length(extent)
    case .number, .text: 1
    case .items(_, let item): 1 + length(extent) * (1 + total(item))
    case .entries(_, let item): 1 + 2 * length(extent) * (1 + total(item))
    case .record(let record): 1 + fields(record) { total($0) + 2 }
    }
  }

  /// Steps of a comparison with another value, which ends with the shorter.
  func comparison(_ a: Extent, _ b: Extent) -> Steps { min(comparison(a), comparison(b)) }

  private func comparison(_ extent: Extent) -> Steps {
    switch extent {
    case .any: 3 * length(extent)
    case .number: 0
    case .text: length(extent) / 8 + 1
    case .items(_, let item): 1 + length(extent) * (1 + comparison(item))
    case .entries(_, let item): 1 + 2 * length(extent) * (2 + comparison(item))
    case .record(let record):
      1 + fields(record) { comparison($0) + 2 } + Steps(record.fields.reduce(0) { $0 + $1.name.utf8.count } / 4)
    }
  }

  /// The bytes of the value as a text.
  func text(_ extent: Extent) -> Steps {
    switch extent {
    case .any: 400 * length(extent)
    // The longest are times with nanoseconds and binary numbers.
    case .number: 400
    case .text: 4 * length(extent) + 8
    case .items(_, let item), .entries(_, let item): 2 + length(extent) * (2 * text(item) + 8)
    case .record(let record): 2 + fields(record) { text($0) + 4 } + Steps(record.fields.reduce(0) { $0 + $1.name.utf8.count })
    }
  }

  private func fields(_ record: RecordType, _ steps: (Extent) -> Steps) -> Steps {
    record.fields.map { steps(record.extent(of: $0.name)) }.sum
  }
}
