import Testing

@Suite struct ExpressionsSmoke { @Test func builds() {} }
