package help

import (
	"context"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"

	"lectern/data/library"
)

// System is what the self-check looks at. A nil part is said to be not known.
type System struct {
	Version string
	Library *library.Library
	Opening error                                                                // why the library did not open
	Path    string                                                               // of the library
	Careful bool                                                                 // the library was opened for reading only to look at it
	Read    func(ctx context.Context, name string, words []byte) (string, error) // a document, in the child process
	Split   func(ctx context.Context, words string) (sentences int, models string, err error)
	Display func() Display // asked on the UI goroutine
	Backup  time.Time      // the last one; zero for none known
}

// Display is what is known of where the window is drawn.
type Display struct {
	Window   string // its size
	Scale    float32
	Monitors []Monitor
	OpenGL   string // version
	Renderer string
}

// Monitor is one display.
type Monitor struct {
	Size  string
	Scale float32
}

// State is how a part of Lectern is.
type State int

// The states.
const (
	OK State = iota
	Attention
	Failed
)

// Finding is a line of the self-check.
type Finding struct {
	Name  string
	Found string
	Do    string // what to do about it; "" for nothing
	State State
}

// Places writes paths without what tells who the user is.
type Places struct{ home, user string }

// Here are the places of this user.
func Here() Places {
	home, _ := os.UserHomeDir()
	p := Places{home: home}
	if u, err := user.Current(); err == nil {
		p.user = u.Username[strings.LastIndexAny(u.Username, `\/`)+1:]
	}
	return p
}

// Hide writes ~ for the home folder wherever it stands in words, and … for a
// folder that is called as the user is.
func (p Places) Hide(words string) string {
	if len(p.home) > 1 {
		words = strings.ReplaceAll(words, p.home, "~")
		words = strings.ReplaceAll(words, filepath.ToSlash(p.home), "~")
	}
	if p.user == "" {
		return words
	}
	var out strings.Builder
	part := func(r rune) bool { return strings.ContainsRune(`/\: ,;"'()`, r) }
	for len(words) > 0 {
		end := strings.IndexFunc(words, part)
		if end < 0 {
			end = len(words)
		}
		name := words[:end]
		if strings.EqualFold(name, p.user) {
			name = "…"
		}
		out.WriteString(name)
		if end < len(words) {
			out.WriteByte(words[end])
			end++
		}
		words = words[end:]
	}
	return out.String()
}
