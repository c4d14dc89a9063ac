package search

import (
	"context"
	"strconv"

	"lectern/data"
	"lectern/data/library"
)

// traced answers ahead what a query asks of where words come from: that takes
// texts to be compared, and is not in the catalogue.
func (a *answering) traced(ctx context.Context, lib *library.Library, root *node) (err error) {
	var asked []*node
	root.each(true, func(n *node, _ bool) {
		if n.op == isField && (n.ask.field == Origin || n.ask.field == Is && n.ask.value == "copy") {
			asked = append(asked, n)
		}
	})
	if len(asked) == 0 {
		return nil
	}
	all, err := lib.Storied(ctx)
	if err != nil {
		return err
	}
	a.asked = make(map[*node]library.Set)
	for _, n := range asked {
		if n.ask.field == Is {
			a.asked[n] = some(all, func(s library.Storied) bool { return !s.Origin })
		} else {
			a.asked[n] = a.origin(n.ask, all)
		}
	}
	return nil
}

// origin are the reports of the stories that an ask means, and the report itself
// that it names.
func (a *answering) origin(k ask, all []library.Storied) library.Set {
	if n, err := strconv.ParseInt(k.value, 10, 64); err == nil && !k.quoted {
		id := data.ReportID(n)
		found := inStories(all, func(s library.Storied) bool { return s.Report == id })
		if id > 0 && a.catalogue.All().Has(id) {
			found = found.Or(library.SetOf([]data.ReportID{id}))
		}
		return found
	}
	by := a.catalogue.Named(library.PublisherName, k.fits())
	return inStories(all, func(s library.Storied) bool { return s.Origin && by.Has(s.Report) })
}

// inStories are all reports of the stories of which one fits.
func inStories(all []library.Storied, fits func(library.Storied) bool) library.Set {
	stories := map[int]bool{}
	for _, s := range all {
		if fits(s) {
			stories[s.Story] = true
		}
	}
	return some(all, func(s library.Storied) bool { return stories[s.Story] })
}

func some(all []library.Storied, fits func(library.Storied) bool) library.Set {
	var ids []data.ReportID
	for _, s := range all {
		if fits(s) {
			ids = append(ids, s.Report)
		}
	}
	return library.SetOf(ids)
}
