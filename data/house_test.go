package data_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms is the house plan's "who may import whom" among our own packages, by
// folder with all below it; "data/*" stands for every room of that floor. A new room is added
// here with the edges it needs, and no more.
var rooms = map[string][]string{
	"data":         {},
	"data/name":    {}, // folds names; any room of data may use it
	"data/wrap":    {},
	"data/font":    {}, // fonts of the system
	"data/bidi":    {}, // which way text runs; anybody may ask
	"data/ingest":  {"data", "data/wrap"},
	"data/split":   {"data", "data/name", "data/wrap"},
	"data/library": {"data", "data/name"},
	"data/search":  {"data", "data/name", "data/library"},
	"data/compare": {"data", "data/name", "data/library"},
	"data/brief":   {"data", "data/name", "data/split", "data/library", "data/compare"},
	"data/export":  {"data", "data/bidi", "data/name", "data/library", "data/brief", "data/split"},
	"data/pack":    {"data", "data/name", "data/library"},
	"data/vault":   {"data", "data/library"},
	"data/desk":    {"data", "data/*"},
	"data/synth":   {"data"},

	"assets": {},

	"app/look":     {"data", "data/font", "assets"},
	"app/task":     {"data"},
	"app/ui":       {"data", "data/bidi", "app/look", "app/task"},
	"app/ui/scene": {"data", "data/bidi", "data/brief", "app/look", "app/ui"},
	"app/bring":    screen,
	"app/shelf":    screen,
	"app/reading":  screen,
	"app/compare":  screen,
	"app/original": screen,
	"app/tidy":     screen,
	"app/help":     screen,
	"app/brief":    screen,
	"app/send":     screen,
	"app/stage":    screen,
	"app/welcome":  screen,
	"app/settings": screen,
	"app/shell":    {"data", "data/*", "app/*", "assets"},
	"app/start":    {"data", "data/*", "app/*", "assets"}, // opens libraries and shows the shell
	"app/tour":     {"data", "data/*", "app/*", "assets"}, // drives the shell as a person would

	"cmd/lectern":     {"data", "data/*", "app/*", "assets"},
	"cmd/lectern-cli": {"data", "data/*", "assets"},
	"cmd/dev":         {"data"},
}

// screen is what every screen may import: never another screen.
var screen = []string{"data", "data/*", "app/ui", "app/look", "app/task", "assets"}

// testsAlso is what the tests of every room may use besides: made-up reports.
var testsAlso = []string{"data/synth", "assets"}

// topLevel is what may lie beside the dot-files; dist is what packaging makes.
var topLevel = []string{"cmd", "app", "data", "assets", "go.mod", "go.sum", "FyneApp.toml", "README.md", "LICENSE", "dist"}

func TestTopLevelHoldsOnlyWhatThePlanNames(t *testing.T) {
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(topLevel, e.Name()) {
			t.Errorf("%s does not belong at the top level", e.Name())
		}
	}
}

func TestImportsFollowTheHousePlan(t *testing.T) {
	read := 0
	eachFile(t, func(name string, file *ast.File, line func(ast.Node) int) {
		read++
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if why := forbidden(name, imported); why != "" {
				t.Errorf("%s:%d imports %s: %s", name, line(spec), imported, why)
			}
		}
	})
	if read == 0 {
		t.Fatal("no Go file was found to check")
	}
}

// The house has one door between work and screen.
func TestScreensStartNoGoroutines(t *testing.T) {
	eachFile(t, func(name string, file *ast.File, line func(ast.Node) int) {
		if !strings.HasPrefix(name, "app/") || roomOf(name) == "app/task" || strings.HasSuffix(name, "_test.go") {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if g, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s:%d starts a goroutine; app/task does that", name, line(g))
			}
			return true
		})
	})
}

