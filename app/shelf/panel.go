package shelf

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/library"
	"lectern/data/search"
)

// panel is the side panel: what reports can be filtered by, and how many there
// are of each.
type panel struct {
	s                *Shelf
	content          fyne.CanvasObject
	unread, review   *ui.Option
	lanes            []*ui.Option
	dates            *dates
	themes, speakers *facet
	publishers, tags *facet
	years, langs     *facet
	markings         *facet
	saved            *facet
	offer            offer
}

// offer is everything the library has to filter by.
type offer struct {
	unread, review   int
	lanes            data.LaneCounts // reports with such a passage
	themes, speakers []library.Facet
	publishers, tags []library.Facet
	years, langs     []library.Facet
	markings         []library.Facet
	saved            []savedCount
}

// savedCount is a saved search, and how many reports it finds now.
type savedCount struct {
	library.SavedSearch
	count int
}

func newPanel(s *Shelf) *panel {
	p := &panel{s: s}
	choose := func(set func(*library.Filter)) func() {
		return func() {
			f := s.filter
			set(&f)
			s.filtered(f)
		}
	}
	p.unread = ui.NewOption(data.NoLane, lang.L("Unread only"), "", choose(func(f *library.Filter) { f.Unread = !f.Unread }))
	p.review = ui.NewOption(data.NoLane, lang.L("To review"), "", choose(func(f *library.Filter) { f.Review = turned(f.Review, s.review()) }))
	p.saved = newFacet(lang.L("SAVED SEARCHES"), "", s.recall)
	p.years = newFacet(lang.L("YEAR"), "", func(year string) { choose(func(f *library.Filter) { f.From, f.To = turnedYear(f, year) })() })
	p.markings = newFacet(lang.L("MARKING"), "", func(name string) {
		choose(func(f *library.Filter) { f.Marking = turned(f.Marking, data.Marking(name)) })()
	})
	p.langs = newFacet(lang.L("LANGUAGE"), "", func(name string) { choose(func(f *library.Filter) { f.Lang = turned(f.Lang, name) })() })
	column := ui.Column(1, 160, p.saved.content, p.unread, p.review, ui.Space(10), section(lang.L("LANE")))
	for _, l := range data.Lanes() {
		o := ui.NewOption(l, look.LaneName(l), "", choose(func(f *library.Filter) { f.Lane = turned(f.Lane, l) }))
		p.lanes = append(p.lanes, o)
		column.Add(o)
	}
	p.dates = newDates(s)
	p.themes = newFacet(lang.L("THEME"), "", func(name string) {
		choose(func(f *library.Filter) { f.Theme = turned(f.Theme, name) })()
	})
	p.themes.nameOf = look.ThemeName
	p.speakers = newFacet(lang.L("SPEAKER"), lang.L("Find a speaker"), func(name string) {
		choose(func(f *library.Filter) { f.Speaker = turned(f.Speaker, name) })()
	})
	p.publishers = newFacet(lang.L("PUBLISHER"), "", func(name string) {
		choose(func(f *library.Filter) { f.Publisher = turned(f.Publisher, name) })()
	})
	p.tags = newFacet(lang.L("TAG"), "", func(name string) {
		choose(func(f *library.Filter) { f.Tag = turned(f.Tag, name) })()
	})
	for _, part := range []fyne.CanvasObject{p.themes.content, p.speakers.content, p.publishers.content, p.dates.content, p.years.content, p.langs.content, p.tags.content, p.markings.content} {
		column.Add(part)
	}
	p.content = ui.WithoutShadow(container.NewVScroll(ui.Inset(10, 14, 10, 12, column)))
	p.show()
	return p
}

// section is the heading of a group of options.
func section(words string) fyne.CanvasObject {
	return ui.Inset(4, 4, 9, 0, ui.NewShortLine(ui.Section, words))
}

// turned is what a choice becomes when it is made: made twice, it is off.
func turned[T comparable](now, chosen T) (off T) {
	if now == chosen {
		return off
	}
	return chosen
}

