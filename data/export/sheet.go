package export

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/split/theme"
)

// sheetColumn is a column of a spreadsheet: its heading, and how many characters
// wide it is shown.
type sheetColumn struct {
	head  string
	width float64
}

var (
	passageColumns = []sheetColumn{{"report", 8}, {"title", 36}, {"publisher", 20}, {"published", 12}, {"lang", 6}, {"lane", 12}, {"speaker", 22},
		{"words", 80}, {"firmness", 10}, {"themes", 26}, {"place", 14}, {"decided by", 14}, {"start", 9}, {"end", 9}, {"marking", 16}, {"address", 34}}
	reportColumns = []sheetColumn{{"report", 8}, {"title", 48}, {"author", 20}, {"publisher", 20}, {"published", 12}, {"lang", 6}, {"length", 9}, {"statement", 10},
		{"caveat", 10}, {"reaction", 10}, {"background", 12}, {"tags", 22}, {"themes", 30}, {"marking", 16}, {"entered", 18}, {"address", 34}}
)

// SheetHeads are all headings, of columns, sheets and codes, in English.
func SheetHeads() (all []string) {
	for _, c := range slices.Concat(passageColumns, reportColumns) {
		if !slices.Contains(all, c.head) {
			all = append(all, c.head)
		}
	}
	return append(all, "Passages", "Reports", "Lanes", "Themes")
}

// writeSheet writes two sheets: passages, a row each, and the reports they stand
// in. Above both stands the marking, with the headings held in view; days are
// days, numbers are numbers, and all other cells are text, whatever they look
// like.
func writeSheet(ctx context.Context, lib *library.Library, ids []data.ReportID, o Order, marking data.Marking, out io.Writer) error {
	f := excelize.NewFile()
	defer f.Close()
	made := o.Now.UTC().Format(time.RFC3339)
	if err := f.SetDocProps(&excelize.DocProperties{Creator: "Lectern", LastModifiedBy: "Lectern", Title: o.Words.Reports, Keywords: string(marking), Created: made, Modified: made, Language: o.Words.Lang}); err != nil {
		return err
	}
	if err := f.SetSheetName("Sheet1", o.Words.head("Passages")); err != nil {
		return err
	}
	if _, err := f.NewSheet(o.Words.head("Reports")); err != nil {
		return err
	}
	passages, err := openSheet(f, o.Words.head("Passages"), o.Words.heads(passageColumns), marking)
	if err != nil {
		return err
	}
	reports, err := openSheet(f, o.Words.head("Reports"), o.Words.heads(reportColumns), marking)
	if err != nil {
		return err
	}
	themes, err := lib.Themes(ctx)
	if err != nil {
		return err
	}
	finder := theme.New(themes)
	err = lib.Documents(ctx, ids, func(d data.Document) error {
		reports.row(d.ID, d.Title, d.Author, d.Publisher, d.Published, d.Lang, d.Words, d.Lanes.Statement, d.Lanes.Caveat, d.Lanes.Reaction, d.Lanes.Background,
			strings.Join(d.Tags, ", "), themeNames(d.Themes), string(d.Marking), sheetTime(d.Entered), d.URL)
		count := counter{text: d.Body}
		for _, p := range d.Passages {
			words, err := wordsOf(d, p)
			if err != nil {
				return err
			}
			by := ""
			if p.Decision != nil {
				by = p.Decision.By
			}
			passages.row(d.ID, d.Title, d.Publisher, d.Published, d.Lang, o.Words.lane(p.Shown()), p.Speaker, words, p.Firmness(),
				themeNames(finder.Count(words)), o.Words.place(d.Body, p.Start), by, count.at(p.Start), count.at(p.End), string(d.Marking), d.URL)
		}
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	for _, s := range []*sheet{passages, reports} {
		if err := s.close(); err != nil {
			return err
		}
	}
	return rezip(f, out)
}

// heads are columns under their headings in a language, wide enough for them.
func (w Words) heads(columns []sheetColumn) (all []sheetColumn) {
	for _, c := range columns {
		c.head = w.head(c.head)
		c.width = max(c.width, float64(utf8.RuneCountInString(c.head))+4)
		all = append(all, c)
	}
	return all
}

// rezip writes a spreadsheet's parts by their names and without the time of day:
// excelize writes them in any order.
func rezip(f *excelize.File, out io.Writer) error {
	written, err := f.WriteToBuffer()
	if err != nil {
		return err
	}
	archive, err := zip.NewReader(bytes.NewReader(written.Bytes()), int64(written.Len()))
	if err != nil {
		return err
	}
	slices.SortFunc(archive.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	b := newBundle(out)
	for _, part := range archive.File {
		r, err := part.Open()
		if err != nil {
			return err
		}
		content, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		b.put(part.Name, string(content))
	}
	return b.close()
}

func themeNames(all []data.ThemeCount) string {
	var names []string
	for _, t := range all {
		names = append(names, t.Name)
	}
	return strings.Join(names, ", ")
}

// sheetTime is a time with its hour, to be told from a day.
type sheetTime time.Time

// sheet writes one sheet row by row. The first error stays.
type sheet struct {
	file                    *excelize.File
	name                    string
	out                     *excelize.StreamWriter
	columns, rows           int
	text, wrap, day, moment int // styles
	err                     error
}

const sheetHead = 2 // the row of headings, under that of the marking

func openSheet(f *excelize.File, name string, columns []sheetColumn, marking data.Marking) (*sheet, error) {
	s := &sheet{file: f, name: name, columns: len(columns), rows: sheetHead}
	if s.out, s.err = f.NewStreamWriter(name); s.err != nil {
		return nil, s.err
	}
	top := &excelize.Alignment{Vertical: "top"}
	day, moment := "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
	s.text = s.style(&excelize.Style{NumFmt: 49, Alignment: top}) // 49 is text
	s.wrap = s.style(&excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	s.day = s.style(&excelize.Style{CustomNumFmt: &day, Alignment: top})
	s.moment = s.style(&excelize.Style{CustomNumFmt: &moment, Alignment: top})
	mark := s.style(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 12, Color: marking.Colour()[1:]}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"000000"}}})
	head := s.style(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7F0F8"}},
		Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "4A8BC2"}}})
	var heads, marks []any
	for i, c := range columns {
		s.do(s.out.SetColWidth(i+1, i+1, c.width))
		heads, marks = append(heads, excelize.Cell{StyleID: head, Value: c.head}), append(marks, excelize.Cell{StyleID: mark})
	}
	s.do(s.out.SetPanes(&excelize.Panes{Freeze: true, YSplit: sheetHead, TopLeftCell: fmt.Sprintf("A%d", sheetHead+1), ActivePane: "bottomLeft"}))
	if marking != data.Unmarked {
		marks[0] = excelize.Cell{StyleID: mark, Value: string(marking)}
		s.do(s.out.SetRow("A1", marks))
		s.do(f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddHeader: "&R" + string(marking), OddFooter: "&C&P / &N&R" + string(marking)}))
	}
	s.do(s.out.SetRow(fmt.Sprintf("A%d", sheetHead), heads))
	return s, s.err
}

