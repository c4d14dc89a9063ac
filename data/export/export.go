package export

import (
	"context"
	"fmt"
	"io"
	"time"

	"lectern/data"
	"lectern/data/brief"
	"lectern/data/library"
)

// PageSize is the paper that a PDF is made for.
type PageSize string

const (
	A4     PageSize = "A4"
	Letter PageSize = "Letter"
)

// Order says what to export: a brief, or reports.
type Order struct {
	Format   Format
	Brief    data.BriefID // 0 for none
	Reports  []data.ReportID
	Level    data.Marking // what is marked above it stays behind; Unmarked for no limit
	Notes    bool         // with a brief's private notes, which stay behind otherwise
	Words    Words
	Fonts    Fonts    // for PDF
	Page     PageSize // of a PDF; "" is A4
	Now      time.Time
	Progress func(done, total int) // told of each report or step that is on paper; may be nil
}

// Write writes what was ordered, as far as Look lets it out. What is cut off by
// ctx, or by an error, is not whole: the caller throws it away.
func Write(ctx context.Context, lib *library.Library, o Order, out io.Writer) error {
	leaves, err := Look(ctx, lib, o)
	if err != nil {
		return err
	}
	ids := leaves.Reports
	switch o.Format {
	case Table:
		return writePassages(ctx, lib, ids, o.Words, out)
	case Slides:
		return writeSlides(ctx, lib, o, leaves, out)
	case Sheet:
		return writeSheet(ctx, lib, ids, o, leaves.Marking, out)
	case WebNotes:
		return writeWebNotes(ctx, lib, ids, o, leaves.Marking, out)
	case QDAFormat:
		return writeQDPX(ctx, lib, ids, o, leaves.Marking, out)
	case BibTeX, RIS, CSLJSON:
		return writeCitations(ctx, lib, ids, o.Format, out)
	}
	p, err := onPaper(ctx, lib, o, leaves)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	switch o.Format {
	case PDF:
		return WritePDF(out, p, o.Words, o.Fonts, o.Page)
	case Word:
		return WriteDOCX(out, p, o.Words)
	case HTML:
		return WriteHTML(out, p, o.Words)
	case Markdown:
		return WriteMarkdown(out, p, o.Words)
	}
	return fmt.Errorf("no format is called %q", o.Format)
}

// writeSlides puts a brief on slides as it stands, and of reports the lanes of
// each.
func writeSlides(ctx context.Context, lib *library.Library, o Order, leaves Outgoing, out io.Writer) error {
	b := leaves.brief
	if o.Brief == 0 {
		reports, err := lib.Reports(ctx, leaves.Reports)
		if err != nil {
			return err
		}
		b.Title = o.Words.Reports
		for _, r := range reports {
			b.Steps = append(b.Steps, data.BriefStep{Kind: data.LanesStep, Main: brief.Whole(r, o.Now)})
		}
		if len(reports) == 1 {
			b.Title = reports[0].Title
		}
	}
	w := o.writer(ctx, lib)
	views, err := w.deck(b)
	if err != nil {
		return err
	}
	return writePPTX(out, w.paper, views)
}

func (o Order) writer(ctx context.Context, lib *library.Library) *writer {
	w := newWriter(ctx, lib, o.Words, o.Now)
	w.notes = o.Notes
	if o.Progress != nil {
		w.progress = o.Progress
	}
	return w
}

// onPaper puts on paper what leaves.
func onPaper(ctx context.Context, lib *library.Library, o Order, leaves Outgoing) (Paper, error) {
	w := o.writer(ctx, lib)
	if o.Brief != 0 {
		return w.brief(leaves.brief)
	}
	return w.reports(lib, leaves.Reports)
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
