import Publishing

/// What holds of every document, whatever is in it: each reference has what it refers to.
enum Soundness {
  static func faults(in document: UnzippedDOCX) throws -> [String] {
    let body = try document.body()
    return try types(document) + relationships(document) + bookmarks(document, body) + notes(document, body)
      + styles(document, body) + tables(body) + document.names.flatMap { try SchemaOrder.faults(below: document.part($0)) }
  }

  private static func types(_ document: UnzippedDOCX) throws -> [String] {
    let types = try document.part("[Content_Types].xml")
    let overrides = types.all("Override").compactMap { $0.attributes["PartName"] }
    let files = document.names.filter { $0 != "[Content_Types].xml" && !$0.hasSuffix(".rels") }.map { "/" + $0 }
    return document.names.first == "[Content_Types].xml" && files.sorted() == overrides.sorted() ? [] : ["content types"]
  }

  private static func relationships(_ document: UnzippedDOCX) throws -> [String] {
    try document.names.filter { $0.hasSuffix(".rels") }.flatMap { name -> [String] in
      let all = try document.part(name).all("Relationship")
      let ids = all.compactMap { $0.attributes["Id"] }
      let folder = name.hasPrefix("word/") ? "word/" : ""
      let lost = all.filter {
        $0.attributes["TargetMode"] == nil && !document.names.contains(folder + ($0.attributes["Target"] ?? ""))
      }
      let bad = all.filter { $0.attributes["TargetMode"] == "External" && !($0.attributes["Target"] ?? "").hasPrefix("http") }
      return (Set(ids).count == ids.count ? [] : ["\(name): ids"]) + (lost + bad).map { "\(name): \($0.attributes)" }
    }
      + ["document", "footnotes"].flatMap { part -> [String] in
        let name = "word/_rels/\(part).xml.rels"
        let ids =
          document.names.contains(name) ? try document.part(name).all("Relationship").compactMap { $0.attributes["Id"] } : []
        let used = try document.part("word/\(part).xml").all.compactMap { $0.attributes["r:id"] }
        return used.filter { !ids.contains($0) }.map { "\(part): no relationship \($0)" }
      }
  }

  private static func bookmarks(_ document: UnzippedDOCX, _ body: XMLTree) -> [String] {
    let starts = body.all("w:bookmarkStart")
    let ids = starts.compactMap { $0.attributes["w:id"] }
    let names = starts.compactMap { $0.attributes["w:name"] }
    let known = Set(names)
    let lost = document.elements.filter { $0.name == "w:hyperlink" }.compactMap { $0.attributes["w:anchor"] }.filter {
      !known.contains($0)
    }
    let odd = names.filter { name in
      name.count > 40 || name.first?.isLetter != true
        || !name.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_") }
    }
    let areUnique = Set(ids).count == ids.count && Set(names.map { $0.lowercased() }).count == names.count
    return (areUnique && ids == body.all("w:bookmarkEnd").compactMap { $0.attributes["w:id"] } ? [] : ["bookmarks"])
      + (lost + odd).map { "bookmark \($0)" }
  }

  private static func notes(_ document: UnzippedDOCX, _ body: XMLTree) throws -> [String] {
    let notes = try document.part("word/footnotes.xml").all("w:footnote")
    let defined = notes.filter { $0.attributes["w:type"] == nil }.compactMap { $0.attributes["w:id"] }
    let separators = notes.filter { $0.attributes["w:type"] != nil }.compactMap { $0.attributes["w:id"] }
    let named = try document.part("word/settings.xml").all("w:footnote").compactMap { $0.attributes["w:id"] }
    let referred = body.all("w:footnoteReference").compactMap { $0.attributes["w:id"] }
    return
      (Set(defined) == Set(referred) && Set(defined).count == referred.count && defined.count == referred.count ? [] : ["notes"])
      + (Set(defined + separators).count == notes.count ? [] : ["ids of notes"])
      + (separators == named && separators.count == 2 ? [] : ["separators"])
      + (notes.allSatisfy { !$0.all("w:p").isEmpty } ? [] : ["empty note"])
  }

  private static func styles(_ document: UnzippedDOCX, _ body: XMLTree) throws -> [String] {
    let defined = try document.part("word/styles.xml").all("w:style").compactMap { $0.attributes["w:styleId"] }
    let used = document.elements.filter { ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"].contains($0.name) }
    let numbering = try document.part("word/numbering.xml")
    let numbers = numbering.all("w:num").compactMap { $0.attributes["w:numId"] }
    return (Set(defined).count == defined.count ? [] : ["styles"])
      + Set(used.compactMap(\.value)).subtracting(defined).map { "no style \($0)" }
      + (Set(numbers).count == numbers.count ? [] : ["numberings"])
      + Set(body.all("w:numId").compactMap(\.value)).subtracting(numbers).map { "no numbering \($0)" }
  }

  private static func tables(_ body: XMLTree) -> [String] {
    let joined = zip(body.all("w:body")[0].children, body.all("w:body")[0].children.dropFirst()).filter {
      $0.name == "w:tbl" && $1.name != "w:p"
    }
    return joined.map { _ in "joined tables" }
      + body.all("w:tbl").flatMap { table -> [String] in
        let columns = table.all("w:gridCol").compactMap { Int($0.attributes["w:w"] ?? "") }
        let right = columns.reduce(0, +) + (Int(table.all("w:tblInd").first?.attributes["w:w"] ?? "") ?? 0)
        let rows = table.all("w:tr")
        return (columns.allSatisfy { $0 > 0 } && right <= 9298 ? [] : ["widths \(columns)"])
          + (rows.allSatisfy { $0.all("w:tc").count == columns.count } && !rows.isEmpty ? [] : ["cells"])
      }
  }
}
