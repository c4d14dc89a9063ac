package pdf

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/klippa-app/go-pdfium/requests"

	"lectern/data"
	"lectern/data/ingest"
)

func alive(ctx context.Context) { ingest.Alive(ctx) }

// Read finds the text in reading order, without running heads, feet and page
// numbers, and what the file says of itself.
func (e *Engine) Read(ctx context.Context, b []byte) (doc ingest.Document, err error) {
	err = e.open(ctx, b, func(d *document) error {
		pages, failed, err := d.text(ctx)
		if err != nil {
			return err
		}
		dropRunning(pages)
		doc.Text, doc.Pages = compose(pages)
		if !strings.ContainsFunc(doc.Text, unicode.IsLetter) {
			if failed == d.pages {
				return broken(fmt.Errorf("none of %d pages could be read", failed))
			}
			return &data.Fault{Code: data.FaultScan}
		}
		doc.From = map[ingest.Field]ingest.Origin{}
		d.describe(&doc)
		return nil
	})
	if err != nil {
		return ingest.Document{}, err
	}
	return doc, nil
}

// maxChars is the most characters of a document's text.
const maxChars = ingest.MaxText

// maxFailed is how many pages may fail one after the other before the rest is
// taken for lies.
const maxFailed = 200

// text reads the lines of all pages.
func (d *document) text(ctx context.Context) (pages []page, failed int, err error) {
	size, row := 0, 0
	for i := range d.pages {
		alive(ctx)
		got, err := d.lib.GetPageTextStructured(&requests.GetPageTextStructured{Page: d.page(i), Mode: requests.GetPageTextStructuredModeChars})
		if err != nil {
			failed++
			if row++; row > maxFailed {
				return nil, 0, broken(fmt.Errorf("%d pages in a row: %w", row, err))
			}
			pages = append(pages, page{})
			continue
		}
		row = 0
		if size += len(got.Chars); size > maxChars {
			return nil, 0, &data.Fault{Code: data.FaultTooLarge}
		}
		pages = append(pages, layOut(glyphs(got.Chars)))
		if ctx.Err() != nil {
			return nil, 0, ctx.Err()
		}
	}
	return pages, failed, nil
}

// describe takes over what the file says of itself, where a person could have
// written it.
func (d *document) describe(doc *ingest.Document) {
	said := map[string]string{}
	for _, tag := range []string{"Title", "Author", "CreationDate"} {
		if got, err := d.lib.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: d.ref, Tag: tag}); err == nil {
			said[tag] = ingest.CleanLine(got.Value)
		}
	}
	if title := said["Title"]; saneTitle(title) {
		doc.Title = title
		doc.From[ingest.Title] = ingest.FromProperties
	}
	if author := said["Author"]; saneAuthor(author) {
		doc.Author = author
		doc.From[ingest.Author] = ingest.FromProperties
	}
	doc.Published = creation(said["CreationDate"])
}

// saneTitle passes over what programs put in the place of a title: file names,
// their own names, "untitled".
func saneTitle(s string) bool {
	small := strings.ToLower(s)
	if len([]rune(s)) < 4 || !strings.ContainsFunc(s, unicode.IsLetter) {
		return false
	}
	for _, end := range []string{".doc", ".docx", ".pdf", ".indd", ".odt", ".rtf", ".tex", ".dvi", ".qxd", ".html", ".htm", ".txt", ".ppt", ".pptx", ".pub"} {
		if strings.HasSuffix(small, end) {
			return false
		}
	}
	for _, start := range []string{"microsoft word", "untitled", "document1", "about:blank", "http://", "https://", "file:", "powerpoint presentation", "(anonymous)", "unnamed"} {
		if strings.HasPrefix(small, start) {
			return false
		}
	}
	return true
}

// saneAuthor passes over accounts and programs.
func saneAuthor(s string) bool {
	small := strings.ToLower(s)
	switch small {
	case "admin", "administrator", "user", "owner", "author", "unknown", "anonymous", "(anonymous)", "root", "microsoft office user", "windows user", "default":
		return false
	}
	return len([]rune(s)) >= 3 && len(s) <= 200 && strings.ContainsFunc(s, unicode.IsUpper) && strings.ContainsFunc(s, unicode.IsLetter) && !strings.ContainsAny(s, `\@`)
}

// creation reads D:20260314…: the day as written there.
func creation(s string) time.Time {
	s = strings.TrimPrefix(s, "D:")
	if len(s) < 8 {
		return time.Time{}
	}
	t, err := time.Parse("20060102", s[:8])
	if err != nil || t.Year() < 1985 || t.Year() > 2100 {
		return time.Time{}
	}
	return t
}
