package shell

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
)

// markingChoices are what a report can be marked as, none first.
func markingChoices() []data.Marking {
	return append([]data.Marking{data.Unmarked}, data.Markings()...)
}

// markingAbout says how far what carries a label may go.
func markingAbout(m data.Marking) string {
	switch m {
	case data.Clear:
		return lang.L("Anybody; there is no limit")
	case data.Green:
		return lang.L("Your community, but no public channel")
	case data.Amber:
		return lang.L("Your organisation and its clients, who need to know")
	case data.AmberStrict:
		return lang.L("Your organisation only")
	case data.Red:
		return lang.L("Nobody but those it was given to by name")
	}
	return lang.L("Nobody has said yet how far it may go")
}

// mark is the action: it asks about what is open or chosen.
func (s *Shell) mark() {
	ids := s.chosen()
	if len(ids) == 0 {
		s.tell(lang.L("Choose a report first."))
		return
	}
	s.askMarking(ids)
}

// chosen are the reports in front: the open one, or those chosen on the shelf.
func (s *Shell) chosen() []data.ReportID {
	if s.front == screen(s.reading) {
		if id := s.reading.Report().ID; id != 0 {
			return []data.ReportID{id}
		}
		return nil
	}
	if s.front != screen(s.shelf) {
		return nil
	}
	return s.shelf.Picked()
}

// askMarking asks how far reports may be passed on.
func (s *Shell) askMarking(ids []data.ReportID) {
	task.Load(s.opener, func(ctx context.Context) ([]data.Report, error) {
		return s.config.Desk.Library().Reports(ctx, ids[:min(len(ids), mostOffered)])
	}, func(some []data.Report, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.showMarkings(ids, some)
	})
}

// showMarkings shows the labels; some are those of the reports that were looked at.
func (s *Shell) showMarkings(ids []data.ReportID, some []data.Report) {
	if len(some) == 0 {
		return // removed meanwhile
	}
	title := lang.X("marking.one", "Marking of “{{.Title}}”", map[string]any{"Title": shortTitle(some[0].Title)})
	if n := len(ids); n > 1 {
		title = lang.XN("marking.several", "Marking of {{.Count}} reports", n, map[string]any{"Count": look.Number(n)})
	}
	rows := s.markingRows(nowMarked(some), func(m data.Marking) {
		s.closePopup()
		s.setMarking(ids, m)
	})
	hint := ui.NewParagraph(lang.L("Who may get it, in the labels of TLP 2.0. The label goes along wherever it is shown or exported."))
	s.openPopup(container.NewBorder(ui.Column(4, 580, ui.NewShortLine(ui.Heading, title), hint, ui.Space(2)), nil, nil, nil,
		s.roomy(580, markingRow*float32(len(markingChoices()))+2, rows)), nil)
	s.window.Canvas().Focus(rows)
}

// nowMarked is the label that all carry; "?" where they differ.
func nowMarked(all []data.Report) data.Marking {
	for _, r := range all {
		if r.Marking != all[0].Marking {
			return "?"
		}
	}
	return all[0].Marking
}

// markingRow is the height of a row at 100 %.
const markingRow = 40

// markingRows lists the labels; a digit chooses one, too.
func (s *Shell) markingRows(now data.Marking, choose func(data.Marking)) *ui.Rows {
	all := markingChoices()
	rows := ui.NewRows()
	rows.Name = lang.L("Marking")
	rows.Length = func() int { return len(all) }
	rows.Height = func() float32 { return ui.Worn().Wide(markingRow) }
	rows.Label = func(i int) string { return string(all[i]) + ", " + markingAbout(all[i]) }
	rows.Create = func() ui.Row {
		text := func() *canvas.Text { return canvas.NewText("", nil) }
		return &markingLine{of: func(i int) data.Marking { return all[i] }, now: now,
			key: text(), none: text(), about: text(), tick: text(), cell: ui.NewMarkingCell()}
	}
	rows.OnOpen = func(i int) { choose(all[i]) }
	rows.OnRune = func(_ int, r rune) {
		if i := int(r - '0'); i >= 0 && i < len(all) {
			choose(all[i])
		}
	}
	rows.OnKey = func(_ int, ev *fyne.KeyEvent) bool {
		return ev.Name == fyne.KeyEscape && s.closePopup()
	}
	for i, m := range all {
		if m == now {
			rows.SetCurrent(i)
		}
	}
	return rows
}

// setMarking marks reports.
func (s *Shell) setMarking(ids []data.ReportID, as data.Marking) {
	task.Change(s.changes, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.config.Desk.Library().Mark(ctx, ids, as)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		words := lang.XN("say.marked", "{{.Count}} reports marked {{.Marking}}", len(ids),
			map[string]any{"Count": look.Number(len(ids)), "Marking": string(as)})
		if as == data.Unmarked {
			words = lang.L("Marking taken off")
		}
		s.say(words)
	})
}

// markingLine is one label to choose.
type markingLine struct {
	of                     func(index int) data.Marking
	now                    data.Marking
	key, none, about, tick *canvas.Text
	cell                   *ui.MarkingCell
}

// Objects is for the list.
func (l *markingLine) Objects() []fyne.CanvasObject {
	return append(l.cell.Objects(), l.key, l.none, l.about, l.tick)
}

// Show draws the label at index.
func (l *markingLine) Show(index int, size fyne.Size) {
	s, m, middle := ui.Worn(), l.of(index), size.Height/2
	ui.Write(l.key, string(rune('0'+index)), s.Small, s.Dim, s.Wide(14), middle, s.Wide(16))
	without := fyne.MeasureText(lang.L("No marking"), s.Body, l.none.TextStyle).Width
	left := s.Wide(36)
	about := left + max(l.cell.Wide(s, data.AmberStrict), without) + s.Wide(14)
	l.cell.Set(s, m, left+l.cell.Wide(s, m), middle)
	if l.none.Hidden = m != data.Unmarked; !l.none.Hidden {
		ui.Write(l.none, lang.L("No marking"), s.Body, s.Ink, left, middle, about-left)
	}
	right := size.Width - s.Wide(30)
	ui.Write(l.about, markingAbout(m), s.Body, s.Ink, about, middle, right-about-s.Wide(8))
	if l.tick.Hidden = m != l.now; !l.tick.Hidden {
		ui.Write(l.tick, "✓", s.Body, s.Accent, right, middle, s.Wide(20))
	}
}

// markingChoice is a label in a form, with a menu to choose another.
func (s *Shell) markingChoice(now data.Marking) (chip *ui.MarkingChip, value func() data.Marking) {
	chip = ui.NewMarkingChip(lang.L("No marking"), nil)
	chip.Set(now)
	chip.SetTapped(func() {
		var items []*fyne.MenuItem
		for _, m := range markingChoices() {
			words := lang.L("No marking")
			if m != data.Unmarked {
				words = string(m) + "   " + markingAbout(m)
			}
			item := fyne.NewMenuItem(words, func() {
				now = m
				chip.Set(m)
			})
			item.Checked = m == now
			items = append(items, item)
		}
		s.showMenu(items, fyne.CurrentApp().Driver().AbsolutePositionForObject(chip).AddXY(0, chip.Size().Height+2))
	})
	return chip, func() data.Marking { return now }
}
