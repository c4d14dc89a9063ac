package help

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"lectern/app/ui"
)

// list makes the contents, which are the hits while something is looked for.
func (h *Help) list() *ui.Rows {
	rows := ui.NewRows()
	rows.Name = lang.L("Contents of the help")
	rows.Length = func() int {
		if h.searching() {
			return len(h.hits)
		}
		return len(h.all)
	}
	rows.Height = func() float32 {
		if h.searching() {
			return ui.Worn().Wide(66)
		}
		return ui.Worn().Wide(33)
	}
	rows.Label = func(i int) string { return h.all[h.topicOf(i)].title }
	rows.Create = func() ui.Row { return newLine(h) }
	rows.OnOpen = func(i int) { h.open(h.topicOf(i)) }
	rows.OnLeave = func() { focus(h.box) }
	rows.OnRune = func(_ int, r rune) { h.TypedRune(r) }
	rows.OnKey = func(_ int, ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyEscape:
			h.c.Leave()
		case fyne.KeyRight:
			focus(h.reader)
		default:
			return h.c.Menu(ev)
		}
		return true
	}
	return rows
}

func (h *Help) searching() bool { return len(wordsOf(h.box.Text)) > 0 }

// topicOf is the topic in a row.
func (h *Help) topicOf(row int) int {
	if h.searching() {
		return h.hits[row].topic
	}
	return row
}

// rowOf is the row of a topic; -1 where it is not listed.
func (h *Help) rowOf(topic int) int {
	if !h.searching() {
		return topic
	}
	return slices.IndexFunc(h.hits, func(x hit) bool { return x.topic == topic })
}

// line draws a topic's title and, while something is looked for, the words around it.
type line struct {
	h      *Help
	mark   *canvas.Rectangle // the topic that is shown
	title  *canvas.Text
	around [2]*canvas.Text
}

func newLine(h *Help) *line {
	text := func() *canvas.Text { return canvas.NewText("", color.Transparent) }
	return &line{h: h, mark: canvas.NewRectangle(color.Transparent), title: text(), around: [2]*canvas.Text{text(), text()}}
}

// Objects is for the list.
func (l *line) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.mark, l.title, l.around[0], l.around[1]}
}

// Show draws the row at index.
func (l *line) Show(index int, size fyne.Size) {
	s := ui.Worn()
	i := l.h.topicOf(index)
	left, wide := s.Wide(16), size.Width-s.Wide(34)
	l.mark.FillColor = color.Transparent
	l.title.TextStyle.Bold = i == l.h.at || l.h.searching()
	if i == l.h.at {
		l.mark.FillColor = s.Accent
	}
	l.mark.Move(fyne.NewPos(0, 3))
	l.mark.Resize(fyne.NewSize(3, size.Height-6))
	middle := size.Height / 2
	if l.h.searching() {
		middle = s.Wide(15)
		rest := l.h.hits[index].context
		for n, t := range l.around {
			first := rest
			if n == 0 {
				first, rest = ui.Broken(rest, wide, s.Small, t.TextStyle)
			}
			ui.Write(t, first, s.Small, s.Dim, left, s.Wide(34+float32(n)*16), wide)
		}
	} else {
		l.around[0].Text, l.around[1].Text = "", ""
	}
	ui.Write(l.title, l.h.all[i].title, s.Body, s.Ink, left, middle, wide)
}
