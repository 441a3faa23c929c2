extension Environment {
  /// The standard library of CEL, its extensions, and the functions of this project.
  public static let standard = Environment()
}
