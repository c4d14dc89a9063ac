# Writes a document as a magazine sets it, out of a text of ours: a head, a foot with page numbers, two columns with words that lines divide,
# footnotes and a table between. columns.py SOURCE.md LANGUAGE > OUT.fodt
import re, sys
from xml.sax.saxutils import escape

path, language = sys.argv[1:]
body = re.sub(r"^---\n.*?\n---\n", "", open(path, encoding="utf-8").read(), flags=re.S)
parts = [" ".join(p.split()) for p in re.split(r"\n\s*\n", body)]
parts = [re.sub(r"[*_`]|\[\^\w+\]|\]\([^)]*\)|\[", "", p) for p in parts if re.match(r"[\w«“\"]", p) and "|" not in p]
rtl = ' style:writing-mode="rl-tb"' if language in ("ar", "he") else ""
notes = 0

def paragraph(text, noted):
    global notes
    note = ""
    if noted:
        notes += 1
        note = (f'<text:note text:id="n{notes}" text:note-class="footnote"><text:note-citation>{notes}</text:note-citation><text:note-body>'
                f'<text:p>{escape(" ".join(text.split()[:6]))}</text:p></text:note-body></text:note>')
    words = text.split()
    half = len(words) // 2
    return f'<text:p text:style-name="J">{escape(" ".join(words[:half]))}{note} {escape(" ".join(words[half:]))}</text:p>'

def table(text):
    words = (text.split() * 12)[:12]
    rows = "".join("<table:table-row>" + "".join(f"<table:table-cell><text:p>{escape(w)}</text:p></table:table-cell>" for w in words[r:r + 3]) + "</table:table-row>" for r in (0, 3, 6, 9))
    return f'<table:table table:name="t">{rows}</table:table>'

third = max(1, len(parts) // 3)
out = paragraph(parts[0], True)
for at in range(0, len(parts), third):
    inner = "".join(paragraph(p, i % 3 == 1) for i, p in enumerate(parts[at:at + third]))
    out += f'<text:section text:style-name="S" text:name="s{at}">{inner}</text:section>' + table(parts[at]) + paragraph(parts[at], False)
spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for n, v in (("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("fo", "xsl-fo-compatible")))
print(f'''<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="0.7cm"/></style:section-properties></style:style>
<style:style style:name="J" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:margin-bottom="0.2cm"{rtl}/><style:text-properties fo:font-size="11pt" fo:hyphenate="true" fo:language="{language}"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="14.8cm" fo:page-height="21cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="1.5cm" fo:margin-right="1.5cm"/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:header><text:p>TARN GAZETTE</text:p></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>{out}</office:text></office:body></office:document>''')
