/// The addresses outside that one part of the package refers to.
struct DOCXLinks {
  private(set) var addresses: [String] = []
  private var ids: [String: String] = [:]

  /// The id of an address, or `nil` for one that nobody should follow by a click.
  mutating func id(of address: String) -> String? {
    guard let address = WebLink.address(address) else { return nil }
    if let id = ids[address] { return id }
    addresses.append(address)
    let id = Self.id(addresses.count)
    ids[address] = id
    return id
  }

  /// The relationships of the part.
  var nodes: [DOCXNode] {
    addresses.enumerated().map { index, address in
      .element(
        "Relationship",
        ["Id": Self.id(index + 1), "Type": DOCXPackage.type("hyperlink"), "Target": address, "TargetMode": "External"])
    }
  }

  private static func id(_ number: Int) -> String { "link\(number)" }
}
