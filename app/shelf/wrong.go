package shelf

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/app/ui"
	"lectern/data/search"
)

// wrong is the line under the search box that says what is wrong with a search: what
// was typed, the place marked, and what was expected there.
type wrong struct {
	widget.BaseWidget
	typed string
	at    [2]int // the marked bytes of typed
	says  string
}

func newWrong() *wrong {
	w := &wrong{}
	w.ExtendBaseWidget(w)
	return w
}

// set shows a mistake; nil shows nothing.
func (w *wrong) set(typed string, err error) {
	w.typed, w.at, w.says = "", [2]int{}, ""
	var m *search.Mistake
	switch {
	case errors.As(err, &m):
		w.typed, w.at, w.says = typed, [2]int{m.Start, min(m.End, len(typed))}, mistakeText(m)
	case err != nil:
		w.says = look.FaultText(err)
	}
	w.Refresh()
}

// mistakeText is the sentence of a mistake in the interface's language.
func mistakeText(m *search.Mistake) string {
	return lang.X("query."+string(m.Want), m.English(), map[string]any{"Place": m.Place, "Word": m.Word})
}

// AccessibilityLabel is the sentence.
func (w *wrong) AccessibilityLabel() string { return w.says }

// AccessibilityRole is text.
func (w *wrong) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (w *wrong) CreateRenderer() fyne.WidgetRenderer {
	w.ExtendBaseWidget(w)
	r := &wrongRenderer{w: w, ground: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil)}
	r.objects = []fyne.CanvasObject{r.ground, r.line}
	for i := range r.words {
		r.words[i] = canvas.NewText("", nil)
		r.objects = append(r.objects, r.words[i])
	}
	return r
}

type wrongRenderer struct {
	w            *wrong
	ground, line *canvas.Rectangle
	words        [4]*canvas.Text // before the place, the place, after it, the sentence
	objects      []fyne.CanvasObject
	size         fyne.Size
}

// mostBefore is how many bytes of what was typed are shown before the place.
const mostBefore = 40

func (r *wrongRenderer) Layout(size fyne.Size) {
	r.size = size
	s, w := ui.Worn(), r.w
	middle, x := size.Height/2, float32(0)
	r.ground.Hidden, r.line.Hidden = w.typed == "", w.typed == ""
	before, place, after := "", "", ""
	if w.typed != "" {
		before, place, after = w.typed[:w.at[0]], w.typed[w.at[0]:w.at[1]], w.typed[w.at[1]:]
		if runes := []rune(before); len(runes) > mostBefore {
			before = "…" + string(runes[len(runes)-mostBefore:])
		}
	}
	room := size.Width * 0.4
	for i, words := range []string{before, place, after} {
		ink := s.Dim
		if i == 1 {
			ink = s.Alarm
		}
		r.words[i].TextStyle.Bold = i == 1
		wide := fyne.MeasureText(words, s.Small, r.words[i].TextStyle).Width
		ui.Write(r.words[i], words, s.Small, ink, x, middle, fyne.Max(room-x, 0))
		if i == 1 {
			high := s.Wide(18)
			r.ground.FillColor, r.ground.CornerRadius = look.Fade(s.Alarm, 0.14), 3
			r.ground.Move(fyne.NewPos(x-2, middle-high/2))
			r.ground.Resize(fyne.NewSize(wide+4, high))
			r.line.FillColor = s.Alarm
			r.line.Move(fyne.NewPos(x-2, middle+high/2-2))
			r.line.Resize(fyne.NewSize(wide+4, 2))
		}
		x += fyne.Min(wide, fyne.Max(room-x, 0))
	}
	if x > 0 {
		x += s.Wide(14)
	}
	ui.Write(r.words[3], w.says, s.Small, s.Alarm, x, middle, size.Width-x)
}

func (r *wrongRenderer) MinSize() fyne.Size { return fyne.NewSize(100, ui.Worn().Wide(20)) }

func (r *wrongRenderer) Refresh() {
	r.Layout(r.size)
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *wrongRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *wrongRenderer) Destroy()                     {}
