import Testing

@Suite struct QuestionnaireSmoke { @Test func builds() {} }
