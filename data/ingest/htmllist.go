package ingest

import (
	"strconv"

	"golang.org/x/net/html"
)

// htmlList is an open list of a page and how far it has counted.
type htmlList struct {
	ordered bool
	way     string // see numeral
	next    int
}

func newHTMLList(n *html.Node) *htmlList {
	l := &htmlList{ordered: n.Data == "ol", way: attr(n, "type"), next: 1}
	if start, err := strconv.Atoi(attr(n, "start")); err == nil {
		l.next = start
	}
	return l
}

// listMarker counts the list around an item on.
func (w *inlineWriter) listMarker(li *html.Node) string {
	if len(w.lists) == 0 {
		return bulletMark
	}
	l := w.lists[len(w.lists)-1]
	if !l.ordered {
		return bulletMark
	}
	if value, err := strconv.Atoi(attr(li, "value")); err == nil {
		l.next = value
	}
	l.next++
	return numeral(l.next-1, l.way) + "."
}
