package help

import (
	"fmt"
	"regexp"
	"strings"
)

// inline are the marks inside a paragraph: a link or picture, a key, a name on
// screen, strong words, something to type.
var inline = regexp.MustCompile(`\[([^\]]+)\]\(([^)]*)\)|<kbd>([^<]+)</kbd>|\*\*([^*]+)\*\*|\*([^*]+)\*|` + "`([^`]+)`")

var pictured = regexp.MustCompile(`^!\[([^\]]*)\]\(pictures/([\w.-]+)\)$`)

// parse reads the little Markdown that topics are written in: a title, headings,
// paragraphs, items and pictures; *Names on screen* and <kbd>keys</kbd> are English
// and become what said calls them.
func parse(text string, said func(string) (string, bool)) (t topic, err error) {
	for part := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		for _, b := range apart(strings.TrimSpace(part)) {
			if b.kind == title {
				t.title = b.pieces[0].words
			}
			if b.kind != picture {
				if b.pieces, err = pieces(b.pieces[0].words, said); err != nil {
					return t, err
				}
			}
			t.blocks = append(t.blocks, b)
		}
	}
	if t.title == "" {
		return t, fmt.Errorf("no title")
	}
	return t, nil
}

// apart makes blocks of what stands between two empty lines: one, or several items.
func apart(part string) (all []block) {
	add := func(kind blockKind, words string) {
		all = append(all, block{kind: kind, pieces: []piece{{words: words}}})
	}
	if m := pictured.FindStringSubmatch(part); m != nil {
		return []block{{kind: picture, file: m[2], pieces: []piece{{kind: quiet, words: m[1]}}}}
	}
	for line := range strings.Lines(part) {
		line = strings.TrimSpace(line)
		last := len(all) - 1
		switch {
		case line == "":
		case strings.HasPrefix(line, "# "):
			add(title, line[2:])
		case strings.HasPrefix(line, "## "):
			add(heading, line[3:])
		case strings.HasPrefix(line, "- "):
			add(item, line[2:])
		case last >= 0 && (all[last].kind == paragraph || all[last].kind == item):
			all[last].pieces[0].words += " " + line
		default:
			add(paragraph, line)
		}
	}
	return all
}

// held keeps a line from beginning with the signs that French sets apart.
var held = strings.NewReplacer(" :", "\u00a0:", " ;", "\u00a0;", " ?", "\u00a0?", " !", "\u00a0!", " »", "\u00a0»", "« ", "«\u00a0")

func pieces(words string, said func(string) (string, bool)) (all []piece, err error) {
	words, at := held.Replace(words), 0
	for _, m := range inline.FindAllStringSubmatchIndex(words, -1) {
		if m[0] > at {
			all = append(all, piece{words: words[at:m[0]]})
		}
		at = m[1]
		group := func(i int) string { return words[m[2*i]:m[2*i+1]] }
		switch {
		case m[2] >= 0:
			all = append(all, piece{kind: link, words: group(1), target: group(2)})
		case m[6] >= 0:
			all = append(all, piece{kind: key, words: keyCap(group(3), said)})
		case m[8] >= 0:
			all = append(all, piece{kind: strong, words: group(4)})
		case m[10] >= 0:
			known, ok := said(group(5))
			if !ok {
				err = fmt.Errorf("nothing on screen is called %q", group(5))
			}
			all = append(all, piece{kind: name, words: known})
		default:
			all = append(all, piece{kind: code, words: group(6)})
		}
	}
	if at < len(words) {
		all = append(all, piece{words: words[at:]})
	}
	return all, err
}

// keyCap is how a key is written on its cap: "Ctrl+Z", each part by its name in
// the language.
func keyCap(english string, said func(string) (string, bool)) string {
	parts := strings.Split(english, "+")
	for i, p := range parts {
		if len(p) > 1 {
			parts[i], _ = said(p)
		}
	}
	return onThisKeyboard(strings.Join(parts, "+"))
}
