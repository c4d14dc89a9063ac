package teach

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"lectern/data"
	"lectern/data/split"
	"lectern/data/split/judge"
)

// labels holds lanes for documents of the corpora's training parts: corpus,
// document, and for each sentence where it begins (in characters) and its lane's
// letter. It holds none of their text.
//
//go:embed labels.tsv
var labels string

// report is a document with the lanes of its sentences.
type report struct {
	name    string
	text    string
	reading data.Reading
	traits  [][]judge.Trait
	gold    []int // by sentence of the reading: index in data.Lanes, -1 where nobody said
	wanted  []mark
	extra   bool // of the corpora's training parts, not of the lane documents
}

// mark is a sentence somebody put in a lane, in bytes.
type mark struct {
	data.Span
	lane, second data.Lane
}

// laneReports reads the documents of a folder like shared/lanes/dev.
func laneReports(dir string, s split.Splitter) ([]report, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var out []report
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			return nil, err
		}
		var in struct {
			Sentences []struct {
				Start, End      int
				Lane, Secondary string
			}
		}
		if err := json.Unmarshal(b, &in); err != nil {
			return nil, fmt.Errorf("%s: %w", n, err)
		}
		t, err := os.ReadFile(strings.TrimSuffix(n, ".json") + ".txt")
		if err != nil {
			return nil, err
		}
		r := report{name: strings.TrimSuffix(filepath.Base(n), ".json"), text: strings.TrimPrefix(string(t), "\ufeff")}
		at := offsets(r.text)
		for _, x := range in.Sentences {
			if x.End < len(at) {
				r.wanted = append(r.wanted, mark{data.Span{Start: at[x.Start], End: at[x.End]}, data.Lane(x.Lane), data.Lane(x.Secondary)})
			}
		}
		r.read(s, false)
		out = append(out, r)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s holds no lane documents", dir)
	}
	return out, nil
}

// labelled reads the documents of labels.tsv out of the corpora.
func (c corpora) labelled() ([]report, error) {
	var out []report
	for line := range strings.Lines(labels) {
		if err := c.ctx.Err(); err != nil {
			return nil, err
		}
		f := strings.Split(strings.TrimSpace(line), "\t")
		file := filepath.Join(c.Dir, "polnear", "train", "text", f[1]+".txt")
		if f[0] == "newsdiscourse" {
			file = filepath.Join(c.Dir, "newsdiscourse", "train", f[1]+".sents")
		}
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		r := report{name: f[1], text: strings.TrimPrefix(string(b), "\ufeff"), extra: true}
		at := offsets(r.text)
		for _, x := range strings.Fields(f[2]) {
			n, err := strconv.Atoi(x[:len(x)-1])
			if err != nil || n >= len(at) {
				return nil, fmt.Errorf("labels of %s do not fit it", f[1])
			}
			if k := len(r.wanted); k > 0 {
				r.wanted[k-1].End = at[n]
			}
			l := data.Lanes()[strings.Index("SCRB", x[len(x)-1:])]
			r.wanted = append(r.wanted, mark{data.Span{Start: at[n], End: len(r.text)}, l, data.NoLane})
		}
		r.read(c.Splitter, f[0] == "newsdiscourse")
		out = append(out, r)
	}
	return out, nil
}

// read splits the report and finds for each sentence what it was marked as: the
// mark that covers most of it.
func (r *report) read(s split.Splitter, lines bool) {
	r.reading = s.Split(r.text, split.Hints{Lines: lines, Lang: "en"})
	r.gold = make([]int, len(r.reading.Sentences))
	for i, x := range r.reading.Sentences {
		r.gold[i] = -1
		best := 0
		for _, m := range r.wanted {
			if n := min(m.End, x.End) - max(m.Start, x.Start); n > best {
				best = n
				r.gold[i] = slices.Index(data.Lanes(), m.lane)
			}
		}
	}
}

// offsets gives the byte of every character, and of the end.
func offsets(text string) []int {
	out := make([]int, 0, len(text)+1)
	for i := range text {
		out = append(out, i)
	}
	return append(out, len(text))
}
