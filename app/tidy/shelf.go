package tidy

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/data"
	"lectern/data/library"
)

// entry is one actor, publisher or theme.
type entry struct {
	name  string
	theme data.ThemeID // 0 for all others
	count int          // of reports
	parts []part       // what it can be taken apart into; nil where they are loaded on their own
	said  bool         // a person has had a hand in it
}

// part is a piece of an entry: a spelling, a report or a phrase.
type part struct {
	name   string
	count  int
	report data.ReportID
}

// shelf is one kind of name, and what can be done with it.
type shelf interface {
	title() string
	none(part string) string
	about() string    // what can be put in order here
	partsAre() string // the heading above the parts
	list(ctx context.Context, part string) ([]entry, error)
	parts(ctx context.Context, e entry) ([]part, error)
	join(ctx context.Context, all []entry, into string) error
	rename(ctx context.Context, e entry, to string) error
	take(ctx context.Context, e entry, parts []part, as string) error
}

func shelves(l *library.Library) []shelf { return []shelf{actors{l}, publishers{l}, themes{l}} }

func noneOf(part, none string) string {
	if part == "" {
		return none
	}
	return lang.L("No name has “{{.Part}}” in it.", map[string]any{"Part": part})
}

type actors struct{ l *library.Library }

func (actors) title() string { return lang.L("Speakers") }
func (actors) about() string {
	return lang.L("Spellings of one name, also across alphabets, are listed under one speaker without your help. What Lectern could not know, you say here: that “the minister” is a person you know by name.")
}
func (actors) partsAre() string { return lang.L("Names in the reports") }
func (actors) none(part string) string {
	return noneOf(part, lang.L("Who speaks in your reports will be listed here."))
}

func (a actors) list(ctx context.Context, like string) ([]entry, error) {
	all, err := a.l.Actors(ctx, like)
	entries := make([]entry, len(all))
	for i, actor := range all {
		entries[i] = entry{name: actor.Name, count: actor.Reports, said: actor.Said}
		for _, n := range actor.Names {
			entries[i].parts = append(entries[i].parts, part{name: n.Name, count: n.Count})
		}
	}
	return entries, err
}

func (actors) parts(_ context.Context, e entry) ([]part, error) { return e.parts, nil }

func (a actors) join(ctx context.Context, all []entry, into string) error {
	return a.l.JoinActors(ctx, namesOf(all), into)
}

func (a actors) rename(ctx context.Context, e entry, to string) error {
	return a.l.JoinActors(ctx, []string{e.name}, to)
}

func (a actors) take(ctx context.Context, _ entry, parts []part, as string) error {
	return a.l.SplitActor(ctx, partNames(parts), as)
}

type publishers struct{ l *library.Library }

func (publishers) title() string { return lang.L("Publishers") }
func (publishers) about() string {
	return lang.L("Make one what is one: a paper and its website, or two spellings of its name. Reports that are under the wrong name can be taken out from under it.")
}
func (publishers) partsAre() string { return lang.L("Its reports, the newest first") }
func (publishers) none(part string) string {
	return noneOf(part, lang.L("Who published your reports will be listed here."))
}

func (p publishers) list(ctx context.Context, like string) ([]entry, error) {
	all, err := p.l.Publishers(ctx)
	return entriesOf(all, like), err
}

// mostParts is how many reports of a publisher can be chosen from.
const mostParts = 300

func (p publishers) parts(ctx context.Context, e entry) ([]part, error) {
	ids, err := p.l.IDs(ctx, library.Filter{Publisher: e.name})
	if err != nil {
		return nil, err
	}
	reports, err := p.l.Reports(ctx, ids[:min(len(ids), mostParts)])
	parts := make([]part, len(reports))
	for i, r := range reports {
		parts[i] = part{name: r.Title, report: r.ID}
	}
	return parts, err
}

func (p publishers) join(ctx context.Context, all []entry, into string) error {
	return p.l.JoinPublishers(ctx, namesOf(all), into)
}

func (p publishers) rename(ctx context.Context, e entry, to string) error {
	return p.l.JoinPublishers(ctx, []string{e.name}, to)
}

func (p publishers) take(ctx context.Context, _ entry, parts []part, as string) error {
	ids := make([]data.ReportID, len(parts))
	for i, one := range parts {
		ids[i] = one.report
	}
	return p.l.SplitPublisher(ctx, ids, as)
}

type themes struct{ l *library.Library }

func (themes) title() string { return lang.L("Themes") }
func (themes) about() string {
	return lang.L("Themes that follow the same thing can be made one, with the words of both. One that has grown too wide can be taken apart by its words.")
}
func (themes) partsAre() string { return lang.L("Words and phrases") }
func (themes) none(part string) string {
	return noneOf(part, lang.L("There are no themes. Add one under Edit, Themes."))
}

func (t themes) list(ctx context.Context, like string) ([]entry, error) {
	all, err := t.l.Themes(ctx)
	if err != nil {
		return nil, err
	}
	touched, err := t.l.Touched(ctx)
	var entries []entry
	for _, theme := range all {
		e := entry{name: theme.Name, theme: theme.ID}
		if i := slices.IndexFunc(touched, func(f library.Facet) bool { return f.Name == theme.Name }); i >= 0 {
			e.count = touched[i].Count
		}
		for _, phrase := range theme.Phrases {
			e.parts = append(e.parts, part{name: phrase})
		}
		if has(look.ThemeName(theme.Name), like) {
			entries = append(entries, e)
		}
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(b.count, a.count) })
	return entries, err
}

func (themes) parts(_ context.Context, e entry) ([]part, error) { return e.parts, nil }

func (t themes) join(ctx context.Context, all []entry, into string) error {
	ids := make([]data.ThemeID, len(all))
	for i, e := range all {
		ids[i] = e.theme
	}
	return t.l.JoinThemes(ctx, ids, into)
}

func (t themes) rename(ctx context.Context, e entry, to string) error {
	return t.l.ChangeTheme(ctx, data.Theme{ID: e.theme, Name: to, Phrases: partNames(e.parts)})
}

func (t themes) take(ctx context.Context, e entry, parts []part, as string) error {
	return t.l.SplitTheme(ctx, e.theme, partNames(parts), as)
}

func entriesOf(all []library.Facet, like string) []entry {
	var entries []entry
	for _, f := range all {
		if has(f.Name, like) {
			entries = append(entries, entry{name: f.Name, count: f.Count})
		}
	}
	return entries
}

func has(name, part string) bool {
	return strings.Contains(strings.ToLower(name), strings.ToLower(part))
}

func namesOf(all []entry) []string {
	names := make([]string, len(all))
	for i, e := range all {
		names[i] = e.name
	}
	return names
}

func partNames(parts []part) []string {
	names := make([]string, len(parts))
	for i, p := range parts {
		names[i] = p.name
	}
	return names
}
