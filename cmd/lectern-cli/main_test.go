package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lectern/data"
	"lectern/data/ingest/worker"
	"lectern/data/library"
)

// The tests run lectern-cli as others do: as a program of its own, which is this
// test's binary under another flag.
const asProgram = "LECTERN_CLI_AS_PROGRAM"

func TestMain(m *testing.M) {
	worker.BeChild(readers)
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

type result struct {
	out, errs string
	status    int
}

func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "LECTERN_LIBRARY=")
	return cmd
}

func finish(t *testing.T, cmd *exec.Cmd) result {
	t.Helper()
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return result{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

func call(t *testing.T, args ...string) result {
	t.Helper()
	return finish(t, program(t, args...))
}

// objects reads the JSON lines of an output.
func objects[T any](t *testing.T, out string) []T {
	t.Helper()
	var all []T
	for line := range strings.Lines(out) {
		var v T
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatalf("%q is no JSON: %v", line, err)
		}
		all = append(all, v)
	}
	return all
}

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const call1 = "Envoys hold first call\nBy Olena Marchuk\n14 March 2026\nSource: Harbour Post\n\n" +
	"“The talks were constructive,” President Taras Velm said on Tuesday.\n\nAnalysts caution that the details remain scarce.\n"

const call2 = `<html lang="uk"><head><title>Розмова</title></head><body><p>Президент Тарас Вельм заявив, що розмова була змістовною.</p></body></html>`

type imported struct {
	Path, Status, Error, Code string
	Report                    data.ReportID
}

func TestAReportGoesInIsListedShownAndFound(t *testing.T) {
	dir := t.TempDir()
	lib := filepath.Join(dir, "l.lectern")
	write(t, dir, "in/1.txt", call1)
	write(t, dir, "in/2.html", call2)
	write(t, dir, "in/3.txt", "")
	r := call(t, "--library", lib, "import", "--json", filepath.Join(dir, "in"))
	in := objects[imported](t, r.out)
	if r.status != 1 || len(in) != 3 || in[0].Status != "new" || in[1].Status != "new" || in[2].Status != "failed" || in[2].Code != "empty-file" || in[2].Error == "" {
		t.Fatalf("import: %+v", r)
	}
	if lines := strings.Count(r.errs, "\n"); lines != 2 || !strings.Contains(r.errs, "3.txt is empty") || !strings.Contains(r.errs, "2 new, 0 known, 0 newer versions, 1 failed") {
		t.Errorf("standard error: %q", r.errs)
	}
	again := objects[imported](t, call(t, "--library", lib, "import", "--json", filepath.Join(dir, "in", "1.txt")).out)
	if len(again) != 1 || again[0].Status != "known" || again[0].Report != in[0].Report {
		t.Errorf("the second time: %+v", again)
	}

	list := objects[wireReport](t, call(t, "--library", lib, "list", "--json").out)
	if len(list) != 2 {
		t.Fatalf("list: %+v", list)
	}
	one := list[len(list)-1]
	if one.ID != in[0].Report {
		one = list[0]
	}
	if one.Title != "Envoys hold first call" || one.Publisher != "Harbour Post" || one.Published != "2026-03-14" || one.Lang != "en" || len(one.Lanes) != 4 || one.Lanes[data.Statement] == 0 {
		t.Errorf("list: %+v", one)
	}
	first := objects[wireReport](t, call(t, "--library", lib, "list", "--json", "--limit", "1").out)
	rest := objects[wireReport](t, call(t, "--library", lib, "list", "--json", "--after", fmt.Sprint(first[0].ID)).out)
	if len(first) != 1 || len(rest) != 1 || first[0].ID == rest[0].ID {
		t.Errorf("pages: %+v, %+v", first, rest)
	}

	hits := objects[wireHit](t, call(t, "--library", lib, "search", "--json", "constructive").out)
	if len(hits) != 1 || hits[0].Report != in[0].Report || hits[0].Title != one.Title || hits[0].Lane != data.Statement || hits[0].End <= hits[0].Start {
		t.Errorf("search: %+v", hits)
	}
	hits = objects[wireHit](t, call(t, "--library", lib, "search", "--json", "--by", "passage", "змістовною").out)
	if len(hits) != 1 || hits[0].Report != in[1].Report || !strings.Contains(hits[0].Snippet, "Вельм") {
		t.Errorf("search by passage: %+v", hits)
	}
	if r := call(t, "--library", lib, "search", "nowhere"); r != (result{}) {
		t.Errorf("a search without hits: %+v", r)
	}
	if r := call(t, "--library", lib, "check"); r != (result{}) {
		t.Errorf("check: %+v", r)
	}
	if r := call(t, "--library", lib, "check", "--repair"); r != (result{}) {
		t.Errorf("check --repair: %+v", r)
	}
}

// Offsets count characters and a person's decision goes before the machine's.
func TestShowAppliesDecisionsAndCountsCharacters(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "l.lectern")
	call(t, "--library", path, "import", write(t, dir, "1.txt", call1))
	lib, err := library.Open(t.Context(), library.Config{Path: path, Who: "Tester"})
	if err != nil {
		t.Fatal(err)
	}
	ids, err := lib.IDs(t.Context(), library.Filter{})
	if err != nil || len(ids) != 1 {
		t.Fatal(ids, err)
	}
	doc, err := lib.Document(t.Context(), ids[0])
	if err != nil {
		t.Fatal(err)
	}
	last := doc.Passages[len(doc.Passages)-1]
	if err := lib.Decide(t.Context(), []data.PassageID{last.ID}, data.Reaction); err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	shown := objects[wireDocument](t, call(t, "--library", path, "show", "--json", fmt.Sprint(ids[0])).out)
	if len(shown) != 1 || shown[0].Text != strings.TrimSpace(call1) || len(shown[0].Sentences) != len(doc.Passages) {
		t.Fatalf("%+v", shown)
	}
	chars := []rune(shown[0].Text)
	for i, s := range shown[0].Sentences {
		if got, want := string(chars[s.Start:s.End]), doc.Passages[i].In(doc.Body); got != want {
			t.Errorf("sentence %d is %q, want %q", i, got, want)
		}
	}
	end := shown[0].Sentences[len(shown[0].Sentences)-1]
	if end.Lane != "reaction" || !end.Decided || end.By != "Tester" || end.Score != 1 {
		t.Errorf("the decided sentence: %+v", end)
	}
	if len(shown[0].Attributions) == 0 || shown[0].Chars != len(chars) {
		t.Errorf("%d attributions, %d characters of %d", len(shown[0].Attributions), shown[0].Chars, len(chars))
	}
	if plain := call(t, "--library", path, "show", fmt.Sprint(ids[0])).out; !strings.Contains(plain, "R* Analysts caution") {
		t.Errorf("plain: %q", plain)
	}
}

