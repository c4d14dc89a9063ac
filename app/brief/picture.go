package brief

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/ui"
	"lectern/app/ui/page"
	"lectern/app/ui/scene"
	briefs "lectern/data/brief"
)

// picture is the chosen step as the room will see it, with what is said of it
// below.
type picture struct {
	e       *Editor
	plans   *scene.Plans
	scene   *scene.View
	slide   briefs.Slide
	view    int // which view of the slide
	words   *ui.Line
	warning *ui.Line
	back    *ui.Button
	next    *ui.Button
	root    *fyne.Container
}

// captionHigh is the room for the words below the picture, at 100 %.
const captionHigh = 64

// projected is the size that a step is laid out for: what most rooms have.
func projected() fyne.Size { return fyne.NewSize(1920, 1080) }

func newPicture(e *Editor) *picture {
	p := &picture{e: e, plans: scene.NewPlans(page.NewSetter(e.c.Faces))}
	p.scene = p.plans.View()
	p.words, p.warning = ui.NewShortLine(ui.Section, ""), ui.NewShortLine(ui.Alert, "")
	p.back = ui.NewButton(ui.Bare, "‹", "", func() { p.turn(-1) })
	p.next = ui.NewButton(ui.Bare, "›", "", func() { p.turn(1) })
	for _, b := range []*ui.Button{p.back, p.next} {
		b.OnKey(func(ev *fyne.KeyEvent) bool {
			if ev.Name == fyne.KeyEscape {
				e.Focus()
				return true
			}
			return false
		})
	}
	line := container.NewBorder(nil, nil, nil, container.NewHBox(p.back, p.next), p.words)
	p.root = container.New(&framed{}, p.scene, ui.Column(0, 120, line, p.warning))
	return p
}

// show shows a slide; ok is false while it is still being looked up.
func (p *picture) show(slide briefs.Slide, ok bool, warning string) {
	if !ok {
		p.words.Set(ui.Section, lang.L("Looking it up…"))
		return
	}
	o := scene.Options{As: projected()}
	views := p.plans.Count(slide, projected(), o)
	p.slide, p.view = slide, min(p.view, views-1)
	p.scene.Set(slide, p.view, o)
	words := lang.L("As the room will see it")
	if views > 1 {
		words = joined(words, lang.L("view {{.At}} of {{.All}}", map[string]any{"At": p.view + 1, "All": views}))
	}
	p.words.Set(ui.Section, words)
	if warning != "" {
		warning = "! " + warning
	}
	p.warning.Set(ui.Alert, warning)
	setVisible(p.back, views > 1)
	setVisible(p.next, views > 1)
	p.back.Enable(p.view > 0)
	p.next.Enable(p.view < views-1)
}

// turn goes to another view of the slide.
func (p *picture) turn(by int) {
	p.view = max(0, p.view+by)
	p.e.side.preview()
}

// framed sets a picture of 16 to 9 in the middle, and words below it.
type framed struct{}

// MinSize is for Fyne.
func (framed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 120) }

// Layout is for Fyne.
func (framed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	s := ui.Worn()
	side, top := s.Wide(20), s.Wide(14)
	room := fyne.NewSize(size.Width-2*side, size.Height-s.Wide(captionHigh))
	wide := min(room.Width, room.Height*16/9)
	at := fyne.NewPos(side+(room.Width-wide)/2, top)
	o[0].Move(at)
	o[0].Resize(fyne.NewSize(wide, wide*9/16))
	o[1].Move(fyne.NewPos(at.X, top+wide*9/16+s.Wide(4)))
	o[1].Resize(fyne.NewSize(wide, size.Height-top-wide*9/16-s.Wide(4)))
}
