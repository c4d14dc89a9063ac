package ingest

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"unicode/utf16"

	"lectern/data"
)

func isRTF(f *file) bool {
	return bytes.HasPrefix(bytes.TrimLeft(f.head, "\xEF\xBB\xBF \r\n\t"), []byte(`{\rtf`))
}

// readRTF reads Rich Text: its text as it stands when every change is accepted,
// without comments, headers, footers and hidden text.
func readRTF(ctx context.Context, b []byte) (Document, error) {
	r := &rtf{b: b, fonts: map[int]int{}, page: 1252, info: map[string]string{}}
	r.now.uc, r.now.font = 1, -1
	if err := r.read(ctx); err != nil {
		return Document{}, err
	}
	doc := Document{From: map[Field]Origin{}, Encoding: fmt.Sprintf("windows-%d", r.page)}
	if r.page < 1250 || r.page > 1258 {
		doc.Encoding = fmt.Sprintf("cp%d", r.page)
	}
	r.out.fill(&doc)
	fillOffice(&doc, &r.out, officeFacts{
		title: r.info["title"], author: r.info["author"], publisher: r.info["company"], created: r.created(),
	})
	return doc, nil
}

// rtf is a reader of Rich Text, and where it stands.
type rtf struct {
	b       []byte
	at      int
	now     rtfState
	around  []rtfState // of the open groups
	fonts   map[int]int
	page    int    // the code page of text without a font
	bytes   []byte // characters of now's code page that are not decoded yet
	high    rune   // the first half of a character beyond 16 bits
	skip    int    // characters that stand for the last \u
	starred bool   // \* stood before: what is not known is left out

	out   flow
	para  strings.Builder
	label strings.Builder // the marker that a list's item shows
	level int             // of the list
	first int             // how far the first line is set in, in twips
	left  int
	depth int // of open tables
	holds []rtfHold
	info  map[string]string
	date  [3]int
}

// rtfState is what a group gives back when it ends.
type rtfState struct {
	where         rtfPlace
	starts        bool // the group began a note or box: its end ends that
	uc, font      int
	hidden, table bool
	nested        int
	defining      int // the font that the font table describes
	title, kept   string
	upright       rtfPlace // where \ud goes on
}

// rtfPlace is what text in a group is for.
type rtfPlace int

const (
	rtfText rtfPlace = iota
	rtfNowhere
	rtfFonts
	rtfLabel
	rtfInfo
)

// rtfHold is the text around a note or box.
type rtfHold struct {
	note         bool
	para, label  string
	level, depth int
}

// maxRTFDepth is how deep groups may be nested.
const maxRTFDepth = 5000

func (r *rtf) read(ctx context.Context) error {
	for n := 0; r.at < len(r.b); n++ {
		if n%4096 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			if r.out.full() || r.para.Len() > MaxText {
				return &data.Fault{Code: data.FaultTooLarge}
			}
		}
		c := r.b[r.at]
		r.at++
		switch c {
		case '{':
			r.flush()
			r.skip = 0
			if len(r.around) >= maxRTFDepth {
				return &data.Fault{Code: data.FaultBroken, Err: fmt.Errorf("nested over %d deep", maxRTFDepth)}
			}
			r.around = append(r.around, r.now)
			r.now.starts, r.starred = false, false
		case '}':
			r.closeGroup()
			if len(r.around) == 0 {
				r.end() // what comes behind the document is none of it
				return nil
			}
		case '\\':
			r.control()
		case '\r', '\n', 0:
		default:
			r.char(c)
		}
	}
	r.end()
	return nil
}

func (r *rtf) end() {
	r.flush()
	for len(r.holds) > 0 {
		r.release()
	}
	r.finish()
	r.tables(0)
}

func (r *rtf) closeGroup() {
	r.flush()
	r.skip = 0
	n := len(r.around)
	if n == 0 {
		return
	}
	if r.now.starts {
		r.release()
	}
	if r.now.where == rtfInfo && r.now.title != "" && r.info[r.now.title] == "" {
		r.info[r.now.title] = CleanLine(r.label.String())
		r.label.Reset()
	}
	r.now, r.around = r.around[n-1], r.around[:n-1]
}

