import Testing

@Suite struct validateSmoke { @Test func builds() {} }
