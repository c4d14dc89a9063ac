package teach

import (
	"context"
	"slices"

	"lectern/data/split"
	"lectern/data/split/judge"
)

// kinds are newsdiscourse's kinds of content.
var kinds = []string{"main", "consequence", "previous", "context", "historical", "anecdotal", "evaluation", "expectations", "na"}

// How each model is learned. The numbers were chosen on the development parts;
// little hangs on any of them.
var (
	speechLesson    = lesson{name: "speech", classes: []string{"yes"}, bits: 17, epochs: 6, rate: .05, decay: .2, bayes: true, min: 2, cut: .3}
	uncertainLesson = lesson{name: "uncertain", classes: []string{"yes"}, bits: 18, epochs: 4, rate: .02, decay: .1, min: 2, cut: .29}
	kindLesson      = lesson{name: "kind", classes: kinds, bits: 16, epochs: 5, rate: .1, decay: .1}
	firstLook       = weighing{rounds: 60, rate: .3, ridge: 8, words: 1, seen: 4, extra: .3}
	secondLook      = weighing{rounds: 60, rate: .3, ridge: 1, words: 1, extra: 1}
)

// folds is in how many parts the reports are cut so that the second look learns
// from first looks at reports that the first had not seen.
const folds = 5

// Config says what to learn from.
type Config struct {
	Corpora string // a folder like shared/corpora
	Lanes   string // a folder like shared/lanes/dev
	Seed    uint64 // same seed and same files: same bytes
	Name    string // of the judge, with its version: "lanes-1"
	// Progress is told what is being done, and how much of that; nil tells nobody.
	Progress func(what string, done, total int)
}

func (c Config) tell(what string, done, total int) {
	if c.Progress != nil {
		c.Progress(what, done, total)
	}
}

// school is what is read once and learned from many times.
type school struct {
	Config
	heads     judge.Judge // learned without the labelled documents
	reports   []report    // the lane documents, with their traits
	labelled  []report    // documents of the corpora with lanes
	discourse []example   // speech, in all of newsdiscourse/train
	hedged    []example
}

// Train learns a judge. It stops with ctx's error soon after ctx ends.
func Train(ctx context.Context, c Config) (*judge.Judge, error) {
	s, err := c.read(ctx)
	if err != nil {
		return nil, err
	}
	j := s.heads
	// The traits of labelled documents must not come from a head that knew them;
	// the one that ships may know all.
	j.Speech = *speechLesson.learn(s.discourse, s.Seed)
	j.First, j.Second = looks(slices.Concat(s.labelled, s.reports))
	held, err := s.outOfFold(ctx, &j)
	if err != nil {
		return nil, err
	}
	j.Heat = heat(s.reports, held)
	return &j, nil
}

// read reads the corpora and learns the heads.
func (c Config) read(ctx context.Context) (*school, error) {
	s := &school{Config: c}
	c.tell("reading the documents", 0, 1)
	from := corpora{Dir: c.Corpora, Splitter: split.NewRules(), ctx: ctx}
	lists, err := from.lists()
	if err != nil {
		return nil, err
	}
	from.words = judge.NewWords(lists)
	if s.labelled, err = from.labelled(); err != nil {
		return nil, err
	}
	if s.reports, err = laneReports(c.Lanes, from.Splitter); err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, r := range s.labelled {
		known[r.name] = true
	}
	kind, err := from.discourse("train", "kind", func(k string) int { return max(0, slices.Index(kinds, k)) }, known)
	if err != nil {
		return nil, err
	}
	speech, err := from.discourse("train", "speech", yes, known)
	if err != nil {
		return nil, err
	}
	if s.discourse, err = from.discourse("train", "speech", yes, nil); err != nil {
		return nil, err
	}
	if s.hedged, err = from.hedged(); err != nil {
		return nil, err
	}
	c.tell("learning speech, certainty and kind", 0, 1)
	s.heads = judge.Judge{Name: c.Name, Heat: 1, Words: from.words, Speech: *speechLesson.learn(speech, c.Seed),
		Uncertain: *uncertainLesson.learn(s.hedged, c.Seed), Kind: *kindLesson.learn(kind, c.Seed)}
	for _, rs := range [][]report{s.labelled, s.reports} {
		for i := range rs {
			rs[i].traits = s.heads.Traits(rs[i].text, &rs[i].reading)
		}
	}
	return s, ctx.Err()
}

// looks learns both lane models. The second sees, for every report, what a first
// look says that has not learned from it.
func looks(rs []report) (first, second judge.LaneModel) {
	again := slices.Clone(rs)
	for k := range folds {
		var others []report
		for i := range rs {
			if i%folds != k {
				others = append(others, rs[i])
			}
		}
		m := firstLook.learn(others)
		for i := range rs {
			if i%folds == k {
				again[i].traits = judge.Again(&rs[i].reading, m.All(rs[i].traits))
			}
		}
	}
	return firstLook.learn(rs), secondLook.learn(again)
}

// outOfFold judges every lane document by models learned from all the others and
// from the labelled documents: the chances of each of its sentences. j gives the
// heads; its Heat is not used.
func (s *school) outOfFold(ctx context.Context, j *judge.Judge) ([][][4]float64, error) {
	out := make([][][4]float64, len(s.reports))
	for d := range s.reports {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s.tell("judging lanes out of fold", d, len(s.reports))
		r := &s.reports[d]
		held := *j
		held.Heat = 1
		held.First, held.Second = looks(slices.Concat(s.labelled, s.reports[:d], s.reports[d+1:]))
		out[d] = held.Chances(&r.reading, r.traits)
	}
	return out, nil
}
