import Documents
import Glibc

/// Why the system refuses a file.
struct SystemFault {
  private let code: Int32

  /// What a device or a pipe is refused for where a file is meant.
  static let special = SystemFault(ENOTSUP)

  /// The last refusal, unless another is named.
  init(_ code: Int32 = errno) { self.code = code }

  /// The reason, to stand within a sentence.
  var message: Message {
    switch code {
    case ENOENT: Message("usage/system.absent")
    case EACCES, EPERM: Message("usage/system.not-permitted")
    case EISDIR: Message("usage/system.is-folder")
    case ENOTDIR: Message("usage/system.no-folder")
    case ELOOP: Message("usage/system.loop")
    case ENAMETOOLONG: Message("usage/system.long-name")
    case ENOSPC, EDQUOT: Message("usage/system.full")
    case EROFS: Message("usage/system.read-only")
    case Self.special.code: Message("usage/system.special")
    default: Message("usage/system.other", ["text": String(cString: strerror(code))])
    }
  }
}
