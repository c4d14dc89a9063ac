// Package synth makes reports out of nothing, the same ones each time: for
// benchmarks and tests that need many. They read like gibberish, but their
// words are as frequent, their names as repeated and their quotations as many
// as in reports of the press, which is what a library's speed depends on.
package synth

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"lectern/data"
)

// Report is a made-up report, with a reading that fits its text.
type Report struct {
	data.Report
	Body    string
	Reading data.Reading
}

// Maker makes reports. It is not safe for concurrent use.
type Maker struct {
	words  []string
	names  []string
	places []string
}

// New returns a maker whose words follow from seed.
func New(seed uint64) *Maker {
	r := rand.New(rand.NewPCG(seed, 1))
	m := &Maker{words: append([]string(nil), common...)}
	known := make(map[string]bool)
	for _, w := range m.words {
		known[w] = true
	}
	for len(m.words) < 60_000 {
		if w := madeUp(r, 1+r.IntN(4)); !known[w] {
			known[w] = true
			m.words = append(m.words, w)
		}
	}
	for range 2_000 {
		m.names = append(m.names, capital(madeUp(r, 2))+" "+capital(madeUp(r, 2+r.IntN(2))))
	}
	for range 60 {
		m.places = append(m.places, capital(madeUp(r, 3)))
	}
	return m
}

// common are the words that half of all reports hold, the most frequent first.
var common = strings.Fields(`the of and to in a said that for on was with is by at from he it had as be has his
	were are an not would but have they been their will who after more about which this talks government president peace
	officials people two its one when also could over new than security war other last there into against country`)

func madeUp(r *rand.Rand, syllables int) string {
	const onset, vowel, coda = "bcdfghklmnprstvz", "aeiou", "nrslmkt"
	var b strings.Builder
	for range syllables {
		b.WriteByte(onset[r.IntN(len(onset))])
		b.WriteByte(vowel[r.IntN(len(vowel))])
		if r.IntN(3) == 0 {
			b.WriteByte(coda[r.IntN(len(coda))])
		}
	}
	return b.String()
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// Name is a word that stands in about one report of every two hundred, for
// searches. Common words are those of English.
func (m *Maker) Name(i int) string { return strings.Fields(m.names[i%len(m.names)])[1] }

// Word is the n-th most frequent word.
func (m *Maker) Word(n int) string { return m.words[n%len(m.words)] }

// Report makes report number i, of about size bytes.
func (m *Maker) Report(i, size int) Report {
	w := writer{m: m, r: rand.New(rand.NewPCG(uint64(i), 2)), text: make([]byte, 0, size+200)}
	w.zipf = rand.NewZipf(w.r, 1.07, 2, uint64(len(m.words)-1))
	title := capital(w.phrase(5 + w.r.IntN(5)))
	w.reading = data.Reading{Model: "synth-1", Lang: "en"}
	for len(w.text) < size {
		w.sentence()
		if w.r.IntN(4) == 0 {
			w.text = append(w.text, "\n\n"...)
		} else {
			w.text = append(w.text, ' ')
		}
	}
	body := strings.TrimSpace(string(w.text))
	return Report{
		Report: data.Report{
			Title: title, Author: m.names[w.r.IntN(300)], Publisher: m.places[w.r.IntN(len(m.places))] + " Gazette",
			Lang: "en", Published: time.Date(2020, 1, 1+w.r.IntN(2200), 0, 0, 0, 0, time.UTC),
			Format: "txt", FileName: fmt.Sprintf("report-%06d.txt", i),
		},
		Body: body, Reading: w.reading,
	}
}

// writer writes one report.
type writer struct {
	m       *Maker
	r       *rand.Rand
	zipf    *rand.Zipf
	text    []byte
	reading data.Reading
}

func (w *writer) phrase(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = w.m.words[w.zipf.Uint64()]
	}
	return strings.Join(words, " ")
}

// sentence writes a sentence, three in ten of them with somebody speaking.
func (w *writer) sentence() {
	start := len(w.text)
	s := data.Sentence{
		Kind: data.Body, Lane: data.Lanes()[w.r.IntN(4)], Score: float64(float32(0.5 + w.r.Float64()/2)),
		Reason: data.Reason{Rule: "synth"}, Attribution: -1,
	}
	if w.r.IntN(10) < 3 {
		name := w.m.names[int(w.r.ExpFloat64()*60)%len(w.m.names)]
		a := data.Attribution{Kind: data.Direct, Speaker: name, Role: data.Party, Score: 0.75, Reason: data.Reason{Rule: "quote"}}
		a.Content = w.put("“" + capital(w.phrase(6+w.r.IntN(10))) + ",”")
		w.text = append(w.text, ' ')
		a.Source = w.put(name)
		w.text = append(w.text, ' ')
		a.Cue = w.put("said")
		s.Attribution, s.Speech, s.Reason.Evidence = len(w.reading.Attributions), true, "said"
		w.reading.Attributions = append(w.reading.Attributions, a)
	} else {
		w.put(capital(w.phrase(6 + w.r.IntN(14))))
		if w.r.IntN(4) == 0 {
			w.text = append(w.text, ' ')
			s.Hedges = []data.Hedge{{Span: w.put("perhaps")[0], Kind: data.Modal}}
			s.Uncertain = true
		}
	}
	w.text = append(w.text, '.')
	s.Span = data.Span{Start: start, End: len(w.text)}
	w.reading.Sentences = append(w.reading.Sentences, s)
}

func (w *writer) put(s string) []data.Span {
	start := len(w.text)
	w.text = append(w.text, s...)
	return []data.Span{{Start: start, End: len(w.text)}}
}
