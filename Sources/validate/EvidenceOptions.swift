import ArgumentParser
import Documents
import EvidenceFiles

/// How deep evidence is looked into.
enum EvidenceChoice: String, ExpressibleByArgument, CaseIterable {
  case nothing = "none"
  case listed, files
}

/// How deep evidence is looked into, and how much may be spent on its files.
struct EvidenceOptions: ParsableArguments {
  @Option(help: Words.help("help/evidence-depth", value: "help/value.depth"))
  var evidence: EvidenceChoice?

  @OptionGroup var limits: EvidenceLimits
}

/// How much may be spent on the files of documents.
struct EvidenceLimits: ParsableArguments {
  @Option(help: Words.help("help/max-evidence-bytes", value: "help/value.bytes"))
  var maxEvidenceBytes = InspectionLimits().fileBytes

  @Option(help: Words.help("help/max-unpacked-bytes", value: "help/value.bytes"))
  var maxUnpackedBytes = InspectionLimits().expandedBytes

  @Option(help: Words.help("help/max-pdf-seconds", value: "help/value.seconds"))
  var maxPDFSeconds = InspectionLimits().pdfSeconds

  @Option(help: Words.help("help/max-pdf-bytes", value: "help/value.bytes"))
  var maxPDFBytes = InspectionLimits().pdfBytes

  func validate() throws {
    guard maxEvidenceBytes > 0, maxUnpackedBytes > 0, maxPDFSeconds > 0, maxPDFBytes > 0 else {
      throw wrongUse(Message("usage/no-limit"))
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
