package shelf

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/task"
	"lectern/app/ui"
	"lectern/data"
	"lectern/data/library"
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
	offer            offer
}

// offer is everything the library has to filter by.
type offer struct {
	unread, review   int
	lanes            data.LaneCounts // reports with such a passage
	themes, speakers []library.Facet
	publishers, tags []library.Facet
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
	column := ui.Column(1, 160, p.unread, p.review, ui.Space(10), section(lang.L("LANE")))
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
	for _, part := range []fyne.CanvasObject{p.themes.content, p.speakers.content, p.dates.content, p.publishers.content, p.tags.content} {
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
	p.dates.show(f.From, f.To)
	p.content.Refresh()
}

func counted(n int) string {
	if n == 0 {
		return ""
	}
	return grouped(n)
}

// loadSides loads what the panel offers.
func (s *Shelf) loadSides(wait time.Duration) {
	s.sides.busy = true
	lib, review := s.c.Library, s.review()
	task.Load(s.sides.slot, func(ctx context.Context) (o offer, err error) {
		if err = pause(ctx, wait); err != nil {
			return o, err
		}
		if o.unread, err = lib.Count(ctx, library.Filter{Unread: true}); err != nil {
			return o, err
		}
		if review != data.ReviewNone {
			if o.review, err = lib.Count(ctx, library.Filter{Review: review}); err != nil {
				return o, err
			}
		}
		for _, l := range data.Lanes() {
			n, err := lib.Count(ctx, library.Filter{Lane: l})
			if err != nil {
				return o, err
			}
			o.lanes.Add(l, n)
		}
		for _, part := range []struct {
			into *[]library.Facet
			from func(context.Context) ([]library.Facet, error)
		}{{&o.themes, lib.Touched}, {&o.speakers, lib.Speakers}, {&o.publishers, lib.Publishers}, {&o.tags, lib.Tags}} {
			if *part.into, err = part.from(ctx); err != nil {
				return o, err
			}
		}
		return o, nil
	}, func(o offer, err error) {
		if err != nil {
			s.c.Failed(err)
		} else {
			s.view.panel.offer = o
			s.view.panel.show()
		}
		s.sides.ended(func() { s.loadSides(changeWait) })
	})
}
