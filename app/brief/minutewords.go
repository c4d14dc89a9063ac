package brief

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/data"
	"lectern/data/export"
)

// lasted says how long something took.
func lasted(d time.Duration) string {
	d = max(0, d.Round(time.Second))
	what := map[string]any{"Hours": int(d.Hours()), "Minutes": int(d.Minutes()) % 60, "Seconds": int(d.Seconds()) % 60}
	switch {
	case d < time.Minute:
		return lang.X("lasted.seconds", "{{.Seconds}} s", what)
	case d < 10*time.Minute:
		return lang.X("lasted.both", "{{.Minutes}} min {{.Seconds}} s", what)
	case d < time.Hour:
		return lang.X("lasted.minutes", "{{.Minutes}} min", what)
	}
	return lang.X("lasted.hours", "{{.Hours}} h {{.Minutes}} min", what)
}

// displayName is what a room saw a presentation on.
func displayName(k data.DisplayKind) string {
	switch k {
	case data.OneDisplay:
		return lang.X("display.one", "the presenter's own display")
	case data.SecondDisplay:
		return lang.X("display.second", "a second display")
	case data.WindowOnScreen:
		return lang.X("display.window", "a window for the room")
	}
	return ""
}

// factsOf is when a presentation was held, on what, and how much was withheld.
func factsOf(p data.Presentation) string {
	if p.ID == 0 {
		return ""
	}
	began, ended := p.Began.Local(), p.Ended.Local()
	words := joined(look.Day(began), began.Format("15:04")+"–"+ended.Format("15:04"), lasted(ended.Sub(began)))
	if on := displayName(p.Display.Kind); on != "" {
		words = joined(words, on)
	}
	if p.Withheld > 0 {
		words = joined(words, lang.XN("minutes.withheld", "{{.Count}} steps withheld", p.Withheld, map[string]any{"Count": p.Withheld}))
	}
	return words
}

// shownAs is as what something was shown, or what had been asked.
func shownAs(s data.Showing) string {
	if s.Question != "" {
		return lang.X("minutes.asked", "Asked: “{{.Question}}”", map[string]any{"Question": s.Question})
	}
	words := ""
	if s.Kind != "" {
		words = kindName(s.Kind)
	}
	if s.Number > 0 {
		words = joined(lang.X("minutes.step", "Step {{.Number}}", map[string]any{"Number": s.Number}), words)
	}
	if words == "" { // minutes of old
		words = lang.X("minutes.something", "Shown")
	}
	return words
}

// shownWords are the words that were shown, in a line.
func shownWords(s data.Showing) string {
	if len(s.Quotes) > 0 && s.Quotes[0].Len() > 0 {
		return quoted(s.Quotes[0].Words)
	}
	step := data.BriefStep{Kind: s.Kind, Title: s.Title, Words: s.Words}
	if len(s.Quotes) > 0 {
		step.Main, step.With = s.Quotes[0], s.Quotes[1:]
		if step.Kind == "" {
			step.Kind = data.LanesStep
		}
	} else if step.Kind == "" {
		step.Kind = data.TitleCard
	}
	return caption(step)
}

// shownSource is where the words are from, and what was shown with them.
func shownSource(s data.Showing) string {
	if len(s.Quotes) == 0 && s.Title != "" {
		return oneLine(s.Words)
	}
	if len(s.Quotes) == 0 {
		return ""
	}
	q := s.Quotes[0]
	words := joined(q.Speaker, publisherOf(q), dayOf(q.Published))
	if s.Kind == data.StatementStep || s.Question != "" {
		with := company(data.BriefStep{Kind: data.StatementStep, With: s.Quotes[1:]})
		words = joined(words, with)
	}
	return words
}

// minutesWords are the words of minutes, in the language of the screen.
func minutesWords(words export.Words) export.MinutesWords {
	w := export.MinutesWords{
		Words: words, Title: lang.X("minutes.of", "Minutes of “{{.Title}}”", map[string]any{"Title": "%s"}),
		When: lang.X("minutes.when", "Presented"), Display: lang.X("minutes.display", "Shown on"),
		Withheld: lang.X("minutes.left", "Steps withheld"), Marking: lang.X("minutes.marking", "Highest marking shown"),
		Nothing: lang.X("minutes.nothing", "Nothing was shown."),
		Step:    lang.X("minutes.step", "Step {{.Number}}", map[string]any{"Number": "%d"}),
		Asked:   lang.X("minutes.asked", "Asked: “{{.Question}}”", map[string]any{"Question": "%s"}),
		Shown:   map[data.BriefStepKind]string{}, Displays: map[data.DisplayKind]string{}, Lasted: lasted, Zone: time.Local,
	}
	for _, k := range []data.BriefStepKind{data.TitleCard, data.NoteCard, data.LanesStep, data.StatementStep, data.QuotationStep, data.PairStep} {
		w.Shown[k] = kindName(k)
	}
	for _, k := range []data.DisplayKind{data.OneDisplay, data.SecondDisplay, data.WindowOnScreen} {
		w.Displays[k] = displayName(k)
	}
	return w
}

// minutesText is the minutes as they are copied.
func minutesText(p data.Presentation, words export.Words) string {
	var out strings.Builder
	if err := export.WriteMinutes(&out, p, minutesWords(words)); err != nil {
		return "" // a Builder takes everything
	}
	return out.String()
}
