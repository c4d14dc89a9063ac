package export

import (
	"context"
	"slices"

	"lectern/data"
	"lectern/data/brief"
	"lectern/data/library"
)

// Outgoing is what an order lets out: to be shown before it is written.
type Outgoing struct {
	Reports  []data.ReportID // whose words or details leave, each once
	Marking  data.Marking    // the highest of them, as they are marked now
	Withheld int             // steps of the brief, or reports, that are above the level

	brief data.Brief // the steps that leave, for an order of a brief
}

// Empty reports whether nothing is left to write.
func (o Outgoing) Empty() bool { return len(o.Reports) == 0 && len(o.brief.Steps) == 0 }

// Look works out what an order lets out. What is marked above its level, or above
// the brief's own where that is lower, stays behind: as it was marked when it was
// quoted, and as it is marked now.
func Look(ctx context.Context, lib *library.Library, o Order) (Outgoing, error) {
	if o.Brief != 0 {
		return lookBrief(ctx, lib, o)
	}
	var out Outgoing
	reports, err := lib.Reports(ctx, o.Reports)
	for _, r := range reports {
		if above(r.Marking, o.Level) {
			out.Withheld++
			continue
		}
		out.Reports = append(out.Reports, r.ID)
		out.Marking = data.Highest(out.Marking, r.Marking)
	}
	return out, err
}

func lookBrief(ctx context.Context, lib *library.Library, o Order) (out Outgoing, err error) {
	b, err := lib.Brief(ctx, o.Brief)
	if err != nil {
		return out, err
	}
	b.Level = narrower(b.Level, o.Level)
	out.brief, out.Withheld = brief.ForRoom(b)
	out.brief.Steps = slices.Clone(out.brief.Steps)
	resolver := brief.NewResolver(lib)
	left := out.brief.Steps[:0]
	for _, step := range out.brief.Steps {
		marking, ids := data.Unmarked, []data.ReportID{}
		for _, q := range step.Quotes() {
			found, err := resolver.Resolve(ctx, q)
			if err != nil {
				return out, err
			}
			marking, ids = data.Highest(marking, found.Now.Marking), append(ids, found.Now.Report)
		}
		if above(marking, b.Level) {
			out.Withheld++
			continue
		}
		left = append(left, step)
		out.Marking = data.Highest(out.Marking, marking)
		for _, id := range ids {
			if !slices.Contains(out.Reports, id) {
				out.Reports = append(out.Reports, id)
			}
		}
	}
	out.brief.Steps = left
	return out, nil
}

func above(m, level data.Marking) bool { return level != data.Unmarked && m.Above(level) }

// narrower is the lower of two levels; Unmarked limits nothing.
func narrower(a, b data.Marking) data.Marking {
	if a == data.Unmarked || b != data.Unmarked && a.Above(b) {
		return b
	}
	return a
}
