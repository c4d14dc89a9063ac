package main

import (
	"fmt"
	"os"
	"time"

	"lectern/data"
	"lectern/data/desk"
	"lectern/data/export"
	"lectern/data/library"
	"lectern/data/search"
)

// searchCommand finds reports or passages.
type searchCommand struct {
	JSON    bool   `name:"json" help:"One JSON object a hit, or a query with --queries."`
	By      string `enum:"report,passage" default:"report" help:"What to find: report or passage."`
	Sort    string `enum:"best,newest,oldest,publisher,title" default:"best" help:"Which go first: best, newest, oldest, publisher or title."`
	All     bool   `help:"Look through everything, however long it takes."`
	Facets  bool   `help:"Say instead what the hits can be narrowed by, and how many there are of each."`
	Limit   int    `default:"20" help:"At most so many." placeholder:"N"`
	Queries string `help:"Answer each query of this CSV; - is standard input. --limit counts the hits shown of each." placeholder:"FILE"`
	CSV     bool   `name:"csv" help:"With --queries: write the answers as CSV."`
	Query   string `arg:"" optional:"" help:"Words, \"a phrase\", -without, OR, a near/5 b, begin*, speaker:NAME, lane:caveat, theme:NAME, said:2025-08..2025-09, publisher:NAME, tag:NAME, is:unread, lang:uk."`
}

// wireHit is a line of search --json. Start and end are the characters of the
// report's text that the snippet was taken from.
type wireHit struct {
	Report  data.ReportID `json:"report"`
	Title   string        `json:"title"`
	Lane    data.Lane     `json:"lane"`
	Speaker string        `json:"speaker"`
	Snippet string        `json:"snippet"`
	Start   int           `json:"start"`
	End     int           `json:"end"`
}

// Run prints the hits, in the order asked.
func (c *searchCommand) Run(s *session) error {
	switch {
	case c.Limit < 1:
		return fmt.Errorf("%w: --limit must be 1 or more", errWrongCall)
	case (c.Queries == "") == (c.Query == ""):
		return fmt.Errorf("%w: give a query, or a list of them with --queries", errWrongCall)
	case c.Queries != "":
		return c.runList(s)
	}
	query, err := search.Parse(c.Query)
	if err != nil {
		return err
	}
	if query.Empty() {
		return fmt.Errorf("%w: there is no word to search for", errWrongCall)
	}
	for _, f := range query.Uncarried() {
		say("nothing in a library carries what %s: asks for yet", f)
	}
	d, err := s.open()
	if err != nil {
		return err
	}
	defer d.Library().Close()
	out := s.lines()
	if c.Facets {
		return out.close(c.printFacets(s, d, query, out))
	}
	snippets, err := c.find(s, d, query)
	if err != nil {
		return err
	}
	var open data.Document // hits of one report stand together
	var p points
	for _, hit := range snippets {
		if open.ID != hit.Report {
			if open, err = d.Library().Document(s.ctx, hit.Report); err != nil {
				return out.close(err)
			}
			p = newPoints(open.Body)
		}
		if err := c.print(out, wireHit{hit.Report, open.Title, hit.Lane, hit.Speaker, hit.Text, p.of(hit.At.Start), p.of(hit.At.End)}); err != nil {
			return err
		}
	}
	return out.close(nil)
}

func (c *searchCommand) ask() search.Ask {
	ask := search.Ask{Through: search.Further, Order: library.Order(c.Sort)}
	if c.All {
		ask.Through = search.Everything
	}
	return ask
}

func (c *searchCommand) find(s *session, d *desk.Desk, query search.Query) ([]search.Snippet, error) {
	if c.By == "passage" {
		found, err := search.Passages(s.ctx, d.Library(), query, c.ask(), c.Limit)
		c.tell(found.Looked, found.Also)
		return found.Passages, err
	}
	found, err := search.Find(s.ctx, d.Library(), query, c.ask())
	if err != nil {
		return nil, err
	}
	c.tell(found.Looked, found.Also)
	return search.Snippets(s.ctx, d.Library(), found.Query, found.IDs[:min(len(found.IDs), c.Limit)])
}

