package export

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"lectern/data"
	"lectern/data/library"
)

// Format is how an export is written; its value is the usual extension.
type Format string

const (
	PDF      Format = "pdf"
	HTML     Format = "html"
	Markdown Format = "md"
	Table    Format = "csv" // passages, a row each
	BibTeX   Format = "bib"
	RIS      Format = "ris"
	CSLJSON  Format = "csl.json"
)

// Formats lists the formats that can be written.
func Formats() []Format { return []Format{PDF, HTML, Markdown, Table, BibTeX, RIS, CSLJSON} }

// Order says what to export: a brief, or reports.
type Order struct {
	Format  Format
	Brief   data.BriefID // 0 for none
	Reports []data.ReportID
	Words   Words
	Fonts   Fonts // for PDF
	Now     time.Time
}

// Write writes what was ordered.
func Write(ctx context.Context, lib *library.Library, o Order, out io.Writer) error {
	ids := o.Reports
	paper := func() (Paper, error) { return OfReports(ctx, lib, ids, o.Words, o.Now) }
	if o.Brief != 0 {
		b, err := lib.Brief(ctx, o.Brief)
		if err != nil {
			return err
		}
		ids = reportsOf(b)
		paper = func() (Paper, error) { return OfBrief(ctx, lib, b, o.Words, o.Now) }
	}
	switch o.Format {
	case Table:
		return writePassages(ctx, lib, ids, o.Words, out)
	case BibTeX, RIS, CSLJSON:
		return writeCitations(ctx, lib, ids, o.Format, out)
	}
	p, err := paper()
	if err != nil {
		return err
	}
	switch o.Format {
	case PDF:
		return WritePDF(out, p, o.Words, o.Fonts)
	case HTML:
		return WriteHTML(out, p, o.Words)
	case Markdown:
		return WriteMarkdown(out, p, o.Words)
	}
	return fmt.Errorf("no format is called %q", o.Format)
}

func writePassages(ctx context.Context, lib *library.Library, ids []data.ReportID, words Words, out io.Writer) error {
	rows := Passages(data.Document{}, words)
	err := lib.Documents(ctx, ids, func(d data.Document) error {
		rows = append(rows, Passages(d, words)[1:]...)
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	return WriteCSV(out, CSV{Mark: true}, rows)
}

func writeCitations(ctx context.Context, lib *library.Library, ids []data.ReportID, f Format, out io.Writer) error {
	reports, err := lib.Reports(ctx, ids)
	if err != nil {
		return err
	}
	switch f {
	case BibTeX:
		return WriteBibTeX(out, reports)
	case RIS:
		return WriteRIS(out, reports)
	}
	return WriteCSL(out, reports)
}

// reportsOf lists the reports that the room of a brief is shown, each once.
func reportsOf(b data.Brief) (ids []data.ReportID) {
	for _, step := range b.Steps {
		for _, q := range step.Quotes() {
			if !slices.Contains(ids, q.Report) {
				ids = append(ids, q.Report)
			}
		}
	}
	return ids
}
