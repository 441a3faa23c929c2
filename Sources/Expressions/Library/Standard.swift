extension Environment {
  /// The standard library of CEL, its extensions strings, math, lists, sets, optionals, bindings, encoders and two-variable
  /// comprehensions, and the functions of this project.
  public static let standard: Environment = {
    var environment = Environment()
    environment.defineTypes()
    environment.defineOperators()
    environment.defineConversions()
    environment.defineBasics()
    environment.defineTime()
    environment.defineStrings()
    environment.defineStringEditing()
    environment.defineFormat()
    environment.defineMath()
    environment.defineBits()
    environment.defineLists()
    environment.defineSets()
    environment.defineOptionals()
    environment.defineEncoders()
    environment.defineCalendar()
    return environment
  }()

  /// The names of types, which are values.
  private mutating func defineTypes() {
    let types: [CELType] = [
      .bool, .int, .uint, .double, .decimal, .string, .bytes, .null, .list(.dyn), .map(.dyn, .dyn), .type(.dyn), .timestamp,
      .duration, .date, .period, .optional(.dyn),
    ]
    for type in types {
      // A constant of the caller's may take these names: they are looked up like any other.
      declare(type.simpleName, .type(type), constant: .type(type))
    }
  }
}
