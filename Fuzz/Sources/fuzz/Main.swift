import CDriver
import Glibc

/// What fuzzing tries: each takes any input and ends, or stops the program.
let targets: [String: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt] = [
  "parse": { parse(Input($0, $1)) }, "check": { check(Input($0, $1)) }, "evaluate": { evaluate(Input($0, $1)) },
]

@main struct Main {
  private static let usage = """
    usage: fuzz parse|check|evaluate [libFuzzer's options and corpus folders]
           fuzz replay parse|check|evaluate FILE    run the inputs of a corpus file
           fuzz show FILE                           the texts that they stand for
           fuzz unpack FILE FOLDER                  the inputs as files, for libFuzzer
           fuzz pack FOLDER                         a corpus file of a folder, on standard output
    """

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("replay", 3): Corpus(file: arguments[2]).replay(arguments[1])
    case ("show", 2): Corpus(file: arguments[1]).show()
    case ("unpack", 3): Corpus(file: arguments[1]).unpack(into: arguments[2])
    case ("pack", 2): Corpus(folder: arguments[1]).pack()
    case (let name?, _) where targets[name] != nil: fuzz(name, Array(arguments.dropFirst()))
    default:
      // libFuzzer starts this program anew for some of its work, without our argument.
      if let name = getenv(inherited).map({ String(cString: $0) }), targets[name] != nil { fuzz(name, arguments) }
      print(usage)
      exit(2)
    }
  }

  private static let inherited = "FUZZ_TARGET"

  private static func fuzz(_ name: String, _ arguments: [String]) {
    setenv(inherited, name, 1)
    // They live as long as the process.
    var strings: [UnsafeMutablePointer<CChar>?] = ([CommandLine.arguments[0]] + arguments).map { strdup($0) } + [nil]
    strings.withUnsafeMutableBufferPointer { buffer in
      var (count, values) = (CInt(buffer.count - 1), buffer.baseAddress)
      exit(LLVMFuzzerRunDriver(&count, &values, targets[name]))
    }
  }
}