func (s *sheet) do(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *sheet) style(style *excelize.Style) int {
	id, err := s.file.NewStyle(style)
	s.do(err)
	return id
}

func (s *sheet) row(values ...any) {
	s.rows++
	cells := make([]any, len(values))
	lines := 1
	for i, v := range values {
		switch v := v.(type) {
		case string:
			cells[i] = excelize.Cell{StyleID: s.text, Value: cellText(v)}
			if n := utf8.RuneCountInString(v); n > 60 {
				lines = max(lines, n/72+1+strings.Count(v, "\n"))
				cells[i] = excelize.Cell{StyleID: s.wrap, Value: cellText(v)}
			}
		case time.Time:
			if !v.IsZero() {
				cells[i] = excelize.Cell{StyleID: s.day, Value: v.UTC()}
			}
		case sheetTime:
			cells[i] = excelize.Cell{StyleID: s.moment, Value: time.Time(v).UTC()}
		case data.ReportID:
			cells[i] = int64(v)
		default:
			cells[i] = v
		}
	}
	s.do(s.out.SetRow(fmt.Sprintf("A%d", s.rows), cells, excelize.RowOpts{Height: min(15*float64(lines), 400)}))
}

// cellText is what a cell can hold, which says where it had to be cut.
func cellText(text string) string {
	const most = 32767 // UTF-16 units
	units := 0
	for i, r := range text {
		if units += utf16.RuneLen(r); units > most-4 && len(text)-i > 4 {
			return text[:i] + " […]"
		}
	}
	return text
}

func (s *sheet) close() error {
	s.do(s.out.Flush())
	last, err := excelize.CoordinatesToCellName(s.columns, max(s.rows, sheetHead+1))
	s.do(err)
	s.do(s.file.AutoFilter(s.name, fmt.Sprintf("A%d:%s", sheetHead, last), nil))
	return s.err
}
