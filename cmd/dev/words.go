package main

import (
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lectern/data"
)

// word is one text that the program can show, found in the code.
type word struct {
	key     string // what translations are found by
	english string // what shows where none is found
	plural  bool   // it has a form per count
	prefix  bool   // key is only how the keys begin: "lane." + string(lane)
	at      string // file:line
}

// words is the command: what translations lack, and with -write an en.json
// that has all that the code alone can tell.
func (w workshop) words(_ context.Context, args []string) error {
	write := len(args) == 1 && strings.TrimLeft(args[0], "-") == "write"
	if len(args) > 0 && !write {
		return plain("Usage: go run ./cmd/dev words [-write]")
	}
	said, wrong, err := w.said()
	if err != nil {
		return err
	}
	if write {
		if err := w.writeEnglish(said); err != nil {
			return err
		}
	}
	for _, lang := range languages {
		known, err := w.translation(lang.code)
		if err != nil {
			return err
		}
		wrong = append(wrong, lang.wrong(said, known)...)
		for _, key := range unused(said, known) {
			w.say("%s: nothing shows %q any more", lang.code, key)
		}
	}
	for _, s := range wrong {
		w.say("%s", s)
	}
	if len(wrong) > 0 {
		return plain(fmt.Sprintf("%d words to see to.", len(wrong)))
	}
	w.say("All %d words are there in every language.", len(said))
	return nil
}

// said collects every word of the code, and says which calls cannot be checked.
func (w workshop) said() (said []word, wrong []string, err error) {
	for _, code := range data.FaultCodes() {
		said = append(said, word{key: "fault." + string(code), english: data.FaultMessage(code), at: "data/fault.go"})
	}
	for _, dir := range []string{"app", "cmd/lectern"} {
		if !w.has(dir) {
			continue
		}
		err := w.eachGoFile(dir, func(path string, text []byte) error {
			if strings.HasSuffix(path, "_test.go") {
				return nil
			}
			found, loose, err := wordsIn(path, text)
			said, wrong = append(said, found...), append(wrong, loose...)
			return err
		})
		if err != nil {
			return nil, nil, err
		}
	}
	slices.SortFunc(said, func(a, b word) int { return strings.Compare(a.key+"\x00"+a.at, b.key+"\x00"+b.at) })
	return said, wrong, nil
}

// wordCalls are fyne's lang functions: how many leading arguments are text, and
// whether they choose a form by count.
var wordCalls = map[string]struct {
	keyed, plural bool
}{
	"L": {false, false}, "Localize": {false, false}, "N": {false, true}, "LocalizePlural": {false, true},
	"X": {true, false}, "LocalizeKey": {true, false}, "XN": {true, true}, "LocalizePluralKey": {true, true},
}

// wordsIn finds the words of one file. A key that is not written out cannot be
// checked and is reported, unless it starts with a written prefix.
func wordsIn(path string, text []byte) (said []word, loose []string, err error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, text, parser.SkipObjectResolution)
	if err != nil {
		return nil, nil, err
	}
	name := importName(file, "fyne.io/fyne/v2/lang", "lang")
	if name == "" {
		return nil, nil, nil
	}
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		fun, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		room, ok := fun.X.(*ast.Ident)
		how, known := wordCalls[fun.Sel.Name]
		if !ok || room.Name != name || !known || len(call.Args) == 0 {
			return true
		}
		place := set.Position(call.Pos())
		at := fmt.Sprintf("%s:%d", place.Filename, place.Line)
		key, whole := written(call.Args[0])
		if !whole && (key == "" || !how.keyed) {
			loose = append(loose, at+": the text is not written out here, so no translation can be checked")
			return true
		}
		found := word{key: key, english: key, plural: how.plural, prefix: !whole, at: at}
		if how.keyed {
			found.english = ""
			if len(call.Args) > 1 {
				found.english, _ = written(call.Args[1])
			}
		}
		said = append(said, found)
		return true
	})
	return said, loose, nil
}

// importName is what file calls the package at path; "" when it does not.
func importName(file *ast.File, path, usual string) string {
	for _, spec := range file.Imports {
		if got, _ := strconv.Unquote(spec.Path.Value); got == path {
			if spec.Name != nil {
				return spec.Name.Name
			}
			return usual
		}
	}
	return ""
}

// written is the text of literals joined by +, as far as they go from the left;
// whole tells whether that is all of it.
func written(e ast.Expr) (text string, whole bool) {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return written(e.X)
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		left, all := written(e.X)
		if !all || e.Op != token.ADD {
			return left, false
		}
		right, all := written(e.Y)
		return left + right, all
	}
	return "", false
}

var placeholder = regexp.MustCompile(`\{\{\s*(\.\w+)\s*\}\}`)

// placeholders are the names that text takes from the program, each once.
func placeholders(text string) []string {
	var names []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}
