import Documents
import Foundation
import Questionnaire
import Testing

/// Every sentence that the parser of arguments can write is known, and said in every language.
@Suite struct ParserWords {
  private struct Sample {
    let id: String
    let english: String
    let spanish: String

    init(_ id: String, _ english: String, _ spanish: String) {
      self.id = id
      self.english = english
      self.spanish = spanish
    }
  }

  private static let page: [Sample] = [
    Sample("overview", "OVERVIEW: Prueba.", "DESCRIPCIÓN: Prueba."),
    Sample("overview.help", "OVERVIEW: Show subcommand help information.", "DESCRIPCIÓN: Muestra la ayuda de un comando."),
    Sample("usage-page.help", "USAGE: validate help [<subcommands> ...]", "USO: validate help [<comando>]"),
    Sample("value.help", "<subcommands>", "<comando>"),
    Sample("usage-page.options", "USAGE: validate check [<options>] [<x> ...]", "USO: validate check [<opciones>] [<x> ...]"),
    Sample("usage-page.options-alone", "USAGE: validate check <options>", "USO: validate check <opciones>"),
    Sample("usage-page.subcommand", "USAGE: validate [-x] <subcommand>", "USO: validate [-x] <comando>"),
    Sample("usage-page", "USAGE: validate [-x]", "USO: validate [-x]"),
    Sample("arguments", "ARGUMENTS:", "ARGUMENTOS:"),
    Sample("options", "OPTIONS:", "OPCIONES:"),
    Sample("subcommands", "SUBCOMMANDS:", "COMANDOS:"),
    Sample("values", "-x <y>    Uno. (values: a, b)", "-x <y>    Uno. (valores: a, b)"),
    Sample("default", "-x <y>    Uno. (default: 3)", "-x <y>    Uno. (por omisión: 3)"),
    Sample("values-default", "-x    Uno. (values: a, b; default: b)", "-x    Uno. (valores: a, b; por omisión: b)"),
    Sample("show-version", "--version    Show the version.", "--version    Muestra la versión."),
    Sample("show-help", "-h, --help    Show help information.", "-h, --help    Muestra esta ayuda."),
    Sample(
      "see-subcommand", "See 'validate help <subcommand>' for detailed help.",
      "Escriba 'validate help <comando>' para ver la ayuda detallada."),
  ]

  private static let frame: [Sample] = [
    Sample("error", "Error: nada", "Error: nada"),
    Sample("help", "Help:  -x  Uno.", "Ayuda: -x  Uno."),
    Sample("usage.options", "Usage: validate check [<options>] <x>", "Uso: validate check [<opciones>] <x>"),
    Sample("usage.options-alone", "Usage: validate check <options>", "Uso: validate check <opciones>"),
    Sample("usage.subcommand", "Usage: validate <subcommand>", "Uso: validate <comando>"),
    Sample("usage", "Usage: validate [-x]", "Uso: validate [-x]"),
    Sample(
      "see", "See 'validate check --help' for more information.",
      "Escriba 'validate check --help' para obtener más información."),
  ]

  private static let options: [Sample] = [
    Sample("unknown-option", "Unknown option '--x'", "No existe la opción '--x'"),
    Sample(
      "unknown-option.near", "Unknown option '--x'. Did you mean '--y'?", "No existe la opción '--x'. ¿Quiso decir '--y'?"),
    Sample(
      "unknown-option.missing-value", "Unknown option '-xo'\n   or: Missing value for '-o <y>' in '-xo'",
      "No existe la opción '-xo'\n   o bien: falta el valor de '-o <y>' en '-xo'"),
    Sample(
      "unknown-option.near-missing-value",
      "Unknown option '-xo'. Did you mean '--x'?\n   or: Missing value for '-o <y>' in '-xo'",
      "No existe la opción '-xo'. ¿Quiso decir '--x'?\n   o bien: falta el valor de '-o <y>' en '-xo'"),
    Sample("missing-value", "Missing value for '--x <y>'", "Falta el valor de '--x <y>'"),
    Sample(
      "needless-value", "The option '--x' does not take any value, but 'a\nb' was specified.",
      "La opción '--x' no lleva ningún valor, pero se indicó 'a\nb'."),
    Sample("invalid-option", "Invalid option: ---x", "La opción no es válida: ---x"),
    Sample(
      "already-set", "Value to be set with flag '--x' had already been set with flag '--y'",
      "El valor que se indica con '--x' ya se había indicado con '--y'"),
  ]

