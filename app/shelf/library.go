package shelf

import (
	"context"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/search"
)

// Library is what the shelf needs of a library. Of makes one of a real library;
// tests bring their own.
type Library interface {
	IDs(ctx context.Context, f library.Filter) ([]data.ReportID, error)
	Reports(ctx context.Context, ids []data.ReportID) ([]data.Report, error)
	Count(ctx context.Context, f library.Filter) (int, error)
	Publishers(ctx context.Context) ([]library.Facet, error)
	Speakers(ctx context.Context) ([]library.Facet, error)
	Tags(ctx context.Context) ([]library.Facet, error)
	Touched(ctx context.Context) ([]library.Facet, error)

	Warm(ctx context.Context) error // makes the first search as quick as the others

	Find(ctx context.Context, q search.Query, ask search.Ask) (search.Found, error)
	Snippets(ctx context.Context, q search.Query, ids []data.ReportID) ([]search.Snippet, error)

	Passages(ctx context.Context, q search.Query, ask search.Ask, limit int) (search.FoundPassages, error)
	Facets(ctx context.Context, found search.Found, most int) (library.Facets, error)
	Complete(ctx context.Context, text string, at int) ([]search.Offer, error)
	Suggest(ctx context.Context, q search.Query) ([]search.Suggestion, error)

	Searches(ctx context.Context) ([]library.SavedSearch, error)
	SaveSearch(ctx context.Context, name, query string) error
	RenameSearch(ctx context.Context, id library.SearchID, name string) error
	RemoveSearch(ctx context.Context, id library.SearchID) error

	MarkRead(ctx context.Context, ids []data.ReportID, read bool) error
	Tag(ctx context.Context, ids []data.ReportID, tag string) error
	Untag(ctx context.Context, ids []data.ReportID, tag string) error
	Remove(ctx context.Context, ids []data.ReportID) error
}

// Of shows a library, with its search, as a shelf needs it.
func Of(l *library.Library) Library { return searched{l} }

type searched struct{ *library.Library }

func (s searched) Warm(ctx context.Context) error {
	_, err := s.Library.Catalogue(ctx)
	return err
}

func (s searched) Find(ctx context.Context, q search.Query, ask search.Ask) (search.Found, error) {
	return search.Find(ctx, s.Library, q, ask)
}

func (s searched) Snippets(ctx context.Context, q search.Query, ids []data.ReportID) ([]search.Snippet, error) {
	return search.Snippets(ctx, s.Library, q, ids)
}

func (s searched) Passages(ctx context.Context, q search.Query, ask search.Ask, limit int) (search.FoundPassages, error) {
	return search.Passages(ctx, s.Library, q, ask, limit)
}

func (s searched) Facets(ctx context.Context, found search.Found, most int) (library.Facets, error) {
	return found.Facets(ctx, s.Library, most)
}

func (s searched) Complete(ctx context.Context, text string, at int) ([]search.Offer, error) {
	return search.Complete(ctx, s.Library, text, at)
}

func (s searched) Suggest(ctx context.Context, q search.Query) ([]search.Suggestion, error) {
	return search.Suggest(ctx, s.Library, q)
}
