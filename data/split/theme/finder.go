// Package theme finds in a text the words that themes are known by.
//
// It reads a text once, however many themes and phrases there are, and knows
// nothing of libraries or screens. All offsets are bytes.
package theme

import (
	"unicode/utf8"

	"lectern/data"
)

// Found is one place where a text touches a theme.
type Found struct {
	data.Span     // the words
	Theme     int // index in the themes that the finder was made of
}

// Finder knows where themes are touched. It is safe for concurrent use.
type Finder struct {
	themes data.Themes
	root   *node
}

// node is a place in the tree of phrases: what may follow the words so far. A
// phrase's words are its path from the root.
type node struct {
	whole map[string]*node // by the whole word
	begin map[string]*node // by the beginning of the word; "" lets any word through
	most  int              // bytes of the longest key of begin
	ends  []int            // themes of which a phrase ends here
}

// New makes a finder for themes. Phrases without a letter or digit find nothing.
func New(themes data.Themes) *Finder {
	f := &Finder{themes: themes, root: &node{}}
	for i, t := range themes {
		for _, phrase := range t.Phrases {
			f.add(i, phrase)
		}
	}
	return f
}

func (f *Finder) add(theme int, phrase string) {
	at, letters := f.root, false
	for _, w := range wordsOf(phrase) {
		if w.text == "" && at == f.root {
			continue // a phrase cannot begin with just any word
		}
		letters = letters || w.text != ""
		at = at.next(w)
	}
	if !letters {
		return
	}
	for _, known := range at.ends {
		if known == theme {
			return
		}
	}
	at.ends = append(at.ends, theme)
}

// next is the node after w, made where there is none.
func (n *node) next(w pattern) *node {
	under := &n.whole
	if w.open {
		under = &n.begin
		n.most = max(n.most, len(w.text))
	}
	if *under == nil {
		*under = make(map[string]*node)
	}
	if (*under)[w.text] == nil {
		(*under)[w.text] = &node{}
	}
	return (*under)[w.text]
}

// Find lists where text touches the themes, in order. Places of one theme do not
// overlap: the longest phrase that begins first is taken.
func (f *Finder) Find(text string) []Found {
	words := scan(text)
	free := make([]int, len(f.themes)) // where each theme may be found again
	ends := make([]int, len(f.themes)) // of the phrase that begins at the word at hand
	var all []Found
	for i := range words {
		clear(ends)
		follow(f.root, words, i, ends)
		for theme, end := range ends {
			if end == 0 || words[i].Start < free[theme] {
				continue
			}
			free[theme] = end
			all = append(all, Found{data.Span{Start: words[i].Start, End: end}, theme})
		}
	}
	return all
}

// follow walks the tree along the words from i and notes in ends where the
// longest phrase of each theme ends.
func follow(n *node, words []word, i int, ends []int) {
	step := func(next *node) {
		if next == nil {
			return
		}
		for _, theme := range next.ends {
			ends[theme] = max(ends[theme], words[i].End)
		}
		if i+1 < len(words) && words[i+1].joined {
			follow(next, words, i+1, ends)
		}
	}
	w := words[i].folded
	step(n.whole[w])
	if n.begin == nil {
		return
	}
	for size := 0; size <= min(n.most, len(w)); size++ {
		if size == len(w) || utf8.RuneStart(w[size]) {
			step(n.begin[w[:size]])
		}
	}
}

// Count says how often text touches each theme; those it does not touch are left
// out.
func (f *Finder) Count(text string) []data.ThemeCount {
	counts := make([]int, len(f.themes))
	for _, found := range f.Find(text) {
		counts[found.Theme]++
	}
	var all []data.ThemeCount
	for i, n := range counts {
		if n > 0 {
			all = append(all, data.ThemeCount{Theme: f.themes[i].ID, Name: f.themes[i].Name, Count: n})
		}
	}
	return all
}
