package ingest

import (
	"strings"

	"golang.org/x/net/html"

	"lectern/data/wrap"
)

// hiddenTags hold nothing that a reader of the page sees as its text.
var hiddenTags = set("script style noscript template svg math iframe object embed audio video canvas head select button textarea input dialog map datalist")

// furnitureTags surround an article.
var furnitureTags = set("nav footer aside menu")

// blockTags begin and end a paragraph.
var blockTags = set("address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th thead title tr ul")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// pageBlocks is the text under a node, a block a paragraph, without menus, footers
// and blocks that are nothing but links.
func pageBlocks(n *html.Node) []block {
	w := &inlineWriter{lean: true}
	w.node(n)
	w.flush()
	return w.blocks.blocks
}

// inlineWriter gathers inline text and hands it to blocks.
type inlineWriter struct {
	blocks blockWriter
	line   strings.Builder
	marker string            // of the list item that the gathered text opens
	lists  []*htmlList       // open lists, the outermost first
	pre    bool              // line ends count
	lean   bool              // leave furniture out
	breaks int               // <br> in a row
	notes  map[string]string // the marks of notes by their ids
}

func (w *inlineWriter) String() string {
	w.flush()
	return w.blocks.String()
}

// text takes a run of characters; white space is one blank outside <pre>.
func (w *inlineWriter) text(s string) {
	if w.pre {
		w.line.WriteString(s)
		return
	}
	if strings.TrimSpace(s) == "" {
		if w.line.Len() > 0 {
			w.line.WriteByte(' ')
		}
		return
	}
	w.breaks = 0
	w.line.WriteString(s)
}

// lineBreak takes a <br>: two in a row end the paragraph.
func (w *inlineWriter) lineBreak() {
	w.breaks++
	if w.breaks >= 2 {
		w.flush()
		return
	}
	w.line.WriteString("\x00")
}

// flush ends the block.
func (w *inlineWriter) flush() {
	s := w.line.String()
	w.line.Reset()
	w.breaks = 0
	switch {
	case w.pre:
		s = wrap.Flow(strings.ReplaceAll(s, "\x00", "\n"))
	case strings.IndexByte(s, 0) < 0:
		s = singleBlanks(s)
	default:
		lines := strings.Split(s, "\x00")
		for i := range lines {
			lines[i] = singleBlanks(lines[i])
		}
		s = strings.Join(lines, "\n")
	}
	if strings.TrimSpace(s) == "" {
		return
	}
	if w.marker != "" {
		w.blocks.item(len(w.lists)-1, w.marker, strings.TrimLeft(s, "•·. ")) // some pages spell their bullets out
		w.marker = ""
	} else {
		w.blocks.paragraph(s)
	}
}

// singleBlanks makes one blank of all white space between words. Most texts of a
// page are a few words that need nothing.
func singleBlanks(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || c < ' ' || c == ' ' && (i == 0 || i+1 == len(s) || s[i+1] == ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// tag is for readers without a tree: a block's tag, opening or closing, ends the
// paragraph.
func (w *inlineWriter) tag(name string) {
	switch {
	case name == "br":
		w.lineBreak()
	case blockTags[name]:
		w.flush()
		w.marker = ""
		if name == "li" {
			w.marker = bulletMark
		}
	}
}

func (w *inlineWriter) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		w.element(n)
		return
	case html.DocumentNode:
		w.children(n)
	}
}

func (w *inlineWriter) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *inlineWriter) element(n *html.Node) {
	tag := n.Data
	switch {
	case hiddenTags[tag] || isHidden(n) || isTOC(n) || isBacklink(n):
		return
	case w.noteMark(n):
		return
	case w.lean && !isNote(n) && (furnitureTags[tag] || attr(n, "role") == "navigation" || isLinkBlock(n)):
		return
	case tag == "br":
		w.lineBreak()
		return
	case tag == "tr":
		if cells, ok := dataRow(n); ok {
			w.flush()
			w.blocks.row(cells)
			return
		}
	}
	if !blockTags[tag] {
		w.children(n)
		return
	}
	w.flush()
	if tag == "pre" {
		w.pre = true
		defer func() { w.pre = false }()
	}
	switch tag {
	case "ul", "ol", "menu":
		w.lists = append(w.lists, newHTMLList(n))
		defer func() { w.lists = w.lists[:len(w.lists)-1] }()
	case "li":
		w.marker = w.listMarker(n)
		defer func() { w.marker = "" }()
	}
	if mark := w.notes[attr(n, "id")]; mark != "" && tag != "li" {
		w.line.WriteString(mark + " ")
		delete(w.notes, attr(n, "id"))
	}
	w.children(n)
	w.flush()
}

// isHidden reports elements that a page does not show.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// isLinkBlock reports a list whose words are all links: a menu by another name.
func isLinkBlock(n *html.Node) bool {
	if n.Data != "ul" && n.Data != "ol" {
		return false
	}
	inside, outside := 0, 0
	countLinked(n, false, &inside, &outside)
	return inside > 0 && outside*10 <= inside
}

func countLinked(n *html.Node, linked bool, inside, outside *int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			if linked {
				*inside += len(strings.TrimSpace(c.Data))
			} else {
				*outside += len(strings.TrimSpace(c.Data))
			}
			continue
		}
		countLinked(c, linked || c.Data == "a" && hasAttr(c, "href"), inside, outside)
	}
}

// dataRow returns the cells of a table row that holds data; rows that carry
// blocks or a single cell are layout.
func dataRow(tr *html.Node) ([]string, bool) {
	var cells []string
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || c.Data != "td" && c.Data != "th" {
			continue
		}
		if holdsBlocks(c) {
			return nil, false
		}
		cell := &inlineWriter{}
		cell.children(c)
		cells = append(cells, cell.String())
	}
	return cells, len(cells) > 1
}

func holdsBlocks(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (blockTags[c.Data] && c.Data != "p" || holdsBlocks(c)) {
			return true
		}
	}
	return false
}