func TestTextPrintsWhatWouldBeKept(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct{ name, text, want string }{
		{"a.txt", "\xEF\xBB\xBFOne line\r\nand two.\r\n", "One line\nand two."},
		{"b.html", "<html><body><p>The <b>talks</b> go on.</p></body></html>", "The talks go on."},
		{"c.md", "# A title\n\nThe *talks* go on.\n", "A title\n\nThe talks go on."},
	} {
		if r := call(t, "text", write(t, dir, c.name, c.text)); r != (result{out: c.want}) {
			t.Errorf("%s: %+v", c.name, r)
		}
	}
	table := write(t, dir, "d.csv", "title,text\nA call,The talks go on.\nNone,\nDoubts,Nothing was signed.\n")
	if r := call(t, "text", table); r.status != 1 || r.out != "=== d.csv › 1 ===\nThe talks go on.\n\n=== d.csv › 3 ===\nNothing was signed.\n\n" || !strings.Contains(r.errs, "d.csv › 2 has no words") {
		t.Errorf("a table: %+v", r)
	}
	type row struct {
		Name, Title string
		From        map[string]string
	}
	if rows := objects[row](t, call(t, "text", "--json", table).out); len(rows) != 2 || rows[1].Title != "Doubts" || rows[1].From["title"] != "column" {
		t.Errorf("a table as JSON: %+v", rows)
	}
	cmd := program(t, "text", "-")
	cmd.Stdin = strings.NewReader("From standard input.")
	if r := finish(t, cmd); r.out != "From standard input." || r.status != 0 {
		t.Errorf("standard input: %+v", r)
	}
	if r := call(t, "text", write(t, dir, "p.txt", "\x89PNG\r\n\x1a\n\x00\x00")); r.status != 1 || r.out != "" || !strings.Contains(r.errs, "p.txt is not a text document") {
		t.Errorf("a picture: %+v", r)
	}
}

