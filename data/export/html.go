package export

import (
	"fmt"
	"html/template"
	"io"
	"time"

	"lectern/data"
)

// WriteHTML writes a paper as one page that needs nothing else: no script, no
// font, nothing fetched. A screen reader reads it in the order of the paper.
func WriteHTML(out io.Writer, p Paper, words Words) error {
	return page.Execute(out, struct {
		Paper
		Words Words
		Day   string
	}{p, words, words.day(p.Made)})
}

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"line":   func(w Words, s Source) string { return w.line(s) },
	"where":  func(p Paper, b Block, w Words) string { return p.Where(b, w) },
	"number": func(i int) int { return i + 1 },
	"letter": func(l data.Lane) string { return l.Letter() },
	"colour": func(m data.Marking) template.CSS { return template.CSS("color:" + m.Colour()) },
	"iso": func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.Format(time.DateOnly)
	},
	"web": func(url string) bool {
		return len(url) > 8 && (url[:7] == "http://" || url[:8] == "https://")
	},
	"anchor": func(n int) string { return fmt.Sprintf("source-%d", n) },
}).Parse(`<!DOCTYPE html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>{{.Title}}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.05rem/1.6 Georgia, "Noto Serif", serif; margin: 0; background: #fffefa; color: #1f2933; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem; }
p[dir] { white-space: pre-line; }
h1 { font-size: 1.9rem; line-height: 1.25; } h2 { font-size: 1.3rem; margin-top: 2.4rem; }
.marking { background: #000; text-align: right; padding: .3rem 1rem; font: bold 1rem/1.4 sans-serif; }
.quoted { margin: 1.5rem 0; } .quoted blockquote { margin: .4rem 0; padding: .05rem 1rem; border-inline-start: 4px solid #2b5b84; } .quoted blockquote p { margin: .2rem 0; } .where { margin: .3rem 0; }
.lane { font: bold .85rem/1.4 sans-serif; } .lane .letter { border: 1px solid; border-radius: .2rem; padding: 0 .35rem; margin-inline-end: .4rem; }
.where, .made { font: .85rem/1.5 sans-serif; color: #52606d; } .fate { font-weight: bold; }
.where a { color: inherit; text-decoration-color: #9aa5b1; } .note { border: 1px dashed; padding: .1rem 1rem; font-family: sans-serif; font-size: .95rem; }
.C blockquote { border-inline-start-style: dashed; } .R blockquote { border-inline-start-style: dotted; } .B blockquote { border-inline-start-style: double; }
@media (prefers-color-scheme: dark) { body { background: #14181d; color: #e6e8eb; } .where, .made { color: #a8b2bd; } }
@media print { .marking { -webkit-print-color-adjust: exact; print-color-adjust: exact; } h2 { break-after: avoid; } .quoted { break-inside: avoid; } }
</style>
</head>
<body>
{{with .Marking}}<header class="marking"><span style="{{colour .}}">{{.}}</span></header>{{end}}
<main>
<h1 dir="auto">{{.Title}}</h1>
<p class="made">{{.Day}}</p>
{{range .Parts}}<section>
{{with .Heading}}<h2 dir="auto">{{.}}</h2>{{end}}
{{range .Blocks}}{{if .Quoted}}<figure class="quoted {{letter .Lane}}">
<figcaption class="lane"><span class="letter" aria-hidden="true">{{letter .Lane}}</span> {{.Label}}{{with .Speaker}} · {{.}}{{end}}</figcaption>
<blockquote{{with .Lang}} lang="{{.}}"{{end}}><p dir="auto">{{.Text}}</p></blockquote>
<p class="where{{if .Fate}} fate{{end}}"><a href="#{{anchor .Source}}">{{where $.Paper . $.Words}}</a></p></figure>
{{else if .Label}}<aside class="note" aria-label="{{.Label}}"><p class="lane">{{.Label}}</p><p dir="auto">{{.Text}}</p></aside>
{{else}}<p dir="auto">{{.Text}}</p>
{{end}}{{end}}</section>
{{end}}{{if .Sources}}{{$words := .Words}}<section>
<h2>{{.Words.Sources}}</h2>
<ol>
{{range $i, $s := .Sources}}<li id="{{anchor (number $i)}}"><cite>{{$s.Title}}</cite>. {{line $words $s}}{{with $s.URL}}. {{if web .}}<a href="{{.}}" rel="noreferrer">{{.}}</a>{{else}}{{.}}{{end}}{{end}}{{with $s.Marking}}. {{.}}{{end}}</li>
{{end}}</ol>
</section>
{{end}}</main>
{{with .Marking}}<footer class="marking"><span style="{{colour .}}">{{.}}</span></footer>{{end}}
</body>
</html>
`))
