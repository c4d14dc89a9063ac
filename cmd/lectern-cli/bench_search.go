package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"lectern/data/library"
	"lectern/data/library/fold"
	"lectern/data/search"
)

// searchBench asks a mix of queries of a library of a tenth and of one of all
// reports, and asks SQLite's own program the same words of the same texts.
type searchBench struct{ *bench }

// mixed is one kind of query of the mix. plain is the same for SQLite's FTS5, ""
// where that has nothing like it.
type mixed struct {
	what  string
	typed func(i int) string
	plain func(i int) string
}

// mix is what people ask, as the window asks it.
func (b searchBench) mix() []mixed {
	m := wordList{b.maker}
	common := func(i int) string { return m.Word(2 + i%40) }
	middling := func(i int) string { return m.Word(300 + 13*i) }
	rare := func(i int) string { return m.Word(40_000 + 97*i) }
	quoted := func(w string) string { return `"` + w + `"` }
	with := func(typed func(i int) string, more string) func(i int) string {
		return func(i int) string { return typed(i) + " " + more }
	}
	phrase := func(i int) string { return quoted(m.Word(i%8) + " " + m.Word(8+i%8)) }
	prefix := func(i int) string { return m.longWord(200 + 31*i)[:3] }
	place := func(i int) string { return strings.Fields(m.Report(i, 100).Publisher)[0] }
	return []mixed{
		{"a rare word", rare, func(i int) string { return quoted(rare(i)) }},
		{"a middling word", middling, func(i int) string { return quoted(middling(i)) }},
		{"a common word", common, func(i int) string { return quoted(common(i)) }},
		{"two words", func(i int) string { return common(i) + " " + middling(i) }, func(i int) string { return quoted(common(i)) + " AND " + quoted(middling(i)) }},
		{"a name as a phrase", func(i int) string { return quoted(m.Report(i, 600).Author) }, func(i int) string { return quoted(strings.ToLower(m.Report(i, 600).Author)) }},
		{"a phrase of common words", phrase, phrase},
		{"a prefix", func(i int) string { return prefix(i) + "*" }, func(i int) string { return quoted(prefix(i)) + "*" }},
		{"OR", func(i int) string { return middling(i) + " OR " + rare(i) }, func(i int) string { return quoted(middling(i)) + " OR " + quoted(rare(i)) }},
		{"without", func(i int) string { return middling(i) + " -" + middling(i+1) }, func(i int) string { return quoted(middling(i)) + " NOT " + quoted(middling(i+1)) }},
		{"near", func(i int) string { return middling(i) + " near/10 " + middling(i+2) }, func(i int) string { return "NEAR(" + quoted(middling(i)) + " " + quoted(middling(i+2)) + ", 10)" }},
		{"a word in a lane", with(middling, "lane:caveat"), nil},
		{"a word by a speaker", func(i int) string { return common(i) + " speaker:" + m.Name(7*i) }, nil},
		{"a word of a publisher", func(i int) string { return middling(i) + " publisher:" + place(i) }, nil},
		{"a word in some months", with(middling, "said:2024-02..2024-09"), nil},
		{"a phrase in some months", with(phrase, "said:2024"), nil},
		{"filters together", func(i int) string {
			return middling(i) + " lane:statement publisher:" + place(i) + " said:2022..2024 is:unread"
		}, nil},
		{"filters without a word", func(i int) string { return "publisher:" + place(i) + " said:2023 is:unread" }, nil},
	}
}

// run prints a table of both libraries and, where SQLite's program is there, how
// that does with the larger.
func (b searchBench) run() error {
	small, _, err := b.ask(max(b.Reports/10, 100), false)
	if err != nil {
		return err
	}
	large, plain, err := b.ask(b.Reports, true)
	if err != nil {
		return err
	}
	if err := b.out.line("\n%-26s %21s %30s %12s", "p50 / p95 / max, ms", fmt.Sprint(max(b.Reports/10, 100), " reports"), fmt.Sprint(b.Reports, " reports"), "sqlite3 p50"); err != nil {
		return err
	}
	var all, fewer, ours, theirs []float64
	for i, q := range b.mix() {
		beside := "-"
		if p := plain[q.what]; len(p) > 0 {
			beside = fmt.Sprintf("%.1f", middle(p))
			ours, theirs = append(ours, large[i]...), append(theirs, p...)
		}
		all, fewer = append(all, large[i]...), append(fewer, small[i]...)
		if err := b.out.line("%-26s %21s %30s %12s", q.what, spread(small[i]), spread(large[i]), beside); err != nil {
			return err
		}
	}
	err = b.out.line("%-26s %21s %30s", "all together", spread(fewer), spread(all))
	if err == nil && len(theirs) > 0 {
		err = b.out.line("the %d kinds that sqlite3 answers too: p50 / p95 / max %s ms, sqlite3 %s ms: %.2f times as long in all", len(plain),
			spread(ours), spread(theirs), sum(ours)/sum(theirs))
	}
	return errors.Join(err, b.figure("memory", "%s", memory()))
}

