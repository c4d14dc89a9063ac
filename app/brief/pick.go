package brief

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
)

// pick asks a person for a passage of a report, out of those that fit.
func (e *Editor) pick(id data.ReportID, question string, fits func(data.Passage) bool, chosen func(data.Document, data.Passage)) {
	task.Load(task.NewSlot(e.c.Context), func(ctx context.Context) (data.Document, error) {
		return e.c.Library.Document(ctx, id)
	}, func(d data.Document, err error) {
		if err != nil {
			e.c.Failed(err)
			return
		}
		p := &picker{e: e, d: d, fits: fits, chosen: chosen}
		p.open(question)
	})
}

// picker is a list of passages to choose from.
type picker struct {
	e      *Editor
	d      data.Document
	fits   func(data.Passage) bool
	chosen func(data.Document, data.Passage)
	listed []data.Passage
	rows   *ui.Rows
	none   *ui.Line
}

func (p *picker) open(question string) {
	p.none = ui.NewShortLine(ui.Quiet, "")
	field := ui.NewField(lang.L("Words of the passage, or who says it"))
	p.rows = ui.NewRows()
	p.rows.Name = question
	p.rows.Length = func() int { return len(p.listed) }
	p.rows.Height = func() float32 { return ui.Worn().Wide(64) }
	p.rows.Label = func(i int) string { return p.listed[i].In(p.d.Body) + ", " + p.listed[i].Speaker }
	p.rows.Create = func() ui.Row { return newPassageRow(p) }
	p.rows.OnOpen = func(i int) {
		if i >= 0 && i < len(p.listed) {
			p.e.c.Close()
			p.chosen(p.d, p.listed[i])
		}
	}
	p.rows.OnLeave = func() { focus(field) }
	p.rows.OnKey = func(_ int, ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			p.e.c.Close()
			return true
		}
		return false
	}
	field.OnChanged = p.find
	field.OnDown, field.OnUp = func() { p.rows.SetCurrent(p.rows.Current() + 1) }, func() { p.rows.SetCurrent(p.rows.Current() - 1) }
	field.OnSubmitted = func(string) { p.rows.OnOpen(p.rows.Current()) }
	field.OnEscape = func() { p.e.c.Close() }
	p.find("")
	head := ui.Column(6, 320, ui.NewLine(ui.Heading, question), ui.NewShortLine(ui.Quiet, p.d.Title), field, ui.Space(2))
	p.e.c.Popup(container.NewBorder(head, nil, nil, nil,
		p.e.c.Roomy(640, 420, container.NewStack(p.rows, container.NewCenter(p.none)))))
	focus(field)
}

// find lists the passages whose words or speaker hold what is typed.
func (p *picker) find(typed string) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	p.listed = nil
	for _, one := range p.d.Passages {
		if one.Kind != data.Notice && p.fits(one) && strings.Contains(strings.ToLower(one.In(p.d.Body)+" "+one.Speaker), typed) {
			p.listed = append(p.listed, one)
		}
	}
	p.none.Set(ui.Quiet, "")
	if len(p.listed) == 0 {
		p.none.Set(ui.Quiet, lang.L("This report has no such passage."))
	}
	p.rows.SetCurrent(0)
	p.rows.SetOffset(0)
	p.rows.Refresh()
}

// passageRow draws a passage: its lane's letter, two lines of it, who says it.
type passageRow struct {
	p     *picker
	cell  *ui.Cell
	lines [2]*canvas.Text
	by    *canvas.Text
}

func newPassageRow(p *picker) *passageRow {
	return &passageRow{p: p, cell: ui.NewCell(), lines: [2]*canvas.Text{canvas.NewText("", nil), canvas.NewText("", nil)}, by: canvas.NewText("", nil)}
}

// Objects is for the list.
func (r *passageRow) Objects() []fyne.CanvasObject {
	return append(r.cell.Objects(), r.lines[0], r.lines[1], r.by)
}

// Show draws the passage at index.
func (r *passageRow) Show(index int, size fyne.Size) {
	s, one := ui.Worn(), r.p.listed[index]
	letter := s.Wide(20)
	r.cell.Set(s, one.Shown(), -1, fyne.NewPos(s.Wide(10), s.Wide(8)), fyne.NewSquareSize(letter))
	x := s.Wide(40)
	room := size.Width - x - s.Wide(16)
	first, rest := ui.Broken(oneLine(one.In(r.p.d.Body)), room, s.Body, r.lines[0].TextStyle)
	ui.WriteLine(r.lines[0], first, s.Body, s.Ink, x, s.Wide(17), room)
	ui.WriteLine(r.lines[1], rest, s.Body, s.Ink, x, s.Wide(34), room)
	by := one.Speaker
	if by == "" {
		by = lang.L("nobody named")
	}
	under := s.Wide(51)
	if rest == "" {
		under = s.Wide(35)
	}
	ui.WriteLine(r.by, by, s.Small, s.Dim, x, under, room)
}
