package shell

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lectern/app/help"
	"lectern/assets"
)

// Who reads of a key in the help must find it doing that, and in the list of keys.
func TestEveryKeyNamedInTheHelpIsInTheListOfKeys(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		listed := []string{"Ctrl"} // is held, and does nothing alone
		for _, g := range h.keyGroups() {
			for _, l := range g.Lines {
				listed = append(listed, keysOf(l.Key)...)
			}
		}
		named := regexp.MustCompile(`<kbd>([^<]+)</kbd>`)
		files, err := fs.Glob(assets.Help, "help/en/*.md")
		if err != nil || len(files) == 0 {
			t.Fatal(files, err)
		}
		for _, file := range files {
			text, err := fs.ReadFile(assets.Help, file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range named.FindAllStringSubmatch(string(text), -1) {
				if !slices.Contains(listed, m[1]) {
					t.Errorf("%s names the key %s, which is in no list of keys", file, m[1])
				}
			}
		}
	})
}

// keysOf are the keys in a line of the list: "Alt+Up  Down" is Alt+Up and Alt+Down.
func keysOf(words string) (all []string) {
	held := ""
	for _, k := range strings.Split(words, "  ") {
		k = strings.TrimSpace(k)
		if at := strings.LastIndex(k, "+"); at > 0 {
			held = k[:at+1]
		} else {
			all = append(all, held+k)
		}
		all = append(all, k)
	}
	return all
}

func TestHelpComesBackToWhereItWasOpened(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.pasteText()
		form := h.front
		h.typedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
		if !h.unkept() {
			t.Error("what is in the form can be lost while the help is in front")
		}
		over, ok := h.helpInFront()
		if !ok {
			t.Fatalf("F1 shows %T", h.front)
		}
		h.ShowHelp(help.Keys)
		if again, _ := h.helpInFront(); again != over {
			t.Error("another help is in front of the help")
		}
		h.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if h.front != form {
			t.Errorf("Esc leads to %T, want the form", h.front)
		}
	})
}
