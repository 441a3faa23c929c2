/// The forms of file that a document may have, each told by its structure and not by its name.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  case pdf, docx, xlsx, odt, png, jpeg, txt, csv

  /// The form that a file name promises; `nil` where its extension is none of these.
  public init?(fileName: some StringProtocol) {
    guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return nil }
    let name = fileName[fileName.index(after: dot)...].lowercased()
    switch name {
    case "jpg": self = .jpeg
    default: self.init(rawValue: name)
    }
  }

  /// What people call it.
  public var name: String { rawValue.uppercased() }
}

/// What was found where a document's file should be.
public struct DocumentFile: Sendable, Hashable {
  /// Something that stands there and is no ordinary file.
  public enum Special: String, Sendable, Hashable, CaseIterable {
    case folder, pipe, device, socket, other
  }

  /// What keeps a file from being valid proof.
  public enum Fault: Sendable, Hashable {
    /// Nothing of this name is there; `near` is a name beside it that differs little.
    case missing(near: String?)
    /// Links lead out of the reply's folder.
    case leadsOutside
    /// Links lead back to themselves.
    case linkLoop
    case special(Special)
    case empty
    /// In bytes.
    case tooLarge(size: Int64, limit: Int64)
    case notPermitted
    /// The system could not read it: its own word for why.
    case unreadable(String)
    /// It was written to while it was read.
    case changed
    /// It is not what its name says; `found` is what it looks like, if that is known.
    case otherFormat(expected: DocumentFormat, found: DocumentFormat?)
    case encrypted
    /// It ends before it should.
    case truncated
    /// Its structure is broken.
    case damaged
    /// Unpacked it is larger than the limit in bytes.
    case expands(limit: Int64)
  }

  /// What is known of the number of its pages.
  public enum Pages: Sendable, Hashable {
    /// The format has no fixed pages.
    case none
    case counted(Int)
    /// They could not be counted.
    case unknown(Reason)

    /// Why pages could not be counted.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
      /// qpdf is not installed.
      case noTool = "no-tool"
      /// qpdf could not read the file.
      case failed
      /// qpdf took more time or memory than it may.
      case limit
    }
  }

  /// What is wrong, the gravest first; none: it may be relied on.
  public var faults: [Fault]
  /// In bytes.
  public var size: Int64?
  /// Of all its bytes, as 64 hexadecimal digits; there where it was read to its end.
  public var sha256: String?
  /// How many pages it has.
  public var pages: Pages

  /// What was found.
  public init(faults: [Fault] = [], size: Int64? = nil, sha256: String? = nil, pages: Pages = .none) {
    self.faults = faults
    self.size = size
    self.sha256 = sha256
    self.pages = pages
  }

  /// Whether all of it was read, so that its digest is that of the file.
  public var isWhole: Bool {
    sha256 != nil
      && !faults.contains { fault in
        switch fault {
        case .missing, .leadsOutside, .linkLoop, .special, .tooLarge, .notPermitted, .unreadable, .changed: true
        case .empty, .otherFormat, .encrypted, .truncated, .damaged, .expands: false
        }
      }
  }
}
