import Glibc
import CDriver

/// `fuzz parse|check|evaluate [libFuzzer's options and corpus folders]`, or `fuzz text FILE...` for what inputs stand for.
@main struct Main {
  static let targets: [String: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt] = [
    "parse": { parse(Input($0, $1)) }, "check": { check(Input($0, $1)) }, "evaluate": { evaluate(Input($0, $1)) },
    "text": { show(Input($0, $1)) },
  ]

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 1, let target = targets[arguments[1]] else {
      print("usage: fuzz parse|check|evaluate|text [OPTION, FILE or FOLDER]...")
      return
    }
    // They live as long as the process.
    var strings: [UnsafeMutablePointer<CChar>?] = ([arguments[0]] + arguments[2...]).map { strdup($0) } + [nil]
    strings.withUnsafeMutableBufferPointer { buffer in
      var (count, values) = (CInt(buffer.count - 1), buffer.baseAddress)
      exit(LLVMFuzzerRunDriver(&count, &values, target))
    }
  }
}

func show(_ input: Input) -> CInt {
  print(input.text)
  return 0
}
