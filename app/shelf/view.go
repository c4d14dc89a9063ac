package shelf

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data/library"
	"lectern/data/search"
)

// view is what the shelf is made of on screen.
type view struct {
	s         *Shelf
	root      *fyne.Container
	searchBox *ui.SearchBox
	summary   *ui.Line
	trouble   *wrong
	notice    *ui.Line // what nothing in a library carries yet
	tools     *tools
	offers    *offers
	naming    *naming
	picked    *pickedBar
	chips     *fyne.Container
	rows      struct{ summary, picked, trouble, chips *fyne.Container } // with room around them
	fold      *ui.Button
	panel     *panel
	side      *fyne.Container
	tagging   *tagging
	header    *header
	list      *ui.Rows
	nothing   *fyne.Container // in place of the list
	frame     *frame
}

func newView(s *Shelf) *view {
	v := &view{s: s, header: newHeader(), nothing: container.NewStack()}
	v.searchBox = ui.NewSearchBox(lang.L("Search titles, texts and speakers"), s.typed)
	v.searchBox.OnDown = func() { v.focus(v.list) }
	v.searchBox.OnSubmitted = func(string) { v.focus(v.list) }
	v.searchBox.OnLeave = func() { v.focus(v.list) }
	v.summary = ui.NewShortLine(ui.Quiet, "")
	v.trouble, v.tools, v.offers, v.naming = newWrong(), newTools(s), newOffers(s), newNaming(s)
	v.notice = ui.NewShortLine(ui.Quiet, "")
	v.chips = container.New(ui.Flowing(6))
	v.rows.summary = ui.Inset(0, 0, 16, 10, container.New(&beside{}, v.summary, v.tools.content))
	v.rows.trouble = ui.Inset(0, 0, 16, 14, ui.Column(2, 100, v.trouble, v.notice))
	v.rows.chips = ui.Inset(0, 0, 14, 14, v.chips)
	v.picked = newPickedBar(s)
	v.rows.picked = ui.Inset(0, 0, 6, 6, v.picked.content)
	v.rows.picked.Hide()
	v.rows.trouble.Hide()
	v.rows.chips.Hide()
	v.searchBox.OnKey = v.offers.key
	v.searchBox.OnFocus = func(in bool) {
		if in {
			v.offers.follow()
		} else {
			v.offers.hideSoon()
		}
	}
	v.fold = ui.NewButton(ui.Outlined, lang.L("Filters"), "", v.toggleSide)
	v.tagging = newTagging(s)
	v.list = newList(s)
	v.panel = newPanel(s)
	v.side = container.NewStack(ui.NewGround(ui.Paper), v.panel.content)
	v.nothing.Hide()

	ways := ui.NewButton(ui.Strong, lang.L("Bring in"), "", nil)
	ways.SetTapped(func() { s.c.Ways(ways) })
	briefs := ui.NewButton(ui.Bare, lang.L("Briefs"), "", s.c.Briefs)
	if s.c.Briefs == nil {
		briefs.Hide()
	} else if s.c.Add != nil {
		v.list.OnCarry = s.carrier(briefs)
	}
	looks := ui.NewButton(ui.Bare, lang.L("Aa"), "", nil)
	looks.SetTapped(func() { s.c.Looks(looks) })
	top := ui.Column(8, 200,
		ui.Inset(10, 0, 14, 14, container.NewBorder(nil, nil, ui.Inset(0, 0, 0, 6, v.fold),
			ui.Inset(0, 0, 8, 0, container.NewHBox(ways, briefs, looks)), v.searchBox)),
		v.rows.trouble, v.rows.chips, v.rows.summary, v.rows.picked,
		v.tagging.content, v.naming.content,
		v.header,
	)
	v.frame = &frame{side: v.side, top: top, rule: ui.NewGround(ui.Rule)}
	v.root = container.New(v.frame, ui.NewGround(ui.Sheet), v.side, v.frame.rule, top, v.list, v.nothing, v.offers.content)
	v.frame.body = []fyne.CanvasObject{v.list, v.nothing}
	return v
}

func newList(s *Shelf) *ui.Rows {
	l := ui.NewRows()
	l.Name = lang.L("Reports")
	l.Length = func() int { return len(s.found.IDs) }
	l.Create = func() ui.Row { return newRow(s) }
	l.Height = func() float32 { return float32(rowUnits(s)) }
	l.Label = func(i int) string { return s.rows.label(i) }
	l.OnOpen = func(i int) { s.open(s.found.IDs[i]) }
	l.OnSeen = func(int, int) { s.rows.fill() }
	l.OnLeave = s.FocusSearch
	l.OnKey = s.key
	l.OnRune = s.letter
	l.OnContext = s.menu
	l.Picks = s.picked
	return l
}