func TestSplitPrintsItsContract(t *testing.T) {
	dir := t.TempDir()
	file := write(t, dir, "a.txt", call1)
	r := call(t, "split", file, filepath.Join(dir, "not there.txt"))
	type splitOut struct {
		File      string
		Chars     int
		Sentences []wireSentence
	}
	all := objects[splitOut](t, r.out)
	if r.status != 1 || len(all) != 1 || all[0].File != file || all[0].Chars != len([]rune(call1)) || len(all[0].Sentences) == 0 || !strings.Contains(r.errs, "not there.txt") {
		t.Errorf("%+v", r)
	}
	cmd := program(t, "split", "--lines", "-")
	cmd.Stdin = strings.NewReader("One line.\nAnother. And more.\n")
	if all := objects[splitOut](t, finish(t, cmd).out); len(all) != 1 || len(all[0].Sentences) != 2 {
		t.Errorf("--lines: %+v", all)
	}
}

func TestALikelihoodIsToldOnlyWhereTheReportHasItsWord(t *testing.T) {
	cmd := program(t, "split", "--lines", "-")
	cmd.Stdin = strings.NewReader("Так. It may rain.\nThe “deal” is highly likely to hold.\n")
	all := objects[struct{ Sentences []wireSentence }](t, finish(t, cmd).out)
	if len(all) != 1 || len(all[0].Sentences) != 2 || all[0].Sentences[0].Likelihood != nil {
		t.Fatalf("%+v", all)
	}
	if got := all[0].Sentences[1].Likelihood; got == nil || *got != (wireLikelihood{"very likely", 80, 95, [2]int{32, 45}}) {
		t.Errorf("%+v", got)
	}
}

func TestTextIsTheTextThatShowPrints(t *testing.T) {
	dir := t.TempDir()
	file, lib := write(t, dir, "a.txt", "  A title\r\n\r\n"+call1+"\n\n"), filepath.Join(dir, "l.lectern")
	call(t, "--library", lib, "import", file)
	kept := objects[struct{ Text string }](t, call(t, "--library", lib, "show", "--json", "1").out)
	if got := call(t, "text", file).out; len(kept) != 1 || got != kept[0].Text {
		t.Errorf("text prints %q, show keeps %q", got, kept)
	}
}

func TestEveryBadLineOfTokensIsNamed(t *testing.T) {
	cmd := program(t, "split", "--tokens", "-")
	cmd.Stdin = strings.NewReader(`{"id":1,"tokens":["Low","said"]}` + "\nnonsense\n\n{}\n" + `{"id":2,"tokens":[]}` + "\n" + strings.Repeat("[]\n", 12))
	r := finish(t, cmd)
	if n := len(objects[struct{ ID int }](t, r.out)); n != 2 || r.status != 1 {
		t.Errorf("%d objects, status %d", n, r.status)
	}
	for _, want := range []string{"-, line 2, is", "line 4, is", "line 6, is", "line 13, is", "so are 4 more lines"} {
		if !strings.Contains(r.errs, want) {
			t.Errorf("%q is not in %q", want, r.errs)
		}
	}
}

func TestMissingFilesAreSaidInPlainWords(t *testing.T) {
	dir := t.TempDir()
	for _, args := range [][]string{{"text"}, {"split"}, {"split", "--tokens"}} {
		for path, want := range map[string]string{"not there.txt": "not there.txt is not there. It may have been moved", ".": "cannot read"} {
			if r := call(t, append(args, filepath.Join(dir, path))...); r.status != 1 || !strings.Contains(r.errs, want) || strings.Count(r.errs, "\n") != 1 {
				t.Errorf("%q %s: %+v", args, path, r)
			}
		}
	}
	missing := filepath.Join(dir, "none")
	for _, only := range []string{"attribution", "lanes"} {
		if r := call(t, "train", "--corpora", missing, "--out", dir, "--only", only); r.status != 1 || !strings.Contains(r.errs, "is not there") {
			t.Errorf("%s: %+v", only, r)
		}
	}
}

