package ingest

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"lectern/data"
	"lectern/data/wrap"
)

// Text is the column of a table that holds what a report says.
const Text Field = "text"

// Table is what a file of rows looks like, for a person to say which column is
// what.
type Table struct {
	Header []string
	Guess  map[Field]string // names in Header
	Rows   [][]string       // a few, cut short, each as long as Header
}

// Columns looks at the beginning of a CSV or JSON Lines file. It fails with
// data.FaultUnsupported for a file that is no table.
func Columns(ctx context.Context, name string, b []byte) (Table, error) {
	name = baseName(name)
	f := newFile(name, name, strings.NewReader(string(b[:min(len(b), maxHead)])), int64(min(len(b), maxHead)))
	f.columns = map[Field]string{} // whatever its columns are called
	var t Table
	ok := false
	switch recognise(f).name {
	case "jsonl":
		t, ok = sniffJSON(f.text())
	case "csv":
		t, _, ok = sniffCSV(f.text(), int64(len(b)) <= maxHead)
	}
	if !ok || ctx.Err() != nil {
		return Table{}, fault(data.FaultUnsupported, name)
	}
	t.Guess = guessColumns(t)
	for _, row := range t.Rows {
		for i := range row {
			row[i] = CleanLine(row[i])
		}
	}
	return t, nil
}

// Limits on a table.
const (
	maxColumns = 1000
	sampleRows = 20
	maxRecord  = 8 << 20 // bytes of one row
)

// columnWords are what columns are called, the surest first, in English,
// Ukrainian, Russian, German and French.
var columnWords = []struct {
	field Field
	words []string
}{
	{Text, []string{"text", "full text", "fulltext", "body", "article text", "body text", "content", "article body", "story", "текст", "повний текст", "вміст", "зміст", "полный текст", "содержание", "volltext", "inhalt", "texte", "texte intégral", "contenu", "corps", "article", "стаття", "статья", "artikel", "message", "повідомлення", "сообщение", "nachricht", "transcript", "description", "опис", "описание", "beschreibung", "summary", "abstract"}},
	{Title, []string{"title", "headline", "article title", "heading", "subject", "заголовок", "назва", "название", "titel", "überschrift", "titre", "тема", "betreff", "sujet", "name"}},
	{URL, []string{"url", "link", "permalink", "web address", "article url", "href", "посилання", "ссылка", "lien", "адреса", "адрес", "adresse", "address"}},
	{Published, []string{"published", "publication date", "published at", "published on", "date published", "pub date", "pubdate", "publish date", "date", "дата публікації", "опубліковано", "дата публикации", "опубликовано", "дата", "veröffentlicht", "erscheinungsdatum", "datum", "date de publication", "publié", "publié le", "created at", "timestamp", "datetime", "time"}},
	{Author, []string{"author", "authors", "byline", "writer", "creator", "автор", "автори", "авторы", "autor", "autoren", "verfasser", "auteur", "auteurs"}},
	{Publisher, []string{"publisher", "source", "outlet", "publication", "source name", "newspaper", "media", "site", "domain", "джерело", "видання", "змі", "источник", "издание", "сми", "quelle", "zeitung", "medium", "verlag", "éditeur", "journal", "média"}},
	{Lang, []string{"language", "lang", "мова", "язык", "sprache", "langue"}},
}

// plainName is a column's name without case and signs: "Published_At" is
// "published at".
func plainName(name string) string {
	var out strings.Builder
	prev := ' '
	for _, r := range name {
		switch {
		case unicode.IsUpper(r) && unicode.IsLower(prev): // publishedAt
			out.WriteByte(' ')
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
			r = ' '
		}
		out.WriteRune(unicode.ToLower(r))
		prev = r
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

// guessColumns says which column is likely what: by its name, and for the text
// by its length where no name tells.
func guessColumns(t Table) map[Field]string {
	guess := map[Field]string{}
	taken := make([]bool, len(t.Header))
	plain := make([]string, len(t.Header))
	for i, name := range t.Header {
		plain[i] = plainName(name)
	}
	for _, c := range columnWords {
		at := -1
		for _, word := range c.words {
			at = slices.IndexFunc(plain, func(name string) bool {
				// "content.rendered" is a part of "content", and "item text" a text.
				return name == word || strings.HasSuffix(name, " "+word) || strings.HasPrefix(name, word+" ") && !strings.HasSuffix(name, " id")
			})
			if at >= 0 && !taken[at] {
				break
			}
			at = -1
		}
		if at >= 0 {
			guess[c.field], taken[at] = t.Header[at], true
		}
	}
	if _, ok := guess[Text]; !ok {
		if at := longest(t, taken); at >= 0 {
			guess[Text] = t.Header[at]
		}
	}
	return guess
}

// longest is the column of long writing; -1 where there is none.
func longest(t Table, taken []bool) int {
	best, most := -1, 80*len(t.Rows)
	for i := range t.Header {
		n := 0
		for _, row := range t.Rows {
			if strings.Count(row[i], " ") >= 5 {
				n += len(row[i])
			}
		}
		if !taken[i] && n > most {
			best, most = i, n
		}
	}
	return best
}

// rowDocument makes a document of a row.
func rowDocument(ctx context.Context, cell func(column string) string, columns map[Field]string) Document {
	doc := Document{From: map[Field]Origin{}}
	said := func(f Field) string {
		if name, ok := columns[f]; ok {
			return strings.TrimSpace(cell(name))
		}
		return ""
	}
	text := said(Text)
	if htmlTag.MatchString(text) {
		doc.Text = fragmentText(ctx, text)
	} else {
		doc.Text = wrap.Flow(normalise(text))
	}
	doc.set(Title, said(Title), FromColumn)
	doc.set(Author, authorName(said(Author)), FromColumn)
	doc.set(URL, webAddress(said(URL)), FromColumn)
	doc.set(Lang, langTag(said(Lang)), FromColumn)
	doc.setPublished(dayOfCell(said(Published)), FromColumn)
	publisher := said(Publisher)
	doc.set(Publisher, cmp.Or(siteOf(webAddress(publisher)), publisher), FromColumn)
	return doc
}

// dayOfCell reads a date, or the seconds or milliseconds that programs count.
func dayOfCell(s string) time.Time {
	if t := dateIn(s); !t.IsZero() {
		return t
	}
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err == nil && len(s) == 10:
		return dayOf(time.Unix(n, 0).UTC())
	case err == nil && len(s) == 13:
		return dayOf(time.UnixMilli(n).UTC())
	}
	return time.Time{}
}

// dayOf is the day of t as it is written, in UTC at 00:00.
func dayOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
