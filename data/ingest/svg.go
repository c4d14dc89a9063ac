package ingest

import (
	"bytes"
	"context"
	"encoding/xml"
	"regexp"
	"strings"

	"lectern/data"
)

// svgRoot is a drawing by its outermost element, whatever stands before that.
var svgRoot = regexp.MustCompile(`(?is)^\x{FEFF}?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype\s+svg[^\[>]*(?:\[.*?\]\s*)?>\s*)*<(?:[a-z]+:)?svg[\s>/]`)

func isSVG(f *file) bool { return svgRoot.MatchString(f.text()) }

// readSVG reads the words that are drawn, as in charts and maps. A drawing without
// words is a picture.
func readSVG(ctx context.Context, b []byte) (Document, error) {
	doc := Document{From: map[Field]Origin{}, Encoding: "utf-8"}
	h := &svgWords{}
	if err := scanXML(ctx, bytes.NewReader(b), h); err != nil {
		return doc, err
	}
	h.end()
	doc.Text = strings.Join(h.blocks, "\n\n")
	if !hasWords(doc.Text) {
		return doc, &data.Fault{Code: data.FaultNotText}
	}
	doc.set(Title, h.title, FromMarkup)
	return doc, nil
}

// svgWords gathers the words of a drawing, a block a label.
type svgWords struct {
	blocks  []string
	title   string // of the whole drawing
	now     strings.Builder
	path    []string
	chosen  []int // for each switch that is open, its children so far
	size    int
	drawing int // how deep in text, or in what a page would hold
}

func (h *svgWords) open(e xml.StartElement) bool {
	name := e.Name.Local
	if n, last := len(h.path), len(h.chosen)-1; n > 0 && last >= 0 && h.path[n-1] == "switch" { // one of its children is drawn
		if h.chosen[last]++; h.chosen[last] > 1 {
			return false
		}
	}
	switch name {
	case "script", "style", "metadata", "defs", "symbol", "clipPath", "mask":
		return false
	case "switch":
		h.chosen = append(h.chosen, 0)
	case "text", "foreignObject", "title", "desc":
		if h.drawing == 0 {
			h.end()
		}
		h.drawing++
	case "tspan", "br", "p", "div", "li", "td":
		h.now.WriteByte(' ')
	}
	h.path = append(h.path, name)
	return true
}

func (h *svgWords) close(name xml.Name) {
	if n := len(h.path); n > 0 {
		h.path = h.path[:n-1]
	}
	switch name.Local {
	case "switch":
		if n := len(h.chosen); n > 0 {
			h.chosen = h.chosen[:n-1]
		}
	case "text", "foreignObject", "title", "desc":
		if h.drawing = max(h.drawing-1, 0); h.drawing == 0 {
			if name.Local == "title" && len(h.path) <= 1 && h.title == "" {
				h.title = CleanLine(h.now.String())
			}
			h.end()
		}
	case "p", "div", "li", "td":
		h.now.WriteByte(' ')
	}
}

func (h *svgWords) text(s string) {
	if h.drawing > 0 {
		h.now.WriteString(s)
		h.size += len(s)
	}
}

func (h *svgWords) full() bool { return h.size > MaxText }

func (h *svgWords) end() {
	if words := strings.Join(strings.Fields(h.now.String()), " "); words != "" {
		h.blocks = append(h.blocks, words)
	}
	h.now.Reset()
}