// char takes a byte of text in the code page of its font.
func (r *rtf) char(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	if r.now.where != rtfNowhere && r.now.where != rtfFonts {
		r.bytes = append(r.bytes, c)
	}
}

// flush decodes the bytes that have gathered; it has to be called before anything
// that changes what they mean.
func (r *rtf) flush() {
	if len(r.bytes) == 0 {
		return
	}
	page := r.page
	if p, ok := r.fonts[r.now.font]; ok && p != 0 {
		page = p
	}
	s := string(r.bytes)
	if !isASCII(r.bytes) {
		s = decodeAs(rtfPage(page), r.bytes)
	}
	r.bytes = r.bytes[:0]
	r.write(s)
}

// write takes decoded text.
func (r *rtf) write(s string) {
	r.high = 0
	switch {
	case r.now.where == rtfLabel, r.now.where == rtfInfo && r.now.title != "":
		if r.label.Len() < maxFact {
			r.label.WriteString(s)
		}
	case r.now.where == rtfText && !r.now.hidden:
		r.para.WriteString(s)
	}
}

// rune takes a character that was named by itself, by \u or a word.
func (r *rtf) rune(c rune) {
	r.flush()
	high := r.high
	switch {
	case c >= 0xD800 && c < 0xDC00:
		r.high = c
		return
	case c >= 0xDC00 && c < 0xE000:
		if high == 0 {
			return
		}
		c = utf16.DecodeRune(high, c)
	case c >= 0xF000 && c <= 0xF0FF: // a symbol font
		if c = c & 0xFF; c < 0x20 || c > 0x7E {
			c = '•'
		}
	case c == 0 || c > 0x10FFFF:
		return
	}
	r.write(string(c))
}

// hold puts the text aside for a note or a box.
func (r *rtf) hold(note bool) {
	r.flush()
	r.holds = append(r.holds, rtfHold{note, r.para.String(), r.label.String(), r.level, r.depth})
	r.para.Reset()
	r.label.Reset()
	r.level, r.depth = 0, 0
	r.now.starts, r.now.where, r.now.table, r.now.nested = true, rtfText, false, 0
	r.out.begin()
}

// release goes on with the text around a note or a box.
func (r *rtf) release() {
	n := len(r.holds)
	if n == 0 {
		return
	}
	r.finish()
	r.tables(0)
	h := r.holds[n-1]
	r.holds = r.holds[:n-1]
	inside := r.out.end()
	r.para.WriteString(h.para)
	r.label.WriteString(h.label)
	r.level, r.depth = h.level, h.depth
	switch {
	case len(inside) == 0:
	case h.note:
		r.para.WriteString(r.out.note(inside))
	default:
		r.out.blocks = append(r.out.blocks, inside...)
	}
}

// finish ends a paragraph.
func (r *rtf) finish() {
	r.flush()
	text, label := r.para.String(), CleanLine(r.label.String())
	r.para.Reset()
	if r.now.where != rtfInfo {
		r.label.Reset()
	}
	if strings.TrimSpace(text) == "" {
		return
	}
	r.tables(r.tableDepth())
	level := r.level
	if label == "" && r.first < 0 {
		if before, rest, ok := strings.Cut(text, "\t"); ok && isLabel(strings.TrimSpace(before)) {
			label, text, level = strings.TrimSpace(before), rest, r.left/360-1
		}
	}
	switch {
	case label == "":
		r.out.paragraph(text)
	case !hasWords(label):
		r.out.item(level, bulletMark, text)
	default:
		r.out.item(level, label, text)
	}
}

// isLabel tells what stands before a list's items: "•", "3.", "(b)".
func isLabel(s string) bool {
	return s == "•" || s == "-" || s == "–" || len(s) > 1 && len(s) <= 6 && strings.ContainsAny(s[len(s)-1:], ".)") && len(strings.Fields(s)) == 1
}

func (r *rtf) created() string {
	if r.date[0] == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", r.date[0], r.date[1], r.date[2])
}
