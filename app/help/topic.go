// Package help is the screen that explains Lectern: short topics, the list of
// keys, the credits and the self-check, all searched together and none of it
// from anywhere but this program.
package help

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"lectern/assets"
)

// Pages that are no topics of their own in assets/help.
const (
	Keys    = "keys"
	Credits = "credits"
	Check   = "self-check"
)

// topic is one page of the help.
type topic struct {
	name   string // what links call it
	title  string
	blocks []block
}

type blockKind int

const (
	paragraph blockKind = iota
	title
	heading
	item
	picture
	row   // two columns: keys, and what they do
	state // of a part of Lectern, and what is known of it
)

// block is a part of a page from top to bottom.
type block struct {
	kind   blockKind
	pieces []piece
	file   string // of a picture
}

type pieceKind int

const (
	plain pieceKind = iota
	strong
	name  // of something on screen
	key   // a key cap
	code  // something to type
	link  // to a topic, or an example that runs
	quiet // beside the matter
)

// find begins the target of a link that searches.
const find = "find:"

// piece is a stretch of a block in one face.
type piece struct {
	kind   pieceKind
	words  string
	target string // of a link
}

// text is what a block says, for the search.
func (b block) text() string {
	var all strings.Builder
	for _, p := range b.pieces {
		all.WriteString(p.words)
		if p.kind == key {
			all.WriteByte(' ')
		}
	}
	return strings.TrimSpace(all.String())
}

// topics reads all topics in a language, in their order; a language without
// them gets the English ones.
func topics(language string) ([]topic, error) {
	names, err := fs.Glob(assets.Help, "help/"+language+"/*.md")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 && language != "en" {
		return topics("en")
	}
	said, err := onScreen(language)
	if err != nil {
		return nil, err
	}
	var all []topic
	for _, file := range names {
		text, err := fs.ReadFile(assets.Help, file)
		if err != nil {
			return nil, err
		}
		t, err := parse(string(text), said)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		_, t.name, _ = strings.Cut(strings.TrimSuffix(path.Base(file), ".md"), "-")
		all = append(all, t)
	}
	return all, nil
}

// onScreen gives what a thing on screen is called in a language. Help texts name
// things by their English words, so that they can never call them by others.
func onScreen(language string) (func(english string) (string, bool), error) {
	words := map[string]any{}
	text, err := fs.ReadFile(assets.Translations, assets.TranslationsDir+"/"+language+".json")
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &words); err != nil {
		return nil, err
	}
	return func(english string) (string, bool) {
		said, ok := words[english].(string)
		if !ok {
			return english, false
		}
		return said, true
	}, nil
}
