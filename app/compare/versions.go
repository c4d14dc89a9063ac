// Package compare is where many reports are looked at together: two versions of
// an article side by side, and reports that carry the same words.
package compare

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/app/ui/page"
	"lectern/data"
	"lectern/data/compare"
	"lectern/data/desk"
)

// Config is what the screens of this package are made of.
type Config struct {
	Context context.Context
	Desk    *desk.Desk
	Changes *task.Line // what a person changes, in order
	Faces   page.Faces // the reading type
	Open    func(id data.ReportID, at int)
	List    func(query string)                  // shows the answer to a search in the library
	Add     func(ids []data.ReportID, ask bool) // to a brief; may be nil
	Leave   func()
	Said    func(words string) // tells of a change, and offers to undo it
	Failed  func(error)
	Menu    func(items []*fyne.MenuItem, at fyne.Position)
	Key     func(*fyne.KeyEvent) bool // keys that mean the same on every screen
	Rune    func(rune) bool
}

// Versions shows two versions of an article side by side, and what changed
// between them, the weightiest first. It is used from the UI goroutine only.
type Versions struct {
	c          Config
	id         data.ReportID // the report it was opened for
	all        []data.Report // its versions, the newest first
	comparison compare.Comparison
	order      []int // of Changes, as the list shows them
	at         int   // in order, -1 for none

	pages   [2]*page.Page // older, newer
	pickers [2]*ui.Button
	frame   frame
	rows    *ui.Rows
	linking bool
	load    *task.Slot
}

// NewVersions opens the versions of the article that a report is one of.
func NewVersions(c Config, id data.ReportID) *Versions {
	v := &Versions{c: c, id: id, at: -1, load: task.NewSlot(c.Context)}
	ruler := page.NewRuler()
	for i := range v.pages {
		p := page.Sharing(ruler)
		p.Loose = true
		p.Name = []string{lang.L("Older version"), lang.L("Newer version")}[i]
		p.OnScrolled = func() { v.follow(i) }
		p.OnKey, p.OnRune = v.TypedKey, v.TypedRune
		p.OnTapped = func(key, _ int) { v.chooseChange(key) }
		v.pages[i] = p
		v.pickers[i] = ui.NewButton(ui.Outlined, "", "▾", nil)
		v.pickers[i].SetTapped(func() { v.pick(i) })
	}
	v.rows = v.list()
	v.frame.build(v)
	v.Restyle()
	v.reload(0, 0)
	return v
}

// Content is what to put into a window.
func (v *Versions) Content() fyne.CanvasObject { return v.frame.root }

// Focus puts the keyboard onto the list of changes.
func (v *Versions) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.rows); c != nil {
		c.Focus(v.rows)
	}
}

// Changed looks again after news of the library.
func (v *Versions) Changed(c data.Change) {
	if len(c.Reports) == 0 || slices.ContainsFunc(c.Reports, func(id data.ReportID) bool {
		return id == v.id || slices.ContainsFunc(v.all, func(r data.Report) bool { return r.ID == id })
	}) {
		v.reload(v.comparison.Before.ID, v.comparison.After.ID)
	}
}

// loaded is what the screen shows.
type loaded struct {
	all        []data.Report
	comparison compare.Comparison
}

// reload compares two versions; 0 leaves the choice to the screen: the report it
// was opened for with the one before it, or with the newest where it is the first.
func (v *Versions) reload(before, after data.ReportID) {
	id := v.id
	task.Load(v.load, func(ctx context.Context) (l loaded, err error) {
		if l.all, err = v.c.Desk.Library().Versions(ctx, id); err != nil {
			return l, err
		}
		a, b := chosen(l.all, id, before, after)
		l.comparison, err = v.c.Desk.Compare(ctx, a, b)
		return l, err
	}, func(l loaded, err error) {
		if f := data.FaultOf(err); f != nil && f.Code == data.FaultNotFound {
			v.c.Leave()
			return
		}
		if err != nil {
			v.c.Failed(err)
			return
		}
		v.show(l)
	})
}

// chosen picks the two versions to compare out of all, the newest first.
func chosen(all []data.Report, id, before, after data.ReportID) (older, newer data.ReportID) {
	at := func(id data.ReportID) int {
		return slices.IndexFunc(all, func(r data.Report) bool { return r.ID == id })
	}
	i, j := at(before), at(after)
	if i < 0 || j < 0 || i == j {
		j = max(at(id), 0)
		if i = j + 1; i >= len(all) {
			i, j = j, 0
		}
	}
	return all[max(i, j)].ID, all[min(i, j)].ID
}

func (v *Versions) show(l loaded) {
	fresh := v.comparison.Before.ID != l.comparison.Before.ID || v.comparison.After.ID != l.comparison.After.ID
	v.all, v.comparison = l.all, l.comparison
	v.order = v.comparison.ByWeight()
	v.at = -1
	v.fill()
	v.frame.show(v)
	v.rows.Refresh()
	if fresh {
		for _, p := range v.pages {
			p.SetOffset(0)
			p.Settle()
		}
		if len(v.order) > 0 {
			v.rows.SetCurrent(0)
			v.choose(0)
		}
	}
}

func (v *Versions) fill() {
	pal := look.Current().Palette
	for i, p := range v.pages {
		p.Choose(page.Choice{})
		p.SetBlocks(blocks(v.comparison, i == 0, pal))
	}
}

// Restyle follows the look.
func (v *Versions) Restyle() {
	t := look.Current()
	for _, p := range v.pages {
		p.SetLook(setting(t, v.c.Faces))
	}
	v.frame.dress(t)
	if v.all != nil {
		v.fill()
		v.choose(v.at)
	}
	v.rows.Refresh()
}

// chooseChange chooses the change of a block that was clicked.
func (v *Versions) chooseChange(key int) {
	if i := slices.Index(v.order, key); i >= 0 {
		v.rows.SetCurrent(i)
		v.choose(i)
	}
}

// choose brings a change of the list before the eyes on both sides.
func (v *Versions) choose(i int) {
	if i < 0 || i >= len(v.order) {
		return
	}
	v.at = i
	key := v.order[i]
	v.linking = true
	defer func() { v.linking = false }()
	for n, p := range v.pages {
		y := p.Size().Height / 3
		if side(&v.comparison.Changes[key], n == 0) != nil {
			p.Choose(page.Choice{Keys: []int{key}})
			p.ScrollTo(key, y)
			continue
		}
		p.Choose(page.Choice{})
		p.ScrollTo(v.neighbour(key, n == 0), y)
	}
	v.fillTop()
}

// fillTop takes away the air above both texts that neither needs.
func (v *Versions) fillTop() {
	if air := max(v.pages[0].Offset(), v.pages[1].Offset()); air < 0 {
		for _, p := range v.pages {
			p.SetOffset(p.Offset() - air)
		}
	}
}

// neighbour is the block of a version that stands where a change of the other
// version would: the one before it.
func (v *Versions) neighbour(key int, older bool) int {
	bs := v.pages[1].Blocks()
	if older {
		bs = v.pages[0].Blocks()
	}
	best := key
	for _, b := range bs {
		if b.Key <= key {
			best = b.Key
		}
	}
	return best
}

// walk goes to the next or previous change of the list.
func (v *Versions) walk(by int) {
	if len(v.order) == 0 {
		return
	}
	to := max(0, min(v.at+by, len(v.order)-1))
	v.rows.SetCurrent(to)
	v.choose(to)
}
