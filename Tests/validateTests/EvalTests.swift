import Foundation
import Testing

/// `validate eval`, as its authors use it.
@Suite struct EvalTests {
  private static let peru = "examples/mem-2022/peru.yaml"

  /// The lines that come out, and the exit code.
  private static let runs: [(arguments: [String], code: Int32, lines: [String])] = [
    (["1 + 2 * 3"], 0, ["value: 7", "type: int", "steps: 0, at most 1 by estimate"]),
    (["'a' + \"b\\n\""], 0, [#"value: "ab\n""#, "type: string"]),
    (
      ["{'b': [1, 2u, 1.5], 'a': optional.none()}"], 0,
      [#"value: {"b": [1, 2u, 1.5], "a": optional.none()}"#, "type: map(string, dyn)"]
    ),
    (["date('2021-05-03') - date('2021-05-01')"], 0, [#"value: duration("172800s")"#, "type: duration"]),
    (["t && u", "--unknown", "t", "--unknown", "u"], 0, ["value: unknown", "would be settled by: t, u"]),
    (["t && false", "--unknown", "t"], 0, ["value: false"]),
    (["[1, 2][i]", "--unknown", "i", "--language", "es"], 0, ["valor: desconocido", "se determinaría con: i"]),
    (["1 < 2 && 1 / 0 > 0"], 1, ["value: none", "why: division by zero", "where: 1 / 0"]),
    (["register", "--in", "pa_3_1", "--reply", peru], 0, ["value: true", "type: bool"]),
    (["pa_3_1.authorities[0].authority", "--reply", peru], 0, [#"value: "SUNAT""#]),
    (["as_of", "--reply", peru], 0, ["value: unknown", "would be settled by: as_of"]),
    (["as_of", "--reply", peru, "--as-of", "2022-12-31"], 0, [#"value: date("2022-12-31")"#]),
    (
      ["pa_3_1.registr", "--reply", peru], 1,
      ["expression:1:1: error: There is no question or name `pa_3_1.registr` here [cel/undeclared-name]"]
    ),
    (["1 +"], 1, ["expression:1:4: error: The expression ends too early [cel/syntax-end]"]),
  ]

  @Test(arguments: runs.indices) func comesOut(_ index: Int) throws {
    let (arguments, code, lines) = Self.runs[index]
    let run = try validate(["eval"] + arguments)
    #expect(run.code == code && run.errors.isEmpty, "\(run.errors)")
    for line in lines { #expect(run.output.split(separator: "\n").contains(Substring(line)), "\(run.output)") }
  }

  @Test func traceStandsUnderTheText() throws {
    let scratch = try Scratch()
    let file = try scratch.write("values.json", #"{"rows": [{"year": 2019}, {"year": 2023}], "name": "Lima"}"#)
    let text = "rows.all(r, r.year < 2022) || open && name == 'Cusco'"
    let run = try validate(["eval", text, "--with", file.path, "--unknown", "open", "--trace"])
    #expect(
      run.output == """
          rows.all(r, r.year < 2022) || open && name == 'Cusco'
          ~~~~                                                   [{"year": 2019}, {"year": 2023}]
                      ~                                          {"year": 2019}, {"year": 2023} (2 times)
                      ~~~~~~                                     2019, 2023 (2 times)
                      ~~~~~~~~~~~~~                              true, false (2 times)
          ~~~~~~~~~~~~~~~~~~~~~~~~~~                             false
                                        ~~~~                     unknown (open)
                                                ~~~~             "Lima"
                                                ~~~~~~~~~~~~~~~  false
                                        ~~~~~~~~~~~~~~~~~~~~~~~  false
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~  false

        value: false
        type: bool
        steps: 10, at most 6002 by estimate

        """)
    let lines = try validate(["eval", "true &&\r\n[2].size() == 1", "--trace"]).output.split(separator: "\n").prefix(3)
    #expect(lines == ["  true &&  [2].size() == 1", "           ~~~~~~~~~~       1", "           ~~~~~~~~~~~~~~~  true"])
    let lazy = try validate(["eval", "t ? 1 : u", "--with", "/dev/stdin", "--unknown", "u", "--trace"])
    #expect(lazy.code == 3 && lazy.errors.contains("/dev/stdin"))
  }

  @Test func givenValuesStandBeforeAnswers() throws {
    let scratch = try Scratch()
    let file = try scratch.write("values.json", #"{"pa_3_1.register": false, "limit": 3}"#)
    let arguments = [
      "eval", "register || size(authorities) > limit", "--in", "pa_3_1", "--reply", Self.peru, "--with", file.path,
    ]
    #expect(try validate(arguments).output.hasPrefix("value: false\n"))
  }

  @Test func jsonHasItsForm() throws {
    let run = try validate(["eval", "t || false", "--unknown", "t", "--trace", "--format", "json"])
    let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(report["unknown"] as? [String] == ["t"] && report["type"] as? String == "dyn" || report["type"] as? String == "bool")
    let parts = try #require(report["trace"] as? [[String: Any]])
    #expect(parts.map { $0["text"] as? String } == ["t", "t || false"])
    let wrong = try validate(["eval", "t ||", "--format", "json"])
    let issues = try #require(JSONSerialization.jsonObject(with: Data(wrong.output.utf8)) as? [String: Any])["issues"]
    #expect(((issues as? [[String: Any]])?.first?["rule"] as? String) == "cel/syntax-end" && wrong.code == 1)
  }

  @Test(arguments: [
    (#"{"a": "#, 3), (#"[1, 2]"#, 3), (#"{"a": 1, "a": 2}"#, 3), ("", 3), ("{}", 0),
  ])
  func bindings(_ text: String, _ code: Int32) throws {
    let scratch = try Scratch()
    let run = try validate(["eval", "true", "--with", try scratch.write("values.json", text).path])
    #expect(run.code == code, "\(run.output)\(run.errors)")
    #expect(run.errors.isEmpty == (code == 0))
  }

  @Test func wrongUse() throws {
    #expect(try validate(["eval"]).code == 2)
    #expect(try validate(["eval", "true", "--in", "pa_3_1"]).code == 2)
    let misspelt = try validate(["eval", "true", "--in", "pa_3_l", "--reply", Self.peru])
    #expect(misspelt.code == 2 && misspelt.errors.contains("did you mean 'pa_3_1'?"))
    #expect(try validate(["eval", "--", "-1"]).output.hasPrefix("value: -1\n"))
    #expect(try validate(["eval", "true", "--reply", "no-such-file.yaml"]).code == 3)
    #expect(try validate(["eval", "true", "--reply", "examples/mistakes.yaml"]).code == 0)
    #expect(try validate(["eval", "lists.range(1000000).all(x, x >= 0)", "--max-steps", "10"]).code == 1)
  }
}
