import ArgumentParser
import EvidenceFiles

/// How deep evidence is looked into.
enum EvidenceChoice: String, ExpressibleByArgument, CaseIterable {
  case nothing = "none"
  case listed, files
}

/// How deep evidence is looked into, and how much may be spent on its files.
struct EvidenceOptions: ParsableArguments {
  @Option(
    help: """
      How deep evidence is looked into: none, listed (the register and what is cited) or files. Without it files are looked at \
      where they are beside the reply.
      """)
  var evidence: EvidenceChoice?

  @OptionGroup var limits: EvidenceLimits
}

/// How much may be spent on the files of documents.
struct EvidenceLimits: ParsableArguments {
  @Option(help: ArgumentHelp("The largest file of a document that is read.", valueName: "bytes"))
  var maxEvidenceBytes = InspectionLimits().fileBytes

  @Option(help: ArgumentHelp("What the parts of a DOCX, XLSX or ODT file may come to unpacked.", valueName: "bytes"))
  var maxUnpackedBytes = InspectionLimits().expandedBytes

  @Option(help: ArgumentHelp("The processor time that counting the pages of a PDF may take.", valueName: "seconds"))
  var maxPDFSeconds = InspectionLimits().pdfSeconds

  @Option(help: ArgumentHelp("The memory that counting the pages of a PDF may take.", valueName: "bytes"))
  var maxPDFBytes = InspectionLimits().pdfBytes

  func validate() throws {
    guard maxEvidenceBytes > 0, maxUnpackedBytes > 0, maxPDFSeconds > 0, maxPDFBytes > 0 else {
      throw ValidationError("a limit must be a number above zero")
    }
  }

  /// What may be spent on each file.
  var inspection: InspectionLimits {
    var limits = InspectionLimits()
    limits.fileBytes = maxEvidenceBytes
    limits.expandedBytes = maxUnpackedBytes
    limits.pdfSeconds = maxPDFSeconds
    limits.pdfBytes = maxPDFBytes
    return limits
  }
}
