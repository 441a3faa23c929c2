extension Environment {
  /// Parses, checks and plans an expression.
  ///
  /// - Parameters:
  ///   - container: the dotted name from which names are looked up outwards.
  ///   - expecting: the type that the expression must have.
  public func compile(_ text: String, container: String = "", expecting: CELType? = nil) -> Result<Program, CompileErrors> {
    compile(text, container: container, expecting: expecting, isTraced: false)
  }

  func compile(_ text: String, container: String, expecting: CELType?, isTraced: Bool) -> Result<Program, CompileErrors> {
    do {
      let checked = try checked(text, container: container, expecting: expecting, isLenient: false)
      return .success(Planner.program(checked, source: text, estimate: try estimated(checked), isTraced: isTraced))
    } catch {
      return .failure(error)
    }
  }

  /// Parses and plans without checking types: what does not fit is an error when it is evaluated.
  public func compileUnchecked(_ text: String, container: String = "") -> Result<Program, CompileErrors> {
    do {
      let checked = try checked(text, container: container, expecting: nil, isLenient: true)
      return .success(Planner.program(checked, source: text, estimate: nil))
    } catch {
      return .failure(error)
    }
  }

  /// The type of an expression.
  public func check(_ text: String, container: String = "") -> Result<CELType, CompileErrors> {
    do {
      return .success(try checked(text, container: container, expecting: nil, isLenient: false).type)
    } catch {
      return .failure(error)
    }
  }

  private func estimated(_ checked: Checked) throws(CompileErrors) -> Estimator.Estimate {
    var estimator = Estimator(checked, limits: limits)
    let estimate = estimator.run()
    guard estimator.diagnostics.isEmpty else { throw CompileErrors(estimator.diagnostics) }
    return estimate
  }

  func checked(
    _ text: String, container: String, expecting: CELType?, isLenient: Bool
  ) throws(CompileErrors) -> Checked {
    let syntax: Syntax
    do {
      syntax = try Parser.parse(text, limits: limits)
    } catch {
      throw CompileErrors([error.diagnostic])
    }
    var checker = Checker(environment: self, container: container, syntax: syntax, isLenient: isLenient)
    return try checker.run(expecting: expecting)
  }
}
