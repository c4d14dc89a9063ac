package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"lectern/data"
	"lectern/data/desk"
	"lectern/data/library"
	"lectern/data/search"
	"lectern/data/synth"
)

// benchCommand measures Lectern on made-up reports of 4 KB. What it makes lies
// in the system's temporary folder and is removed at the end, but for a library
// that is to be kept.
type benchCommand struct {
	Reports int    `default:"20000" help:"How many reports the library for searches and lists holds." placeholder:"N"`
	Files   int    `default:"2000" help:"How many files the import brings in." placeholder:"N"`
	Rounds  int    `default:"40" help:"How often each search is timed." placeholder:"N"`
	Mixed   int    `help:"Instead, bring in this many files of every kind, cut off on the way, and look for every document." placeholder:"N"`
	Kills   int    `default:"3" help:"How often that import is killed." placeholder:"N"`
	Search  bool   `help:"Instead, ask a mix of queries of libraries of N and N/10 reports, and of the program sqlite3."`
	From    string `help:"With --search: a folder where the libraries are kept for another time." placeholder:"DIR"`
	Keep    string `help:"Leave the library for searches and lists in this new file." placeholder:"FILE"`
}

const (
	benchSize = 4 << 10 // of a report, in bytes
	benchSeed = 1
	benchPage = 50 // reports of a page of the list
	benchHits = 20 // hits a window shows at once, with their snippets
)

