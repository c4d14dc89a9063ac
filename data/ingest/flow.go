package ingest

import (
	"strconv"
	"strings"
)

// flow gathers the text of an office document: paragraphs and list items, tables
// within tables, text boxes, and notes, which come at the end.
type flow struct {
	blocks  []block     // of the innermost open cell, box or note, or of the document
	open    [][]block   // those around it
	tables  []*flowRows // open tables, the outermost first
	notes   [][]block   // by number, from 1
	heading string      // the first
	titled  string      // the first paragraph that is styled as the title
	size    int         // bytes gathered
}

// flowRows is an open table: its rows so far are in the flow already.
type flowRows struct {
	cells [][]block
	drop  bool // the row is deleted or hidden
}

func (f *flow) full() bool { return f.size > MaxText+1<<20 }

func (f *flow) add(b block) {
	if b.text = flowLines(b.text); b.text == "" {
		return
	}
	f.size += len(b.prefix) + len(b.text) + 2
	f.blocks = append(f.blocks, b)
}

func (f *flow) paragraph(s string) { f.add(block{kind: paragraphBlock, text: s}) }

func (f *flow) item(level int, marker, s string) {
	f.add(block{kind: itemBlock, prefix: itemPrefix(level, marker), text: s})
}

// flowLines makes single blanks of white space, line breaks apart.
func flowLines(s string) string {
	s = strings.TrimSpace(s)
	if strings.IndexByte(s, '\n') < 0 {
		return singleBlanks(s)
	}
	lines := strings.Split(s, "\n")
	kept := lines[:0]
	for _, l := range lines {
		if l = strings.TrimSpace(singleBlanks(l)); l != "" {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, "\n")
}

// begin and end hold what stands between them apart: a cell, a box, a note.
func (f *flow) begin() {
	f.open = append(f.open, f.blocks)
	f.blocks = nil
}

func (f *flow) end() []block {
	inside := f.blocks
	if n := len(f.open); n > 0 {
		f.blocks, f.open = f.open[n-1], f.open[:n-1]
	}
	return inside
}

func (f *flow) openTable() { f.tables = append(f.tables, &flowRows{}) }

func (f *flow) closeTable() {
	if n := len(f.tables); n > 0 {
		f.tables = f.tables[:n-1]
	}
}

func (f *flow) table() *flowRows {
	if n := len(f.tables); n > 0 {
		return f.tables[n-1]
	}
	return nil
}

// cell takes the blocks of a finished cell.
func (f *flow) cell(inside []block) {
	if t := f.table(); t != nil {
		t.cells = append(t.cells, inside)
	} else {
		f.blocks = append(f.blocks, inside...)
	}
}

// closeRow writes a row of data as one line, cells between bars. A row of long
// texts is layout: its cells come one after the other.
func (f *flow) closeRow() {
	t := f.table()
	if t == nil {
		return
	}
	cells, drop := t.cells, t.drop
	t.cells, t.drop = nil, false
	if drop {
		return
	}
	if len(cells) < 2 || !isData(cells) {
		for _, c := range cells {
			f.blocks = append(f.blocks, c...)
		}
		return
	}
	words := make([]string, len(cells))
	for i, c := range cells {
		words[i] = cellText(c)
	}
	if s := strings.Join(words, " | "); hasWords(s) {
		f.blocks = append(f.blocks, block{kind: rowBlock, text: s})
	}
}

// maxDataCell is the longest cell that is data and not layout, in bytes, where it
// has more than one paragraph.
const maxDataCell = 300

func isData(cells [][]block) bool {
	for _, c := range cells {
		size := 0
		for _, b := range c {
			if b.kind == rowBlock {
				return false
			}
			size += len(b.text)
		}
		if len(c) > 1 && size > maxDataCell {
			return false
		}
	}
	return true
}

func cellText(blocks []block) string {
	words := make([]string, len(blocks))
	for i, b := range blocks {
		words[i] = strings.TrimSpace(b.prefix) + " " + strings.ReplaceAll(b.text, "\n", " ")
	}
	return strings.TrimSpace(singleBlanks(strings.Join(words, " ")))
}

// note takes a note's place and gives its mark for the text.
func (f *flow) note(inside []block) string {
	f.notes = append(f.notes, inside)
	return noteMark(len(f.notes))
}

func noteMark(n int) string { return "[" + strconv.Itoa(n) + "]" }

// String is the whole text. It closes what a damaged document left open.
func (f *flow) String() string {
	for len(f.tables) > 0 {
		f.closeRow()
		f.closeTable()
	}
	for len(f.open) > 0 {
		inside := f.end()
		f.blocks = append(f.blocks, inside...)
	}
	w := &blockWriter{}
	for _, b := range f.blocks {
		w.write(b.kind, b.prefix, b.text)
	}
	for i, n := range f.notes {
		for j, b := range n {
			if j == 0 {
				b.prefix = noteMark(i+1) + " " + strings.TrimLeft(b.prefix, " ")
			}
			w.write(paragraphBlock, b.prefix, b.text)
		}
	}
	return w.String()
}

// fill gives a document the text and what stands at its head.
func (f *flow) fill(doc *Document) {
	doc.Text = normalise(f.String())
}
