#!/bin/bash
# Makes the fonts that reports and the interface are set in; NOTICE.md tells from what.
set -e
D=/usr/share/fonts/truetype/noto
base="U+0020-007E,U+00A0-024F,U+0259,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2000-206F,U+2070-209F,U+20A0-20CF,U+2100-218F,U+2190-21FF,U+2200-22FF,U+25A0-25FF,U+FB00-FB06,U+FEFF,U+FFFC,U+FFFD"
cut() { pyftsubset $D/$1.ttf --output-file=$1.part.ttf --unicodes=$2 --layout-features='*' --no-hinting --name-IDs='*' --name-languages='*' --notdef-outline --recommended-glyphs; }
for w in Regular Bold; do for f in Sans Serif; do
  cut Noto$f-$w $base; all=Noto$f-$w.part.ttf
  # The UI faces of scripts that reach far up and down are drawn to fit the line of Noto Sans.
  a=NotoSansArabicUI; [ $f = Serif ] && a=NotoNaskhArabicUI
  cut $a-$w U+0600-061F,U+0621-06D5,U+06E5,U+06E6,U+06EE-06FF,U+0750-077F,U+FDFC,U+FDF2; all="$all $a-$w.part.ttf"
  for s in ${f}Hebrew:U+0591-05F4 ${f}Armenian:U+0531-058F ${f}Georgian:U+10A0-10FF,U+1C90-1CBF SansThaiUI:U+0E01-0E5B SansDevanagariUI:U+0900-097F; do
    n=Noto${s%%:*}-$w; cut $n ${s#*:}; all="$all $n.part.ttf"; done
  /usr/bin/python3 join.py Noto$f-$w.ttf $all
done; done
N=/usr/share/fonts/truetype
bare="--layout-features= --no-hinting --notdef-outline"
pyftsubset $D/NotoSans-Regular.ttf --output-file=latin.part.ttf --unicodes=U+0020-007E,U+00A0-017F,U+0370-03FF,U+0400-045F,U+0490,U+0491,U+2010-2027,U+2030-203A,U+20AC,U+2116,U+2122,U+2190-2193,U+FFFD $bare --name-IDs='*' --drop-tables+=GSUB,GPOS,GDEF
pyftsubset $N/droid/DroidSansFallbackFull.ttf --output-file=han.part.ttf --unicodes=U+3000-303F,U+3041-3096,U+309B-30FF,U+3105-312D,U+31F0-31FF,U+3220-33FF,U+4E00-9FFF,U+F900-FAFF,U+FF00-FFEF $bare --drop-tables+=GSUB,GPOS,GDEF,vhea,vmtx
pyftsubset $N/nanum/NanumGothic.ttf --output-file=hangul.part.ttf --unicodes=U+AC00-D7A3,U+3131-318E $bare --drop-tables+=GSUB,GPOS,GDEF,vhea,vmtx,kern
/usr/bin/python3 east.py