// ask fills a library of so many reports, unless it was kept, and asks the mix.
func (b searchBench) ask(reports int, compare bool) (took [][]float64, plain map[string][]float64, err error) {
	path := filepath.Join(b.dir, fmt.Sprint(reports, ".lectern"))
	if b.From != "" {
		path = filepath.Join(b.From, fmt.Sprint(reports, ".lectern"))
	}
	if _, missing := os.Stat(path); missing != nil {
		if err := b.make(path, reports); err != nil {
			return nil, nil, err
		}
	}
	start := time.Now()
	lib, err := library.Open(b.ctx, library.Config{Path: path, Log: b.log})
	if err != nil {
		return nil, nil, err
	}
	defer lib.Close()
	opened := time.Since(start)
	var first [3]time.Duration
	for i, typed := range []string{b.maker.Word(400), b.maker.Word(401) + " said:2024", b.maker.Word(402) + " speaker:" + b.maker.Name(7)} {
		start := time.Now()
		if _, err := b.once(lib, typed); err != nil {
			return nil, nil, err
		}
		first[i] = time.Since(start)
	}
	if err := b.figure(fmt.Sprint("opening ", reports, " reports, and the first answers"), "%.1f ms; a word %.1f ms, then one with days %.1f ms, then one by a speaker %.1f ms",
		ms(opened), ms(first[0]), ms(first[1]), ms(first[2])); err != nil {
		return nil, nil, err
	}
	for _, q := range b.mix() {
		var all []float64
		for i := range b.Rounds {
			start := time.Now()
			if _, err := b.once(lib, q.typed(i)); err != nil {
				return nil, nil, err
			}
			all = append(all, ms(time.Since(start)))
		}
		took = append(took, all)
	}
	if err := b.facets(lib); err != nil || !compare {
		return took, nil, err
	}
	plain, err = b.beside(reports)
	return took, plain, err
}

// once finds, and shows the first hits, as the window does.
func (b searchBench) once(lib *library.Library, typed string) (search.Found, error) {
	q, err := search.Parse(typed)
	if err != nil {
		return search.Found{}, err
	}
	found, err := search.Find(b.ctx, lib, q, search.Ask{})
	if err != nil {
		return found, err
	}
	_, err = search.Snippets(b.ctx, lib, found.Query, found.IDs[:min(len(found.IDs), benchHits)])
	return found, err
}

// facets times what comes after the hits: counts, and the passages.
func (b searchBench) facets(lib *library.Library) error {
	m := wordList{b.maker}
	none := func() string { return "" }
	return errors.Join(
		b.timed("  the counts of a common word", func(i int) error {
			q, err := search.Parse(m.Word(2 + i%40))
			if err != nil {
				return err
			}
			found, err := search.Find(b.ctx, lib, q, search.Ask{})
			if err != nil {
				return err
			}
			_, err = found.Facets(b.ctx, lib, benchHits)
			return err
		}, none),
		b.timed("  passages with a middling word", func(i int) error {
			q, err := search.Parse(m.Word(300 + 13*i))
			if err != nil {
				return err
			}
			_, err = search.Passages(b.ctx, lib, q, search.Ask{}, benchHits)
			return err
		}, none))
}

func (b searchBench) make(path string, reports int) error {
	lib, err := library.Open(b.ctx, library.Config{Path: path, Log: b.log})
	if err != nil {
		return err
	}
	was := b.Reports
	b.Reports = reports
	err = b.fill(lib)
	b.Reports = was
	return errors.Join(err, lib.Close())
}

