internal import Questionnaire

/// Judges an open file by the form that its name promises.
struct DocumentForm {
  let format: DocumentFormat
  let file: FileBytes
  let limits: InspectionLimits

  /// What judges the form while the file is read; the other forms are judged from chosen places afterwards.
  static func scanner(for format: DocumentFormat?) -> (any BlockScanner)? {
    switch format {
    case .png: PNGScanner()
    case .jpeg: JPEGScanner()
    case .txt: TextScanner()
    case .csv: TextScanner(asTable: true)
    case .pdf, .docx, .xlsx, .odt, nil: nil
    }
  }

  /// What is wrong, if anything is. `scanned` is what the scanner says.
  func fault(scanned: Form?) throws(SystemError) -> DocumentFile.Fault? {
    switch try form(scanned: scanned) {
    case .whole: nil
    case .broken(let fault): fault
    case .other: .otherFormat(expected: format, found: try found())
    }
  }

  private func form(scanned: Form?) throws(SystemError) -> Form {
    switch format {
    case .pdf: try PDFStructure(file)?.form() ?? .other
    case .docx, .xlsx, .odt: try officeForm()
    case .png, .jpeg: scanned ?? .other
    // A PDF or an archive of letters alone would pass as a text.
    case .txt, .csv: try beginsAsText() ? scanned ?? .other : .other
    }
  }

  private func officeForm() throws(SystemError) -> Form {
    if try OfficePackage.begins(file) {
      guard let package = OfficePackage(file) else { return .broken(.truncated) }
      return package.form(of: format, limit: limits.expandedBytes)
    }
    // Programs of Office wrap a document with a password into a file of another kind; others encrypt its parts.
    guard format != .odt, let wrapper = try CompoundFile(file) else { return .other }
    return try wrapper.isEncryptedPackage() ? .broken(.encrypted) : .other
  }

  private func beginsAsText() throws(SystemError) -> Bool { try file.bytes(at: 0, count: 5) != Array("%PDF-".utf8) }

  /// A form that is not the promised one: what passes for both is neither.
  private func found() throws(SystemError) -> DocumentFormat? {
    let found = try Sniffer.format(of: file)
    return found == format ? nil : found
  }
}
