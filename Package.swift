// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "validate",
  products: [
    .executable(name: "validate", targets: ["validate"]),
    .library(name: "Documents", targets: ["Documents"]),
    .library(name: "EvidenceFiles", targets: ["EvidenceFiles"]),
    .library(name: "Expressions", targets: ["Expressions"]),
    .library(name: "Questionnaire", targets: ["Questionnaire"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // Not pkg-config: re2.pc carries -pthread, which SwiftPM refuses. The order of the two libraries matters when static.
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2"), .linkedLibrary("stdc++")]),
    .target(name: "Documents", dependencies: ["CLibYAML"], swiftSettings: settings),
    .target(name: "Expressions", dependencies: ["CRE2"], swiftSettings: settings),
    .target(name: "RulesEngine", dependencies: ["Documents", "Expressions"], swiftSettings: settings),
    .target(
      name: "Questionnaire", dependencies: ["RulesEngine", "Documents", "Expressions", "Publishing"], swiftSettings: settings),
    .systemLibrary(name: "CMinizip", providers: [.apt(["libminizip-dev"])]),
    .target(
      name: "EvidenceFiles",
      dependencies: [
        "Questionnaire", "Expressions", "CMinizip",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .target(name: "Publishing", dependencies: ["CMinizip"], swiftSettings: settings),
    .target(name: "Rules", path: "Rules", sources: ["embedded.c"], publicHeadersPath: "include"),
    .executableTarget(
      name: "validate",
      dependencies: [
        "EvidenceFiles", "Questionnaire", "Publishing", "RulesEngine", "Expressions", "Documents", "Rules",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .target(name: "Sanitizers", path: "Tests/Sanitizers"),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: settings),
    .testTarget(
      name: "ExpressionsTests", dependencies: ["Expressions", "Sanitizers"], exclude: ["Vectors"], swiftSettings: settings),
    .testTarget(name: "RulesEngineTests", dependencies: ["RulesEngine"], swiftSettings: settings),
    .testTarget(name: "QuestionnaireTests", dependencies: ["Questionnaire", "Publishing", "Rules"], swiftSettings: settings),
    .testTarget(
      name: "EvidenceFilesTests",
      dependencies: [
        "EvidenceFiles", "Questionnaire", "RulesEngine", "Expressions", "Documents", "CMinizip",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .testTarget(name: "PublishingTests", dependencies: ["Publishing", "CMinizip"], swiftSettings: settings),
    .testTarget(name: "validateTests", dependencies: ["validate"], swiftSettings: settings),
  ],
  cxxLanguageStandard: .cxx17
)
