package main

import (
	"fmt"

	"lectern/data"
	"lectern/data/desk"
	"lectern/data/library"
	"lectern/data/search"
)

// searchCommand finds reports or passages.
type searchCommand struct {
	JSON  bool   `name:"json" help:"One JSON object a hit."`
	By    string `enum:"report,passage" default:"report" help:"What to find: report or passage."`
	Limit int    `default:"20" help:"At most so many." placeholder:"N"`
	Query string `arg:"" help:"Words; \"a phrase\" in quotation marks; -without."`
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

// Run prints the hits, best first.
func (c *searchCommand) Run(s *session) error {
	if c.Limit < 1 {
		return fmt.Errorf("%w: --limit must be 1 or more", errWrongCall)
	}
	// A blank ends the last word, which would count as still being typed.
	query, err := search.Parse(c.Query + " ")
	if err != nil {
		return err
	}
	if query.Empty() {
		return fmt.Errorf("%w: there is no word to search for", errWrongCall)
	}
	d, err := s.open()
	if err != nil {
		return err
	}
	defer d.Library().Close()
	snippets, err := c.find(s, d, query)
	if err != nil {
		return err
	}
	out := s.lines()
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

func (c *searchCommand) find(s *session, d *desk.Desk, query search.Query) ([]search.Snippet, error) {
	if c.By == "passage" {
		return search.Passages(s.ctx, d.Library(), query, library.Filter{}, c.Limit)
	}
	found, err := search.Find(s.ctx, d.Library(), query, library.Filter{})
	if err != nil {
		return nil, err
	}
	return search.Snippets(s.ctx, d.Library(), query, found.IDs[:min(len(found.IDs), c.Limit)])
}

func (c *searchCommand) print(out *lines, hit wireHit) error {
	if c.JSON {
		return out.object(hit)
	}
	return out.line("%d\t%s\t%s\t%s", hit.Report, hit.Title, hit.Lane.Letter(), hit.Snippet)
}
