package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"lectern/data"
	"lectern/data/split"
	"lectern/data/split/judge"
	"lectern/data/split/judge/teach"
	"lectern/data/synth"
)

// evalCommand learns lanes as train does, without what they are scored on, and
// scores the attributions of the model that ships: every figure that the splitter
// is held to, with its aim.
type evalCommand struct {
	Corpora string `required:"" placeholder:"DIR" help:"Annotated news, a folder like shared/corpora."`
	Lanes   string `placeholder:"DIR" help:"Reports with lanes, a folder like shared/lanes/dev; by default ../lanes/dev beside the corpora."`
	Seed    uint64 `default:"1" help:"Of the learning." placeholder:"N"`
}

// Run prints the table. A figure that misses its aim is marked, and errSome
// comes back (exit status 1).
func (c *evalCommand) Run(s *session) error {
	if c.Lanes == "" {
		c.Lanes = lanesBeside(c.Corpora)
	}
	t := &scores{lines: s.lines()}
	// Speed goes first: what is learned later would be in the way of memory.
	for _, part := range []func(*session, *scores) error{c.speed, c.spans, c.sentences} {
		if err := part(s, t); err != nil {
			return t.close(err)
		}
	}
	if err := t.close(nil); err != nil {
		return err
	}
	if t.missed > 0 {
		say("%d figures miss their aim", t.missed)
		return errSome
	}
	return nil
}

// sentences scores lanes by cross-validation over the documents, and what is said
// of sentences.
func (c *evalCommand) sentences(s *session, t *scores) error {
	m := newMeter("eval")
	f, err := teach.Evaluate(s.ctx, teach.Config{Corpora: c.Corpora, Lanes: c.Lanes, Seed: c.Seed, Name: laneModelName, Progress: m.show})
	m.end()
	if err != nil {
		return err
	}
	for l, x := range f.Lane {
		t.prf("lane "+string(data.Lanes()[l]), x, 0)
	}
	t.atLeast("lanes, macro F1", f.MacroF1, 72)
	t.atLeast("lanes, accuracy", f.Accuracy, 80)
	t.plain("  by rules alone, macro F1", fmt.Sprintf("%.1f", f.Rules.MacroF1))
	t.plain("  by rules alone, accuracy", fmt.Sprintf("%.1f", f.Rules.Accuracy))
	t.atMost("lanes, calibration error", "%.3f", f.ECE, 0.05)
	t.prf("speech", f.Speech, 86)
	t.prf("uncertain", f.Uncertain, 62)
	return nil
}

// spans scores how well the parts of attributions are found.
func (c *evalCommand) spans(s *session, t *scores) error {
	reads := splitter(s.rules)
	tokens, err := teach.TokenFigures(filepath.Join(c.Corpora, "cofenet", "valid.jsonl"), reads)
	if err != nil {
		return err
	}
	for n, role := range teach.Roles {
		t.prf("tokens, exact "+role, tokens[n], [...]float64{70, 67, 60}[n])
	}
	f, err := teach.AttributionFigures(filepath.Join(c.Corpora, "polnear", "dev"), reads)
	if err != nil {
		return err
	}
	for n, role := range teach.Roles {
		t.prf("attribution, trimmed "+role, f.Trimmed[n], [...]float64{0, 0, 55}[n])
	}
	for n, role := range teach.Roles {
		t.prf("attribution, overlapping "+role, f.Overlap[n], [...]float64{0, 0, 80}[n])
	}
	t.atMost(fmt.Sprintf("attribution, calibration error (%d)", f.Said), "%.3f", f.ECE, 0.05)
	return nil
}

// evalReports is how many made-up reports the speed is taken on.
const evalReports = 200

// speed takes how long the models take to load and to read made-up reports of
// 4 KB on one core, and how that grows with a report's length.
func (c *evalCommand) speed(s *session, t *scores) error {
	all := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(all)
	start := time.Now()
	reads := splitter(s.rules)
	loading := ms(time.Since(start))
	maker := synth.New(benchSeed)
	texts := make([]string, evalReports)
	for i := range texts {
		texts[i] = maker.Report(i, benchSize).Body
	}
	before := cpuTime()
	for _, text := range texts {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		reads.Split(text, split.Hints{})
	}
	t.plain("models", reads.Model())
	t.atLeast("reports of 4 KB a second, one core", evalReports/(cpuTime()-before).Seconds(), 50)
	t.atMost("loading the models, ms", "%.0f", loading, 300)
	if err := c.growth(s, t, reads, strings.Join(texts, "\n\n")); err != nil {
		return err
	}
	if most := mostResident(); most > 0 {
		t.atMost("memory at most, MB", "%.0f", float64(most)/(1<<20), 300)
	}
	return nil
}

// growth prints what a kilobyte costs in texts of 10 KB to 1 MB.
func (c *evalCommand) growth(s *session, t *scores, reads judge.Labeller, text string) error {
	for len(text) < 1<<20 {
		text += "\n\n" + text
	}
	least := 0.0
	for _, size := range []int{10 << 10, 32 << 10, 100 << 10, 320 << 10, 1 << 20} {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		rounds := max(1, 200<<10/size)
		before := cpuTime()
		for range rounds {
			reads.Split(text[:size], split.Hints{Lang: "en"})
		}
		each := ms(cpuTime()-before) / float64(rounds) / float64(size>>10)
		if least == 0 {
			least = each
		}
		t.plain(fmt.Sprintf("  a report of %d KB, ms a KB", size>>10), fmt.Sprintf("%.2f", each))
		if size == 1<<20 {
			t.atMost("a KB of 1 MB costs, of 10 KB, times", "%.2f", each/least, 1.5)
		}
	}
	return nil
}

// scores prints figures with their aims and counts those that miss them.
type scores struct {
	*lines
	missed int
	headed bool
}

func (t *scores) row(what, p, r, value, aim, mark string) {
	if !t.headed {
		t.headed = true
		t.row("", "P", "R", "", "aim", "")
	}
	// What cannot be written is told by close.
	_ = t.line("%s", strings.TrimRight(fmt.Sprintf("%-42s %6s %6s %8s  %-8s %s", what, p, r, value, aim, mark), " "))
	_ = t.out.Flush() // a person may be waiting
}

func (t *scores) mark(hit bool) string {
	if hit {
		return "✓"
	}
	t.missed++
	return "✗ missed"
}

func (t *scores) plain(what, value string) { t.row(what, "", "", value, "", "") }

func (t *scores) atLeast(what string, value, aim float64) {
	t.row(what, "", "", fmt.Sprintf("%.1f", value), fmt.Sprintf("≥ %g", aim), t.mark(value >= aim))
}

func (t *scores) atMost(what, format string, value, aim float64) {
	t.row(what, "", "", fmt.Sprintf(format, value), fmt.Sprintf("≤ %g", aim), t.mark(value <= aim))
}

// prf prints precision, recall and F1; no aim is 0.
func (t *scores) prf(what string, x teach.PRF, aim float64) {
	p, r, f := fmt.Sprintf("%.1f", x.P), fmt.Sprintf("%.1f", x.R), fmt.Sprintf("%.1f", x.F1)
	if aim == 0 {
		t.row(what, p, r, f, "", "")
		return
	}
	t.row(what, p, r, f, fmt.Sprintf("≥ %g", aim), t.mark(x.F1 >= aim))
}