func TestExitStatuses(t *testing.T) {
	dir := t.TempDir()
	lib := filepath.Join(dir, "l.lectern")
	file := write(t, dir, "a.txt", call1)
	foreign := write(t, dir, "foreign.lectern", "this is no library, whatever its name says")
	call(t, "--library", lib, "import", file)
	for _, c := range []struct {
		want int
		args []string
	}{
		{0, []string{"version"}},
		{0, []string{"--help"}},
		{0, []string{"import", "--help"}},
		{0, []string{"--library", filepath.Join(dir, "new.lectern"), "list"}},
		{0, []string{"list", "--library", lib}},
		{1, []string{"--library", lib, "import", filepath.Join(dir, "not there.txt")}},
		{1, []string{"--library", lib, "show", "99"}},
		{1, []string{"--library", lib, "list", "--after", "99"}},
		{1, []string{"split", filepath.Join(dir, "not there.txt")}},
		{1, []string{"text", filepath.Join(dir, "not there.txt")}},
		{2, nil},
		{2, []string{"nonsense"}},
		{2, []string{"list"}}, // which library?
		{2, []string{"--library", lib, "import"}},
		{2, []string{"--library", lib, "show", "one"}},
		{2, []string{"--library", lib, "search", "--by", "colour", "x"}},
		{2, []string{"--library", lib, "search", "-x"}},
		{2, []string{"--library", lib, "search", "said:soon"}},
		{2, []string{"--library", lib, "search", "..."}},
		{2, []string{"split", "--lines", "--tokens", file}},
		{2, []string{"--library", lib, "export", "--format", "pdf", "--out", "x.pdf"}}, // what?
		{2, []string{"--library", lib, "export", "--format", "odt", "--out", "x.odt", "--report", "1"}},
		{1, []string{"--library", lib, "export", "--format", "md", "--out", filepath.Join(dir, "x.md"), "--report", "99"}},
		{2, []string{"--library", lib, "pack", "x"}},
		{2, []string{"restore", "x", "y"}},
		{2, []string{"--library", lib, "pack", "--out", "x"}},
		{2, []string{"--library", lib, "unpack", "--preview", "x"}},
		{2, []string{"eval"}},
		{2, []string{"train", "--epochs", "3"}},
		{3, []string{"--library", filepath.Join(dir, "no folder", "l.lectern"), "list"}},
		{3, []string{"--library", foreign, "list"}},
		{3, []string{"--library", foreign, "import", file}},
		{3, []string{"--library", dir, "list"}},
	} {
		r := call(t, c.args...)
		if r.status != c.want {
			t.Errorf("%q: status %d, want %d\n%s%s", c.args, r.status, c.want, r.out, r.errs)
		}
		if (r.errs == "") != (c.want == 0) {
			t.Errorf("%q: standard error is %q", c.args, r.errs)
		}
		if c.want >= 2 && r.out != "" {
			t.Errorf("%q: standard output is %q", c.args, r.out)
		}
	}
	if b, err := os.ReadFile(foreign); err != nil || !strings.HasPrefix(string(b), "this is no library") {
		t.Error("the foreign file was touched")
	}
}

func TestTheEnvironmentNamesTheLibraryAndASecondWriterIsRefused(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "l.lectern")
	file := write(t, dir, "a.txt", call1)
	lib, err := library.Open(t.Context(), library.Config{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	cmd := program(t, "import", file)
	cmd.Env = append(cmd.Env, "LECTERN_LIBRARY="+path)
	if r := finish(t, cmd); r.status != 3 || r.out != "" || !strings.Contains(r.errs, "Another Lectern is using l.lectern") {
		t.Errorf("while another writes: %+v", r)
	}
	if r := call(t, "--library", path, "list"); r.status != 0 {
		t.Errorf("reading while another writes: %+v", r)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	cmd = program(t, "import", file)
	cmd.Env = append(cmd.Env, "LECTERN_LIBRARY="+path)
	if r := finish(t, cmd); r.status != 0 || !strings.HasPrefix(r.out, "new\t1\t") {
		t.Errorf("afterwards: %+v", r)
	}
}

func TestBenchPrintsItsTable(t *testing.T) {
	r := call(t, "bench", "--reports", "200", "--files", "20", "--rounds", "3")
	for _, what := range []string{"import + split (models) + index", "store + index alone", "search, common word", "list, a page of 50", "memory"} {
		if !strings.Contains(r.out, what) {
			t.Errorf("%q is missing", what)
		}
	}
	if r.status != 0 || r.errs != "" {
		t.Errorf("%+v", r)
	}
}

func TestBenchLeavesItsLibraryWhereItIsTold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "kept.lectern")
	args := []string{"bench", "--reports", "100", "--files", "1", "--rounds", "1", "--keep", file}
	if r := call(t, args...); r.status != 0 {
		t.Fatalf("%+v", r)
	}
	if r := call(t, "--library", file, "list", "--json", "--limit", "1000"); r.status != 0 || len(objects[map[string]any](t, r.out)) != 100 {
		t.Errorf("the kept library lists %d reports: %s", strings.Count(r.out, "\n"), r.errs)
	}
	if r := call(t, args...); r.status != 2 || !strings.Contains(r.errs, "is there already") {
		t.Errorf("a second time: %+v", r)
	}
}
