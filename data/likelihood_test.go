package data_test

import (
	"testing"

	"lectern/data"
)

func TestLikelihoodIsOnlyTheReportsOwnWord(t *testing.T) {
	for text, want := range map[string]data.Likelihood{
		"It is very likely that the talks resume.":   data.VeryLikely,
		"A deal is highly improbable this year.":     data.VeryUnlikely,
		"Unlikely, she said.":                        data.Unlikely,
		"There is almost no chance of a truce.":      data.AlmostNoChance,
		"He will almost certainly go.":               data.AlmostCertain,
		"They have a roughly even chance.":           data.EvenChance,
		"This is probably the last round.":           data.Likely,
		"It may rain.":                               data.NoLikelihood,
		"A truce is not likely.":                     data.NoLikelihood,
		"Among likely voters the party leads.":       data.NoLikelihood,
		"The likelihood is unknown; it is possible.": data.NoLikelihood,
		"": data.NoLikelihood,
	} {
		got, at := data.FindLikelihood(text)
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if (got == data.NoLikelihood) != at.Empty() {
			t.Errorf("%q: %q stands at %v", text, got, at)
		}
	}
}

func TestBandsMeetAndCoverOneToNinetyNine(t *testing.T) {
	last := 1
	for _, l := range data.Likelihoods() {
		low, high := l.Band()
		if low != last || high <= low {
			t.Errorf("%s: %d to %d after %d", l, low, high, last)
		}
		last = high
	}
	if last != 99 {
		t.Errorf("the bands end at %d", last)
	}
}

func TestMoreHedgesAreLessFirm(t *testing.T) {
	hedged := func(kinds ...data.HedgeKind) float64 {
		var s data.Sentence
		for _, k := range kinds {
			s.Hedges = append(s.Hedges, data.Hedge{Kind: k})
		}
		return s.Firmness()
	}
	if hedged() != 1 {
		t.Error("nothing hedged is not quite firm")
	}
	order := []float64{hedged(data.NotKnown, data.Modal), hedged(data.NotKnown), hedged(data.Modal), hedged(data.Reporting), hedged(data.Approximator), 1}
	for i := 1; i < len(order); i++ {
		if order[i-1] >= order[i] || order[i-1] < 0 {
			t.Errorf("firmness does not grow: %v", order)
		}
	}
	if hedged(data.Modal, data.Modal) != hedged(data.Modal) {
		t.Error("the same hedge twice counts twice")
	}
}
