#!/bin/sh
# Builds the corpus of documents that other programs wrote, out of our own texts in source/, and beside each file (files/NAME) the text
# that an outside program finds in it (says/NAME.txt). The tests need only what this leaves behind: run it after a change in source/.
#
#   apt-get install pandoc libreoffice-writer-nogui poppler-utils chromium python3
#   data/ingest/testdata/outside/build.sh
#
# NAME is SOURCE.MAKER.FORMAT: "pandoc" and "libre" (LibreOffice) wrote it, "chrome" printed or saved it, "site" is a page of a news site around
# the text, "mail" a mail, "plain" a text file in an encoding of its own.
set -eu
cd "$(dirname "$0")"
export SOURCE_DATE_EPOCH=1780000000 LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf files says && mkdir -p files says
office() { soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$1" --outdir "$work/out" "$2" >/dev/null 2>&1; }
says() { pandoc -s -t plain --wrap=none --columns=10000 "$@"; }
# Tables are drawn with blanks and lines to a width of 10000: only the words are compared.
squeeze() { sed -i -E 's/[ -]{3,}/  /g; s/[=+]{3,}/  /g; s/ +$//' says/*.txt; }

for s in source/*.md; do
	n=$(basename "$s" .md)
	for f in docx odt rtf epub; do pandoc -s "$s" -o "files/$n.pandoc.$f"; done
	pandoc "$s" --template source/page.html -o "files/$n.site.html"
	for f in docx odt epub; do says "files/$n.pandoc.$f" >"says/$n.pandoc.$f.txt"; done
	# pandoc loses Cyrillic and Arabic in RTF, its own too: LibreOffice says what is in these.
	mkdir -p "$work/out" && cp "files/$n.pandoc.rtf" "$work/$n.rtf"
	office txt:Text "$work/$n.rtf" && mv "$work/out/$n.txt" "says/$n.pandoc.rtf.txt"
	pandoc -t plain --wrap=none --columns=10000 "$s" >"says/$n.site.html.txt" # the article
done

# LibreOffice: from pandoc's DOCX to ODT, RTF and PDF, and from its ODT to DOCX and HTML.
for s in source/*.md; do
	n=$(basename "$s" .md)
	mkdir -p "$work/out" && cp "files/$n.pandoc.docx" "$work/$n.docx" && cp "files/$n.pandoc.odt" "$work/$n.odt"
	office pdf "$work/$n.docx" && mv "$work/out/$n.pdf" "files/$n.libre.pdf"
	case $n in
	02* | 03* | 04* | 05* | 07* | 10*)
		for f in odt rtf; do office $f "$work/$n.docx" && mv "$work/out/$n.$f" "files/$n.libre.$f"; done
		office docx "$work/$n.odt" && mv "$work/out/$n.docx" "files/$n.libre.docx"
		says "files/$n.libre.odt" >"says/$n.libre.odt.txt"
		says "files/$n.libre.docx" >"says/$n.libre.docx.txt"
		office txt:Text "files/$n.libre.rtf" && mv "$work/out/$n.libre.txt" "says/$n.libre.rtf.txt"
		;;
	esac
	case $n in
	03* | 04*)
		office html:XHTML\ Writer\ File "$work/$n.odt" && mv "$work/out/$n.html" "files/$n.libre.html"
		pandoc -t plain --wrap=none --columns=10000 "files/$n.libre.html" >"says/$n.libre.html.txt"
		;;
	esac
done
cp source/features.fodt files/features.hand.fodt
for f in odt docx rtf pdf; do office $f source/features.fodt && mv "$work/out/features.$f" "files/features.libre.$f"; done
says files/features.libre.docx >says/features.libre.docx.txt

# A browser prints pages and saves one as it stands after its scripts have run.
for n in 01-harbour 04-porom 09-long; do
	chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/chrome" --no-pdf-header-footer --print-to-pdf="files/$n.chrome.pdf" "file://$PWD/files/$n.site.html" >/dev/null 2>&1
done
for n in 02-avenues 07-notes; do
	chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/chrome" --dump-dom "file://$PWD/files/$n.site.html" >"files/$n.chrome.html" 2>/dev/null
	cp "says/$n.site.html.txt" "says/$n.chrome.html.txt"
done
# As magazines set a text: a browser's columns, and LibreOffice's with a head, a foot, footnotes and a table.
for a in 04-porom:uk:2: 09-long:en:3: 05-nahr:ar:2:rtl; do
	IFS=: read -r n language columns dir <<-END
	$a
	END
	pandoc "source/$n.md" --template source/columns.html -V columns="$columns" -V lang="$language" ${dir:+-V dir="$dir"} -o "$work/$n.columns.html"
	chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/chrome" --no-pdf-header-footer --print-to-pdf="files/$n.columns.pdf" "file://$work/$n.columns.html" >/dev/null 2>&1
	python3 columns.py "source/$n.md" "$language" >"$work/$n.section.fodt"
	office pdf "$work/$n.section.fodt" && mv "$work/out/$n.section.pdf" files/
done
chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/chrome" --no-pdf-header-footer --print-to-pdf=files/hebrew.columns.pdf "file://$PWD/source/hebrew.html" >/dev/null 2>&1
for f in files/*.pdf; do pdftotext -enc UTF-8 "$f" "says/$(basename "$f").txt"; done
# Where pdftotext reads across columns, or the left one of a text from right to left first, something else says what is in these: the order in
# which the file was written, or the text it was printed from.
pdftotext -raw -enc UTF-8 files/features.libre.pdf says/features.libre.pdf.txt
pandoc -t plain --wrap=none source/hebrew.html >says/hebrew.columns.pdf.txt
office txt:Text "$work/05-nahr.section.fodt" && mv "$work/out/05-nahr.section.txt" says/05-nahr.section.pdf.txt
sed -i -E '/TARN GAZETTE/d; /^.?Page [0-9]+$/d' says/*.section.pdf.txt # heads and feet, which are no text

# Plain texts in other encodings; iconv says what is left of a text in one.
plain() { # SOURCE ENCODING NAME
	pandoc -t plain --wrap=none "source/$1.md" | iconv -c -f utf-8 -t "$2" >"files/$1.plain-$3.txt"
	iconv -f "$2" -t utf-8 "files/$1.plain-$3.txt" >"says/$1.plain-$3.txt.txt"
}
plain 04-porom windows-1251 1251
plain 10-tablytsia windows-1251 1251
plain 04-porom koi8-u koi8
plain 01-harbour windows-1252 1252
plain 05-nahr utf-16 utf16
plain 06-duchuan utf-16 utf16

python3 mail.py source files
for f in files/*.eml; do n=$(basename "$f"); pandoc -t plain --wrap=none "source/${n%%.*}.md" >"says/$n.txt"; done
for f in files/*.mhtml; do n=$(basename "$f" .mhtml); cp "says/$n.html.txt" "says/$n.mhtml.txt"; done
squeeze
