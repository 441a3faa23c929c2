internal import Questionnaire

/// Looks at one file of a reply.
struct FileInspection {
  let limits: InspectionLimits
  let pageCounter: PageCounter
  let tally: ProgressTally?

  /// What stands at a path. Every refusal of the system becomes a fault.
  func inspect(_ path: String, in folder: borrowing ReplyFolder, suggesting: Bool) async -> DocumentFile {
    let format = DocumentFormat(fileName: path.split(separator: "/").last ?? "")
    do throws(Refusal) {
      let place = try folder.locate(path, suggesting: suggesting)
      let stamp = try refusing { () throws(SystemError) in try place.stamp() }
      try check(size: stamp.size)
      let file = try refusing { () throws(SystemError) in try place.opened() }
      return await judge(file, stamp: stamp, format: format)
    } catch {
      // An empty file is read to its end without being opened.
      let sha256 = error.fault == .empty ? FileReader.digestOfNothing : nil
      return DocumentFile(faults: [error.fault], size: error.size, sha256: sha256)
    }
  }

  private func check(size: Int64) throws(Refusal) {
    if size <= 0 { throw Refusal(.empty, size: 0) }
    if size > limits.fileBytes { throw Refusal(.tooLarge(size: size, limit: limits.fileBytes), size: size) }
  }

  /// The last look at the stamp comes after the last look at the file.
  private func judge(_ file: borrowing Descriptor, stamp: FileStamp, format: DocumentFormat?) async -> DocumentFile {
    var result = DocumentFile(size: stamp.size)
    do throws(SystemError) {
      let bytes = FileBytes(number: file.number, size: stamp.size)
      let read = try readAll(bytes, format: format, into: &result)
      if format == .pdf, result.faults.isEmpty {
        switch await pageCounter.count(file, limits: limits) {
        case .pages(let pages): result.pages = pages
        case .fault(let fault): result.faults = [fault]
        }
      }
      guard read == stamp.size, try file.stamp() == stamp else { return DocumentFile(faults: [.changed], size: stamp.size) }
      return result
    } catch {
      return DocumentFile(faults: [error.fault], size: stamp.size)
    }
  }

  /// How many bytes were read.
  private func readAll(
    _ bytes: FileBytes, format: DocumentFormat?, into result: inout DocumentFile
  ) throws(SystemError) -> Int64 {
    var scanner = DocumentForm.scanner(for: format)
    let read = try FileReader(file: bytes, tally: tally).read(&scanner)
    result.sha256 = read.sha256
    if let format {
      let form = DocumentForm(format: format, file: bytes, limits: limits)
      if let fault = try form.fault(scanned: scanner?.form) { result.faults.append(fault) }
    }
    return read.bytes
  }
}

private func refusing<Value: ~Copyable>(_ call: () throws(SystemError) -> Value) throws(Refusal) -> Value {
  do throws(SystemError) { return try call() } catch { throw Refusal(error.fault) }
}
