package brief_test

import (
	"strings"
	"testing"
	"time"

	"lectern/data"
	"lectern/data/brief"
)

func TestWordsOverSeveralVoicesAreQuotedAsNobodys(t *testing.T) {
	l := opened(t)
	d := added(t, l, made("Bridge", bridge))
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	at := func(from, to string) data.Span {
		return data.Span{Start: strings.Index(d.Body, from), End: strings.Index(d.Body, to) + len(to)}
	}
	for _, c := range []struct {
		name, speaker string
		lane          data.Lane
		span          data.Span
	}{
		{"half a sentence", "Ilya Maren", data.Statement, at("humanitarian access", "opens on Monday.")},
		{"a statement and a caveat", "", data.NoLane, at("humanitarian access", "not been published.")},
		{"two caveats and the room before them", "", data.Caveat, data.Span{Start: strings.Index(d.Body, "Analysts") - 2, End: at("Aid", "checkpoints.").End}},
	} {
		q := brief.QuoteWords(d, c.span, now)
		if q.Speaker != c.speaker || q.Lane != c.lane || q.Words != d.Body[q.Start:q.End] || q.Words != strings.TrimSpace(q.Words) {
			t.Errorf("%s: %+v", c.name, q)
		}
		got, err := brief.NewResolver(l).Resolve(ctx, q)
		if err != nil || got.Fate != brief.AsItWas {
			t.Errorf("%s, looked up again: %v, %v", c.name, got.Fate, err)
		}
	}
}
