package start

import (
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/library"
)

// cover fills the window while a library is worked on, and returns what shows how
// far that is.
func (p *Program) cover(heading, teaches string) func(share float64) {
	bar := widget.NewProgressBar()
	bar.TextFormatter = func() string { return "" }
	stop := ui.NewButton(ui.Outlined, lang.L("Stop"), "", func() { p.stop() })
	body := ui.Column(14, 460, container.NewCenter(ui.NewLine(ui.Title, heading)))
	if teaches != "" {
		body.Add(ui.NewProse(teaches))
	}
	body.Add(container.New(layout.NewCustomPaddedLayout(6, 6, 60, 60), container.New(thin{}, bar)))
	body.Add(container.NewCenter(stop))
	p.stage(container.NewStack(ui.NewGround(ui.Paper), container.NewCenter(body)))
	return bar.SetValue
}

// trouble says why there is no library to show, and what can be done about it.
func (p *Program) trouble(path string, why error) {
	p.log.Error("library not opened", "path", path, "err", why, "cause", data.FaultOf(why).Err)
	open := ui.NewButton(ui.Strong, lang.L("Open library…"), "", func() {
		p.pick(func(other string) {
			if other != "" {
				p.settle(other)
				p.first(other)
			}
		})
	})
	buttons := []fyne.CanvasObject{open}
	switch data.FaultOf(why).Code {
	case data.FaultDamaged:
		buttons = append(buttons, ui.NewButton(ui.Outlined, lang.L("Restore from a backup…"), "", func() {
			p.pick(func(backup string) {
				if backup != "" {
					p.restore(backup, path, func(err error) { p.trouble(path, err) })
				}
			})
		}))
	case data.FaultNotFound:
		buttons = append(buttons, ui.NewButton(ui.Outlined, lang.L("Begin with an empty one"), "", func() {
			p.prefs.RemoveValue(keyLibrary)
			p.first(p.config.Default)
		}))
	}
	buttons = append(buttons, ui.NewButton(ui.Outlined, lang.L("Try again"), "", func() { p.again(path) }),
		ui.NewButton(ui.Bare, lang.L("Quit"), "", p.quit))
	p.stage(container.NewStack(ui.NewGround(ui.Paper),
		ui.NewEmpty(lang.L("The library cannot be opened"), look.FaultText(why), buttons...)))
	p.window.Canvas().Focus(open)
}

// again tries the same file once more, and never makes one that is missing.
func (p *Program) again(path string) {
	if _, err := os.Stat(path); err != nil {
		p.trouble(path, missingFault(path))
		return
	}
	p.first(path)
}

// pick lets a person choose a library's file; "" is told where none is chosen.
func (p *Program) pick(do func(path string)) {
	ask := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			do("")
			return
		}
		path := file.URI().Path()
		file.Close()
		do(path)
	}, p.window)
	ask.SetFilter(storage.NewExtensionFileFilter([]string{library.Ending}))
	ask.Show()
	ask.Resize(p.window.Canvas().Size().SubtractWidthHeight(120, 100))
}

// thin lays a bar out as a line.
type thin struct{}

// MinSize is for Fyne.
func (thin) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(80, ui.Worn().Wide(8)) }

// Layout is for Fyne.
func (thin) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }
