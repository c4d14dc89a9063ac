package ingest

import (
	"strconv"
	"strings"
)

// control reads what stands behind a backslash.
func (r *rtf) control() {
	if r.at >= len(r.b) {
		return
	}
	c := r.b[r.at]
	r.at++
	switch {
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		r.at--
		r.word(r.controlWord())
	case c == '\'':
		if r.at+2 > len(r.b) {
			r.at = len(r.b)
			return
		}
		if v, err := strconv.ParseUint(string(r.b[r.at:r.at+2]), 16, 8); err == nil {
			r.at += 2
			if v != 0 {
				r.char(byte(v))
			}
		}
	case c == '*':
		r.starred = true
	case r.skip > 0:
		r.skip--
	case c == '\\' || c == '{' || c == '}':
		r.char(c)
	case c == '~':
		r.rune('\u00A0')
	case c == '_':
		r.rune('\u2011')
	case c == '\r' || c == '\n':
		r.finish()
	}
}

// controlWord reads a word and its number; a word without one has 1.
func (r *rtf) controlWord() (word string, number int, given bool) {
	start := r.at
	for r.at < len(r.b) && (r.b[r.at]|0x20) >= 'a' && (r.b[r.at]|0x20) <= 'z' && r.at-start < 40 {
		r.at++
	}
	word = string(r.b[start:r.at])
	start = r.at
	if r.at < len(r.b) && r.b[r.at] == '-' {
		r.at++
	}
	digits := r.at
	for r.at < len(r.b) && r.b[r.at] >= '0' && r.b[r.at] <= '9' && r.at-digits < 10 {
		r.at++
	}
	if r.at == digits {
		r.at = start
		number = 1
	} else {
		number, _ = strconv.Atoi(string(r.b[start:r.at]))
		given = true
	}
	if r.at < len(r.b) && r.b[r.at] == ' ' {
		r.at++
	}
	return word, number, given
}

// rtfLeftOut are the destinations whose text is none of the document's.
var rtfLeftOut = set(`colortbl stylesheet listtable listoverridetable revtbl rsidtbl pict object objdata header headerl headerr headerf
footer footerl footerr footerf annotation atnid atnauthor atntime atnicn atnref atndate fldinst nonshppict shprslt generator xe tc tcn
rxe txe themedata colorschememapping latentstyles datastore filetbl mmathPr bkmkstart bkmkend pgptbl ftnsep ftnsepc ftncn aftnsep
aftnsepc aftncn sp sn sv pn pnseclvl docvar template operator nonesttables passwordhash xmlnstbl factoidname background mhtmltag htmltag`)

// rtfSigns are characters that words stand for.
var rtfSigns = map[string]rune{
	"emdash": '—', "endash": '–', "lquote": '‘', "rquote": '’', "ldblquote": '“', "rdblquote": '”', "bullet": '•',
	"emspace": ' ', "enspace": ' ', "qmspace": ' ', "tab": '\t', "line": '\n', "softline": '\n', "zwj": '\u200D', "zwnj": '\u200C',
	"page": '\n', "column": '\n', "lbr": '\n',
}

// word does what a control word says.
func (r *rtf) word(word string, n int, given bool) {
	starred := r.starred
	r.starred = false
	switch word {
	case "bin":
		r.flush()
		r.at = min(len(r.b), r.at+max(n, 0))
		return
	case "u":
		r.flush()
		if n < 0 {
			n += 1 << 16
		}
		r.rune(rune(n))
		r.skip = r.now.uc
		return
	}
	if r.skip > 0 {
		r.skip--
		return
	}
	r.flush()
	if c, ok := rtfSigns[word]; ok {
		r.rune(c)
		return
	}
	if rtfLeftOut[word] {
		r.now.where = rtfNowhere
		return
	}
	if r.destination(word) || r.format(word, n, given) || r.structure(word) {
		return
	}
	if starred {
		r.now.where = rtfNowhere
	}
}

