internal import Glibc
internal import Questionnaire

/// What a call of the system refused.
struct SystemError: Error, Equatable {
  let code: Int32

  init(_ code: Int32 = errno) { self.code = code }

  /// The fault of a file that could not be opened or read for this reason.
  var fault: DocumentFile.Fault {
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG: .missing(near: nil)
    case ELOOP: .linkLoop
    case EACCES, EPERM: .notPermitted
    default: .unreadable(String(cString: strerror(code)))
    }
  }
}

/// Repeats a call that a signal interrupted; -1 is its refusal.
func system<Number: SignedInteger>(_ call: () -> Number) throws(SystemError) -> Number {
  while true {
    let result = call()
    if result != -1 { return result }
    if errno != EINTR { throw SystemError() }
  }
}
