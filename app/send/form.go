// Package send is the form for what leaves the program: what, in which format,
// how far it may be passed on, and where it is put.
package send

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/export"
)

// Thing is something that can be exported: an open brief, a report, all that a
// search found.
type Thing struct {
	Words   string // what it is called on the form
	Name    string // of a file of it, without its ending
	Brief   data.BriefID
	Reports []data.ReportID
}

// Choice is what a person has chosen. It is kept from one export to the next.
type Choice struct {
	Format export.Format
	Page   export.PageSize
	Folder string
	Level  data.Marking // Unmarked for no limit
	Notes  bool         // never kept: notes stay behind unless somebody says otherwise
}

// Config is what the form needs. Its functions are called on the UI goroutine.
type Config struct {
	Context context.Context
	Things  []Thing // the one to begin with first; at least one
	Choice  Choice
	Look    func(context.Context, export.Order) (export.Outgoing, error) // what would leave
	Exists  func(path string) bool
	Pick    func(from string, chosen func(folder string)) // a folder
	Send    func(o export.Order, path string, c Choice)
	Leave   func()
	Failed  func(error)
}

// Form asks what is to be exported, and shows what would leave before it does.
type Form struct {
	c       Config
	thing   int
	choice  Choice
	named   bool // a person has given the file a name
	content fyne.CanvasObject

	things  []*ui.Toggle
	formats map[export.Format]*ui.Option
	listed  []export.Format // as they stand under each other
	levels  map[data.Marking]*ui.Toggle
	pages   map[export.PageSize]*ui.Toggle
	notes   *ui.Toggle

	pageBox, notesBox *fyne.Container
	name              *ui.Field
	folder, there     *ui.Line
	leaves, stays     *ui.Line
	marking           *ui.Marking
	strong            *ui.Button
	looking           *task.Slot
	out               export.Outgoing
	known             bool // out is what the choices say
}

// New makes the form.
func New(c Config) *Form {
	f := &Form{c: c, choice: c.Choice, looking: task.NewSlot(c.Context), formats: map[export.Format]*ui.Option{},
		levels: map[data.Marking]*ui.Toggle{}, pages: map[export.PageSize]*ui.Toggle{}}
	f.build()
	f.suggest()
	f.show()
	f.look()
	return f
}

// Content is what to put into a window.
func (f *Form) Content() fyne.CanvasObject { return f.content }

// Focus puts the keyboard onto the chosen format.
func (f *Form) Focus() {
	chosen := f.formats[f.choice.Format]
	if c := fyne.CurrentApp().Driver().CanvasForObject(chosen); c != nil {
		c.Focus(chosen)
	}
}

// Keep is the strong button and Ctrl+Enter: it writes the file, once it is known
// what leaves.
func (f *Form) Keep() {
	if !f.ready() {
		return
	}
	f.c.Send(f.order(), f.path(), f.choice)
}

// Leave is the other button and Esc.
func (f *Form) Leave() { f.c.Leave() }

func (f *Form) ready() bool {
	return f.known && !f.out.Empty() && strings.TrimSpace(f.name.Text) != ""
}

// order is what the choices say; words, fonts and clock are the shell's.
func (f *Form) order() export.Order {
	t := f.c.Things[f.thing]
	return export.Order{Format: f.choice.Format, Brief: t.Brief, Reports: t.Reports, Level: f.choice.Level,
		Notes: f.choice.Notes && t.Brief != 0, Page: f.choice.Page}
}

// path is where the file goes: its ending is the format's, whatever was typed.
func (f *Form) path() string {
	ending := "." + string(f.choice.Format)
	name := strings.TrimSuffix(fileName(f.name.Text), ending)
	return filepath.Join(f.choice.Folder, name+ending)
}

// suggest names the file after the thing, until a person has named it.
func (f *Form) suggest() {
	if !f.named {
		f.name.SetText(fileName(f.c.Things[f.thing].Name))
		f.named = false
	}
}

