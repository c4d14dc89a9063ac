package shell

import (
	"context"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
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
	published := ""
	if !r.Published.IsZero() {
		published = r.Published.Format(time.DateOnly)
	}
	box := ui.Column(3, 460, ui.NewLine(ui.Heading, lang.L("Details of this report")), ui.Space(6))
	var all []*ui.Field
	field := func(title, value string) *ui.Field {
		f := ui.NewField("")
		f.SetText(value)
		f.OnEscape = func() { s.closePopup() }
		box.Add(ui.NewLine(ui.Section, title))
		box.Add(f)
		all = append(all, f)
		return f
	}
	title := field(lang.L("Title"), r.Title)
	author := field(lang.L("Author"), r.Author)
	publisher := field(lang.L("Publisher"), r.Publisher)
	day := field(lang.L("Published (year-month-day)"), published)
	address := field(lang.L("Address"), r.URL)
	language := field(lang.L("Language (en, uk …)"), r.Lang)
	wrong := ui.NewShortLine(ui.Alert, "")
	keep := func() {
		d := library.Details{Title: title.Text, Author: author.Text, Publisher: publisher.Text, URL: address.Text, Lang: language.Text}
		var err error
		if d.Published, err = parseDay(day.Text); err != nil {
			wrong.Set(ui.Alert, lang.L("The day must look like 2026-10-06, or be left empty."))
			return
		}
		if d.Title == "" {
			wrong.Set(ui.Alert, lang.L("A report needs a title."))
			return
		}
		s.closePopup()
		s.describe(r.ID, d)
	}
	for _, f := range all {
		f.OnSubmitted, f.OnConfirm = func(string) { keep() }, keep
	}
	box.Add(wrong)
	box.Add(container.NewHBox(layout.NewSpacer(),
		ui.NewButton(ui.Bare, lang.L("Leave as it was"), "Esc", func() { s.closePopup() }),
		ui.NewButton(ui.Strong, lang.L("Keep"), "Enter", keep)))
	s.openPopup(box, nil)
	s.window.Canvas().Focus(title)
}

// parseDay reads an ISO day; "" is no day.
func parseDay(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.DateOnly, text)
}

func (s *Shell) describe(id data.ReportID, d library.Details) {
	task.Load(s.opener, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.config.Desk.Library().Describe(ctx, id, d)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.say(lang.L("Details corrected"))
	})
}