// The rules have to catch what they are for: each line breaks one.
func TestForbiddenCatches(t *testing.T) {
	for _, c := range []struct{ file, imports string }{
		{"data/lane.go", "golang.org/x/text/language"},
		{"data/lane.go", "lectern/data/split"},
		{"data/split/rules.go", "lectern/data/library"},
		{"data/split/rules.go", "lectern/data/synth"},
		{"data/split/rules_test.go", "lectern/data/library"},
		{"data/ingest/html.go", "lectern/data/library"},
		{"data/library/open.go", "lectern/data/split"},
		{"data/search/find.go", "lectern/data/split"},
		{"data/desk/desk.go", "lectern/app/task"},
		{"data/desk/desk.go", "fyne.io/fyne/v2"},
		{"data/desk/desk.go", "gorm.io/gorm"},
		{"data/library/open.go", "modernc.org/sqlite"},
		{"data/library/open_test.go", "modernc.org/sqlite"},
		{"data/library/open.go", "C"},
		{"data/ingest/html.go", "net/http"},
		{"data/ingest/html_test.go", "net/http"},
		{"data/ingest/html.go", "net"},
		{"app/original/view.go", "crypto/tls"},
		{"data/unplanned/x.go", "fmt"},
		{"app/shelf/list.go", "lectern/app/reading"},
		{"app/shelf/list.go", "lectern/app/shell"},
		{"app/ui/chip.go", "lectern/app/shelf"},
		{"app/ui/page/page.go", "lectern/data/library"},
		{"app/look/theme.go", "lectern/app/ui"},
		{"app/shell/shell.go", "lectern/cmd/lectern"},
		{"cmd/lectern-cli/main.go", "lectern/app/look"},
		{"cmd/lectern-cli/main.go", "fyne.io/fyne/v2"},
		{"cmd/dev/main.go", "lectern/data/library"},
		{"cmd/dev/main.go", "github.com/alecthomas/kong"},
	} {
		if forbidden(c.file, c.imports) == "" {
			t.Errorf("%s may import %s, against the house plan", c.file, c.imports)
		}
	}
	for _, c := range []struct{ file, imports string }{
		{"data/lane.go", "strings"},
		{"data/lane_test.go", "pgregory.net/rapid"},
		{"data/library/open_test.go", "lectern/data/synth"},
		{"data/desk/desk.go", "lectern/data/library"},
		{"data/library/open.go", "gorm.io/gorm"},
		{"data/library/errors.go", "modernc.org/sqlite/lib"},
		{"app/shelf/list.go", "lectern/app/ui/page"},
		{"app/ui/page/page.go", "fyne.io/fyne/v2"},
		{"app/ui/page/page_test.go", "lectern/app/look"},
		{"app/shell/shell.go", "lectern/app/reading"},
	} {
		if why := forbidden(c.file, c.imports); why != "" {
			t.Errorf("%s may not import %s (%s), against the house plan", c.file, c.imports, why)
		}
	}
}

// forbidden tells why the file may not import the package; "" when it may.
func forbidden(name, imported string) string {
	room := roomOf(name)
	allowed, known := rooms[room]
	switch ours, own := strings.CutPrefix(imported, "lectern/"); {
	case !known:
		return room + " is in no house plan; add it to rooms in data/house_test.go"
	case own && (within(ours, room) || strings.HasSuffix(name, "_test.go") && slices.Contains(testsAlso, ours)):
		return ""
	case own && !slices.ContainsFunc(allowed, func(pattern string) bool { return within(ours, pattern) }):
		return room + " may use only " + strings.Join(allowed, ", ")
	case own:
		return ""
	}
	return foreign(name, room, imported)
}

// foreign judges imports that are not ours.
func foreign(name, room, imported string) string {
	inData := room == "data" || strings.HasPrefix(room, "data/")
	standard := !strings.Contains(strings.SplitN(imported, "/", 2)[0], ".")
	test := strings.HasSuffix(name, "_test.go")
	switch {
	case imported == "C" && !strings.HasPrefix(room, "app/"):
		return "it has to build without a C compiler"
	case imported == "net" && test: // a trap on this machine, to show that nobody asks
		return ""
	case imported == "net/http", imported == "net/rpc", imported == "net/smtp", imported == "crypto/tls", imported == "net" && room != "cmd/dev":
		return "Lectern uses no network"
	case standard:
		return ""
	case room == "cmd/dev", (room == "data" || room == "assets") && !test:
		return "standard library only"
	case strings.HasPrefix(imported, "fyne.io/") && (inData || room == "cmd/lectern-cli" || room == "assets"):
		return "only app and cmd/lectern know Fyne"
	case imported == "modernc.org/sqlite":
		return "it registers the driver a second time and panics"
	case within(imported, "gorm.io/*"), within(imported, "github.com/glebarez/*"), within(imported, "modernc.org/*"):
		if room != "data/library" {
			return "only data/library knows its database"
		}
	}
	return ""
}

// roomOf is the room a file lies in: the deepest of rooms around it, or its own
// folder where the plan has none.
func roomOf(name string) string {
	folder := path.Dir(name)
	for dir := folder; dir != "."; dir = path.Dir(dir) {
		if _, ok := rooms[dir]; ok && dir != "data" {
			return dir
		}
	}
	return folder
}

// within tells whether a path is the room or a part of it, or on the floor that
// "data/*" names. "data" alone is the vocabulary without the rooms around it.
func within(name, pattern string) bool {
	if floor, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(name, floor)
	}
	return name == pattern || pattern != "data" && strings.HasPrefix(name, pattern+"/")
}

// eachFile parses every Go file of the checkout and hands it over by its path
// in it, with a function that gives a node's line.
func eachFile(t *testing.T, do func(name string, file *ast.File, line func(ast.Node) int)) {
	t.Helper()
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != ".." && (entry.Name()[0] == '.' || entry.Name() == "testdata" || entry.Name() == "dist") {
			return fs.SkipDir
		}
		if entry.IsDir() || filepath.Ext(name) != ".go" {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return fmt.Errorf("parsing %s: %w", name, err)
		}
		short, err := filepath.Rel("..", name)
		if err != nil {
			return err
		}
		do(filepath.ToSlash(short), file, func(n ast.Node) int { return set.Position(n.Pos()).Line })
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
