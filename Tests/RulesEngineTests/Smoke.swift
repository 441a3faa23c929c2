import Testing

@Suite struct RulesEngineSmoke { @Test func builds() {} }