// look works out what would leave, and shows it.
func (f *Form) look() {
	o := f.order()
	f.known = false
	task.Load(f.looking, func(ctx context.Context) (export.Outgoing, error) { return f.c.Look(ctx, o) },
		func(out export.Outgoing, err error) {
			if err != nil {
				f.c.Failed(err)
				return
			}
			f.out, f.known = out, true
			f.show()
		})
}

// show shows the choices made, and what they let out.
func (f *Form) show() {
	for i, t := range f.things {
		t.Set(i == f.thing, f.c.Things[i].Words)
	}
	for format, option := range f.formats {
		d := descriptions()[format]
		option.Set(d.name, d.purpose, format == f.choice.Format)
	}
	for level, t := range f.levels {
		t.Set(level == f.choice.Level, levelWords(level))
	}
	for size, t := range f.pages {
		t.Set(size == f.choice.Page, string(size))
	}
	f.notes.Set(f.choice.Notes, notesWords(f.choice.Notes))
	visible(f.pageBox, f.choice.Format == export.PDF)
	visible(f.notesBox, f.c.Things[f.thing].Brief != 0 && descriptions()[f.choice.Format].notes)
	f.folder.Set(ui.Quiet, lang.X("send.folder", "in {{.Folder}}", map[string]any{"Folder": f.choice.Folder}))
	f.there.Set(ui.Quiet, f.thereWords())
	f.leaves.Set(ui.Heading, f.leavesWords())
	f.stays.Set(ui.Quiet, f.staysWords())
	f.marking.Set(f.out.Marking)
	f.strong.Enable(f.ready())
	f.content.Refresh()
}

func visible(box *fyne.Container, on bool) {
	if on {
		box.Show()
	} else {
		box.Hide()
	}
}

func (f *Form) thereWords() string {
	if f.c.Exists(f.path()) {
		return lang.X("send.there", "“{{.Name}}” is there already; it is replaced once the new one is whole.",
			map[string]any{"Name": filepath.Base(f.path())})
	}
	return filepath.Base(f.path())
}

func (f *Form) leavesWords() string {
	if !f.known {
		return lang.L("Looking at what would leave…")
	}
	n := len(f.out.Reports)
	count := map[string]any{"Count": look.Number(n)}
	switch {
	case f.out.Empty():
		return lang.L("Nothing is left to export")
	case f.out.Marking == data.Unmarked && f.c.Things[f.thing].Brief != 0:
		return lang.XN("send.quoted", "{{.Count}} reports are quoted, none of them marked", n, count)
	case f.out.Marking == data.Unmarked:
		return lang.XN("send.unmarked", "{{.Count}} reports leave, none of them marked", n, count)
	case f.c.Things[f.thing].Brief != 0:
		return lang.XN("send.quoted-marked", "{{.Count}} reports are quoted; the highest marking:", n, count)
	}
	return lang.XN("send.marked", "{{.Count}} reports leave; the highest marking:", n, count)
}

func (f *Form) staysWords() string {
	if !f.known || f.out.Withheld == 0 {
		return lang.L("Nothing is withheld.")
	}
	n := f.out.Withheld
	count := map[string]any{"Count": look.Number(n)}
	if f.c.Things[f.thing].Brief != 0 {
		return lang.XN("send.steps-withheld", "{{.Count}} steps are above the level and stay behind.", n, count)
	}
	return lang.XN("send.withheld", "{{.Count}} reports are above the level and stay behind.", n, count)
}

// fileName is words as every system takes them for a file's name.
func fileName(words string) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return ' '
		}
		return r
	}, words)
	name = strings.Trim(strings.Join(strings.Fields(name), " "), ". ")
	if all := []rune(name); len(all) > 80 {
		name = strings.TrimSpace(string(all[:80]))
	}
	if name == "" {
		return "lectern"
	}
	return name
}
