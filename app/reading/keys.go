package reading

import (
	"unicode"

	"fyne.io/fyne/v2"

	"lectern/app/ui"
	"lectern/data"
)

// TypedKey handles a key without a character; it returns whether it used it.
func (v *View) TypedKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown:
		return v.walk(1)
	case fyne.KeyUp:
		return v.walk(-1)
	case fyne.KeyRight:
		return v.cross(1)
	case fyne.KeyLeft:
		return v.cross(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		v.accept()
		return true
	case fyne.KeyEscape:
		if v.chosen == none {
			v.config.Back()
		}
		v.unchoose()
		return true
	}
	return v.config.Key != nil && v.config.Key(ev)
}

// TypedRune handles a character: the letters and numbers of the lanes, O for the
// original, V for the original as it came, N and P to review, A to accept what waits
// for review and to add anything else to a brief. Letters are those on the keys, so that they work on a Ukrainian
// keyboard too; numbers work on all.
func (v *View) TypedRune(r rune) {
	switch ui.Letter(r) {
	case 's', '1':
		v.decide(data.Statement)
	case 'c', '2':
		v.decide(data.Caveat)
	case 'r', '3':
		v.decide(data.Reaction)
	case 'b', '4':
		v.decide(data.Background)
	case '0':
		v.withdraw()
	case 'o', '`':
		v.press(original)
	case 'n':
		v.NextToReview(1)
	case 'p':
		v.NextToReview(-1)
	case 'a':
		if v.chosen != none && v.awaits(v.chosen) {
			v.accept()
		} else {
			v.AddToBrief(unicode.IsUpper(r))
		}
	case 'v':
		v.toOriginal()
	case 'm':
		v.marking()
	case 'e':
		v.config.Edit(v.doc.Report)
	default:
		if v.config.Rune != nil {
			v.config.Rune(r)
		}
	}
}

// walk goes to the next or previous passage: in the same lane when the choice
// was made in a lane, of the whole text in the original.
func (v *View) walk(by int) bool {
	i := v.neighbour(by, func(i int) bool {
		p := v.doc.Passages[i]
		return p.Kind != data.Notice && (v.from == original || p.Shown() == v.from.lane())
	})
	if i == none {
		return v.chosen != none
	}
	v.choose(i, v.from)
	v.columnSees(v.from)
	v.align(v.from)
	return true
}

// neighbour is the nearest passage before or after the chosen one that fits;
// with nothing chosen, the first or last one in sight counts as next.
func (v *View) neighbour(by int, fits func(int) bool) int {
	i := v.chosen + by
	if v.chosen == none {
		i = v.firstInSight()
		by = 1
	}
	for ; i >= 0 && i < len(v.doc.Passages); i += by {
		if fits(i) {
			return i
		}
	}
	return none
}

// firstInSight is the first passage that begins in the viewport of the original.
func (v *View) firstInSight() int {
	p := v.columns[original].page
	for i := range v.doc.Passages {
		if top, _, seen := p.WhereSpan(v.doc.Passages[i].Span); seen && top >= 0 {
			return i
		}
	}
	return 0
}

// columnSees scrolls a column no more than needed to have the choice in sight.
func (v *View) columnSees(id columnID) {
	p := v.columns[id].page
	if id == original {
		p.RevealSpan(v.doc.Passages[v.chosen].Span)
	} else {
		p.Reveal(v.chosen)
	}
}

// cross goes to the neighbouring column: to the same passage between its lane
// and the original, otherwise to the nearest passage in the text.
func (v *View) cross(by int) bool {
	ids := v.shown()
	at := 0
	for i, id := range ids {
		if id == v.from {
			at = i
		}
	}
	for to := at + by; to >= 0 && to < len(ids); to += by {
		if i := v.nearestIn(ids[to]); i != none {
			v.choose(i, ids[to])
			if v.shape != allColumns {
				v.front(ids[to])
			}
			v.columnSees(ids[to])
			v.align(ids[to])
			return true
		}
	}
	return true
}

// nearestIn is the passage of a column that stands nearest to the chosen one.
func (v *View) nearestIn(id columnID) int {
	from := max(v.chosen, 0)
	if v.chosen == none {
		from = v.firstInSight()
	}
	for d := range len(v.doc.Passages) {
		for _, i := range []int{from - d, from + d} {
			if i < 0 || i >= len(v.doc.Passages) || v.doc.Passages[i].Kind == data.Notice {
				continue
			}
			if id == original || v.doc.Passages[i].Shown() == id.lane() {
				return i
			}
		}
	}
	return none
}
