package help

import (
	"strings"

	"fyne.io/fyne/v2/lang"
)

// creditsTopic sets the notices: headings, paragraphs, and a line for each module
// with its licence and whose it is.
func creditsTopic(notices string) topic {
	t := topic{name: Credits, title: lang.L("Credits and licences")}
	t.blocks = append(t.blocks,
		block{kind: title, pieces: []piece{{words: t.title}}},
		block{pieces: []piece{{words: lang.L("Lectern is free software under the MIT licence.") + " " + lang.L("Lectern opens no network connection, ever.")}}})
	var said []string
	flush := func() {
		if len(said) > 0 {
			t.blocks = append(t.blocks, block{pieces: spoken(strings.Join(said, " "))})
			said = nil
		}
	}
	for line := range strings.Lines(notices) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' || line[0] == '|' {
			flush()
		}
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case line[0] == '#':
			t.blocks = append(t.blocks, block{kind: heading, pieces: []piece{{words: strings.TrimLeft(line, "# ")}}})
		case line[0] == '|':
			if b, ok := credit(line); ok {
				t.blocks = append(t.blocks, b)
			}
		default:
			said = append(said, line)
		}
	}
	flush()
	return t
}

// credit is a row of a table: module, what it is for where that is said, licence, copyright.
func credit(line string) (block, bool) {
	cells := strings.Split(strings.Trim(line, "| "), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	if len(cells) < 3 || cells[0] == "module" || strings.HasPrefix(cells[0], "--") {
		return block{}, false
	}
	last := len(cells) - 1
	about := "  " + cells[last-1] + " · " + cells[last]
	if last == 3 {
		about += " · " + cells[1]
	}
	return block{kind: item, pieces: []piece{{kind: strong, words: cells[0]}, {kind: quiet, words: about}}}, true
}

// spoken is a paragraph of the notices without its marks.
func spoken(words string) []piece {
	all, _ := pieces(words, func(name string) (string, bool) { return name, true })
	for i, p := range all {
		if p.kind == link {
			all[i] = piece{words: p.words} // leads out of the program
		}
	}
	return all
}
