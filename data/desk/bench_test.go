package desk

import (
	"testing"

	"lectern/data/ingest"
	"lectern/data/split"
	"lectern/data/synth"
)

// What an import does with one report of 4 KB before it is written.
func BenchmarkPrepare(b *testing.B) {
	m := synth.New(1)
	var sources [][]byte
	for i := range 50 {
		r := m.Report(i, 4<<10)
		sources = append(sources, []byte(r.Title+"\n\n"+r.Body))
	}
	splitter := split.NewRules()
	b.Run("read", func(b *testing.B) {
		for i := range b.N {
			if _, err := ingest.Read(b.Context(), "a.txt", sources[i%len(sources)]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("split", func(b *testing.B) {
		for i := range b.N {
			splitter.Split(string(sources[i%len(sources)]), split.Hints{})
		}
	})
}
