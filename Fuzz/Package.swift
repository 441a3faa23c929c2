// swift-tools-version: 6.2
import PackageDescription

// Built by `make fuzz`, which has the flags that instrument the library too.
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "validate", path: "..")],
  targets: [
    .target(name: "CDriver"),
    .executableTarget(
      name: "fuzz", dependencies: ["CDriver", .product(name: "Expressions", package: "validate")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ]
)