// tell says on standard error how far the search went, and for what besides.
func (c *searchCommand) tell(looked int, also []search.Also) {
	if looked > 0 {
		say("looked through the newest %d; --all looks through the rest", looked)
	}
	for _, a := range also {
		say("%s also as %v; quotation marks leave that out", a.Typed, a.Spellings)
	}
}

func (c *searchCommand) print(out *lines, hit wireHit) error {
	if c.JSON {
		return out.object(hit)
	}
	return out.line("%d\t%s\t%s\t%s", hit.Report, hit.Title, hit.Lane.Letter(), hit.Snippet)
}

// printFacets prints a line for each value: what kind, its name, and how many.
func (c *searchCommand) printFacets(s *session, d *desk.Desk, query search.Query, out *lines) error {
	found, err := search.Find(s.ctx, d.Library(), query, c.ask())
	if err != nil {
		return err
	}
	f, err := found.Facets(s.ctx, d.Library(), c.Limit)
	if err != nil {
		return err
	}
	var all []wireFacet
	for _, l := range data.Lanes() {
		if n := f.Lanes.Of(l); n > 0 {
			all = append(all, wireFacet{"lane", string(l), n})
		}
	}
	for _, y := range f.Years {
		all = append(all, wireFacet{"year", y.Name, y.Count})
	}
	for _, k := range []struct {
		kind library.Kind
		name string
	}{{library.ActorName, "speaker"}, {library.ThemeName, "theme"}, {library.PublisherName, "publisher"}, {library.TagName, "tag"}, {library.LangName, "lang"}} {
		for _, x := range f.Names[k.kind] {
			all = append(all, wireFacet{k.name, x.Name, x.Count})
		}
	}
	for _, x := range all {
		if c.JSON {
			err = out.object(x)
		} else {
			err = out.line("%s\t%s\t%d", x.Field, x.Name, x.Reports)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// wireFacet is a line of search --facets --json.
type wireFacet struct {
	Field   string `json:"field"`
	Name    string `json:"name"`
	Reports int    `json:"reports"`
}

// wireAnswer is a line of search --queries --json.
type wireAnswer struct {
	Query    string    `json:"query"`
	Wrong    string    `json:"wrong,omitempty"`
	Reports  int       `json:"reports"`
	Passages int       `json:"passages"`
	More     bool      `json:"more"`
	Hits     []wireHit `json:"hits"`
	Took     float64   `json:"ms"`
}

// runList answers a list of queries. One that is wrong is named, and the rest go on.
func (c *searchCommand) runList(s *session) error {
	in := os.Stdin
	if c.Queries != "-" {
		f, err := os.Open(c.Queries)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	queries, err := search.Queries(in)
	if err != nil {
		return err
	}
	d, err := s.open()
	if err != nil {
		return err
	}
	defer d.Library().Close()
	out, wrong := s.lines(), false
	var all []search.Answered
	start := time.Now()
	err = search.RunAll(s.ctx, d.Library(), queries, c.Limit, func(a search.Answered) error {
		took := time.Since(start)
		start = time.Now()
		if a.Err != nil {
			wrong = true
			say("%s: %v", a.Typed, a.Err)
		}
		switch {
		case c.CSV:
			all = append(all, a)
			return nil
		case c.JSON:
			return out.object(answerOf(a, took))
		}
		return out.line("%d\t%d\t%s", a.Reports, a.Passages, a.Typed)
	})
	if err == nil && c.CSV {
		err = export.WriteCSV(out.out, export.CSV{}, search.Table(all))
	}
	if err == nil && wrong {
		err = errSome
	}
	return out.close(err)
}

func answerOf(a search.Answered, took time.Duration) wireAnswer {
	w := wireAnswer{Query: a.Typed, Reports: a.Reports, Passages: a.Passages, More: a.More, Hits: []wireHit{}, Took: ms(took)}
	if a.Err != nil {
		w.Wrong = a.Err.Error()
	}
	for i, h := range a.First {
		w.Hits = append(w.Hits, wireHit{h.Report, a.Titles[i], h.Lane, h.Speaker, h.Text, h.At.Start, h.At.End})
	}
	return w
}
