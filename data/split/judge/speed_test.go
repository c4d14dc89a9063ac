package judge_test

import (
	"testing"

	"lectern/assets"
	"lectern/data/split"
	"lectern/data/split/judge"
	"lectern/data/synth"
)

// BenchmarkBest4KB reads made-up reports of 4 KB with everything on.
func BenchmarkBest4KB(b *testing.B) {
	s, m := judge.Best(assets.AttributionModel, assets.LaneModel), synth.New(1)
	var texts []string
	for i := range 50 {
		texts = append(texts, m.Report(i, 4<<10).Body)
	}
	n := 0
	for b.Loop() {
		s.Split(texts[n%len(texts)], split.Hints{})
		n++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}