// Run prints a line for each figure.
func (c *benchCommand) Run(s *session) error {
	if c.Reports < 100 || c.Files < 1 || c.Rounds < 1 {
		return fmt.Errorf("%w: bench needs at least 100 reports, one file and one round", errWrongCall)
	}
	if _, err := os.Lstat(c.Keep); err == nil {
		return fmt.Errorf("%w: %s is there already", errWrongCall, filepath.Base(c.Keep))
	}
	dir, err := os.MkdirTemp("", "lectern-bench-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	out := s.lines()
	b := &bench{benchCommand: *c, session: s, dir: dir, out: out, maker: synth.New(benchSeed)}
	switch {
	case c.Mixed > 0:
		return out.close(b.archived())
	case c.Search:
		return out.close(searchBench{b}.run())
	}
	return out.close(errors.Join(b.importing(), b.searching()))
}

type bench struct {
	benchCommand
	*session
	dir   string
	out   *lines
	maker *synth.Maker
}

func (b *bench) figure(what, format string, args ...any) error {
	if err := b.out.line("%-44s %s", what, fmt.Sprintf(format, args...)); err != nil {
		return err
	}
	return b.out.out.Flush() // a person may be waiting
}

// importing brings files in from disk, on one core and on all.
func (b *bench) importing() error {
	folder := filepath.Join(b.dir, "files")
	if err := os.Mkdir(folder, 0o700); err != nil {
		return err
	}
	for i := range b.Files {
		r := b.maker.Report(i, benchSize)
		if err := os.WriteFile(filepath.Join(folder, r.FileName), []byte(r.Title+"\n\n"+r.Body), 0o600); err != nil {
			return err
		}
	}
	all := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(all)
	for _, rules := range []bool{true, false} {
		for _, cores := range slices.Compact([]int{1, all}) {
			runtime.GOMAXPROCS(cores)
			if err := b.timeImport(folder, rules, cores); err != nil {
				return err
			}
		}
	}
	return nil
}

// timeImport brings the files in once and prints how fast that went.
func (b *bench) timeImport(folder string, rules bool, cores int) error {
	how := "models"
	if rules {
		how = "rules"
	}
	busy := cpuTime()
	took, err := b.importOnce(folder, fmt.Sprintf("import-%s-%d.lectern", how, cores), rules)
	if err != nil {
		return err
	}
	busy = cpuTime() - busy
	return b.figure(fmt.Sprintf("import + split (%s) + index, cores: %d", how, cores),
		"%.0f reports/s (%d in %.2f s; %.2f s of CPU time)", float64(b.Files)/took.Seconds(), b.Files, took.Seconds(), busy.Seconds())
}

func (b *bench) importOnce(folder, name string, rules bool) (time.Duration, error) {
	lib, err := library.Open(b.ctx, library.Config{Path: filepath.Join(b.dir, name), Log: b.log})
	if err != nil {
		return 0, err
	}
	defer lib.Close()
	d := desk.New(desk.Config{Library: lib, Splitter: splitter(rules), Log: b.log})
	start := time.Now()
	i, err := d.Import(b.ctx, desk.Order{Paths: []string{folder}})
	took := time.Since(start)
	if err == nil && i.New != b.Files {
		err = fmt.Errorf("%d of %d files became reports", i.New, b.Files)
	}
	return took, err
}

// searching fills a library with ready-made readings and asks it.
func (b *bench) searching() error {
	path := filepath.Join(b.dir, "search.lectern")
	if b.Keep != "" {
		path = b.Keep
	}
	lib, err := library.Open(b.ctx, library.Config{Path: path, Log: b.log})
	if err != nil {
		return err
	}
	start := time.Now()
	err = b.fill(lib)
	took := time.Since(start)
	if err = errors.Join(err, lib.Close()); err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if err := b.figure(fmt.Sprintf("store + index alone, %d reports", b.Reports), "%.0f reports/s, %d MB on disk",
		float64(b.Reports)/took.Seconds(), info.Size()>>20); err != nil {
		return err
	}
	start = time.Now()
	if lib, err = library.Open(b.ctx, library.Config{Path: path, Log: b.log}); err != nil {
		return err
	}
	defer lib.Close()
	if err := b.figure("opening that library", "%.1f ms", ms(time.Since(start))); err != nil {
		return err
	}
	return errors.Join(b.searches(lib), b.lists(lib), b.figure("memory", "%s", memory()))
}

func (b *bench) fill(lib *library.Library) error {
	themes, err := lib.Themes(b.ctx)
	if err != nil {
		return err
	}
	return lib.Bulk(b.ctx, func(add func([]library.NewReport) ([]library.Added, error)) error {
		batch := make([]library.NewReport, 0, 2000)
		for i := range b.Reports {
			if err := b.ctx.Err(); err != nil {
				return err
			}
			r := b.maker.Report(i, benchSize)
			batch = append(batch, library.NewReport{
				Report: r.Report, Body: r.Body, Reading: r.Reading,
				// As if somebody had looked for themes: the window would catch up
				// with that first, and not be at rest.
				Finds: library.Finds{Edition: themes.Edition(), Published: r.Published},
			})
			if len(batch) == cap(batch) || i == b.Reports-1 {
				if _, err := add(batch); err != nil {
					return err
				}
				batch = batch[:0]
			}
		}
		return nil
	})
}

// searches times a search as the window does it: find, then the reports that
// are seen, with their snippets.
func (b *bench) searches(lib *library.Library) error {
	m := wordList{b.maker}
	for _, q := range []struct {
		what string
		word func(i int) string
	}{
		{"rare word", func(i int) string { return m.Word(40_000 + 97*i) }},
		{"middling word", func(i int) string { return m.Word(300 + 13*i) }},
		{"common word", func(i int) string { return m.Word(2 + i%40) }},
		{"name", func(i int) string { return m.Name(7 * i) }},
		{"two common words", func(i int) string { return m.Word(3+i%20) + " " + m.Word(25+i%15) }},
		{"phrase of common words", func(i int) string { return `"` + m.Word(i%8) + " " + m.Word(8+i%8) + `"` }},
		{"prefix of three letters", func(i int) string { return m.longWord(200 + 31*i)[:3] + "*" }},
	} {
		found := 0
		note := func() string { return fmt.Sprintf("%d found on average", found/b.Rounds) }
		find := func(i int) (search.Query, []data.ReportID, error) {
			query, err := search.Parse(q.word(i))
			if err != nil {
				return query, nil, err
			}
			hits, err := search.Find(b.ctx, lib, query, search.Ask{})
			found += hits.Total
			return query, hits.IDs[:min(len(hits.IDs), benchHits)], err
		}
		err := b.timed("search, "+q.what, func(i int) error { _, _, err := find(i); return err }, note)
		if err != nil {
			return err
		}
		found = 0
		err = b.timed(fmt.Sprintf("  with %d reports and snippets", benchHits), func(i int) error {
			query, page, err := find(i)
			if err != nil {
				return err
			}
			if _, err := search.Snippets(b.ctx, lib, query, page); err != nil {
				return err
			}
			_, err = lib.Reports(b.ctx, page)
			return err
		}, func() string { return "" })
		if err != nil {
			return err
		}
	}
	return nil
}

// wordList gives the maker's words by how common they are.
type wordList struct{ *synth.Maker }

// longWord is the first word from the n-th that has three letters or more.
func (w wordList) longWord(n int) string {
	for len(w.Word(n)) < 3 {
		n++
	}
	return w.Word(n)
}

func (b *bench) lists(lib *library.Library) error {
	ids, err := lib.IDs(b.ctx, library.Filter{})
	if err != nil {
		return err
	}
	none := func() string { return "" }
	return errors.Join(
		b.timed("list, all numbers", func(int) error { _, err := lib.IDs(b.ctx, library.Filter{}); return err }, none),
		b.timed("list, numbers of one lane", func(i int) error {
			_, err := lib.IDs(b.ctx, library.Filter{Lane: data.Lanes()[i%4]})
			return err
		}, none),
		b.timed("list, numbers to review", func(i int) error {
			_, err := lib.IDs(b.ctx, library.Filter{Review: data.Reviews()[i%2]})
			return err
		}, none),
		b.timed("list, numbers to review in a lane", func(i int) error {
			_, err := lib.IDs(b.ctx, library.Filter{Review: data.ReviewAll, Lane: data.Lanes()[i%4]})
			return err
		}, none),
		b.timed("the next report to review", func(i int) error {
			_, err := lib.NextToReview(b.ctx, ids[(i*7919)%len(ids)], data.ReviewAll)
			return err
		}, none),
		b.timed(fmt.Sprintf("list, a page of %d", benchPage), func(i int) error {
			at := (i * 7919) % max(len(ids)-benchPage, 1)
			_, err := lib.Reports(b.ctx, ids[at:min(at+benchPage, len(ids))])
			return err
		}, none),
		b.timed("opening a report", func(i int) error { _, err := lib.Document(b.ctx, ids[(i*7919)%len(ids)]); return err }, none),
	)
}

// timed runs work a number of times and prints the middle and the slow end.
func (b *bench) timed(what string, work func(i int) error, note func() string) error {
	took := make([]time.Duration, b.Rounds)
	for i := range took {
		if b.ctx.Err() != nil {
			return context.Cause(b.ctx)
		}
		start := time.Now()
		if err := work(i); err != nil {
			return err
		}
		took[i] = time.Since(start)
	}
	slices.Sort(took)
	return b.figure(what, "p50 %6.1f ms  p95 %6.1f ms  %s", ms(took[len(took)/2]), ms(took[len(took)*95/100]), note())
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// memory is what the program holds: of Go's heap, and in all where the system
// tells.
func memory() string {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	s := fmt.Sprintf("%d MB in use on the heap, %d MB from the system", m.HeapAlloc>>20, m.Sys>>20)
	if now := statusOf("VmRSS:"); now > 0 {
		s += fmt.Sprintf(", %d MB resident, %d MB at most", now>>20, mostResident()>>20)
	}
	return s
}

// mostResident is the most memory that this program has held, in bytes; 0 where
// the system does not tell.
func mostResident() int { return statusOf("VmHWM:") }

// statusOf is a line of what Linux tells about this program, in bytes.
func statusOf(key string) int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, key); ok {
			if kb, err := strconv.Atoi(strings.Fields(rest)[0]); err == nil {
				return kb << 10
			}
		}
	}
	return 0
}
