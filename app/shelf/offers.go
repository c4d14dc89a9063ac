package shelf

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/search"
)

// mostOptions is how many things are offered below the search box at once.
const mostOptions = 8

// offers are what stands below the search box while the keyboard is in it: how
// the word being typed can go on or, while nothing is typed, examples of the
// language. They float above the list, and take no keyboard of their own.
type offers struct {
	s       *Shelf
	content *fyne.Container
	heading *ui.Line
	options []*ui.Option
	all     []offered1
	chosen  int // -1 until an arrow key chose one
	slot    *task.Slot
}

// offered1 is one line of them.
type offered1 struct {
	words, note string
	take        func()
}

func newOffers(s *Shelf) *offers {
	o := &offers{s: s, slot: task.NewSlot(s.c.Context), heading: ui.NewShortLine(ui.Section, "")}
	column := ui.Column(1, 160, ui.Inset(4, 4, 9, 0, o.heading))
	for i := range mostOptions {
		line := ui.NewOption(data.NoLane, "", "", func() { o.take(i) })
		o.options = append(o.options, line)
		column.Add(line)
	}
	o.content = container.NewStack(ui.NewCard(ui.Sheet, ui.Firm, 8), ui.Inset(6, 6, 6, 6, column))
	o.content.Hide()
	return o
}

// examples teach the language by what it can ask, each in the window's language.
func examples() []struct{ query, says string } {
	return []struct{ query, says string }{
		{lang.L(`ceasefire -"prisoner exchange"`), lang.L("a word without a phrase")},
		{lang.L(`lane:caveat ceasefire`), lang.L("doubts and conditions about it")},
		{lang.L(`speaker:Zelensky said:2025-08..2025-10`), lang.L("what somebody said in these months")},
		{lang.L(`(grain OR harbour) is:unread`), lang.L("either word, in what is new")},
		{lang.L(`talks near/5 postponed`), lang.L("two words close to each other")},
	}
}

// follow offers what fits the place of the cursor.
func (o *offers) follow() {
	box := o.s.view.searchBox
	if !box.Focused() {
		o.hide()
		return
	}
	if o.s.text == "" {
		if o.s.view.frame.bare {
			return
		}
		all := make([]offered1, 0, mostOptions)
		for _, x := range examples() {
			all = append(all, offered1{x.query, x.says, func() { o.s.SetSearch(x.query) }})
		}
		o.show(lang.L("FOR EXAMPLE · DOWN, THEN ENTER"), all)
		return
	}
	text, at := o.s.text, cursor(box)
	lib := o.s.c.Library
	task.Load(o.slot, func(ctx context.Context) ([]search.Offer, error) {
		return lib.Complete(ctx, text, at)
	}, func(found []search.Offer, err error) {
		if err != nil || text != o.s.text || !box.Focused() {
			return
		}
		if len(found) == 1 && strings.TrimSpace(text[found[0].At.Start:]) == strings.TrimSpace(found[0].Insert) {
			found = nil // it stands there already
		}
		all := make([]offered1, 0, len(found))
		for _, f := range found[:min(len(found), mostOptions)] {
			all = append(all, offered1{offerWords(f), offerNote(f), func() { o.insert(text, f) }})
		}
		o.show(lang.L("GO ON WITH · TAB TAKES THE FIRST"), all)
	})
}

// cursor is the place of the cursor in the box, in bytes.
func cursor(box *ui.SearchBox) int {
	at := 0
	for i := range box.Text {
		if at == box.CursorColumn {
			return i
		}
		at++
	}
	return len(box.Text)
}

func offerWords(f search.Offer) string {
	switch {
	case f.Value == "":
		return f.Insert
	case f.Field == search.Lane:
		return f.Value + " · " + look.LaneName(data.Lane(f.Value))
	case f.Field == search.Theme:
		return look.ThemeName(f.Value)
	}
	return f.Value
}

func offerNote(f search.Offer) string {
	if f.Value == "" {
		return FieldNote(f.Field)
	}
	return counted(f.Count)
}

