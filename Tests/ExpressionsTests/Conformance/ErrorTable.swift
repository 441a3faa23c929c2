import Expressions

/// Which of our errors a message of the vectors means. The messages are cel-go's; where one stands for several situations,
/// all of them are listed.
let expectedKinds: [String: Set<EvaluationError.Kind>] = [
  "divide by zero": [.divideByZero],
  "division by zero": [.divideByZero],
  "modulus by zero": [.divideByZero],
  // plumbing/error_result/eval_results: "1 / 0", and any message is as good as another there.
  "foo": [.divideByZero],
  "return error for overflow": [.overflow],
  "overflow": [.overflow],
  "range": [.overflow],
  "range error": [.overflow],
  "no such key": [.noSuchKey],
  "no such key: 'name'": [.noSuchKey],
  "no such overload": [.noSuchOverload],
  "no_such_overload": [.noSuchOverload],
  // logic: an operand that is no bool, or that is an error of its own (1/0).
  "no matching overload": [.noSuchOverload, .divideByZero],
  "found no matching overload for '_%_' applied to '(double, double)'": [.noSuchOverload],
  "unbound function": [.noSuchOverload],
  "undeclared reference to 'x' (in container '')": [.undeclared],
  "unknown variable": [.undeclared],
  "type 'list_type:<elem_type:<primitive:STRING > > ' does not support field selection": [.noFields],
  "type 'int64_type' does not support field selection": [.noFields],
  "unsupported key type": [.unsupportedKey],
  "Failed with repeated key": [.duplicateKey],
  // lists: an index beyond the list, or of a type that is no index.
  "invalid_argument": [.outOfRange, .invalidArgument],
  "Type conversion error": [.badConversion],
  // Of our own vectors.
  "not applicable": [.notApplicable],
  "invalid UTF-8": [.badConversion],
  "negative offset": [.invalidArgument],
  "index 2 out of range": [.outOfRange],
  "index out of range: -1": [.outOfRange],
  "index out of range: 30": [.outOfRange],
  "index out of range: 40": [.outOfRange],
  "index out of range: 49": [.outOfRange],
  "index out of range: 50": [.outOfRange],
  "invalid substring range. start: 4, end: 3": [.outOfRange],
  "could not parse formatting clause: unrecognized formatting clause \"a\"": [.invalidArgument],
  "could not parse formatting clause: unrecognized formatting clause \"E\"": [.invalidArgument],
  "error during formatting: decimal clause can only be used on integers, was given google.protobuf.Duration": [.invalidArgument],
  "error during formatting: decimal clause can only be used on integers, was given null_type": [.invalidArgument],
  "error during formatting: fixed-point clause can only be used on doubles, was given null_type": [.invalidArgument],
  "error during formatting: octal clause can only be used on integers, was given null_type": [.invalidArgument],
  "error during formatting: octal clause can only be used on integers, was given string": [.invalidArgument],
  "error during formatting: only integers and bools can be formatted as binary, was given null_type": [.invalidArgument],
  "error during formatting: only integers and bools can be formatted as binary, was given string": [.invalidArgument],
  "error during formatting: only integers, byte buffers, and strings can be formatted as hex, was given double": [
    .invalidArgument
  ],
  "error during formatting: only integers, byte buffers, and strings can be formatted as hex, was given null_type": [
    .invalidArgument
  ],
  "error during formatting: scientific clause can only be used on doubles, was given null_type": [.invalidArgument],
]
