# Joins fonts into one that keeps the first one's names and line.
import sys
from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
out, parts = sys.argv[1], sys.argv[2:]
first = TTFont(parts[0])
font = Merger(options=Options(drop_tables=["vhea", "vmtx", "MATH"])).merge(parts)
for table, fields in {"hhea": ["ascent", "descent", "lineGap"], "OS/2": ["sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"]}.items():
    for field in fields:
        setattr(font[table], field, getattr(first[table], field))
for t in ("name",): font[t] = first[t]
font["head"].created = font["head"].modified = first["head"].created
font.recalcTimestamp = False
font.save(out)
print(out, len(font.getGlyphOrder()))
