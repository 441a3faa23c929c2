import Foundation
import Testing

/// In which language a run speaks: what is asked for, else that of the reply, else that of the environment, else English.
@Suite struct RunLanguage {
  private static let english = "name a reply, or a folder that holds replies"
  private static let spanish = "indique una respuesta o una carpeta que contenga respuestas"

  private static let environments: [([String], [String: String], String)] = [
    ([], [:], english),
    ([], ["LC_ALL": "", "LANG": "es_MX.UTF-8"], spanish),
    ([], ["LC_ALL": "", "LC_MESSAGES": "es", "LANG": "en_US.UTF-8"], spanish),
    ([], ["LC_ALL": "es-PE", "LC_MESSAGES": "en_GB", "LANG": "en"], spanish),
    ([], ["LC_ALL": "ES"], spanish),
    ([], ["LC_ALL": "C.UTF-8", "LANG": "es"], english),
    ([], ["LC_ALL": "POSIX", "LANG": "es"], english),
    ([], ["LC_ALL": "de_DE", "LANG": "es"], english),
    ([], ["LC_ALL": "est", "LANG": ""], english),
    (["--language", "es"], ["LC_ALL": "C"], spanish),
    (["--language=es"], ["LC_ALL": "en_US"], spanish),
    (["--language", "en"], ["LC_ALL": "es"], english),
    (["--language", "en", "--language=es"], [:], spanish),
    (["--language=en", "--language", "es"], [:], spanish),
    (["--language", "es", "--language=en"], [:], english),
    (["--language=es", "--language", "en"], [:], english),
  ]

  @Test(arguments: environments)
  func isFound(_ arguments: [String], _ environment: [String: String], _ words: String) throws {
    let own = environment.merging(["LC_MESSAGES": "", "LANG": ""]) { given, _ in given }
    for arguments in [["check"] + arguments, arguments + ["check"]] {
      let run = try validate(arguments, environment: own)
      #expect(run.code == 2 && run.errors == "validate: \(words)\n", "\(arguments): \(run.errors)")
    }
  }

  /// What stands behind `--` is no option.
  @Test func endsWhereOptionsDo() throws {
    let run = try validate(["check", "--", "--language", "es"])
    #expect(run.code == 3 && run.errors.hasPrefix("validate: cannot read '--language'"), "\(run.errors)")
  }

  private static let replies: [(String, [String], String, String)] = [
    ("es", [], "C", "Aún no puede enviarse."),
    ("es", [], "pt_BR", "Aún no puede enviarse."),
    ("en", [], "es", "Not ready to submit."),
    ("en", ["--language", "es"], "C", "Aún no puede enviarse."),
    ("es", ["--language", "en"], "es", "Not ready to submit."),
  ]

  /// A country reads about its reply in the reply's language, wherever it is checked.
  @Test(arguments: replies)
  func ofReplies(_ language: String, _ arguments: [String], _ environment: String, _ words: String) throws {
    let pack =
      "questionnaire: two\nversion: 1.0.0\nlanguage: en\nsections: {one: {number: 1, title: One, questions: {first: Is it?}}}\n"
    let scratch = try Scratch()
    try scratch.write("two/questionnaire.yaml", pack)
    try scratch.write("two/words/es.yaml", "words: two\nlanguage: es\ntexts: {one: {first: {ask: ¿Es así?}}}\n")
    let reply = try scratch.write(
      "reply.yaml", "reply: two\nversion: 1.0.0\nrespondent: PER\nlanguage: \(language)\nstatus: complete\nanswers:\n"
    ).path
    let run = try validate(
      ["check", reply, "--rules", scratch.folder.path] + arguments, environment: ["LC_ALL": environment])
    #expect(run.code == 1 && run.output.contains(words), "\(run.output)\(run.errors)")
  }

  @Test func ofWhatIsNoReply() throws {
    let run = try validate(["check", "-"], environment: ["LC_ALL": "es"], input: "a: b\n")
    #expect(run.code == 3 && run.output.contains("Este archivo no es una respuesta"), "\(run.output)")
  }

  /// What the system refuses, it says in English.
  @Test(arguments: ["locked", "locked/file.yaml", "file.yaml"]) func ofTheSystem(_ name: String) throws {
    let scratch = try Scratch()
    try scratch.write("locked/file.yaml", "reply: x\n")
    try scratch.write("file.yaml", "reply: x\n")
    for locked in ["locked", "file.yaml"] {
      let path = scratch.folder.appending(path: locked).path
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    }
    let run = try validate(["check", name, "--language", "es"], in: scratch.folder, asOrdinaryUser: true)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: scratch.folder.appending(path: "locked").path)
    #expect(run.code == 3 && run.errors == "validate: no se puede leer '\(name)': no se tiene permiso\n", "\(run.errors)")
  }
}