  private static let values: [Sample] = [
    Sample("unexpected-argument", "Unexpected argument 'x'", "No se esperaba el argumento 'x'"),
    Sample("unexpected-arguments", "2 unexpected arguments: 'x', 'y'", "No se esperaban 2 argumentos: 'x', 'y'"),
    Sample("missing-argument", "Missing expected argument '<x>'", "Falta el argumento '<x>'"),
    Sample("missing-one-of", "Missing one of: '--x', '--y'", "Falta uno de los siguientes: '--x', '--y'"),
    Sample("invalid-value", "The value 'x' is invalid for '--y <z>'", "El valor 'x' no es válido para '--y <z>'"),
    Sample(
      "invalid-value.two", "The value 'x' is invalid for '--y'. Please provide one of 'a' and 'b'.",
      "El valor 'x' no es válido para '--y'. Indique 'a' o 'b'."),
    Sample(
      "invalid-value.several", "The value 'x' is invalid for '--y'. Please provide one of 'a', 'b' or 'c'.",
      "El valor 'x' no es válido para '--y'. Indique 'a', 'b' o 'c'."),
    Sample(
      "invalid-value.many", "The value 'x' is invalid for '--y'. Please provide one of the following:\n  - a\n  - b",
      "El valor 'x' no es válido para '--y'. Indique uno de los siguientes:\n  - a\n  - b"),
    Sample(
      "unknown-shell",
      "Can't generate completion scripts for 'x'.\nPlease use --generate-completion-script=<shell> with one of:\n    zsh bash",
      "No se pueden generar las instrucciones de autocompletado para 'x'.\nUse --generate-completion-script=<shell> con uno de los siguientes:\n    zsh bash"
    ),
    Sample(
      "no-shell",
      "Can't autodetect a supported shell.\nPlease use --generate-completion-script=<shell> with one of:\n    zsh bash",
      "No se pudo determinar el intérprete de comandos.\nUse --generate-completion-script=<shell> con uno de los siguientes:\n    zsh bash"
    ),
    Sample(
      "internal.state", "Internal error. Invalid state while parsing command-line arguments.",
      "Error interno. El estado no es válido al leer los argumentos."),
    Sample(
      "internal.path", "Internal error. Parsing command-line arguments hit unimplemented code path.",
      "Error interno. La lectura de los argumentos llegó a una parte del programa que no está hecha."),
  ]

  private static let samples = page + frame + options + values
  private static let shared = ["error", "options", "arguments", "usage", "usage-page"]

  @Test func everySentenceIsSaidInSpanish() throws {
    let sentences = try Self.sentences("es")
    for sample in Self.samples { #expect(sentences.translate(sample.english) == sample.spanish, "\(sample.id)") }
  }

  /// What is known in English comes out as it was.
  @Test func englishStaysEnglish() throws {
    let sentences = try Self.sentences("en")
    for sample in Self.samples { #expect(sentences.translate(sample.english) == sample.english, "\(sample.id)") }
  }

  /// Another language has words of its own for all but what may be the same in both.
  @Test(arguments: MessageFile.languages.dropFirst()) func everyLanguageHasItsOwn(_ language: String) throws {
    let sentences = try Self.sentences(language)
    for sample in Self.samples where !Self.shared.contains(sample.id) {
      #expect(sentences.translate(sample.english) != sample.english, "\(sample.id)")
    }
  }

  @Test func everySentenceHasASample() throws {
    let ids = try MessageFile.texts("en").keys.filter { $0.hasPrefix("parser/") }
    #expect(Set(ids).symmetricDifference(Self.samples.map { "parser/\($0.id)" }).sorted() == [])
  }

  @Test(arguments: ["", "A sentence of another program.", "Missing", "USAGE:", "error: nothing", "See 'x'", "(values: a"])
  func whatIsNotKnownStays(_ sentence: String) throws {
    #expect(try Self.sentences("es").translate(sentence) == sentence)
  }

  private static func sentences(_ language: String) throws -> SentencePatterns {
    let sources = try ["en", language].flatMap { try MessageFile.all($0) }.map(\.document.source)
    return SentencePatterns(
      "parser", english: MessageCatalogue(sources, language: "en"), catalogue: MessageCatalogue(sources, language: language))
  }
}
