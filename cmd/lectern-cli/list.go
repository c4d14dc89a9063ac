package main

import (
	"fmt"
	"slices"
	"strings"

	"lectern/data"
	"lectern/data/library"
)

// listCommand lists reports, newest first.
type listCommand struct {
	JSON  bool          `name:"json" help:"One JSON object a report."`
	Limit int           `help:"At most so many; 0 is all." placeholder:"N"`
	After data.ReportID `help:"Begin after this report." placeholder:"ID"`
}

// wireReport is a line of list --json.
type wireReport struct {
	ID        data.ReportID     `json:"id"`
	Title     string            `json:"title"`
	Author    string            `json:"author"`
	Publisher string            `json:"publisher"`
	Published string            `json:"published"`
	URL       string            `json:"url"`
	Lang      string            `json:"lang"`
	Words     int               `json:"words"`
	Lanes     map[data.Lane]int `json:"lanes"`
	Tags      []string          `json:"tags"`
	Themes    map[string]int    `json:"themes"` // how often it touches each
}

func wire(r data.Report) wireReport {
	w := wireReport{ID: r.ID, Title: r.Title, Author: r.Author, Publisher: r.Publisher, Published: dayWord(r), URL: r.URL, Lang: r.Lang,
		Words: r.Words, Lanes: laneCounts(r.Lanes), Tags: r.Tags, Themes: map[string]int{}}
	for _, t := range r.Themes {
		w.Themes[t.Name] = t.Count
	}
	if w.Tags == nil {
		w.Tags = []string{}
	}
	return w
}

func laneCounts(c data.LaneCounts) map[data.Lane]int {
	counts := map[data.Lane]int{}
	for _, l := range data.Lanes() {
		counts[l] = c.Of(l)
	}
	return counts
}

// Run prints the list, loading a page at a time.
func (c *listCommand) Run(s *session) error {
	if c.Limit < 0 {
		return fmt.Errorf("%w: --limit cannot be less than 0", errWrongCall)
	}
	d, err := s.open()
	if err != nil {
		return err
	}
	defer d.Library().Close()
	ids, err := d.Library().IDs(s.ctx, library.Filter{Versions: true})
	if err != nil {
		return err
	}
	if c.After != 0 {
		at := slices.Index(ids, c.After)
		if at < 0 {
			return noSuchReport(c.After)
		}
		ids = ids[at+1:]
	}
	if c.Limit > 0 && len(ids) > c.Limit {
		ids = ids[:c.Limit]
	}
	out := s.lines()
	for page := range slices.Chunk(ids, 500) {
		reports, err := d.Library().Reports(s.ctx, page)
		if err != nil {
			return out.close(err)
		}
		for _, r := range reports {
			if err := c.print(out, r); err != nil {
				return err
			}
		}
	}
	return out.close(nil)
}

func (c *listCommand) print(out *lines, r data.Report) error {
	if c.JSON {
		return out.object(wire(r))
	}
	var counts []string
	for _, l := range data.Lanes() {
		counts = append(counts, fmt.Sprintf("%s%d", l.Letter(), r.Lanes.Of(l)))
	}
	return out.line("%d\t%s\t%s\t%s\t%s", r.ID, dayWord(r), strings.Join(counts, " "), r.Publisher, r.Title)
}

// noSuchReport names the report, which the library's own fault does not.
func noSuchReport(id data.ReportID) error {
	return &data.Fault{Code: data.FaultNotFound, Subject: fmt.Sprintf("Report %d", id)}
}
