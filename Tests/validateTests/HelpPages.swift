import Foundation
import Testing

/// The pages of help, in the languages that the engine has words for.
@Suite struct HelpPages {
  /// The languages but English, by the folders of their catalogues.
  static let languages: [String] = {
    let folder = packageRoot.appending(path: "Rules/messages").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0 != "en" }.sorted()
  }()

  /// The commands, as the page of English help lists them.
  static func commands() throws -> [String] {
    let page = try validate(["--help"]).output
    let list = page.split(separator: "SUBCOMMANDS:").last ?? ""
    return list.split(separator: "\n").compactMap { $0.firstMatch(of: /^  ([a-z]+)\s/).map { String($0.1) } }
  }

  static func pages(_ language: String, columns: Int = 80) throws -> [(command: String, text: String)] {
    let asked = try commands().map { ["help", $0] } + [[], ["--help"], ["help"], ["help", "help"]]
    return try asked.map { arguments in
      let environment = ["COLUMNS": "\(columns)"]
      let run = try validate(arguments + ["--language", language], environment: environment)
      #expect(run.code == 0 && run.errors.isEmpty, "\(arguments)")
      return (arguments.joined(separator: " "), run.output)
    }
  }

  @Test func commandsAreListed() throws {
    let commands = try Self.commands()
    #expect(commands.count >= 8 && Set(commands).isSuperset(of: ["check", "draft", "evidence", "seal", "eval", "packs"]))
  }

  @Test(arguments: languages) func nothingIsEnglish(_ language: String) throws {
    for (command, page) in try Self.pages(language) {
      #expect(EnglishWords.lines(in: page) == [], "\(command)")
      #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(command)")
    }
  }

  /// The test above finds English where there is some.
  @Test func englishIsFound() throws {
    for (command, page) in try Self.pages("en") {
      let found = EnglishWords.lines(in: page)
      #expect(found.count > (command == "help help" ? 0 : 5), "\(command): \(found)")
    }
  }

  /// An id without words would be printed as it is.
  @Test(arguments: ["en"] + languages) func nothingIsAnID(_ language: String) throws {
    for (command, page) in try Self.pages(language) {
      #expect(page.firstMatch(of: /\b(help|usage|parser)\/[a-z]/) == nil, "\(command)")
    }
  }

  /// On a narrow terminal stands the same as on a wide one.
  @Test(arguments: ["en"] + languages) func fitsTheTerminal(_ language: String) throws {
    let wide = try Self.pages(language, columns: 10_000)
    for ((command, page), whole) in zip(try Self.pages(language, columns: 60), wide) {
      #expect(page.split(separator: "\n").allSatisfy { $0.count <= 60 }, "\(command)")
      #expect(page.split { $0.isWhitespace } == whole.text.split { $0.isWhitespace }, "\(command)")
    }
  }

  @Test func spanishReads() throws {
    let page = try #require(try Self.pages("es").first { $0.command == "help check" }).text
    for words in [
      "DESCRIPCIÓN: Revisa respuestas: cada problema en su línea", "USO: validate check [<opciones>] [<respuesta> ...]",
      "ARGUMENTOS:\n  <respuesta>             Respuestas: archivos", "OPCIONES:\n  --rules <carpeta>       Una carpeta",
      "(valores: en, es, fr, pt)", "(por omisión: 64)", "always, never; por omisión: auto)",
      "  --max-pdf-seconds <segundos>\n                          El tiempo", "--version               Muestra la versión.",
      "-h, --help              Muestra esta ayuda.",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    let root = try #require(try Self.pages("es").first { $0.command == "--help" }).text
    #expect(root.contains("COMANDOS:\n  check                   Revisa respuestas"))
    #expect(root.hasSuffix("\n  Escriba 'validate help <comando>' para ver la ayuda detallada.\n"))
  }

  @Test(arguments: ["en"] + languages) func completionsAreScripts(_ language: String) throws {
    let scratch = try Scratch()
    let run = try validate(["--language", language, "--generate-completion-script", "bash"])
    #expect(run.code == 0 && run.output.contains("fail-on"))
    let bash = Process()
    bash.executableURL = URL(filePath: "/bin/bash")
    bash.arguments = ["-n", try scratch.write("script", run.output).path]
    try bash.run()
    bash.waitUntilExit()
    #expect(bash.terminationStatus == 0)
  }
}
