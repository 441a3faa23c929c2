import Foundation
import Testing

/// What is told of wrong use, to the letter, in Spanish.
@Suite struct UsageErrors {
  private static let peru = "examples/mem-2022/peru.yaml"

  /// What the parser finds.
  private static let parsing: [([String], String)] = [
    (["check", "--nothing"], "No existe la opción '--nothing'"),
    (["check", "-?"], "No existe la opción '-?'"),
    (["check", "--fail-om", "error"], "No existe la opción '--fail-om'. ¿Quiso decir '--fail-on'?"),
    (["check", "-qo"], "No existe la opción '-qo'. ¿Quiso decir '--as'?\n   o bien: falta el valor de '-o <archivo>' en '-qo'"),
    (["check", "---x"], "La opción no es válida: ---x"),
    (["check", peru, "--output"], "Falta el valor de '--output <archivo>'"),
    (["check", "--all=3"], "La opción '--all' no lleva ningún valor, pero se indicó '3'."),
    (["packs", "a"], "No se esperaba el argumento 'a'"),
    (["nothing"], "No se esperaba el argumento 'nothing'"),
    (["packs", "a", "b"], "No se esperaban 2 argumentos: 'a', 'b'"),
    (["evidence"], "Falta el argumento '<respuesta>'"),
    (["check", "--max-bytes", "x"], "El valor 'x' no es válido para '--max-bytes <bytes>'"),
    (["check", "--as", "x"], "El valor 'x' no es válido para '--as <estado>'. Indique 'draft' o 'complete'."),
    (["check", "--color", "x"], "El valor 'x' no es válido para '--color <cuándo>'. Indique 'auto', 'always' o 'never'."),
    (
      ["check", "--max-bytes", "x' is invalid for 'y"],
      "El valor 'x' no es válido para 'y' is invalid for '--max-bytes <bytes>'"
    ),
    (
      ["--generate-completion-script", "x"],
      "No se pueden generar las instrucciones de autocompletado para 'x'.\nUse --generate-completion-script=<shell> con uno de los siguientes:\n    zsh bash fish"
    ),
  ]

  @Test(arguments: parsing) func parser(_ arguments: [String], _ message: String) throws {
    let run = try validate(arguments, environment: ["LC_ALL": "es_MX.UTF-8"])
    #expect(run.code == 2 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("Error: \(message)\n"), "\(run.errors)")
    let rest = run.errors.dropFirst("Error: \(message)\n".count)
    let usage = /(Ayuda: .+\n)?Uso: validate .+\n  Escriba 'validate .*--help' para obtener más información\.\n/
    #expect(rest.wholeMatch(of: usage) != nil, "\(rest)")
    #expect(EnglishWords.lines(in: String(rest)) == [])
  }

  /// What the commands find themselves before they read anything.
  private static let own: [([String], Int32, String)] = [
    (["check", "--as-of", "ayer", peru], 2, "'ayer' no es una fecha: escríbala como 2022-12-31"),
    (["check", "--max-pdf-bytes", "0", peru], 2, "un límite debe ser un número mayor que cero"),
    (["check", "--sealed", "a", "b", "c"], 2, "--sealed admite una sola respuesta"),
    (["check", "--sealed", "a", "--as", "complete"], 2, "--sealed revisa la respuesta tal como se selló: omita --as"),
    (["check", "--sealed", "a", "--evidence", "none"], 2, "--sealed examina los archivos: omita --evidence"),
    (["evidence", peru, "--write-hashes", "--evidence", "none"], 2, "--write-hashes examina los archivos: omita --evidence"),
    (["evidence", peru, "--write-hashes", "--format", "csv"], 2, "--write-hashes no muestra ninguna tabla: omita --format"),
    (["evidence", "-", "--write-hashes"], 2, "--write-hashes requiere que la respuesta sea un archivo"),
    (["evidence", "examples/mem-2022"], 2, "'examples/mem-2022' contiene varias respuestas: indique una"),
    (["seal", "-"], 2, "solo se puede sellar un archivo: sus documentos están junto a él"),
    (["check", "no.yaml"], 3, "no se puede leer 'no.yaml': no existe ese archivo ni esa carpeta"),
    (["check", "no\n.yaml"], 3, "no se puede leer 'no\\u{a}.yaml': no existe ese archivo ni esa carpeta"),
    (["check", "/dev/null"], 3, "no se puede leer '/dev/null': no es un archivo ordinario"),
    (["check", "README.md/x"], 3, "no se puede leer 'README.md/x': una parte de la ruta no es una carpeta"),
    (["check", "Sources"], 2, "'Sources' no contiene ninguna respuesta"),
    (["check", peru, "-o", peru], 2, "este comando lee '\(peru)': indique otro archivo en --output"),
    (
      ["check", peru, "-o", "/nowhere/x"], 2,
      "no se puede escribir '/nowhere/x': no existe ese archivo ni esa carpeta; no se cambió nada"
    ),
    (["lint", "nada"], 2, "no existe el paquete 'nada'; los disponibles son: mem-2022"),
    (["lint", "--rules", "nada"], 2, "no existe la carpeta 'nada'"),
    (["lint", "--rules", "Sources/CRE2"], 2, "'Sources/CRE2' no contiene ningún paquete"),
    (["eval", "true", "--in", "x"], 2, "--in indica un punto de un cuestionario: requiere --reply"),
    (["eval", "true", "--in", "xyz", "--reply", peru], 2, "no existe el punto 'xyz'"),
    (["eval", "true", "--in", "pa_1_l", "--reply", peru], 2, "no existe el punto 'pa_1_l'; ¿quiso decir 'pa_1_1'?"),
    (["eval", "true", "--reply", "README.md"], 3, "no se puede leer 'README.md': ejecute validate check README.md"),
  ]

  @Test(arguments: own) func command(_ arguments: [String], _ code: Int32, _ message: String) throws {
    let run = try validate(arguments, environment: ["LC_ALL": "es_MX.UTF-8"])
    #expect(run.code == code && run.output.isEmpty)
    #expect(run.errors.hasPrefix("validate: \(message)\n") || run.errors.hasPrefix("Error: \(message)\n"), "\(run.errors)")
    #expect(EnglishWords.lines(in: run.errors) == [])
  }
}
