package ingest

import (
	"html"
	"strings"
)

// blockWriter builds a text of paragraphs: an empty line between blocks, list
// items and rows on lines of their own.
type blockWriter struct {
	blocks []block
	size   int // bytes of text
}

// block is a paragraph, a list item with its marker, or a table's row.
type block struct {
	kind   blockKind
	prefix string
	text   string
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
	if s = strings.TrimSpace(s); s != "" {
		w.blocks = append(w.blocks, block{kind, prefix, s})
		w.size += len(prefix) + len(s) + 2
	}
}

func (w *blockWriter) String() string { return joinBlocks(w.blocks) }

func joinBlocks(blocks []block) string {
	var out strings.Builder
	last := noBlock
	for _, b := range blocks {
		switch {
		case last == noBlock:
		case b.kind == last && last != paragraphBlock:
			out.WriteByte('\n')
		default:
			out.WriteString("\n\n")
		}
		out.WriteString(b.prefix)
		out.WriteString(b.text)
		last = b.kind
	}
	return out.String()
}

func unescapeHTML(s string) string {
	if !strings.ContainsRune(s, '&') {
		return s
	}
	return html.UnescapeString(s)
}
