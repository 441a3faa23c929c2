import Testing

@Suite struct DocumentsSmoke { @Test func builds() {} }
