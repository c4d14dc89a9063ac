package shell

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
)

// jobBar shows long work at the foot of the window: what, how far, and a way to
// stop it.
type jobBar struct {
	root  *fyne.Container
	back  *canvas.Rectangle
	title *ui.Line
	what  *ui.Line
	bar   *widget.ProgressBar
	job   *task.Job
	// onShape is told when the bar has come or gone, so that the screen above it
	// takes or gives the room.
	onShape func()
}

func newJobBar() *jobBar {
	b := &jobBar{
		back: canvas.NewRectangle(nil), onShape: func() {},
		title: ui.NewLine(ui.Plain, ""), what: ui.NewShortLine(ui.Quiet, ""), bar: widget.NewProgressBar(),
	}
	b.bar.TextFormatter = func() string { return "" }
	stop := ui.NewButton(ui.Outlined, lang.L("Stop"), "", func() {
		if b.job != nil {
			b.job.Cancel()
		}
	})
	row := container.NewBorder(nil, nil, container.NewCenter(b.title), container.NewCenter(stop),
		container.NewGridWithColumns(2, ui.Inset(10, 10, 12, 12, b.bar), container.NewCenter(b.what)))
	b.root = container.NewStack(b.back, ui.Inset(4, 4, 12, 12, row))
	b.root.Hide()
	b.dress()
	return b
}

func (b *jobBar) dress() {
	b.back.FillColor = look.Current().Palette.Raised
	b.root.Refresh()
}

// show follows a job and says how many wait behind it; nil takes the bar away.
func (b *jobBar) show(j *task.Job, waiting int) {
	b.job = j
	if j == nil {
		b.root.Hide()
		b.onShape()
		return
	}
	done, total, what := j.Progress.Get()
	title := j.Title
	if waiting > 0 {
		title += "  ·  " + lang.XN("job.waiting", "{{.Count}} more waiting", waiting, map[string]any{"Count": waiting})
	}
	b.title.Set(ui.Plain, title)
	b.what.Set(ui.Quiet, what)
	if total > 0 {
		b.bar.SetValue(float64(done) / float64(total))
		b.what.Set(ui.Quiet, fmt.Sprintf("%d / %d   %s", done, total, what))
	}
	if !b.root.Visible() {
		b.root.Show()
		b.onShape()
	}
}
