package search

import (
	"slices"
	"strings"

	"lectern/data"
)

// Field is what a query can ask besides words. Its value is the name typed before
// the colon.
type Field string

// The fields.
const (
	Speaker   Field = "speaker"
	Lane      Field = "lane"
	Theme     Field = "theme"
	Said      Field = "said"
	Published Field = "published"
	Publisher Field = "publisher"
	Origin    Field = "origin"
	Tag       Field = "tag"
	Is        Field = "is"
	Has       Field = "has"
	Lang      Field = "lang"
	Grade     Field = "grade"
	Marking   Field = "marking"
)

// Fields lists the fields that something in a library can answer, in the order
// they are offered.
func Fields() []Field {
	return []Field{Speaker, Lane, Theme, Said, Published, Publisher, Origin, Tag, Marking, Is, Has, Lang}
}

// named are the other names of fields and of their values. Ukrainian ones serve
// in an English interface too.
var named = []struct {
	field Field
	also  []string
}{
	{Speaker, []string{"мовець", "хто"}},
	{Lane, []string{"смуга", "голос"}},
	{Theme, []string{"тема"}},
	{Said, []string{"сказано"}},
	{Published, []string{"опубліковано", "дата"}},
	{Publisher, []string{"видавець", "видання"}},
	{Origin, []string{"першоджерело", "джерело"}},
	{Tag, []string{"мітка", "тег"}},
	{Is, []string{"є"}},
	{Has, []string{"має"}},
	{Lang, []string{"мова", "language"}},
	{Grade, []string{"оцінка"}},
	{Marking, []string{"гриф"}},
}

// fieldOf finds a field by any of its names.
func fieldOf(name string) (Field, bool) {
	name = strings.ToLower(name)
	for _, n := range named {
		if string(n.field) == name || slices.Contains(n.also, name) {
			return n.field, true
		}
	}
	return "", false
}

// Local is the Ukrainian name of a field.
func (f Field) Local() string {
	for _, n := range named {
		if n.field == f {
			return n.also[0]
		}
	}
	return ""
}

// choice is a value from a short list, and its other names.
type choice struct {
	value string
	also  []string
}

var (
	laneChoices = []choice{
		{string(data.Statement), []string{"statements", "s", "заява", "заяви"}},
		{string(data.Caveat), []string{"caveats", "c", "застереження"}},
		{string(data.Reaction), []string{"reactions", "r", "реакція", "реакції"}},
		{string(data.Background), []string{"b", "тло"}},
	}
	isChoices = []choice{
		{"unread", []string{"new", "непрочитане", "нове"}}, {"read", []string{"прочитане"}}, {"sample", []string{"зразок"}},
		{"copy", []string{"передрук", "копія"}},
	}
	hasChoices     = []choice{{"theme", []string{"тема"}}, {"tag", []string{"мітка", "тег"}}, {"note", []string{"нотатка"}}}
	markingChoices = []choice{{"clear", nil}, {"green", nil}, {"amber", nil}, {"amber+strict", nil}, {"red", nil}}
)

// choices are the values of a field that takes one from a list, and what to say
// about any other.
func choices(f Field) ([]choice, Want) {
	switch f {
	case Lane:
		return laneChoices, WantLane
	case Is:
		return isChoices, WantIs
	case Has:
		return hasChoices, WantHas
	case Marking:
		return markingChoices, WantMarking
	}
	return nil, ""
}

// chosen finds a value in a list; begun tells that it may become one.
func chosen(all []choice, word string) (value string, ok, begun bool) {
	word = strings.ToLower(word)
	for _, c := range all {
		if c.value == word || slices.Contains(c.also, word) {
			return c.value, true, false
		}
		for _, name := range append([]string{c.value}, c.also...) {
			begun = begun || strings.HasPrefix(name, word)
		}
	}
	return "", false, begun
}

// isGrade reports whether word is an Admiralty grade or half of one: B2, B, 2.
func isGrade(word string) bool {
	w := strings.ToUpper(word)
	w = strings.TrimLeft(w, "ABCDEF")
	return len(word)-len(w) <= 1 && len(w) <= 1 && strings.Trim(w, "123456") == "" && word != ""
}
