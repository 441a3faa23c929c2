import Glibc

/// Inputs that are kept: in a file an input a line, in hexadecimal, since thousands of files would be a burden.
struct Corpus {
  private let inputs: [[UInt8]]

  init(file: String) {
    inputs = String(decoding: Self.read(file), as: UTF8.self).split(separator: "\n").map { line in
      let digits = Array(line.utf8)
      require(digits.count % 2 == 0, "\(file): a line with half a byte")
      return stride(from: 0, to: digits.count, by: 2).map { place in
        guard let byte = UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16) else {
          fatalError("\(file): '\(line)' is not hexadecimal")
        }
        return byte
      }
    }
  }

  init(folder: String) {
    guard let open = opendir(folder) else { fatalError("cannot read \(folder)") }
    defer { closedir(open) }
    var files: [[UInt8]] = []
    while let entry = readdir(open) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { files.append(Self.read("\(folder)/\(name)")) }
    }
    inputs = files.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Runs all inputs; what breaks stops the program.
  func replay(_ name: String) {
    guard let target = targets[name], !inputs.isEmpty else { fatalError("no such target, or no inputs: \(name)") }
    for input in inputs { input.withUnsafeBufferPointer { _ = target($0.baseAddress, $0.count) } }
    print("\(name): \(inputs.count) inputs")
  }

  func show() {
    for input in inputs { input.withUnsafeBufferPointer { print(Input($0.baseAddress, $0.count).text) } }
  }

  func unpack(into folder: String) {
    for (index, input) in inputs.enumerated() {
      guard let file = fopen("\(folder)/kept-\(index)", "wb") else { fatalError("cannot write into \(folder)") }
      fwrite(input, 1, input.count, file)
      fclose(file)
    }
  }

  func pack() {
    for input in inputs where !input.isEmpty {
      print(input.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
  }

  private static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { fatalError("cannot read \(path)") }
    defer { fclose(file) }
    var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}
