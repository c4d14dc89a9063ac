package send

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/ui"
	"lectern/data"
	"lectern/data/export"
)

func (f *Form) build() {
	left := ui.Column(4, 330, ui.NewShortLine(ui.Title, lang.L("Export")), ui.Space(4))
	for _, g := range groups() {
		f.addGroup(left, g)
	}
	pick := f.folderButton()
	right := ui.Column(16, 330, f.whatBox(), f.levelBox(), f.buildNotes(), f.buildPage(), f.fileBox(pick))
	f.strong = ui.NewButton(ui.Strong, lang.L("Export"), lang.L("Ctrl+Enter"), f.Keep)
	cancel := ui.NewButton(ui.Bare, lang.L("Cancel"), lang.L("Esc"), f.Leave)
	buttons := container.NewHBox(f.strong, cancel)
	foot := ui.Column(10, 300, f.leavesBox(), buttons)
	scroll := func(thing fyne.CanvasObject) fyne.CanvasObject {
		return ui.WithoutShadow(container.NewVScroll(ui.Inset(20, 12, 24, 20, thing)))
	}
	f.hearKeys(pick, cancel)
	f.content = container.New(&halves{}, ui.NewGround(ui.Paper), scroll(left), ui.NewGround(ui.Sheet),
		container.NewBorder(nil, ui.Inset(8, 22, 32, 24, foot), nil, nil, ui.WithoutShadow(container.NewVScroll(ui.Inset(24, 8, 32, 24, right)))))
}

// addGroup adds the formats of one purpose, as far as they can be written.
func (f *Form) addGroup(box *fyne.Container, g group) {
	first := true
	for _, format := range g.formats {
		if !slices.Contains(export.Formats(), format) {
			continue
		}
		if first {
			box.Add(ui.Inset(5, 0, 9, 0, ui.NewShortLine(ui.Section, g.title)))
			first = false
		}
		d := descriptions()[format]
		f.formats[format] = ui.NewOption(data.NoLane, d.name, d.purpose, func() {
			f.choice.Format = format
			f.show()
		})
		box.Add(f.formats[format])
		f.listed = append(f.listed, format)
	}
}

// choices stands pills side by side under what they choose.
func choices(title string, pills ...fyne.CanvasObject) *fyne.Container {
	return ui.Column(6, 300, ui.NewShortLine(ui.Section, title), container.New(ui.Flowing(6), pills...))
}

func (f *Form) whatBox() fyne.CanvasObject {
	var pills []fyne.CanvasObject
	for i, thing := range f.c.Things {
		pill := ui.NewToggle(data.NoLane, "", thing.Words, func() {
			f.thing = i
			f.suggest()
			f.show()
			f.look()
		})
		f.things, pills = append(f.things, pill), append(pills, pill)
	}
	return choices(lang.L("What"), pills...)
}

func (f *Form) levelBox() fyne.CanvasObject {
	var pills []fyne.CanvasObject
	for _, level := range append([]data.Marking{data.Unmarked}, data.Markings()[:4]...) {
		f.levels[level] = ui.NewToggle(data.NoLane, "", levelWords(level), func() {
			f.choice.Level = level
			f.show()
			f.look()
		})
		pills = append(pills, f.levels[level])
	}
	return choices(lang.L("Nothing above this level leaves"), pills...)
}

func (f *Form) buildNotes() fyne.CanvasObject {
	f.notes = ui.NewToggle(data.NoLane, "", notesWords(f.choice.Notes), func() {
		f.choice.Notes = !f.choice.Notes
		f.show()
	})
	f.notesBox = choices(lang.L("Notes of the brief"), f.notes)
	return f.notesBox
}

func (f *Form) buildPage() fyne.CanvasObject {
	var pills []fyne.CanvasObject
	for _, size := range []export.PageSize{export.A4, export.Letter} {
		f.pages[size] = ui.NewToggle(data.NoLane, "", string(size), func() {
			f.choice.Page = size
			f.show()
		})
		pills = append(pills, f.pages[size])
	}
	f.pageBox = choices(lang.L("Paper"), pills...)
	return f.pageBox
}

