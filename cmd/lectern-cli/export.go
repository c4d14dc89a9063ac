package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"lectern/assets"
	"lectern/data"
	"lectern/data/desk"
	"lectern/data/export"
	"lectern/data/search"
)

// exportCommand writes reports or a brief in a format for other programs.
type exportCommand struct {
	Format string          `required:"" help:"pdf, docx, pptx, html, md, csv, xlsx, bib, ris, csl.json, jsonld or qdpx."`
	Out    string          `required:"" placeholder:"FILE" help:"The file to write. One that is there is replaced once the new one is whole."`
	Report []data.ReportID `help:"A report by its number; can be said several times."`
	Search string          `placeholder:"QUERY" help:"All reports that the search finds."`
	Brief  data.BriefID    `help:"A brief by its number, as its level lets a room see it."`
}

// Run writes the file.
func (c *exportCommand) Run(s *session) error {
	format := export.Format(strings.TrimPrefix(strings.ToLower(c.Format), "."))
	if !slices.Contains(export.Formats(), format) {
		return fmt.Errorf("%w: Lectern does not write %q; it writes %s", errWrongCall, c.Format, strings.Trim(fmt.Sprint(export.Formats()), "[]"))
	}
	if len(c.Report) == 0 && c.Search == "" && c.Brief == 0 {
		return fmt.Errorf("%w: what is to be exported? Say --report ID, --search QUERY or --brief ID", errWrongCall)
	}
	d, err := s.open()
	if err != nil {
		return err
	}
	defer d.Library().Close()
	ids, err := c.reports(s, d)
	if err != nil {
		return err
	}
	o := export.Order{Format: format, Brief: c.Brief, Reports: ids, Words: export.English(), Now: time.Now(),
		Fonts: export.Fonts{Serif: assets.ReadingRegular, SerifBold: assets.ReadingBold, Sans: assets.SansRegular, SansBold: assets.SansBold,
			Arabic: assets.ArabicRegular, ArabicBold: assets.ArabicBold, Hebrew: assets.HebrewRegular, HebrewBold: assets.HebrewBold, EastAsian: assets.EastAsian}}
	return export.ToFile(c.Out, func(out io.Writer) error { return export.Write(s.ctx, d.Library(), o, out) })
}

// reports are the reports asked for by number and by search, each once.
func (c *exportCommand) reports(s *session, d *desk.Desk) ([]data.ReportID, error) {
	ids := c.Report
	for _, id := range ids {
		if _, err := d.Library().Report(s.ctx, id); err != nil {
			if data.FaultOf(err).Code == data.FaultNotFound {
				return nil, noSuchReport(id)
			}
			return nil, err
		}
	}
	if c.Search == "" {
		return ids, nil
	}
	q, err := search.Parse(c.Search)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errWrongCall, err)
	}
	found, err := search.Find(s.ctx, d.Library(), q, search.Ask{Through: search.Everything})
	if err != nil {
		return nil, err
	}
	for _, id := range found.IDs {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil, fmt.Errorf("no report was found, so nothing was written")
	}
	return ids, nil
}
