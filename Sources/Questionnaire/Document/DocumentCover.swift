import Documents
import Expressions
import Publishing

/// The title page: whom the document is about, and what it is made from.
struct DocumentCover {
  let context: DocumentContext
  let origin: DraftDocument.Origin

  private var catalogue: MessageCatalogue { context.words.catalogue }

  var cover: Publication.Cover {
    let questionnaire = context.judgement.pack.questionnaire
    let name = context.words.country(context.judgement.reply.respondent)
    return Publication.Cover(
      series: questionnaire.source, title: questionnaire.title.map { context.labels.text($0) } ?? questionnaire.id,
      subtitle: name.prefix(1).uppercased() + name.dropFirst(), facts: facts, notice: catalogue.text("document/notice"))
  }

  private var facts: [Publication.Fact] {
    let (reply, pack) = (context.judgement.reply, context.judgement.pack)
    let questionnaire = pack.questionnaire
    var facts: [Publication.Fact] = []
    if let period = questionnaire.period {
      facts.append(Publication.Fact(catalogue.text("document/round"), [.text(period.description)]))
    }
    let status = catalogue.text("document/status.\(reply.status.rawValue)")
    facts += [
      Publication.Fact(catalogue.text("document/status"), [.text(status)]),
      Publication.Fact(
        catalogue.text("document/reply"), [.code(reply.document.source.name), .lineBreak, .code(origin.digest)]),
      Publication.Fact(
        catalogue.text("document/pack"),
        [.text("\(questionnaire.id) \(questionnaire.version)"), .lineBreak, .code(pack.digest)]),
      Publication.Fact(catalogue.text("document/tool"), [.text(origin.tool)]),
    ]
    if let asOf = origin.asOf { facts.append(Publication.Fact(catalogue.text("document/as-of"), [.text(asOf)])) }
    return facts
  }
}
