package shell

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/compare"
	"lectern/app/look"
	"lectern/app/reading"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
)

// comparing is what the screens that set reports side by side are made of. They
// leave to where a person came from.
func (s *Shell) comparing() compare.Config {
	back := s.toShelf
	if from := s.front; from == screen(s.reading) && s.reading.Report().ID != 0 {
		back = func() {
			s.show(from)
			s.reading.Changed(data.Change{})
		}
	}
	return compare.Config{
		Context: s.ctx, Desk: s.config.Desk, Changes: s.changes, Faces: s.config.Faces,
		Open: func(id data.ReportID, at int) { s.Open(id, at, nil) }, Leave: back,
		List: func(query string) { s.toShelf(); s.shelf.Recall(query) },
		Add:  s.addReports, Said: s.say, Failed: s.fail, Menu: s.showMenu, Key: s.anyKey, Rune: s.anyRune,
	}
}

// showVersions compares the versions of the article that a report is one of.
func (s *Shell) showVersions(id data.ReportID) {
	s.panelUp(compare.NewVersions(s.comparing(), id))
}

// showOrigins lists which reports carry the same words as one, or with 0 all
// that share some.
func (s *Shell) showOrigins(id data.ReportID) {
	s.panelUp(compare.NewOrigins(s.comparing(), id))
}

// current is the report in front: the open one, or the current one of the shelf.
func (s *Shell) current() data.ReportID {
	if s.front == screen(s.reading) {
		return s.reading.Report().ID
	}
	return s.shelf.Current()
}

// compareVersions is the action: it tells what to do where there is nothing to
// compare.
func (s *Shell) compareVersions() {
	id := s.current()
	if id == 0 {
		s.tell(lang.L("Choose a report first."))
		return
	}
	task.Load(s.opener, func(ctx context.Context) ([]data.Report, error) {
		return s.config.Desk.Library().Versions(ctx, id)
	}, func(all []data.Report, err error) {
		switch {
		case err != nil:
			s.fail(err)
		case len(all) < 2:
			s.tell(lang.L("There is one version of this report. “Is a version of…” joins it to another."))
		default:
			s.showVersions(id)
		}
	})
}

// notVersion makes the report in front an article of its own.
func (s *Shell) notVersion() {
	s.versionWord(s.current(), lang.L("Now an article of its own"), func(ctx context.Context, id data.ReportID) error {
		return s.config.Desk.Library().NotVersion(ctx, id)
	})
}

func (s *Shell) versionWord(id data.ReportID, said string, do func(context.Context, data.ReportID) error) {
	if id == 0 {
		s.tell(lang.L("Choose a report first."))
		return
	}
	task.Change(s.changes, func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx, id) }, func(_ struct{}, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.say(said)
	})
}

// isVersion asks of which other report the one in front is a version.
func (s *Shell) isVersion() {
	id := s.current()
	if id == 0 {
		s.tell(lang.L("Choose a report first."))
		return
	}
	s.chooseReport(lang.L("Of which report is this a version?"), id, func(of data.ReportID) {
		s.versionWord(id, lang.L("Now versions of one article"), func(ctx context.Context, id data.ReportID) error {
			return s.config.Desk.Library().IsVersion(ctx, id, of)
		})
	})
}

// mostOffered is how many reports are offered to choose from.
const mostOffered = 50

// chooseReport lets a person find another report by its words.
func (s *Shell) chooseReport(question string, but data.ReportID, chosen func(data.ReportID)) {
	var shown []data.Report
	slot := task.NewSlot(s.ctx)
	field, none := ui.NewField(lang.L("Words of its title")), ui.NewShortLine(ui.Quiet, "")
	rows := ui.NewRows()
	rows.Name = question
	rows.Length = func() int { return len(shown) }
	rows.Height = func() float32 { return ui.Worn().Wide(46) }
	rows.Label = func(i int) string { return shown[i].Title + ", " + shown[i].Publisher }
	rows.Create = func() ui.Row {
		return &reportRow{report: func(i int) data.Report { return shown[i] }, title: canvas.NewText("", nil), under: canvas.NewText("", nil)}
	}
	rows.OnOpen = func(i int) {
		if i >= 0 && i < len(shown) {
			s.closePopup()
			chosen(shown[i].ID)
		}
	}
	look := func(typed string) {
		task.Load(slot, func(ctx context.Context) ([]data.Report, error) { return s.offered(ctx, typed, but) },
			func(all []data.Report, err error) {
				if err != nil {
					all = nil // half a query; the next letter asks again
				}
				shown = all
				if none.Set(ui.Quiet, ""); len(all) == 0 {
					none.Set(ui.Quiet, lang.L("No other report has these words in its title."))
				}
				rows.SetCurrent(0)
				rows.SetOffset(0)
				rows.Refresh()
			})
	}
	field.OnChanged = look
	field.OnDown, field.OnUp = func() { rows.SetCurrent(rows.Current() + 1) }, func() { rows.SetCurrent(rows.Current() - 1) }
	field.OnSubmitted = func(string) { rows.OnOpen(rows.Current()) }
	field.OnEscape = func() { s.closePopup() }
	s.openPopup(container.NewBorder(ui.Column(8, 320, ui.NewLine(ui.Heading, question), field, ui.Space(2)), nil, nil, nil,
		s.roomy(560, 400, container.NewStack(rows, container.NewCenter(none)))), nil)
	s.window.Canvas().Focus(field)
	look("")
}

// offered are the reports whose title holds the words typed; before anything is
// typed, those most like the one in question, then the newest.
func (s *Shell) offered(ctx context.Context, typed string, but data.ReportID) ([]data.Report, error) {
	lib := s.config.Desk.Library()
	near := lib.Near
	if strings.TrimSpace(typed) != "" {
		near = func(context.Context, data.ReportID) ([]data.ReportID, error) { return nil, nil }
	}
	ids, err := near(ctx, but)
	if err != nil {
		return nil, err
	}
	titled, err := lib.Titled(ctx, typed, mostOffered)
	if err != nil {
		return nil, err
	}
	ids = append(ids, titled...)
	all, err := lib.Reports(ctx, ids)
	var out []data.Report
	seen := map[data.ReportID]bool{but: true}
	for _, r := range all {
		if !seen[r.ID] {
			seen[r.ID] = true
			out = append(out, r)
		}
	}
	return out, err
}

// reportRow shows a report to choose.
type reportRow struct {
	report       func(index int) data.Report
	title, under *canvas.Text
}

// Objects is for the list.
func (r *reportRow) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.title, r.under} }

// Show draws the report at index.
func (r *reportRow) Show(index int, size fyne.Size) {
	s, one := ui.Worn(), r.report(index)
	ui.WriteLine(r.title, one.Title, s.Body, s.Ink, s.Wide(12), s.Wide(15), size.Width-s.Wide(34))
	ui.WriteLine(r.under, strings.Trim(one.Publisher+"  ·  "+look.Day(one.Published), " ·"), s.Small, s.Dim, s.Wide(12), s.Wide(32), size.Width-s.Wide(34))
}

// kin is what the reading view tells of reports that belong together.
func (s *Shell) kin() reading.Kin {
	return reading.Kin{
		Count: func(ctx context.Context, id data.ReportID) (others, origins int, err error) {
			all, err := s.config.Desk.Stories(ctx)
			if err != nil {
				return 0, 0, err
			}
			story, ok := all.Of(id)
			if !ok {
				return 0, 0, nil
			}
			return len(story.Carriers) - 1, story.Origins(), nil
		},
		Versions: s.showVersions, Origins: s.showOrigins,
	}
}