// focus gives the keyboard to a thing, if it is on a canvas.
func (v *view) focus(thing fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(thing.(fyne.CanvasObject)); c != nil {
		c.Focus(thing)
	}
}

// showTrouble says what is wrong with the search, or what of it no report can
// answer yet.
func (v *view) showTrouble(err error) {
	v.trouble.set(v.s.text, err)
	words := ""
	if q, e := search.ParseTyped(v.s.text); e == nil && len(q.Uncarried()) > 0 {
		words = uncarried(q.Uncarried()[0])
	}
	v.notice.Set(ui.Quiet, words)
	setVisible(v.trouble, err != nil)
	setVisible(v.notice, words != "")
	setVisible(v.rows.trouble, err != nil || words != "")
	v.root.Refresh()
}

// uncarried says that nothing in a library carries what a field asks for.
func uncarried(f search.Field) string {
	switch f {
	case search.Grade:
		return lang.L("Nothing in this library carries a grade yet, so “grade:” finds nothing.")
	case search.Marking:
		return lang.L("Nothing in this library carries a marking yet, so “marking:” finds nothing.")
	}
	return lang.L("Nothing in this library carries notes yet, so “has:note” finds nothing.")
}

// showFound shows what kind of answer came.
func (v *view) showFound() {
	v.summary.Set(ui.Quiet, v.s.summary())
	v.tools.show()
	none := len(v.s.found.IDs) == 0
	v.header.passages = v.s.passages != nil
	if none {
		v.nothing.Objects = []fyne.CanvasObject{v.s.nothing()}
	}
	v.frame.bare = none && v.s.query.Empty() && v.s.filter == (library.Filter{}) && v.s.text == ""
	setVisible(v.nothing, none)
	setVisible(v.list, !none)
	setVisible(v.header, !none)
	v.showSummary()
	v.showPicked()
	v.root.Refresh()
}

// showSummary shows what is listed, unless some of it is chosen or there is nothing
// to tell.
func (v *view) showSummary() {
	none := len(v.s.found.IDs) == 0
	setVisible(v.rows.summary, !v.s.picked.Any() && (!none || v.s.text != "" || v.s.filter != (library.Filter{})))
}

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// keyFold is where it is kept whether the panel is folded away.
const keyFold = "shelf.filters.folded"

func (v *view) toggleSide() {
	fold := v.side.Visible()
	v.frame.forced = !fold
	fyne.CurrentApp().Preferences().SetBool(keyFold, fold)
	v.root.Refresh()
}

// frame lays the shelf out: the panel at the left, and beside it the top, as
// high as it needs to be, and the list in the rest.
type frame struct {
	side, top fyne.CanvasObject
	rule      fyne.CanvasObject
	body      []fyne.CanvasObject
	forced    bool // the panel was asked for, however narrow the window is
	bare      bool // there is nothing to search or to filter
}

// Layout is for Fyne.
func (f *frame) Layout(all []fyne.CanvasObject, size fyne.Size) {
	s := ui.Worn()
	folded := fyne.CurrentApp().Preferences().Bool(keyFold)
	open := !f.bare && !folded && (f.forced || size.Width >= s.Wide(740))
	setVisible(f.side, open)
	setVisible(f.rule, open)
	left := float32(0)
	if open {
		left = s.Wide(236)
		f.side.Resize(fyne.NewSize(left, size.Height))
		f.rule.Move(fyne.NewPos(left, 0))
		f.rule.Resize(fyne.NewSize(1, size.Height))
		left++
	}
	all[0].Resize(size)
	width := size.Width - left
	setVisible(f.top, !f.bare)
	f.top.Resize(fyne.NewSize(width, f.top.Size().Height))
	high := f.top.MinSize().Height
	if f.bare {
		high = 0
	}
	f.top.Move(fyne.NewPos(left, 0))
	f.top.Resize(fyne.NewSize(width, high))
	for _, o := range f.body {
		o.Move(fyne.NewPos(left, high))
		o.Resize(fyne.NewSize(width, size.Height-high))
	}
}

// MinSize is for Fyne.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(360, 240) }

// focusSoon gives the keyboard to a field once it has been drawn: before that,
// Fyne does not know where it is.
func focusSoon(s *Shelf, field fyne.Focusable, inside fyne.CanvasObject) {
	task.After(60*time.Millisecond, func() {
		if inside.Visible() {
			s.view.focus(field)
		}
	})
}
