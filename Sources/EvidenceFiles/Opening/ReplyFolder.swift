internal import Glibc
internal import Questionnaire

/// Why a file cannot be read: its fault, and its size where that is known.
struct Refusal: Error {
  let fault: DocumentFile.Fault
  var size: Int64?

  init(_ fault: DocumentFile.Fault, size: Int64? = nil) { (self.fault, self.size) = (fault, size) }
}

/// A reply's folder. Nothing is read that does not stand below it.
struct ReplyFolder: ~Copyable {
  private let folder: Descriptor

  init(_ path: String) throws(SystemError) { folder = try Descriptor.locate(path.isEmpty ? "." : path) }

  /// The ordinary file at a path, not yet to be read. Where nothing is there, a name beside it is looked for if that is asked.
  func locate(_ path: String, suggesting: Bool) throws(Refusal) -> Descriptor {
    guard !path.utf8.isEmpty, !path.utf8.contains(0) else { throw Refusal(.missing(near: nil)) }
    guard staysInside(path) else { throw Refusal(.leadsOutside) }
    do {
      let file = try Descriptor.locate(path, in: folder.number)
      guard try holds(file) else { throw Refusal(.leadsOutside) }
      if let special = try file.stamp().special { throw Refusal(.special(special)) }
      return file
    } catch let error as SystemError {
      throw Refusal(error.code == ENOENT ? missing(path, suggesting: suggesting) : error.fault)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(.unreadable("\(error)"))
    }
  }

  /// The size of the ordinary file at a path, as far as it can be told without opening it; 0 where there is none.
  func size(_ path: String) -> Int64 {
    guard let file = try? locate(path, suggesting: false), let stamp = try? file.stamp() else { return 0 }
    return stamp.size
  }

  /// A step up may come back in by a link, but no path of a register has reason to.
  private func staysInside(_ path: String) -> Bool {
    !path.utf8.starts(with: "/".utf8) && !path.utf8.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
  }

  /// The folder's own path is asked each time: it may have been moved.
  private func holds(_ file: borrowing Descriptor) throws(SystemError) -> Bool {
    var root = try folder.realPath()
    if root.last != UInt8(ascii: "/") { root.append(UInt8(ascii: "/")) }
    let place = try file.realPath()
    return place.starts(with: root) || place + [UInt8(ascii: "/")] == root
  }

  private func missing(_ path: String, suggesting: Bool) -> DocumentFile.Fault {
    guard suggesting else { return .missing(near: nil) }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let last = parts.last, !last.isEmpty, !isLink(path) else { return .missing(near: nil) }
    let parent = parts.dropLast().isEmpty ? "." : String(Substring(path.utf8.dropLast(last.count)))
    guard let beside = try? Descriptor.locate(parent, in: folder.number), (try? holds(beside)) == true,
      let names = try? beside.entries(atMost: NearbyName.entries)
    else { return .missing(near: nil) }
    return .missing(near: NearbyName.find(String(Substring(last)), among: names))
  }

  /// A link that is there and leads to nothing has the right name.
  private func isLink(_ path: String) -> Bool {
    var information = stat()
    return fstatat(folder.number, path, &information, AT_SYMLINK_NOFOLLOW) == 0
  }
}
