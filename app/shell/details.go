package shell

import (
	"context"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"lectern/app/bring"
	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/ingest"
	"lectern/data/library"
)

// editOpen corrects the details of the report on screen.
func (s *Shell) editOpen() {
	if s.front == screen(s.reading) && s.reading.Report().ID != 0 {
		s.edit(s.reading.Report())
	}
}

// edit opens the panel in which a report's details are corrected. The text is
// evidence and cannot be changed.
func (s *Shell) edit(r data.Report) {
	box := ui.Column(3, 460, ui.NewLine(ui.Heading, lang.L("Details of this report")), ui.Space(6))
	var all []*ui.Field
	proofs := make(map[ingest.Field]*ui.Line)
	field := func(of ingest.Field, title, value, hint string) *ui.Field {
		f := ui.NewField(hint)
		f.SetText(value)
		f.OnEscape = func() { s.closePopup() }
		proofs[of] = ui.NewShortLine(ui.Quiet, "")
		box.Add(container.NewBorder(nil, nil, ui.NewLine(ui.Section, title), nil, ui.Inset(0, 0, 10, 0, proofs[of])))
		box.Add(f)
		all = append(all, f)
		return f
	}
	title := field(ingest.Title, lang.L("Title"), r.Title, lang.L("Every report needs a title"))
	author := field(ingest.Author, lang.L("Author"), r.Author, lang.L("Who wrote it, if anybody says"))
	publisher := field(ingest.Publisher, lang.L("Publisher"), r.Publisher, lang.L("Which outlet brought it"))
	day := field(ingest.Published, lang.L("Published on"), look.DayField(r.Published), lang.L("A day, like 2026-01-31"))
	address := field(ingest.URL, lang.L("Web address"), r.URL, lang.L("Where it can be found again"))
	language := field(ingest.Lang, lang.L("Language"), r.Lang, lang.L("A short code, like en or uk"))
	chip, marking := s.markingChoice(r.Marking)
	box.Add(ui.Space(4))
	box.Add(container.NewBorder(nil, nil, ui.NewLine(ui.Section, lang.L("Marking")), nil, ui.Inset(0, 0, 10, 0, container.NewHBox(chip))))
	wrong := ui.NewShortLine(ui.Alert, "")
	keep := func() {
		d := library.Details{Title: title.Text, Author: author.Text, Publisher: publisher.Text, URL: address.Text, Lang: language.Text}
		var ok bool
		if d.Published, ok = look.ParseDay(day.Text); !ok {
			wrong.Set(ui.Alert, lang.L("“{{.Day}}” is not a day. Write it like 2026-01-31, or leave it empty.", map[string]any{"Day": day.Text}))
			return
		}
		if d.Title == "" {
			wrong.Set(ui.Alert, lang.L("Please give it a title: it could not be found again without one."))
			return
		}
		s.closePopup()
		s.describe(r.ID, d, marking())
	}
	for _, f := range all {
		f.OnSubmitted, f.OnConfirm = func(string) { keep() }, keep
	}
	box.Add(wrong)
	box.Add(container.NewHBox(layout.NewSpacer(),
		ui.NewButton(ui.Bare, lang.L("Cancel"), lang.L("Esc"), func() { s.closePopup() }),
		ui.NewButton(ui.Strong, lang.L("Keep"), lang.L("Enter"), keep)))
	s.openPopup(box, nil)
	s.window.Canvas().Focus(title)
	s.prove(r.ID, proofs)
}

// prove fills in beside each detail where it was found.
func (s *Shell) prove(id data.ReportID, proofs map[ingest.Field]*ui.Line) {
	task.Load(task.NewSlot(s.ctx), func(ctx context.Context) (map[string]string, error) {
		return s.config.Desk.Library().FoundIn(ctx, id)
	}, func(from map[string]string, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		for of, place := range from {
			words := lang.L("found in: {{.Place}}", map[string]any{"Place": bring.PlaceName(ingest.Origin(place))})
			if place == library.ByPerson {
				words = lang.L("in your words")
			}
			if line := proofs[ingest.Field(of)]; line != nil {
				line.Set(ui.Quiet, words)
			}
		}
	})
}

// describe keeps corrected details and a marking. Where all is as it was, nothing is
// told: Undo would take back something else.
func (s *Shell) describe(id data.ReportID, d library.Details, marking data.Marking) {
	lib := s.config.Desk.Library()
	task.Change(s.changes, func(ctx context.Context) (changed bool, err error) {
		before := lib.LastStep()
		if err := lib.Mark(ctx, []data.ReportID{id}, marking); err != nil {
			return false, err
		}
		err = s.config.Desk.Describe(ctx, id, d)
		return lib.LastStep() != before, err
	}, func(changed bool, err error) {
		if err != nil {
			s.fail(err)
		} else if changed {
			s.say(lang.L("Details corrected"))
		}
	})
}
