internal import Glibc
internal import Questionnaire

/// What the system knows of a file. Two of them differ when the file was written to in between.
struct FileStamp: Equatable {
  let size: Int64
  private let kind: mode_t
  private let device: dev_t
  private let inode: ino_t
  private let modified: [Int]
  private let altered: [Int]

  init(_ information: stat) {
    size = Int64(information.st_size)
    kind = information.st_mode & S_IFMT
    (device, inode) = (information.st_dev, information.st_ino)
    modified = [information.st_mtim.tv_sec, information.st_mtim.tv_nsec]
    altered = [information.st_ctim.tv_sec, information.st_ctim.tv_nsec]
  }

  /// What stands there, where it is no ordinary file.
  var special: DocumentFile.Special? {
    switch kind {
    case S_IFREG: nil
    case S_IFDIR: .folder
    case S_IFIFO: .pipe
    case S_IFCHR, S_IFBLK: .device
    case S_IFSOCK: .socket
    default: .other
    }
  }
}
