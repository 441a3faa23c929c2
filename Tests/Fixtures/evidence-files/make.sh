#!/bin/sh
# Makes the files of this folder anew. They are kept, as not every machine has these programs (Debian 12):
#   apt-get install -y --no-install-recommends libreoffice-writer libreoffice-calc libreoffice-draw python3-uno \
#     texlive-latex-base chromium qpdf python3-pil
# LibreOffice and Chromium write the time into their files, so that their bytes differ from run to run.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export SOURCE_DATE_EPOCH=1700000000 FORCE_SOURCE_DATE=1 HOME="$work"

/usr/bin/python3 "$here/make.py" sources
for pages in 1 3 12; do
  pdflatex -interaction=batchmode "latex-$pages.tex" >/dev/null
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="chromium-$pages.pdf" \
    "file://$work/pages-$pages.html" 2>/dev/null
done
pdflatex -interaction=batchmode latex-tables.tex >/dev/null
chromium --headless --no-sandbox --disable-gpu --window-size=240,160 --screenshot=chromium.png "file://$work/pages-1.html" 2>/dev/null
# The system's Python has the interface of LibreOffice.
/usr/bin/python3 "$here/make.py" office
qpdf --deterministic-id --linearize latex-tables.pdf linearized-3.pdf
qpdf --deterministic-id --object-streams=generate latex-tables.pdf object-streams-3.pdf
qpdf --allow-weak-crypto --static-id --encrypt secret owner 128 --use-aes=y -- latex-tables.pdf encrypted-user.pdf
qpdf --static-id --static-aes-iv --encrypt '' owner 256 -- latex-tables.pdf encrypted-owner.pdf
# msoffcrypto-tool is a package of PyPI: LibreOffice sets such a password only by hand.
for file in writer.docx calc.xlsx; do msoffcrypto-tool -e -p secret "$file" "encrypted.${file#*.}"; done
/usr/bin/python3 "$here/make.py" changed
for file in *.pdf *.docx *.xlsx *.odt *.png *.jpg *.txt *.csv *.doc; do install -m 644 "$file" "$here/$file"; done