// destination reads words that say what a group is for.
func (r *rtf) destination(word string) bool {
	lost := r.now.where == rtfNowhere
	switch word {
	case "fonttbl":
		r.now.where = rtfFonts
	case "listtext", "pntext":
		if !lost {
			r.now.where = rtfLabel
			r.label.Reset()
		}
	case "info":
		r.now.where = rtfInfo
	case "title", "author", "company", "creatim", "subject", "keywords", "doccomm", "operator", "revtim", "printim", "manager", "category", "comment", "hlinkbase":
		if r.now.where == rtfInfo {
			r.now.title = word
			r.label.Reset()
		}
	case "footnote":
		if !lost {
			r.hold(true)
		}
	case "shpinst", "do", "shp", "shpgrp":
		r.now.where = rtfNowhere
		r.now.kept = "shape"
	case "shptxt", "dptxbxtext":
		if r.now.kept == "shape" {
			r.now.kept = ""
			r.hold(false)
		}
	case "upr":
		r.now.upright, r.now.where = r.now.where, rtfNowhere
	case "ud":
		r.now.where = r.now.upright
	case "fldrslt", "field", "ltrch", "rtlch", "shppict", "shptop", "result":
	default:
		return false
	}
	return true
}

// format reads words that say how text is to be understood.
func (r *rtf) format(word string, n int, given bool) bool {
	switch word {
	case "uc":
		r.now.uc = min(max(n, 0), 100)
	case "ansicpg":
		r.page = n
	case "mac":
		r.page = 10000
	case "pc":
		r.page = 437
	case "pca":
		r.page = 850
	case "f":
		if r.now.where == rtfFonts {
			r.now.defining = n
		} else {
			r.now.font = n
		}
	case "deff":
		r.now.font = n
	case "fcharset":
		if r.now.where == rtfFonts && len(r.fonts) < 1<<16 {
			r.fonts[r.now.defining] = rtfCharsets[n]
		}
	case "cpg":
		if r.now.where == rtfFonts && len(r.fonts) < 1<<16 {
			r.fonts[r.now.defining] = n
		}
	case "v", "deleted":
		r.now.hidden = !given || n != 0
	case "plain":
		r.now.hidden = false
	case "yr", "mo", "dy":
		if r.now.title == "creatim" {
			r.date[strings.Index("yrmody", word)/2] = min(max(n, 0), 9999)
		}
	case "itap":
		r.now.nested = max(n, 0)
	case "ilvl":
		r.level = min(max(n, 0), maxItemLevel)
	case "fi":
		r.first = n
	case "li":
		r.left = n
	default:
		return false
	}
	return true
}

// structure reads words that end paragraphs, cells and rows.
func (r *rtf) structure(word string) bool {
	if r.now.where == rtfNowhere {
		switch word {
		case "par", "sect", "cell", "row", "nestcell", "nestrow", "pard", "intbl":
			return true
		}
		return false
	}
	switch word {
	case "par", "sect":
		r.finish()
	case "pard":
		r.now.table, r.now.nested = false, 0
		r.first, r.left, r.level = 0, 0, 0
	case "intbl":
		r.now.table = true
	case "cell":
		r.cell(1)
	case "nestcell":
		r.cell(max(2, r.tableDepth()))
	case "row":
		r.row(1)
	case "nestrow":
		r.row(max(2, r.depth))
	default:
		return false
	}
	return true
}

// maxTables is how deep tables may stand in tables.
const maxTables = 20

func (r *rtf) tableDepth() int {
	switch {
	case r.now.nested > 0:
		return min(r.now.nested, maxTables)
	case r.now.table:
		return 1
	}
	return 0
}

// tables opens or closes tables until so many are open.
func (r *rtf) tables(depth int) {
	for r.depth < depth {
		r.out.openTable()
		r.out.begin()
		r.depth++
	}
	for r.depth > depth {
		if rest := r.out.end(); len(rest) > 0 {
			r.out.cell(rest)
		}
		r.out.closeRow()
		r.out.closeTable()
		r.depth--
	}
}

func (r *rtf) cell(depth int) {
	table, nested := r.now.table, r.now.nested
	r.now.table, r.now.nested = true, depth
	r.finish()
	r.now.table, r.now.nested = table, nested
	r.tables(depth)
	r.out.cell(r.out.end())
	r.out.begin()
}

func (r *rtf) row(depth int) {
	r.finish()
	r.tables(depth)
	if rest := r.out.end(); len(rest) > 0 {
		r.out.cell(rest)
	}
	r.out.closeRow()
	r.out.begin()
}
