internal import Questionnaire

/// Whether bytes have the form that their name promises.
enum Form: Equatable {
  /// They have it, from the first to the last.
  case whole
  /// They are something else.
  case other
  /// They begin to have it, but this is wrong.
  case broken(DocumentFile.Fault)
}

/// Judges a form from blocks, each seen once.
protocol BlockScanner {
  mutating func scan(_ block: UnsafeRawBufferPointer)
  /// Asked when all blocks are seen.
  var form: Form { get }
}
