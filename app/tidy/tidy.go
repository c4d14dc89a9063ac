// Package tidy is the screen where names are put in order: actors, publishers
// and themes that are one are made one, renamed, or taken apart.
package tidy

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/library"
)

// Config is what the screen needs. Its functions are called on the UI goroutine.
type Config struct {
	Context context.Context // ends with the window
	Library *library.Library
	Changes *task.Line
	Said    func(words string) // tells what was done, and offers to undo it
	Failed  func(error)
	Leave   func()
}

// Tidy is the screen.
type Tidy struct {
	c       Config
	shelves []shelf
	at      int // which of the shelves is shown
	entries []entry
	chosen  []string // names of entries, in the order they were chosen
	wanted  string   // a name to be chosen once it is listed

	tabs    []*ui.Toggle
	find    *ui.SearchBox
	rows    *ui.Rows
	empty   *ui.Line
	side    *side
	load    *task.Slot
	content fyne.CanvasObject
}

// New makes the screen and begins to load what it shows first.
func New(c Config) *Tidy {
	t := &Tidy{c: c, shelves: shelves(c.Library), load: task.NewSlot(c.Context)}
	tabs := container.NewHBox()
	for i, s := range t.shelves {
		tab := ui.NewToggle(data.NoLane, "", s.title(), func() {
			t.turn(i)
			t.Focus()
		})
		t.tabs = append(t.tabs, tab)
		tabs.Add(tab)
	}
	t.find = ui.NewSearchBox(lang.L("Find a name"), func(string) { t.reload() })
	t.find.OnDown = t.Focus
	t.find.OnLeave = c.Leave
	t.rows = t.list()
	t.empty = ui.NewShortLine(ui.Quiet, "")
	t.side = newSide(t)
	t.content = t.build(tabs)
	t.turn(0)
	return t
}

// Content is what to put into a window.
func (t *Tidy) Content() fyne.CanvasObject { return t.content }

// Focus puts the keyboard onto the list.
func (t *Tidy) Focus() { focus(t.rows) }

// Changed looks again after news of the library.
func (t *Tidy) Changed(data.Change) { t.reload() }

func focus(w fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(w.(fyne.CanvasObject)); c != nil {
		c.Focus(w)
	}
}

func (t *Tidy) build(tabs fyne.CanvasObject) fyne.CanvasObject {
	done := ui.NewButton(ui.Bare, lang.L("Done"), lang.L("Esc"), t.c.Leave)
	top := container.NewBorder(nil, nil, nil, container.NewCenter(done), ui.Column(4, 200,
		ui.NewShortLine(ui.Title, lang.L("Names and themes")),
		ui.NewShortLine(ui.Quiet, lang.L("Choose several to make them one, or one to rename it or take it apart. Everything can be undone."))))
	bar := container.NewBorder(nil, nil, tabs, nil, ui.Inset(0, 0, 14, 0, t.find))
	list := container.NewBorder(ui.Inset(12, 10, 20, 16, bar), nil, nil, nil,
		container.NewStack(t.rows, container.NewCenter(t.empty)))
	return container.NewBorder(
		container.NewStack(ui.NewGround(ui.Paper), ui.Inset(16, 12, 24, 20, top)), nil, nil, nil,
		container.New(&split{}, container.NewStack(ui.NewGround(ui.Sheet), list),
			container.NewStack(ui.NewGround(ui.Paper), t.side.content)))
}

// turn shows another shelf.
func (t *Tidy) turn(to int) {
	t.at, t.entries, t.chosen = to, nil, nil
	for i, tab := range t.tabs {
		tab.Set(i == to, t.shelves[i].title())
	}
	t.rows.SetCurrent(0)
	t.rows.SetOffset(0)
	if t.find.Text != "" {
		t.find.SetText("") // which reloads
		return
	}
	t.reload()
}

func (t *Tidy) shelf() shelf { return t.shelves[t.at] }

// reload lists the shelf anew; what was chosen stays so where it is still there.
func (t *Tidy) reload() {
	part := strings.TrimSpace(t.find.Text)
	s := t.shelf()
	task.Load(t.load, func(ctx context.Context) ([]entry, error) { return s.list(ctx, part) }, func(all []entry, err error) {
		if err != nil {
			t.c.Failed(err)
			return
		}
		t.entries = all
		if t.wanted != "" {
			t.chosen, t.wanted = []string{t.wanted}, ""
		}
		t.chosen = slices.DeleteFunc(t.chosen, func(name string) bool { return part == "" && t.entry(name) == nil })
		t.empty.Set(ui.Quiet, "")
		if len(all) == 0 {
			t.empty.Set(ui.Quiet, s.none(part))
		}
		t.rows.Refresh()
		t.side.show()
	})
}

// entry finds a listed entry by name; nil where there is none.
func (t *Tidy) entry(name string) *entry {
	if i := slices.IndexFunc(t.entries, func(e entry) bool { return e.name == name }); i >= 0 {
		return &t.entries[i]
	}
	return nil
}

// choose turns the choice of an entry over.
func (t *Tidy) choose(i int) {
	name := t.entries[i].name
	if at := slices.Index(t.chosen, name); at >= 0 {
		t.chosen = slices.Delete(t.chosen, at, at+1)
	} else {
		t.chosen = append(t.chosen, name)
	}
	t.rows.ShowAgain(i)
	t.side.show()
}

// change does what was asked for, says so, and chooses what came of it.
func (t *Tidy) change(do func(context.Context) error, result, said string) {
	task.Change(t.c.Changes, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, do(ctx)
	}, func(_ struct{}, err error) {
		if err != nil {
			t.c.Failed(err)
			return
		}
		t.wanted = result
		t.c.Said(said)
		t.reload()
		t.Focus()
	})
}

// split lays the list and the side panel out, two to one, the panel never
// narrower than its words need.
type split struct{}

// MinSize is for Fyne.
func (split) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(a.Width+b.Width, max(a.Height, b.Height))
}

// Layout is for Fyne.
func (split) Layout(o []fyne.CanvasObject, size fyne.Size) {
	side := max(size.Width*0.38, ui.Worn().Wide(320))
	o[0].Resize(fyne.NewSize(size.Width-side, size.Height))
	o[1].Move(fyne.NewPos(size.Width-side, 0))
	o[1].Resize(fyne.NewSize(side, size.Height))
}

// shownName is what a theme or another name is called on screen.
func (e entry) shownName() string {
	if e.theme != 0 {
		return look.ThemeName(e.name)
	}
	return e.name
}
