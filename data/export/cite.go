package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"lectern/data"
)

// WriteRIS writes reports as RIS records of the type NEWS. Lines end in CR LF, as
// its specification wants; the encoding is UTF-8, which it does not name.
func WriteRIS(out io.Writer, reports []data.Report) error {
	w := bufio.NewWriter(out)
	for _, r := range reports {
		line := func(tag, value string) {
			if value = oneLine(value); value != "" {
				fmt.Fprintf(w, "%s  - %s\r\n", tag, value)
			}
		}
		line("TY", "NEWS")
		line("TI", r.Title)
		line("AU", strings.ReplaceAll(r.Author, "*", ""))
		line("T2", r.Publisher)
		if !r.Published.IsZero() {
			line("PY", r.Published.Format("2006"))
			line("DA", r.Published.Format("2006/01/02"))
		}
		line("UR", r.URL)
		line("LA", r.Lang)
		for _, tag := range r.Tags {
			line("KW", strings.ReplaceAll(tag, "*", ""))
		}
		fmt.Fprint(w, "ER  - \r\n\r\n")
	}
	return w.Flush()
}

// WriteBibTeX writes reports as entries for biblatex, in UTF-8.
func WriteBibTeX(out io.Writer, reports []data.Report) error {
	w := bufio.NewWriter(out)
	for _, r := range reports {
		kind := "@misc"
		if r.URL != "" {
			kind = "@online"
		}
		fmt.Fprintf(w, "%s{lectern%d,\n", kind, r.ID)
		field := func(name, value string, verbatim bool) {
			if value = oneLine(value); value == "" {
				return
			}
			if !verbatim {
				value = texEscape.Replace(value)
			}
			fmt.Fprintf(w, "  %s = {%s},\n", name, value)
		}
		// The inner braces keep an author's name whole and a title's capitals.
		if r.Author != "" {
			field("author", "{"+texEscape.Replace(oneLine(r.Author))+"}", true)
		}
		field("title", "{"+texEscape.Replace(oneLine(r.Title))+"}", true)
		field("organization", r.Publisher, false)
		if !r.Published.IsZero() {
			field("date", r.Published.Format("2006-01-02"), false)
		}
		field("url", strings.NewReplacer("{", "%7B", "}", "%7D", " ", "%20").Replace(r.URL), true)
		field("langid", langID[strings.SplitN(r.Lang, "-", 2)[0]], false)
		fmt.Fprint(w, "}\n\n")
	}
	return w.Flush()
}

var texEscape = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`,
	"#", `\#`, "$", `\$`, "_", `\_`, "^", `\textasciicircum{}`, "~", `\textasciitilde{}`)

// langID are the names that babel has for languages.
var langID = map[string]string{"en": "english", "uk": "ukrainian", "ru": "russian", "de": "german", "fr": "french"}

// cslItem is a report in CSL-JSON (CSL 1.0.2).
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title"`
	Author    []cslName `json:"author,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Language  string    `json:"language,omitempty"`
	Keyword   string    `json:"keyword,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][3]int `json:"date-parts"`
}

// WriteCSL writes reports as a CSL-JSON array.
func WriteCSL(out io.Writer, reports []data.Report) error {
	items := make([]cslItem, len(reports))
	for i, r := range reports {
		items[i] = cslItem{ID: fmt.Sprintf("lectern%d", r.ID), Type: "article-newspaper", Title: r.Title,
			Container: r.Publisher, URL: r.URL, Language: r.Lang, Keyword: strings.Join(r.Tags, ", ")}
		if r.Author != "" {
			items[i].Author = []cslName{{r.Author}}
		}
		if y, m, d := r.Published.Date(); !r.Published.IsZero() {
			items[i].Issued = &cslDate{[][3]int{{y, int(m), d}}}
		}
	}
	w := json.NewEncoder(out)
	w.SetIndent("", "  ")
	w.SetEscapeHTML(false)
	return w.Encode(items)
}

// Citation is a report in one line, to be put into running text: author, title,
// publisher, day and address, as far as they are known.
func Citation(r data.Report, words Words) string {
	s := Source{Title: r.Title, Author: r.Author, Publisher: r.Publisher, URL: r.URL, Published: r.Published}
	parts := []string{"“" + oneLine(s.Title) + "”", words.line(s)}
	if s.URL != "" {
		parts = append(parts, oneLine(s.URL))
	}
	return strings.Join(parts, ". ") + "."
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
