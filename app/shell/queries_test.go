package shell

import (
	"io"
	"strings"
	"testing"

	"lectern/app/shelf"
)

func TestAListOfSearchesIsAnsweredAndOneOpensInTheLibrary(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.BringSamples(nil)
		h.driver.Settle()
		h.showAnswers()
		if !strings.HasPrefix(h.told(), "No list of searches was run") {
			t.Errorf("told %q", h.told())
		}
		h.runQueries("list.csv", io.NopCloser(strings.NewReader("bridge\nheadline\n")))
		h.driver.Settle()
		if _, ok := h.front.(*shelf.Answers); !ok {
			t.Fatalf("%T is in front, want the answers (told %q)", h.front, h.told())
		}
		h.openQuery("headline")
		h.driver.Settle()
		if h.front != screen(h.shelf) || h.shelf.Current() == 0 {
			t.Errorf("%T is in front, on report %d", h.front, h.shelf.Current())
		}
		h.showAnswers()
		if _, ok := h.front.(*shelf.Answers); !ok {
			t.Errorf("%T is in front, want the answers again", h.front)
		}
	})
}

func TestAListWithoutSearchesIsSaidPlainly(t *testing.T) {
	inside(t, func(t *testing.T, h *house) {
		h.runQueries("empty.csv", io.NopCloser(strings.NewReader("query\n\n")))
		h.driver.Settle()
		if h.front != screen(h.shelf) || h.answers != nil {
			t.Errorf("%T is in front", h.front)
		}
	})
}