// show shows the filters that are on and the counts.
func (p *panel) show() {
	f := p.s.filter
	p.unread.Set(lang.L("Unread only"), counted(p.offer.unread), f.Unread)
	p.review.Set(lang.L("To review"), counted(p.offer.review), f.Review != data.ReviewNone)
	setVisible(p.review, p.s.review() != data.ReviewNone)
	for i, l := range data.Lanes() {
		p.lanes[i].Set(look.LaneName(l), counted(p.offer.lanes.Of(l)), f.Lane == l)
	}
	p.themes.set(p.offer.themes, f.Theme)
	p.speakers.set(p.offer.speakers, f.Speaker)
	p.publishers.set(p.offer.publishers, f.Publisher)
	p.tags.set(p.offer.tags, f.Tag)
	p.years.set(p.offer.years, yearOf(f))
	p.langs.set(p.offer.langs, f.Lang)
	p.markings.set(p.offer.markings, string(f.Marking))
	p.showSaved()
	p.dates.show(f.From, f.To)
	p.content.Refresh()
}

func counted(n int) string {
	if n == 0 {
		return ""
	}
	return look.Number(n)
}

// showSaved shows the saved searches, the one on screen set apart.
func (p *panel) showSaved() {
	var all []library.Facet
	for _, x := range p.s.saved {
		all = append(all, library.Facet{Name: x.Name, Count: x.count})
	}
	now, _ := p.s.savedNow()
	p.saved.set(all, now.Name)
}

// recall searches again for what was saved under a name.
func (s *Shelf) recall(name string) {
	for _, x := range s.saved {
		if x.Name == name {
			s.Recall(x.Query)
		}
	}
}

// Recall searches for a whole query, with no other filter.
func (s *Shelf) Recall(query string) {
	s.filter, s.through = library.Filter{}, 0
	s.view.showFilter()
	if query = strings.TrimSpace(query) + " "; query == s.text { // only the filter was another
		s.search(0, false)
	}
	s.SetSearch(query) // the space says that the last word is whole
}

// yearOf is the one year that a filter lets through, "" for none or several.
func yearOf(f library.Filter) string {
	from, to := f.From, f.To
	if from.IsZero() || from.Year() != to.Year() || from.YearDay() != 1 || to.Month() != time.December || to.Day() != 31 {
		return ""
	}
	return from.Format("2006")
}

// turnedYear are the days of a year that is chosen: chosen twice, it is off.
func turnedYear(f *library.Filter, year string) (from, to time.Time) {
	if first, err := time.Parse("2006", year); err == nil && yearOf(*f) != year {
		return first, first.AddDate(1, 0, -1)
	}
	return from, to
}

// facetNames is how many names of each kind the panel gets to choose from.
const facetNames = 500

// loadSides loads what the panel offers: the counts of what is listed, so that
// each choice tells how much it would leave.
func (s *Shelf) loadSides(wait time.Duration) {
	s.sides.busy = true
	lib, review, found := s.c.Library, s.review(), s.found
	known := s.passages != nil || found.Reports.Len() >= found.Total // all that match, not the newest alone
	task.Load(s.sides.slot, func(ctx context.Context) (o offer, err error) {
		if err = pause(ctx, wait); err != nil {
			return o, err
		}
		if review != data.ReviewNone && known {
			ids, err := lib.IDs(ctx, library.Filter{Review: review})
			if err != nil {
				return o, err
			}
			o.review = library.SetOf(ids).And(found.Reports).Len()
		}
		f, err := lib.Facets(ctx, found, facetNames)
		if err != nil {
			return o, err
		}
		o.unread, o.lanes, o.years = f.Unread, f.Lanes, f.Years
		o.themes, o.speakers = f.Names[library.ThemeName], f.Names[library.ActorName]
		o.publishers, o.tags, o.langs = f.Names[library.PublisherName], f.Names[library.TagName], f.Names[library.LangName]
		o.markings = f.Names[library.MarkingName]
		o.saved, err = countSaved(ctx, lib)
		return o, err
	}, func(o offer, err error) {
		if err != nil {
			s.c.Failed(err)
		} else {
			s.saved = o.saved
			s.view.panel.offer = o
			s.view.panel.show()
			s.view.tools.show()
		}
		s.sides.ended(func() { s.loadSides(changeWait) })
	})
}

// countSaved lists the saved searches, and how many reports each finds.
func countSaved(ctx context.Context, lib Library) (all []savedCount, err error) {
	saved, err := lib.Searches(ctx)
	for _, x := range saved {
		one := savedCount{SavedSearch: x}
		if q, e := search.Parse(x.Query); e == nil {
			found, err := lib.Find(ctx, q, search.Ask{Order: library.Newest})
			if err != nil {
				return all, err
			}
			one.count = found.Total
		}
		all = append(all, one)
	}
	return all, err
}
