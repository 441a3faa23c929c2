import Foundation
import Testing

/// The session on the page about the language is what comes out, letter for letter.
@Suite struct LanguageSession {
  @Test func printsWhatIsShown() throws {
    let commands = try Markdown("Rules/LANGUAGE.md").commands
    #expect(!commands.isEmpty)
    for command in commands {
      let run = try validate(command.arguments, in: packageRoot.appending(path: "Tests/Fixtures/language"))
      #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
      #expect(run.output == command.output + "\n")
    }
  }
}
