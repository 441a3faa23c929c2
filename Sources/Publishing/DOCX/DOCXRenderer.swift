/// Writes a publication as a document for word processors (Office Open XML).
///
/// The same publication is the same bytes. What anybody wrote stays text, whatever is in it.
public enum DOCXRenderer {
  /// The bytes of the file.
  public static func bytes(_ publication: Publication) throws -> [UInt8] {
    try DOCXArchive.bytes(package(publication).files())
  }

  private static func package(_ publication: Publication) -> DOCXPackage {
    let language = DOCXLanguage.tag(publication.language)
    let notice = publication.cover.notice
    var body = DOCXBody(bookmarks: DOCXBookmarks(publication.blocks))
    let document = document(publication, in: &body)
    return DOCXPackage(
      document: document, links: body.links, noteLinks: body.notes.links,
      parts: [
        .init(name: "styles", kind: "styles", root: DOCXStyles.part(language: language)),
        .init(name: "settings", kind: "settings", root: DOCXFrame.settings(language: language)),
        .init(name: "numbering", kind: "numbering", root: body.lists.part()),
        .init(name: "footnotes", kind: "footnotes", root: body.notes.part()),
        .init(name: "header", kind: "header", root: DOCXFrame.header(notice)),
        .init(name: "footer", kind: "footer", root: DOCXFrame.footer),
      ], title: publication.cover.title, status: notice, language: language)
  }

  private static func document(_ publication: Publication, in body: inout DOCXBody) -> DOCXNode {
    var nodes = DOCXFrame.cover(publication.cover, in: &body)
    nodes += DOCXFrame.contents(publication, in: body.bookmarks)
    nodes.append(DOCXFrame.end)
    nodes += body.nodes(publication.blocks)
    return DOCXFrame.root("document", [.w("body", nodes + [DOCXFrame.section(hasTitlePage: false)])])
  }
}
