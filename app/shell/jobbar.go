package shell

import (
	"strings"

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
	pause *ui.Button
	job   *task.Job

	waiting    int // jobs behind it
	pauseWords string
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
	b.pause = ui.NewButton(ui.Outlined, "", "", func() {
		if b.job != nil {
			b.job.Pause(!b.job.Paused())
			b.show(b.job, b.waiting)
		}
	})
	stop := ui.NewButton(ui.Outlined, lang.L("Stop"), "", func() {
		if b.job != nil {
			b.job.Cancel()
		}
	})
	row := container.NewBorder(nil, nil, container.NewCenter(b.title), container.NewHBox(container.NewCenter(b.pause), container.NewCenter(stop)),
		container.NewGridWithColumns(2, ui.Inset(0, 0, 12, 12, container.New(slim{}, b.bar)), ui.Inset(0, 0, 4, 12, b.what)))
	b.root = container.NewStack(b.back, ui.Inset(4, 4, 12, 12, row))
	b.root.Hide()
	b.dress()
	return b
}

// slim lays a bar out as a thin line in the middle of its room.
type slim struct{}

// MinSize is for Fyne.
func (slim) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(80, ui.Worn().Wide(8)) }

// Layout is for Fyne.
func (slim) Layout(o []fyne.CanvasObject, size fyne.Size) {
	thick := ui.Worn().Wide(8)
	o[0].Move(fyne.NewPos(0, (size.Height-thick)/2))
	o[0].Resize(fyne.NewSize(size.Width, thick))
}

func (b *jobBar) dress() {
	b.back.FillColor = look.Current().Palette.Raised
	b.root.Refresh()
}

// show follows a job and says how many wait behind it; nil takes the bar away.
func (b *jobBar) show(j *task.Job, waiting int) {
	b.job, b.waiting = j, waiting
	if j == nil {
		b.root.Hide()
		b.onShape()
		return
	}
	title := j.Title
	if waiting > 0 {
		title += "  ·  " + lang.XN("job.waiting", "{{.Count}} more waiting", waiting, map[string]any{"Count": waiting})
	}
	b.title.Set(ui.Plain, title)
	share, _ := j.Progress.Share()
	b.bar.SetValue(share)
	b.what.Set(ui.Quiet, jobWords(j))
	if j.CanPause() {
		b.pause.Show()
	} else {
		b.pause.Hide()
	}
	words := lang.L("Pause")
	if j.Paused() {
		words = lang.L("Go on")
	}
	if words != b.pauseWords {
		b.pauseWords = words
		b.pause.SetWords(words)
		b.root.Refresh()
	}
	if !b.root.Visible() {
		b.root.Show()
		b.onShape()
	}
}

// jobWords says how far a job is: how much of how much, how long the rest will
// take, and what is being worked on.
func jobWords(j *task.Job) string {
	done, total, what := j.Progress.Get()
	_, left := j.Progress.Share()
	var parts []string
	if total > 0 {
		parts = append(parts, lang.X("job.count", "{{.Done}} of {{.Total}}", map[string]any{"Done": look.Number(done), "Total": look.Number(total)}))
	}
	if j.Paused() {
		parts = append(parts, lang.L("paused"))
	} else if words := look.TimeLeft(left); words != "" {
		parts = append(parts, words)
	}
	if what != "" {
		parts = append(parts, what)
	}
	return strings.Join(parts, "  ·  ")
}
