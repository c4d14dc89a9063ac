package help

import (
	"html"
	"runtime"
	"strings"

	"fyne.io/fyne/v2/lang"
)

// KeyGroup are the keys of one screen.
type KeyGroup struct {
	Title string
	Lines []KeyLine
}

// KeyLine is a key, or several two spaces apart, and what it does.
type KeyLine struct{ Key, Does string }

// keysTopic is the list of keys as a page.
func keysTopic(groups []KeyGroup) topic {
	t := topic{name: Keys, title: lang.L("All keys")}
	t.blocks = append(t.blocks, block{kind: title, pieces: []piece{{words: t.title}}})
	for _, g := range groups {
		t.blocks = append(t.blocks, block{kind: heading, pieces: []piece{{words: g.Title}}})
		for _, l := range g.Lines {
			t.blocks = append(t.blocks, block{kind: row, pieces: []piece{{kind: key, words: l.Key}, {words: l.Does}}})
		}
	}
	return t
}

// onThisKeyboard writes keys as a Mac's have them.
func onThisKeyboard(keys string) string {
	if runtime.GOOS != "darwin" {
		return keys
	}
	return strings.NewReplacer("Ctrl+", "⌘", "Strg+", "⌘", "Shift+", "⇧").Replace(keys)
}

// printed is a page of keys as HTML that needs nothing else.
func printed(t topic, language string) string {
	var out strings.Builder
	out.WriteString(`<!DOCTYPE html><html lang="` + language + `"><meta charset="utf-8"><title>Lectern: ` + html.EscapeString(t.title) + `</title>
<style>
body{font:10pt/1.35 "Noto Sans",sans-serif;columns:2;column-gap:12mm;margin:12mm}
h1{font-size:17pt;margin:0 0 4mm;column-span:all}h2{font-size:11pt;margin:4mm 0 1mm;break-after:avoid}
p{margin:0 0 1mm;padding-left:34mm;text-indent:-34mm;break-inside:avoid}
span{display:inline-block;width:34mm;text-indent:0}
kbd{font:inherit;font-size:9pt;border:1px solid #777;border-radius:3px;padding:0 1.2mm;white-space:nowrap}
</style>
`)
	for _, b := range t.blocks {
		switch b.kind {
		case title:
			out.WriteString("<h1>Lectern: " + html.EscapeString(b.text()) + "</h1>\n")
		case heading:
			out.WriteString("<h2>" + html.EscapeString(b.text()) + "</h2>\n")
		case row:
			out.WriteString("<p><span>")
			for _, k := range strings.Split(b.pieces[0].words, "  ") {
				out.WriteString("<kbd>" + html.EscapeString(strings.TrimSpace(k)) + "</kbd> ")
			}
			out.WriteString("</span>" + html.EscapeString(b.pieces[1].words) + "</p>\n")
		}
	}
	out.WriteString("</html>\n")
	return out.String()
}
