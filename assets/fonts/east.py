# Han and kana of Droid Sans Fallback, scaled to 1000 units; Hangul of Nanum Gothic; the rest of Noto Sans.
import sys
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
for src, out in (("han.part.ttf", "han1000.part.ttf"), ("hangul.part.ttf", "hangul1000.part.ttf")):
    f = TTFont(src); scale_upem(f, 1000); f.save(out)
from fontTools.merge import Merger, Options
parts = ["latin.part.ttf", "han1000.part.ttf", "hangul1000.part.ttf"]
first = TTFont(parts[0])
font = Merger(options=Options(drop_tables=["vhea", "vmtx", "MATH", "gasp", "DSIG"])).merge(parts)
for table, fields in {"hhea": ["ascent", "descent", "lineGap"], "OS/2": ["sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"]}.items():
    for field in fields:
        setattr(font[table], field, getattr(first[table], field))
font["name"] = first["name"]
for record in font["name"].names:
    words = {0: "Noto Sans: Copyright 2015 Google LLC. Han and kana: Copyright 2006-2010 Google Corp. Hangul: Copyright 2010 NAVER Corporation.",
             1: "Lectern East Asian", 3: "Lectern East Asian 1", 4: "Lectern East Asian", 5: "Version 1.000", 6: "LecternEastAsian"}.get(record.nameID)
    if words: record.string = words
font["head"].created = font["head"].modified = first["head"].created
font["post"].formatType = 3
font.recalcTimestamp = False
font.save("LecternEastAsian-Regular.ttf")
print(len(font.getGlyphOrder()), len(font.getBestCmap()))
