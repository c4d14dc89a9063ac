package main

import (
	"fmt"

	"lectern/data"
	"lectern/data/compare"
)

// versionsCommand lists the versions of an article, and with two of them what
// changed.
type versionsCommand struct {
	JSON bool          `name:"json" help:"One JSON object a version."`
	ID   data.ReportID `arg:"" help:"The number of any of its versions."`
}

// wireVersion is a line of versions --json. What changed is counted against the
// version before; the first has none.
type wireVersion struct {
	ID        data.ReportID `json:"id"`
	Title     string        `json:"title"`
	Publisher string        `json:"publisher"`
	Published string        `json:"published"`
	Entered   string        `json:"entered"`
	Newest    bool          `json:"newest"`
	Changed   *wireChanged  `json:"changed,omitempty"`
}

type wireChanged struct {
	Quotations   int `json:"quotations"`
	Attributions int `json:"attributions"`
	Numbers      int `json:"numbers"`
	Headline     int `json:"headline"`
	Wordings     int `json:"wordings"`
	Added        int `json:"added"`
	Removed      int `json:"removed"`
	Moved        int `json:"moved"`
}

// Run prints the versions, the newest first.
func (c *versionsCommand) Run(s *session) error {
	d, err := s.open()
	if err != nil {
		return err
	}
	defer d.Library().Close()
	all, err := d.Library().Versions(s.ctx, c.ID)
	if err != nil {
		if data.FaultOf(err).Code == data.FaultNotFound {
			return noSuchReport(c.ID)
		}
		return err
	}
	out := s.lines()
	for i, r := range all {
		w := wireVersion{ID: r.ID, Title: r.Title, Publisher: r.Publisher, Published: dayWord(r),
			Entered: r.Entered.Format("2006-01-02T15:04:05Z07:00"), Newest: i == 0}
		var sum compare.Summary
		if i+1 < len(all) {
			found, err := d.Compare(s.ctx, all[i+1].ID, r.ID)
			if err != nil {
				return out.close(err)
			}
			sum = found.Summary()
			w.Changed = &wireChanged{sum.Quotations, sum.Attributions, sum.Numbers, sum.Headlines, sum.Wordings, sum.Added, sum.Removed, sum.Moved}
		}
		if err := c.print(out, w); err != nil {
			return out.close(err)
		}
	}
	return out.close(nil)
}

func (c *versionsCommand) print(out *lines, w wireVersion) error {
	if c.JSON {
		return out.object(w)
	}
	if w.Changed == nil {
		return out.line("%d\t%s\t%s\tfirst", w.ID, w.Published, w.Title)
	}
	n := w.Changed
	return out.line("%d\t%s\t%s\tchanged: %d quotations, %d attributions, %d numbers, %d headline, %d wording; +%d -%d moved %d",
		w.ID, w.Published, w.Title, n.Quotations, n.Attributions, n.Numbers, n.Headline, n.Wordings, n.Added, n.Removed, n.Moved)
}

// originsCommand lists reports that carry the same words, a story a line.
type originsCommand struct {
	JSON bool `name:"json" help:"One JSON object a story."`
}

type wireStory struct {
	Count   int           `json:"reports"`
	Origins int           `json:"origins"`
	Of      []wireCarrier `json:"carriers"`
}

type wireCarrier struct {
	Report    data.ReportID `json:"report"`
	Title     string        `json:"title"`
	Publisher string        `json:"publisher"`
	Published string        `json:"published"`
	Origin    bool          `json:"origin"`
	From      data.ReportID `json:"from,omitempty"` // the earlier report it shares most with
	Share     float64       `json:"share"`          // how much of it stands there
}

// Run prints the stories, those with most reports first.
func (c *originsCommand) Run(s *session) error {
	d, err := s.open()
	if err != nil {
		return err
	}
	defer d.Library().Close()
	stories, err := d.Stories(s.ctx)
	if err != nil {
		return err
	}
	out := s.lines()
	for _, one := range stories.All {
		var ids []data.ReportID
		for _, carrier := range one.Carriers {
			ids = append(ids, carrier.Report)
		}
		reports, err := d.Library().Reports(s.ctx, ids)
		if err != nil {
			return out.close(err)
		}
		if err := c.print(out, one, reports); err != nil {
			return out.close(err)
		}
	}
	return out.close(nil)
}

func (c *originsCommand) print(out *lines, one compare.Story, reports []data.Report) error {
	by := map[data.ReportID]data.Report{}
	for _, r := range reports {
		by[r.ID] = r
	}
	w := wireStory{Count: len(one.Carriers), Origins: one.Origins()}
	for _, carrier := range one.Carriers {
		r := by[carrier.Report]
		w.Of = append(w.Of, wireCarrier{Report: carrier.Report, Title: r.Title, Publisher: r.Publisher, Published: dayWord(r),
			Origin: carrier.Origin, From: carrier.From, Share: carrier.Share})
	}
	if c.JSON {
		return out.object(w)
	}
	if err := out.line("%d reports, %d origins", w.Count, w.Origins); err != nil {
		return err
	}
	for _, carrier := range w.Of {
		told := "origin"
		if !carrier.Origin {
			told = fmt.Sprintf("%.0f %% as in %s", 100*carrier.Share, by[carrier.From].Publisher)
		}
		if err := out.line("\t%d\t%s\t%s\t%s\t%s", carrier.Report, carrier.Published, told, carrier.Publisher, carrier.Title); err != nil {
			return err
		}
	}
	return nil
}
