internal import Glibc

/// How much may be spent on files that nobody has looked at yet.
public struct InspectionLimits: Sendable, Hashable {
  /// The largest file that is read, in bytes.
  public var fileBytes: Int64 = 100 << 20
  /// What the parts of one DOCX, XLSX or ODT may come to unpacked, in bytes and in all.
  public var expandedBytes: Int64 = 1 << 30
  /// The processor time that qpdf may take for one file, in seconds; it is ended after three times as much by the clock.
  public var pdfSeconds = 20
  /// The address space that qpdf may take for one file, in bytes.
  public var pdfBytes = 512 << 20
  /// How many files are read at a time.
  public var atOnce: Int

  /// The usual limits; as many files at a time as there are processors.
  public init() { atOnce = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
