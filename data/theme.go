package data

import (
	"encoding/binary"
	"hash/fnv"
	"strings"
)

// ThemeID names a theme inside one library. It is never used again.
type ThemeID int64

// Theme is a subject that reports keep coming back to, known by its words.
// People change both.
type Theme struct {
	ID   ThemeID
	Name string
	// Phrases are words, or words that follow each other. Capitals, hyphens and
	// the possessive 's make no difference; a star at the end of a word stands for
	// any ending ("guarantee*").
	Phrases []string
}

// ThemeCount says how often a report touches a theme.
type ThemeCount struct {
	Theme ThemeID
	Name  string
	Count int
}

// Themes is all themes of a library, in the order people see them.
type Themes []Theme

// Edition tells two sets of themes apart that would be found at different
// places. Names do not count: a theme that is only renamed is found where it was.
// It is never 0.
func (all Themes) Edition() int64 {
	h := fnv.New64a()
	for _, t := range all {
		h.Write(binary.AppendVarint(nil, int64(t.ID)))
		h.Write([]byte(strings.Join(t.Phrases, "\n") + "\n\n"))
	}
	if sum := int64(h.Sum64()); sum != 0 {
		return sum
	}
	return 1
}

// CleanPhrases puts phrases as people type them into the form they are kept in:
// single spaces, no empty ones, none twice.
func CleanPhrases(phrases []string) []string {
	var clean []string
	seen := make(map[string]bool)
	for _, p := range phrases {
		p = strings.Join(strings.Fields(p), " ")
		if folded := strings.ToLower(p); p != "" && !seen[folded] {
			seen[folded] = true
			clean = append(clean, p)
		}
	}
	return clean
}
