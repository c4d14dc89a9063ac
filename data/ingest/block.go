package ingest

import (
	"html"
	"strings"
)

// blockWriter builds a text of paragraphs: an empty line between blocks, list
// items on lines of their own.
type blockWriter struct {
	out  strings.Builder
	last blockKind
}

type blockKind int

const (
	noBlock blockKind = iota
	paragraphBlock
	itemBlock
	rowBlock
)

func (w *blockWriter) paragraph(s string) { w.write(paragraphBlock, "", s) }

// item writes a list item, set in by its level (0 is the outermost list).
func (w *blockWriter) item(level int, marker, s string) {
	w.write(itemBlock, itemPrefix(level, marker), s)
}

func (w *blockWriter) row(cells []string) {
	for i := range cells {
		cells[i] = strings.Join(strings.Fields(cells[i]), " ")
	}
	s := strings.Join(cells, " | ")
	if hasWords(s) {
		w.write(rowBlock, "", s)
	}
}

func (w *blockWriter) write(kind blockKind, prefix, s string) {
	s = strings.TrimSpace(s)
	if s == "" {
		return
	}
	switch {
	case w.last == noBlock:
	case kind == w.last && kind != paragraphBlock:
		w.out.WriteByte('\n')
	default:
		w.out.WriteString("\n\n")
	}
	w.out.WriteString(prefix)
	w.out.WriteString(s)
	w.last = kind
}

func (w *blockWriter) String() string { return w.out.String() }

func unescapeHTML(s string) string {
	if !strings.ContainsRune(s, '&') {
		return s
	}
	return html.UnescapeString(s)
}