// FieldNote says in a few words what a field of the search language asks for.
func FieldNote(f search.Field) string {
	switch f {
	case search.Speaker:
		return lang.L("who says the passage")
	case search.Lane:
		return lang.L("statement, caveat, reaction, background")
	case search.Theme:
		return lang.L("a theme the report touches")
	case search.Said:
		return lang.L("a day, month, year, or 2025-08..2025-09")
	case search.Published:
		return lang.L("when the report came out")
	case search.Publisher:
		return lang.L("who published it")
	case search.Origin:
		return lang.L("who had the words first, or a report that has them")
	case search.Tag:
		return lang.L("a tag that people gave")
	case search.Marking:
		return lang.L("clear, green, amber, amber+strict, red")
	case search.Is:
		return lang.L("unread, read, sample, copy")
	case search.Has:
		return lang.L("theme, tag")
	case search.Lang:
		return lang.L("language of the report: en, uk")
	}
	return ""
}

// insert puts what was offered in place of what was begun.
func (o *offers) insert(text string, f search.Offer) {
	if text != o.s.text || f.At.End > len(text) {
		return
	}
	box := o.s.view.searchBox
	before := text[:f.At.Start] + f.Insert
	box.SetText(before + text[f.At.End:])
	box.CursorColumn = len([]rune(before))
	box.Refresh()
	o.follow()
}

func (o *offers) show(heading string, all []offered1) {
	o.all, o.chosen = all, -1
	if len(all) == 0 {
		o.hide()
		return
	}
	o.heading.Set(ui.Section, heading)
	o.paint()
	o.content.Show()
	o.place()
}

func (o *offers) paint() {
	for i, line := range o.options {
		if i < len(o.all) {
			line.Set(o.all[i].words, o.all[i].note, i == o.chosen)
		}
		setVisible(line, i < len(o.all))
	}
	o.content.Refresh()
}

// place puts the offers under the search box.
func (o *offers) place() {
	if !o.content.Visible() {
		return
	}
	d, box := fyne.CurrentApp().Driver(), o.s.view.searchBox
	at := d.AbsolutePositionForObject(box).Subtract(d.AbsolutePositionForObject(o.s.view.root))
	s := ui.Worn()
	width := fyne.Min(fyne.Max(box.Size().Width, s.Wide(420)), o.s.view.root.Size().Width-at.X-s.Wide(8))
	top := box.Size().Height + s.Wide(4)
	if wrong := o.s.view.rows.trouble; wrong.Visible() { // what is wrong stays in sight
		top = d.AbsolutePositionForObject(wrong).Y - d.AbsolutePositionForObject(box).Y + wrong.Size().Height
	}
	o.content.Move(at.AddXY(0, top))
	o.content.Resize(fyne.NewSize(width, o.content.MinSize().Height))
}

func (o *offers) hide() {
	o.slot.Cancel()
	o.all, o.chosen = nil, -1
	o.content.Hide()
}

// open reports whether something is offered now.
func (o *offers) open() bool { return o.content.Visible() && len(o.all) > 0 }

// move chooses the next one, or the one before.
func (o *offers) move(by int) {
	o.chosen = (o.chosen + by + len(o.all)) % len(o.all)
	if by < 0 && o.chosen == len(o.all)-2 && len(o.all) == 1 {
		o.chosen = 0
	}
	o.paint()
}

func (o *offers) take(i int) {
	if i < len(o.all) {
		take := o.all[i].take
		o.s.view.focus(o.s.view.searchBox)
		take()
	}
}

// key is asked about keys typed in the search box, before it uses them.
func (o *offers) key(name fyne.KeyName) bool {
	if !o.open() {
		return false
	}
	switch name {
	case fyne.KeyDown:
		o.move(+1)
	case fyne.KeyUp:
		if o.chosen < 0 {
			o.chosen = 0
		}
		o.move(-1)
	case fyne.KeyTab:
		o.take(max(o.chosen, 0))
	case fyne.KeyReturn, fyne.KeyEnter:
		if o.chosen < 0 {
			o.hide()
			return false
		}
		o.take(o.chosen)
	case fyne.KeyEscape:
		o.hide()
	default:
		return false
	}
	return true
}

// hideSoon hides the offers when the keyboard has left the box, a moment later, so
// that a click on one of them still finds it.
func (o *offers) hideSoon() {
	task.After(200*time.Millisecond, func() {
		if !o.s.view.searchBox.Focused() {
			o.hide()
		}
	})
}
