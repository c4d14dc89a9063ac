package ingest

import (
	"strings"

	"golang.org/x/net/html"
)

// noteMark writes a reference to a note, a small raised number that links to a
// place in the page, as "[1]": run into the word before, it would be read with it.
func (w *inlineWriter) noteMark(n *html.Node) bool {
	if n.Data != "a" && n.Data != "sup" || !isNoteRef(n) {
		return false
	}
	mark := strings.Trim(shortText(n), "[]() \u00a0")
	if mark == "" || len(mark) > 8 || strings.ContainsAny(mark, " \n") {
		return false
	}
	mark = "[" + mark + "]"
	w.text(mark)
	if to := noteTarget(n); to != "" && len(w.notes) < 100_000 {
		if w.notes == nil {
			w.notes = map[string]string{}
		}
		w.notes[to] = mark
	}
	return true
}

// isNoteRef tells a link that says it leads to a note, or a raised one.
func isNoteRef(n *html.Node) bool {
	if n.Data == "a" {
		return hasWord(attr(n, "epub:type"), "noteref") || hasWord(attr(n, "role"), "doc-noteref") ||
			noteTarget(n) != "" && onlyChild(n) != nil && onlyChild(n).Data == "sup"
	}
	link := onlyChild(n)
	return link != nil && link.Data == "a" && noteTarget(link) != ""
}

// noteTarget is the id in the page that a link, or the link in it, leads to.
func noteTarget(n *html.Node) string {
	for ; n != nil; n = onlyChild(n) {
		if n.Data == "a" {
			_, id, _ := strings.Cut(attr(n, "href"), "#")
			return id
		}
	}
	return ""
}

// onlyChild is the element that an element holds and nothing beside it.
func onlyChild(n *html.Node) *html.Node {
	var only *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.ElementNode && only == nil:
			only = c
		case c.Type == html.ElementNode, strings.TrimSpace(c.Data) != "":
			return nil
		}
	}
	return only
}

// isNote tells the text of a note.
func isNote(n *html.Node) bool {
	if len(n.Attr) == 0 {
		return false
	}
	kind := attr(n, "epub:type") + " " + attr(n, "role")
	for _, word := range []string{"footnote", "endnote", "rearnote", "footnotes", "endnotes", "doc-footnote", "doc-endnote", "doc-endnotes"} {
		if hasWord(kind, word) {
			return true
		}
	}
	return false
}

// isBacklink tells the arrow that leads from a note back to the text.
func isBacklink(n *html.Node) bool {
	return n.Data == "a" && len(n.Attr) > 0 && (hasWord(attr(n, "role"), "doc-backlink") || hasWord(attr(n, "class"), "footnote-back") || hasWord(attr(n, "epub:type"), "backlink"))
}
