package original

import (
	"sort"
	"strings"

	"lectern/app/ui/page"
	"lectern/data"
	"lectern/data/ingest"
)

// pagesIn is where in body each page begins. What is read today may differ from
// what was kept by an older Lectern: then each page is looked for by its first
// line, and one that is not found begins with the page after it.
func pagesIn(body string, again ingest.Document) []int {
	if again.Text == body {
		return again.Pages
	}
	starts := make([]int, len(again.Pages))
	at := 0
	for i, start := range again.Pages {
		if start < 0 || start > len(again.Text) {
			return nil
		}
		line, _, _ := strings.Cut(strings.TrimLeft(again.Text[start:], "\n "), "\n")
		if found := strings.Index(body[at:], line); line != "" && found >= 0 {
			at += found
		}
		starts[i] = at
	}
	return starts
}

// pageAt is the page of a byte of the text, and how far down it stands, from 0 to 1.
func (v *View) pageAt(offset int) (n int, share float64, ok bool) {
	if len(v.starts) == 0 {
		return 0, 0, false
	}
	n = max(sort.SearchInts(v.starts, offset+1)-1, 0)
	end := len(v.doc.Body)
	if n+1 < len(v.starts) {
		end = v.starts[n+1]
	}
	if end > v.starts[n] {
		share = float64(offset-v.starts[n]) / float64(end-v.starts[n])
	}
	return n, max(0, min(share, 1)), true
}

// passageAt is the passage that a byte of the text stands in, or none.
func (v *View) passageAt(offset int) int {
	for i, p := range v.doc.Passages {
		if p.Contains(offset) {
			return i
		}
	}
	return none
}

// choose makes a passage stand out, and turns to its page.
func (v *View) choose(i int) {
	v.chosen = i
	if i == none {
		v.text.Choose(page.Choice{})
		return
	}
	span := v.doc.Passages[i].Span
	v.text.Choose(page.Choice{Spans: []data.Span{span}})
	v.text.RevealSpan(span)
	v.goToPage(span.Start)
}

func (v *View) goToPage(offset int) {
	if n, share, ok := v.pageAt(offset); ok && v.sheets != nil {
		v.sheets.goTo(n, share)
	}
}

// turned brings the text of a page to which a person has turned.
func (v *View) turned(n int) {
	if n < 0 || n >= len(v.starts) {
		return
	}
	if v.chosen != none {
		if on, _, _ := v.pageAt(v.doc.Passages[v.chosen].Start); on != n {
			v.choose(none)
		}
	}
	at := v.starts[n]
	v.text.ScrollToSpan(data.Span{Start: at, End: at + 1}, 12)
}

// walk chooses the next or the previous passage.
func (v *View) walk(by int) {
	i := v.chosen + by
	if v.chosen == none {
		i = v.firstOnPage()
	}
	for ; i >= 0 && i < len(v.doc.Passages); i += by {
		if v.doc.Passages[i].Kind != data.Notice {
			v.choose(i)
			return
		}
	}
}

// firstOnPage is the first passage of the page in sight.
func (v *View) firstOnPage() int {
	from := 0
	if v.sheets != nil && v.sheets.current() < len(v.starts) {
		from = v.starts[v.sheets.current()]
	}
	for i, p := range v.doc.Passages {
		if p.Start >= from {
			return i
		}
	}
	return 0
}
