// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "validate", path: "..")],
  targets: [
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CClock"),
    .target(name: "CScan", dependencies: ["CYAML"]),
    .target(name: "CThreads"),
    .executableTarget(
      name: "bench", dependencies: ["CClock", "CScan", .product(name: "Documents", package: "validate")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "expressions", dependencies: ["CClock", "CThreads", .product(name: "Expressions", package: "validate")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ]
)
