package shelf

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/ui"
	"lectern/data"
	"lectern/data/library"
)

// How many names a facet shows: at first, and when it is asked for more or
// searched. The rest is reached by typing a part of the name.
const (
	fewNames  = 6
	manyNames = 40
)

// facet is a group of names to filter by, the most frequent first.
type facet struct {
	content *fyne.Container
	list    *fyne.Container
	field   *ui.SearchBox // nil where the names are too few to be searched
	more    *ui.Button
	options []*ui.Option
	shown   []library.Facet
	all     []library.Facet
	chosen  string
	open    bool
	choose  func(name string)
	nameOf  func(name string) string // what a name is called on screen
}

// newFacet makes a facet; one with a hint can be searched.
func newFacet(heading, hint string, choose func(string)) *facet {
	f := &facet{choose: choose, nameOf: func(name string) string { return name }, list: ui.Column(1, 100)}
	f.more = ui.NewButton(ui.Bare, "", "", func() {
		f.open = !f.open
		f.show()
	})
	f.content = ui.Column(1, 100, ui.Space(10), section(heading))
	if hint != "" {
		f.field = ui.NewSearchBox(hint, func(string) { f.show() })
		f.content.Add(ui.Inset(0, 5, 4, 0, f.field))
	}
	f.content.Add(f.list)
	f.content.Add(container.NewHBox(f.more))
	return f
}

// set shows these names, with one chosen.
func (f *facet) set(all []library.Facet, chosen string) {
	f.all, f.chosen = all, chosen
	f.show()
}

func (f *facet) show() {
	fitting := f.fitting()
	limit := fewNames
	if f.open || f.typed() != "" {
		limit = manyNames
	}
	f.shown = fitting[:min(len(fitting), limit)]
	at := slices.IndexFunc(fitting, f.isChosen)
	if at >= len(f.shown) && len(f.shown) > 0 { // what is chosen can be seen, and so taken off
		f.shown = append(slices.Clone(f.shown[:len(f.shown)-1]), fitting[at])
	}
	for i := len(f.options); i < len(f.shown); i++ {
		o := ui.NewOption(data.NoLane, "", "", func() { f.choose(f.shown[i].Name) })
		f.options = append(f.options, o)
		f.list.Add(o)
	}
	for i, o := range f.options {
		if i < len(f.shown) {
			o.Set(f.nameOf(f.shown[i].Name), counted(f.shown[i].Count), f.isChosen(f.shown[i]))
		}
		setVisible(o, i < len(f.shown))
	}
	f.more.SetWords(lang.L("More…"))
	if f.open {
		f.more.SetWords(lang.L("Fewer"))
	}
	setVisible(f.more, f.typed() == "" && len(fitting) > fewNames)
	setVisible(f.content, len(f.all) > 0)
	f.content.Refresh()
}

func (f *facet) isChosen(x library.Facet) bool { return f.chosen != "" && x.Name == f.chosen }

func (f *facet) typed() string {
	if f.field == nil {
		return ""
	}
	return strings.ToLower(strings.TrimSpace(f.field.Text))
}

// fitting are the names that have what was typed in them.
func (f *facet) fitting() []library.Facet {
	part := f.typed()
	if part == "" {
		return f.all
	}
	var some []library.Facet
	for _, x := range f.all {
		if strings.Contains(strings.ToLower(x.Name), part) {
			some = append(some, x)
		}
	}
	return some
}
