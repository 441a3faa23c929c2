import Synchronization

/// The shape of a record: its fields by name. Two shapes are the same only if they are one object.
public final class RecordType: Hashable, Sendable {
  /// What the shape is called in messages.
  public let name: String
  /// The fields, hidden ones last; a value of the shape holds one value a field, in this order.
  public let fields: [(name: String, type: CELType)]

  /// How many of the fields are not hidden.
  let visibleCount: Int
  let id: UInt32
  private let slots: [String: Int]
  private let extents: [String: Extent]
  private static let counter = Atomic<UInt32>(0)

  /// A new shape. A field may have a name that is no identifier; of two with one name the first counts. Hidden fields, such as
  /// companions, can be selected, but comparing records, counting and going through them takes no notice of them.
  /// `extents` tells of fields what is known of their values beyond their types.
  public init(
    name: String, fields: [(name: String, type: CELType)], hidden: [(name: String, type: CELType)] = [],
    extents: [String: Extent] = [:]
  ) {
    self.name = name
    self.fields = fields + hidden
    self.extents = extents
    visibleCount = fields.count
    slots = Dictionary(
      (fields + hidden).enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    id = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
  }

  /// The place of a field.
  public func slot(_ field: String) -> Int? { slots[field] }

  /// How far the values of a field reach.
  public func extent(of field: String) -> Extent {
    extents[field] ?? slots[field].map { Extent(fields[$0].type) } ?? .any(nil)
  }

  /// Whether the extent of a field was declared, and does not follow from the type.
  func isBounded(_ field: String) -> Bool { extents[field] != nil }

  /// By identity.
  public static func == (a: RecordType, b: RecordType) -> Bool { a === b }
  /// Of the identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