// beside asks the program sqlite3 for the words of the mix: the 50 best of the
// newest 2,000 matches, and how many match, over the same folded texts.
func (b searchBench) beside(reports int) (map[string][]float64, error) {
	program, err := exec.LookPath("sqlite3")
	if err != nil {
		return nil, b.figure("sqlite3", "is not installed: nothing to compare with (apt-get install sqlite3)")
	}
	path := filepath.Join(b.dir, "plain.db")
	if b.From != "" {
		path = filepath.Join(b.From, "plain.db")
	}
	if _, missing := os.Stat(path); missing != nil {
		if err := b.makePlain(program, path, reports); err != nil {
			return nil, err
		}
	}
	script := &strings.Builder{}
	script.WriteString("PRAGMA cache_size = -24576;\n.timer on\n")
	for _, q := range b.mix() {
		if q.plain == nil {
			continue
		}
		for i := range b.Rounds {
			match := strings.ReplaceAll(q.plain(i), "'", "''")
			fmt.Fprintf(script, ".print @%s\nSELECT count(*) FROM search WHERE search MATCH '%s';\n", q.what, match)
			fmt.Fprintf(script, "SELECT count(*) FROM (SELECT rowid FROM search WHERE search MATCH '%s' AND rowid >= coalesce((SELECT rowid FROM search WHERE search MATCH '%s' ORDER BY rowid DESC LIMIT 1 OFFSET 1999), 0) ORDER BY bm25(search, 10, 1, 5) LIMIT 2000);\n", match, match)
		}
	}
	c := exec.CommandContext(b.ctx, program, "-readonly", path)
	c.Stdin = strings.NewReader(script.String())
	told, err := c.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("sqlite3: %w: %.200s", err, told)
	}
	return timesOf(string(told))
}

// timesOf reads what .timer printed, in milliseconds; the times of a query are
// added up.
func timesOf(told string) (map[string][]float64, error) {
	all, what := make(map[string][]float64), ""
	for line := range strings.Lines(told) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "@"); ok {
			what = name
			all[what] = append(all[what], 0)
			continue
		}
		rest, ok := strings.CutPrefix(line, "Run Time: real ")
		if strings.Contains(line, "rror") {
			return nil, fmt.Errorf("sqlite3: %s", line)
		}
		if !ok || what == "" {
			continue
		}
		seconds, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
		if err != nil {
			return nil, err
		}
		all[what][len(all[what])-1] += seconds * 1000
	}
	return all, nil
}

// makePlain fills a table like the library's index by sqlite3 itself.
func (b searchBench) makePlain(program, path string, reports int) error {
	c := exec.CommandContext(b.ctx, program, path)
	in, err := c.StdinPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	fmt.Fprintln(in, "PRAGMA synchronous = OFF; CREATE VIRTUAL TABLE search USING fts5 (title, text, speakers, content = '', tokenize = 'ascii');")
	fmt.Fprintln(in, "INSERT INTO search (search, rank) VALUES ('hashsize', 33554432); INSERT INTO search (search, rank) VALUES ('automerge', 8); BEGIN;")
	f := fold.For("en")
	for i := range reports {
		r := b.maker.Report(i, benchSize)
		var speakers []string
		for _, a := range r.Reading.Attributions {
			if !slices.Contains(speakers, a.Speaker) {
				speakers = append(speakers, a.Speaker)
			}
		}
		_, err = fmt.Fprintf(in, "INSERT INTO search (rowid, title, text, speakers) VALUES (%d, '%s', '%s', '%s');\n", i+1,
			f.Append(nil, r.Title), f.Append(nil, r.Body), f.Append(nil, strings.Join(speakers, "\n")))
		if err != nil || i%2000 == 1999 {
			fmt.Fprintln(in, "COMMIT; BEGIN;")
		}
	}
	fmt.Fprintln(in, "COMMIT;")
	return errors.Join(err, in.Close(), c.Wait())
}

func middle(all []float64) float64 {
	all = slices.Sorted(slices.Values(all))
	return all[len(all)/2]
}

func spread(all []float64) string {
	all = slices.Sorted(slices.Values(all))
	return fmt.Sprintf("%.1f / %.1f / %.1f", all[len(all)/2], all[len(all)*95/100], all[len(all)-1])
}

func sum(all []float64) (s float64) {
	for _, x := range all {
		s += x
	}
	return s
}
