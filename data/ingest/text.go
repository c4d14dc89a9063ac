package ingest

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/data/wrap"
)

// readText reads a plain text. Lines that carry metadata are proposed as such
// and stay in the text: it is evidence, and nothing is cut from it. Paragraphs that
// were broken to a width flow again; the original shows how they were broken.
func readText(text string, doc *Document) {
	doc.Text = wrap.Flow(normalise(text))
	lines := strings.SplitN(doc.Text, "\n", 200)
	if t, ok := headline(lines); ok {
		doc.set(Title, t, FromFirstLine)
	}
	readLines(lines, doc)
}

// readLines looks for metadata in the first and last lines that have words.
func readLines(lines []string, doc *Document) {
	const top, bottom = 10, 4
	var said []string
	for _, l := range lines {
		if l = strings.TrimSpace(l); l != "" {
			said = append(said, l)
		}
	}
	for i, l := range said {
		if i >= top && i < len(said)-bottom {
			continue
		}
		readLine(l, doc)
	}
}

var (
	bylineLine = regexp.MustCompile(`^(?:(?i:author|authors|written by|автори?|авторы)\s*:\s*|(?:By|BY|by)\s+)(.{2,120})$`)
	sourceLine = regexp.MustCompile(`(?i)^(?:source|publisher|published by|published in|outlet|publication|джерело|видання|источник|издание)\s*:\s*(.{2,200})$`)
	titleLine  = regexp.MustCompile(`(?i)^(?:title|headline|назва|заголовок)\s*:\s*(.{2,300})$`)
	urlLine    = regexp.MustCompile(`(?i)^(?:url|link|address|адреса|посилання|адрес|ссылка)\s*:\s*(https?://\S+)$`)
	dateLine   = regexp.MustCompile(`(?i)^(?:(?:published|date|posted|updated|опубліковано|дата|опубликовано)\s*(?::|on|at)?\s*)?(.{6,60})$`)
	dateLabel  = regexp.MustCompile(`(?i)^(?:published|date|posted|опубліковано|дата|опубликовано)\b`)
	// KYIV, March 12 (Reuters) —
	agencyLine = regexp.MustCompile(`^\p{Lu}[\p{Lu}\s.'’/-]{1,40}(?:,\s*[\p{L}\d\s.,]{1,40})?\s*\(([\p{L}\d][\p{L}\d\s.&-]{1,40})\)\s*[-–—:]`)
)

// maxFactLine is the longest line that can be about the document instead of being
// a part of it, in bytes.
const maxFactLine = 400

// readLine proposes what one line says of the document.
func readLine(line string, doc *Document) {
	if m := agencyLine.FindStringSubmatch(line[:min(len(line), 200)]); m != nil {
		doc.set(Publisher, m[1], FromDateline)
		doc.setPublished(dateIn(m[0]), FromDateline)
	}
	if len(line) > maxFactLine {
		return // a paragraph
	}
	if m := bylineLine.FindStringSubmatch(line); m != nil && looksLikeNames(m[1]) {
		doc.set(Author, authorName(m[1]), FromLine)
	}
	if m := titleLine.FindStringSubmatch(line); m != nil && doc.From[Title] != FromLine {
		doc.Title = "" // a labelled title goes before a first line
		doc.set(Title, m[1], FromLine)
	}
	if m := sourceLine.FindStringSubmatch(line); m != nil {
		if u := webAddress(m[1]); u != "" {
			doc.set(URL, u, FromLine)
		} else {
			doc.set(Publisher, m[1], FromLine)
		}
	}
	if m := urlLine.FindStringSubmatch(line); m != nil {
		doc.set(URL, webAddress(m[1]), FromLine)
	} else if u := webAddress(line); u != "" {
		doc.set(URL, u, FromLine)
	}
	if m := dateLine.FindStringSubmatch(line); m != nil && isDateLine(line, m[1]) {
		doc.setPublished(dateIn(m[1]), FromLine)
	}
}

// isDateLine tells a line that is a date from a sentence that names one: it is
// labelled, or has next to no other words.
func isDateLine(line, rest string) bool {
	if dateLabel.MatchString(line) {
		return true
	}
	return len(rest) <= 80 && len(strings.Fields(rest)) <= 6 && !strings.HasSuffix(line, ".")
}

// looksLikeNames tells "By Olena Marchuk and Ihor Sydorenko" from "By noon the
// convoy had left": names are few words and start with capitals.
func looksLikeNames(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ';' || r == '|' })
	if len(words) == 0 || len(words) > 12 || strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "Jr.") {
		return false
	}
	capital := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r), unicode.IsLetter(r) && !unicode.IsLower(r): // of a script without capitals
			capital++
		case w == "and" || w == "und" || w == "the" || w == "of" || w == "in" || w == "de" || w == "van" || w == "von" || w == "та" || w == "і" || w == "и" || w == "&" || w == "for":
		default:
			return false
		}
	}
	return capital > 0
}

var byPrefix = regexp.MustCompile(`^(?i)(?:written\s+by|by|автор:?)\s+`)

// authorName is a byline without its "By" and without what follows the names.
func authorName(s string) string {
	s = byPrefix.ReplaceAllString(CleanLine(s), "")
	s, _, _ = strings.Cut(s, " | ")
	return strings.Trim(s, " ,;–—-")
}

// webAddress returns s when it is a whole http address, "" otherwise.
func webAddress(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 2000 || strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || invisible(r) || unicode.IsControl(r) }) >= 0 {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return ""
	}
	return s
}

// siteOf is the host of a web address without "www.", "" of none.
func siteOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// headline returns the first line when it reads like a title: short, not a
// sentence, not a list item, and not the first line of a hard-wrapped paragraph.
func headline(lines []string) (string, bool) {
	i := 0
	for i < len(lines) && strings.TrimSpace(lines[i]) == "" {
		i++
	}
	if i+1 >= len(lines) {
		return "", false
	}
	first := strings.TrimSpace(lines[i])
	first = strings.TrimSpace(strings.TrimLeft(first, "#=* "))
	words := len(strings.Fields(first))
	last, _ := utf8.DecodeLastRuneInString(first)
	switch {
	case words == 0 || words > 20 || utf8.RuneCountInString(first) > 160 || !hasWords(first):
		return "", false
	case strings.ContainsRune(".,;:", last) && !strings.HasSuffix(first, "..."):
		return "", false
	case strings.HasPrefix(first, "- ") || strings.HasPrefix(first, "• "):
		return "", false
	case isLabelled(first):
		return "", false
	case strings.TrimSpace(lines[i+1]) != "" && wrapped(lines[i:]):
		return "", false
	}
	return first, true
}

func isLabelled(line string) bool {
	if m := bylineLine.FindStringSubmatch(line); m != nil && looksLikeNames(m[1]) {
		return true
	}
	return sourceLine.MatchString(line) || urlLine.MatchString(line) || titleLine.MatchString(line) || webAddress(line) != "" || isDateLine(line, line) && !dateIn(line).IsZero()
}

// wrapped reports whether the first line runs on into the second: the second
// starts small, or the first two are of the even width of hard-wrapped text.
func wrapped(lines []string) bool {
	second := strings.TrimSpace(lines[1])
	r, _ := utf8.DecodeRuneInString(second)
	if unicode.IsLower(r) {
		return true
	}
	a, b := utf8.RuneCountInString(lines[0]), utf8.RuneCountInString(lines[1])
	return a >= 55 && b >= 55 && b <= 100
}
