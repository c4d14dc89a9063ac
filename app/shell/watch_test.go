package shell

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWhatAWatchedFolderBringsIsSaidQuietlyAndUndone(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		dir := filepath.Join(t.TempDir(), "Inbox")
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		good, bad := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")
		for path, text := range map[string]string{good: article, bad: ""} {
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		h.sighted(sighting{dir, []string{good, bad}})
		h.driver.Settle()
		if words := h.told(); !strings.Contains(words, "1 report came in from Inbox") || !strings.Contains(words, "1 could not be read") {
			t.Errorf("it says %q", words)
		}
		if h.front != screen(h.shelf) || h.reports() != 1 {
			t.Errorf("%d reports; something took the place of the shelf: %v", h.reports(), h.front != screen(h.shelf))
		}
		h.notice.hide()
		h.sighted(sighting{dir, []string{good, bad}})
		h.driver.Settle()
		if h.notice.root.Visible() {
			t.Errorf("what was seen already is told again: %q", h.told())
		}
		h.sighted(sighting{folder: dir})
		h.driver.Settle()
		if words := h.told(); !strings.Contains(words, "“Inbox” is not there") {
			t.Errorf("of the folder it says %q", words)
		}
	})
}
