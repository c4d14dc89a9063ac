package brief

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"lectern/data"
)

// addMenu offers what can be added below the chosen step.
func (e *Editor) addMenu(button fyne.CanvasObject) {
	if e.brief().ID == 0 {
		e.newBrief()
		return
	}
	e.side.keep()
	e.c.Menu([]*fyne.MenuItem{
		fyne.NewMenuItem(lang.L("Title card")+"   T", func() { e.put(data.BriefStep{Kind: data.TitleCard}, true) }),
		fyne.NewMenuItem(kindName(data.NoteCard), func() { e.put(data.BriefStep{Kind: data.NoteCard}, true) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("Statement with its caveats and reactions…"), e.addStatement),
		fyne.NewMenuItem(lang.L("Quotation beside its original…"), e.addQuotation),
		fyne.NewMenuItem(lang.L("Lanes of a report…"), e.addLanes),
		fyne.NewMenuItem(lang.L("Two reports side by side…"), e.addPair),
	}, under(button))
}

func (e *Editor) addLanes() {
	e.c.Report(lang.L("Which report's lanes?"), 0, func(id data.ReportID) { e.addMatter(Matter{Report: id}) })
}

func (e *Editor) addPair() {
	e.c.Report(lang.L("The report on the left"), 0, func(left data.ReportID) {
		e.c.Report(lang.L("The report on the right"), left, func(right data.ReportID) {
			e.addMatter(Matter{Report: left, Beside: right})
		})
	})
}

func (e *Editor) addStatement() {
	e.addPassage(lang.L("Which statement?"), false, func(p data.Passage) bool { return p.Shown() == data.Statement })
}

func (e *Editor) addQuotation() {
	e.addPassage(lang.L("Which passage?"), true, func(data.Passage) bool { return true })
}

// addPassage asks for a report, for a passage of it, and what comes along.
func (e *Editor) addPassage(question string, quoted bool, fits func(data.Passage) bool) {
	e.c.Report(lang.L("From which report?"), 0, func(id data.ReportID) {
		e.pick(id, question, fits, func(_ data.Document, p data.Passage) {
			Ask(e.asking(), Matter{Report: id, Passage: p.ID, Quoted: quoted})
		})
	})
}

// asking is how Ask adds to the open brief, below the chosen step.
func (e *Editor) asking() AskConfig {
	return AskConfig{
		Context: e.c.Context, Library: e.c.Library, Changes: e.c.Changes, Popup: e.c.Popup, Fit: e.c.Fit, Close: e.c.Close,
		Menu: e.c.Menu, Roomy: e.c.Roomy, Failed: e.c.Failed, Brief: e.at, Fixed: true, At: e.below(),
		Added: func(a Added) {
			e.on = a.Step
			e.reload()
			e.Focus()
		},
	}
}

// addMatter adds a report as a whole, of which nothing has to be asked.
func (e *Editor) addMatter(m Matter) {
	c := e.asking()
	at, into := c.At, e.brief()
	e.made("", func(ctx context.Context) (func(), error) {
		p, err := find(ctx, c.Library, m, time.Now())
		if err != nil {
			return nil, err
		}
		id, err := c.Library.PutStep(ctx, into.ID, p.steps[0], at)
		return func() {
			e.on = id
			e.Focus()
		}, err
	})
}

// original opens what the chosen step quotes at its place in the report.
func (e *Editor) original() {
	s, ok := e.step()
	if !ok || len(s.Quotes()) == 0 {
		return
	}
	e.Finish()
	q := s.Main
	if parts := e.seen[s.ID].slide.Parts; len(parts) > 0 {
		q = parts[0].Quote // where the report was brought in again, it has another number
		if parts[0].AsOf() {
			e.c.Failed(&data.Fault{Code: data.FaultNotFound, Subject: q.Title})
			return
		}
	}
	at := -1
	if q.Len() > 0 {
		at = q.Start
	}
	e.c.Open(q.Report, at)
}
