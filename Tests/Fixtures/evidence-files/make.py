"""The parts of make.sh that need more than a shell: what the programs read, LibreOffice itself, and changed copies."""

import pathlib
import subprocess
import sys
import time

PAGES = (1, 3, 12)
BREAK = ' style="page-break-before:always"'
LINES = ["The laboratory keeps a list of its instruments.", "Each instrument is tested once a year.", "La lista está al día: año 2023."]


def paragraphs(page):
    return [f"Page {page}"] + LINES


def sources():
    for pages in PAGES:
        body = "".join(
            "".join(f"<p{BREAK if page > 1 and not line_number else ''}>{line}</p>" for line_number, line in enumerate(paragraphs(page)))
            for page in range(1, pages + 1)
        )
        pathlib.Path(f"pages-{pages}.html").write_text(
            f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>List</title></head><body>{body}</body></html>'
        )
        pathlib.Path(f"latex-{pages}.tex").write_text(latex(pages))
    # Without text it needs no font, and what is made of it stays small.
    bars = "\n\\newpage\n".join(["\\rule{3cm}{1cm}"] * 3)
    pathlib.Path("latex-tables.tex").write_text(
        "\\pdfobjcompresslevel=0\n\\documentclass{article}\\pagestyle{empty}\\begin{document}\n" + bars + "\n\\end{document}\n"
    )
    table = 'Instrument;Tested;Remark\nbalance;2023-02-01;"kept; dry"\n"""second"" balance";2023-02-03;\n'
    pathlib.Path("table.csv").write_text(table)
    pathlib.Path("table-excel.csv").write_bytes(table.replace(";", "\t").replace("kept\t", "kept;").encode("utf-16"))
    pathlib.Path("plain.txt").write_text("\n".join(LINES) + "\n")
    pathlib.Path("latin1.txt").write_bytes("\r\n".join(LINES).encode("latin-1"))
    pathlib.Path("wide.txt").write_bytes("\r\n".join(LINES).encode("utf-16"))
    pathlib.Path("mark.txt").write_bytes("\n".join(LINES).encode("utf-8-sig"))


def latex(pages):
    body = "\n\\newpage\n".join("\n\n".join(paragraphs(page)) for page in range(1, pages + 1))
    return (
        "\\pdfobjcompresslevel=2\n"
        "\\documentclass{article}\\usepackage[utf8]{inputenc}\\begin{document}\n" + body + "\n\\end{document}\n"
    )


def office():
    import uno
    from com.sun.star.beans import PropertyValue

    def options(**values):
        return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())

    pipe = f"make-{time.time_ns()}"
    soffice = subprocess.Popen(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{pathlib.Path.cwd()}/profile", f"--accept=pipe,name={pipe};urp;"]
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    context = None
    while context is None:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    small = uno.Any("[]com.sun.star.beans.PropertyValue", options(PixelWidth=180, PixelHeight=250))

    def url(name):
        return (pathlib.Path.cwd() / name).as_uri()

    def save(document, name, kind, **more):
        document.storeToURL(url(name), options(FilterName=kind, **more))

    for pages in PAGES:
        text = desktop.loadComponentFromURL(url(f"pages-{pages}.html"), "_blank", 0, options(Hidden=True, FilterName="HTML (StarWriter)"))
        save(text, f"writer-{pages}.odt", "writer8")
        text.close(True)
        text = desktop.loadComponentFromURL(url(f"writer-{pages}.odt"), "_blank", 0, options(Hidden=True))
        save(text, f"writer-{pages}.pdf", "writer_pdf_Export")
        if pages == 3:
            save(text, "writer.docx", "MS Word 2007 XML")
            save(text, "writer.doc", "MS Word 97")
            save(text, "encrypted.odt", "writer8", Password="secret")
            save(text, "writer.png", "writer_png_Export", FilterData=small)
            save(text, "writer.jpg", "writer_jpg_Export", FilterData=small)
        text.close(True)
    sheet = desktop.loadComponentFromURL(
        url("table.csv"), "_blank", 0, options(Hidden=True, FilterName="Text - txt - csv (StarCalc)", FilterOptions="59,34,UTF-8,1")
    )
    save(sheet, "calc.xlsx", "Calc MS Excel 2007 XML")
    save(sheet, "calc.csv", "Text - txt - csv (StarCalc)", FilterOptions="44,34,76,1")
    sheet.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass
    soffice.wait()


def changed():
    images()
    tables = pathlib.Path("latex-tables.pdf").read_bytes()
    pathlib.Path("truncated.pdf").write_bytes(tables[: len(tables) * 2 // 3])
    pathlib.Path("damaged.pdf").write_bytes(tables.replace(b"startxref\n", b"startxref\n9", 1))
    pathlib.Path("junk-before-3.pdf").write_bytes(b"Received: from a scanner\r\n\r\n" + tables)
    pathlib.Path("updated-3.pdf").write_bytes(updated(tables, adds_page=False))
    pathlib.Path("updated-4.pdf").write_bytes(updated(tables, adds_page=True))
    document = pathlib.Path("writer.docx").read_bytes()
    pathlib.Path("truncated.docx").write_bytes(document[: len(document) * 2 // 3])
    pathlib.Path("damaged.docx").write_bytes(flipped(document, len(document) // 3))


def flipped(data, place):
    return data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]


def images():
    from PIL import Image

    image = Image.radial_gradient("L").resize((96, 64)).convert("RGB")
    image.save("plain.jpg", quality=80)
    image.save("progressive.jpg", quality=80, progressive=True)
    image.save("plain.png")
    jpeg = pathlib.Path("plain.jpg").read_bytes()
    # Telephones append a second image, or a film.
    pathlib.Path("telephone.jpg").write_bytes(jpeg + pathlib.Path("progressive.jpg").read_bytes() + bytes(500))
    pathlib.Path("truncated.jpg").write_bytes(jpeg[:-40])
    png = pathlib.Path("plain.png").read_bytes()
    pathlib.Path("truncated.png").write_bytes(png[:-12])
    pathlib.Path("damaged.png").write_bytes(flipped(png, len(png) // 2))


def updated(pdf, adds_page):
    """Appends objects and a table, as programs do that sign or comment."""
    import re

    size = int(re.findall(rb"/Size (\d+)", pdf)[-1])
    root = re.findall(rb"/Root (\d+ 0 R)", pdf)[-1]
    previous = re.findall(rb"startxref\s+(\d+)", pdf)[-1]
    number, kids = re.search(rb"(\d+) 0 obj\n?<<\s*/Type /Pages\s+/Count 3\s+/Kids \[([^\]]*)\]", pdf).groups()
    objects = {size: b"<< /Type /Metadata >>"}
    if adds_page:
        objects = {
            size: b"<< /Type /Page /Parent %s 0 R /MediaBox [0 0 595 842] /Resources << >> >>" % number,
            int(number): b"<< /Type /Pages /Count 4 /Kids [%s %d 0 R] >>" % (kids.strip(), size),
        }
    data, table = pdf, b""
    for key in sorted(objects):
        table += b"%d 1\n%010d 00000 n \n" % (key, len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (key, objects[key])
    return data + b"xref\n%strailer\n<< /Size %d /Root %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        table, size + 1, root, previous, len(data),
    )


if __name__ == "__main__":
    {"sources": sources, "office": office, "changed": changed}[sys.argv[1]]()
