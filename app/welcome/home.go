package welcome

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/app/ui"
)

// home asks where the library lies, and what it begins with.
func (w *Welcome) home() fyne.CanvasObject {
	var answers []fyne.CanvasObject
	heading, teaches := lang.L("What shall it begin with?"), lang.L("The samples can be removed again in one step, and brought in later, too.")
	if len(w.all()) > 0 {
		heading = lang.L("Where shall your library live?")
		teaches = lang.L("All you keep is one file on your own disk. It can be moved later.")
		places := w.places()
		w.first = places[w.place]
		answers = append(answers, objects(places)...)
		answers = append(answers, ui.Space(6))
	}
	if w.there {
		return asked(heading, teaches, answers...)
	}
	at := 0
	if w.empty {
		at = 1
	}
	samples := ui.NewChoices(at, func(i int) { w.empty = i == 1 }, w.TypedKey,
		[2]string{lang.L("With twelve sample reports"), lang.L("About an invented peace process: something to read at once")},
		[2]string{lang.L("Empty"), lang.L("You bring in your own reports")})
	if w.first == nil {
		w.first = samples[at]
	}
	return asked(heading, teaches, append(append(answers, ui.NewLine(ui.Section, lang.L("It begins"))), objects(samples)...)...)
}

// places are the choices for where: those that there are, a folder, and a library
// that exists.
func (w *Welcome) places() []*ui.Choice {
	var all [][2]string
	for _, p := range w.all() {
		all = append(all, [2]string{p.Name, p.Path})
	}
	other, exists := lang.L("A folder of your choice"), lang.L("You choose it next")
	if w.place == len(w.all()) {
		exists = w.elsewhere
	}
	all = append(all, [2]string{other, exists})
	one := lang.L("It has a name ending in .lectern")
	if w.place == len(w.all())+1 {
		one = w.elsewhere
	}
	all = append(all, [2]string{lang.L("A library that you have already"), one})
	choices := ui.NewChoices(w.place, w.choose, w.TypedKey, all...)
	for _, c := range choices[len(w.all()):] {
		c.Asks = true
	}
	return choices
}

// choose takes a place, or asks for one first: until it is chosen, the one before stays.
func (w *Welcome) choose(i int) {
	n := len(w.all())
	took := func(there bool) func(string) {
		return func(path string) {
			if path != "" {
				w.place, w.elsewhere, w.there = i, path, there
			}
			w.show()
			w.Focus()
		}
	}
	switch {
	case i < n && w.place == i:
	case i < n:
		was := w.there
		w.place, w.there = i, false
		if was {
			w.show()
			w.Focus()
		}
	case i == n:
		w.c.PickFolder(func(folder string) {
			if folder != "" {
				folder = filepath.Join(folder, filepath.Base(w.all()[0].Path))
			}
			took(false)(folder)
		})
	default:
		w.c.PickLibrary(took(true))
	}
}