func (f *Form) fileBox(pick fyne.CanvasObject) fyne.CanvasObject {
	f.name = ui.NewField(lang.L("The file's name"))
	f.name.OnChanged = func(string) {
		f.named = true
		if f.content != nil {
			f.show()
		}
	}
	f.name.OnConfirm, f.name.OnSubmitted, f.name.OnEscape = f.Keep, func(string) { f.Keep() }, f.Leave
	f.folder, f.there = ui.NewShortLine(ui.Quiet, ""), ui.NewShortLine(ui.Quiet, "")
	return ui.Column(6, 300, ui.NewShortLine(ui.Section, lang.L("Save as")), f.name, f.there,
		container.NewBorder(nil, nil, nil, pick, ui.Inset(8, 0, 0, 8, f.folder)))
}

func (f *Form) folderButton() *ui.Button {
	return ui.NewButton(ui.Outlined, lang.L("Another folder…"), "", func() {
		f.c.Pick(f.choice.Folder, func(folder string) {
			f.choice.Folder = folder
			f.show()
		})
	})
}

// hearKeys has Esc leave the form wherever the keyboard is, and the arrows go from
// format to format.
func (f *Form) hearKeys(pick, cancel *ui.Button) {
	leave := func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			f.Leave()
		}
		return ev.Name == fyne.KeyEscape
	}
	for _, b := range []*ui.Button{pick, cancel, f.strong} {
		b.OnKey(leave)
	}
	pills := append([]*ui.Toggle{f.notes}, f.things...)
	for _, level := range f.levels {
		pills = append(pills, level)
	}
	for _, size := range f.pages {
		pills = append(pills, size)
	}
	for _, pill := range pills {
		pill.OnKey(leave)
	}
	for i, format := range f.listed {
		f.formats[format].OnKey(func(ev *fyne.KeyEvent) bool {
			to := i
			switch ev.Name {
			case fyne.KeyUp:
				to--
			case fyne.KeyDown:
				to++
			default:
				return leave(ev)
			}
			f.choice.Format = f.listed[min(max(to, 0), len(f.listed)-1)]
			f.show()
			f.Focus()
			return true
		})
	}
}

func (f *Form) leavesBox() fyne.CanvasObject {
	f.leaves, f.stays, f.marking = ui.NewShortLine(ui.Heading, ""), ui.NewShortLine(ui.Quiet, ""), ui.NewMarking()
	head := container.NewBorder(nil, nil, nil, container.NewCenter(f.marking), f.leaves)
	return container.NewStack(ui.NewCard(ui.Raised, ui.Rule, 8), ui.Inset(12, 12, 14, 14, ui.Column(4, 280, head, f.stays)))
}

// halves stands the formats at the left, as wide as they need, and what is decided
// about them on a sheet beside; in a narrow window, under each other.
type halves struct{}

// Layout is for Fyne.
func (halves) Layout(all []fyne.CanvasObject, size fyne.Size) {
	s := ui.Worn()
	all[0].Resize(size)
	left := fyne.Min(fyne.Max(s.Wide(400), size.Width*0.36), s.Wide(560))
	high := float32(0)
	if size.Width-left < s.Wide(340) {
		left, high = 0, size.Height*0.4
		all[1].Resize(fyne.NewSize(size.Width, high))
	} else {
		all[1].Resize(fyne.NewSize(left, size.Height))
	}
	at, rest := fyne.NewPos(left, high), fyne.NewSize(size.Width-left, size.Height-high)
	all[2].Move(at)
	all[2].Resize(rest)
	all[3].Move(at)
	all[3].Resize(fyne.NewSize(fyne.Min(rest.Width, s.Wide(760)), rest.Height))
}

// MinSize is for Fyne.
func (halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(360, 300) }
