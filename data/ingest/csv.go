package ingest

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"lectern/data"
)

func isCSV(f *file) bool {
	t, _, ok := sniffCSV(f.text(), f.size <= maxHead)
	return ok && (f.columns != nil || guessColumns(t)[Text] != "")
}

// sniffCSV finds the delimiter under which the beginning of a file is a table:
// named columns, as many cells in nearly every row. whole says that the file ends
// with text.
func sniffCSV(text string, whole bool) (best Table, comma rune, ok bool) {
	if !whole { // the last row may be cut
		text = text[:strings.LastIndexByte(text, '\n')+1]
	}
	first, _, _ := strings.Cut(text, "\n")
	for _, c := range ",;\t|" {
		if n := strings.Count(first, string(c)); n == 0 || n > maxColumns || c == ',' && strings.Count(first, ", ") == n {
			continue // in prose a blank follows every comma
		}
		if t, good := tableBy(text, c); good && len(t.Header) > len(best.Header) {
			best, comma, ok = t, c, true
		}
	}
	return best, comma, ok
}

func tableBy(text string, comma rune) (t Table, ok bool) {
	in := csvReader(strings.NewReader(text), comma)
	even := 0
	for len(t.Rows) < sampleRows {
		row, err := in.Read()
		if err != nil {
			break
		}
		if t.Header == nil {
			for i := range row {
				row[i] = CleanLine(row[i])
			}
			if !isHeader(row) {
				return Table{}, false
			}
			t.Header = row
			continue
		}
		if len(row) == len(t.Header) {
			even++
		}
		for len(row) < len(t.Header) {
			row = append(row, "")
		}
		t.Rows = append(t.Rows, row[:len(t.Header)])
	}
	return t, len(t.Rows) > 0 && even*5 >= len(t.Rows)*4
}

// isHeader reports a row that names columns: each is short and none comes twice.
func isHeader(row []string) bool {
	seen := map[string]bool{}
	for _, name := range row {
		if name != "" && seen[name] || utf8.RuneCountInString(name) > 60 {
			return false
		}
		seen[name] = true
	}
	return len(row) > 1 && len(seen)*2 > len(row)
}

func csvReader(in io.Reader, comma rune) *csv.Reader {
	r := csv.NewReader(in)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = comma, true, -1, false
	return r
}

// eachCSV gives every row of a table as a document; its original is the row with
// the header above it. It is read a row at a time.
func eachCSV(ctx context.Context, f *file, in *inside) error {
	t, comma, _ := sniffCSV(f.text(), f.size <= maxHead)
	columns := in.o.Columns
	if columns == nil || f.columns == nil {
		columns = guessColumns(t)
	}
	rows := newRows(f.reader(), comma)
	header, top, err := rows.next()
	if err != nil {
		return in.refuse("", data.FaultBroken, err)
	}
	for i := range header {
		header[i] = CleanLine(header[i])
	}
	for n := 1; ; n++ {
		if err := ctx.Err(); err != nil {
			return stopped(f.path, err)
		}
		row, raw, err := rows.next()
		name := strconv.Itoa(n)
		switch {
		case err == io.EOF && in.found == 0:
			return in.refuse("", data.FaultNoText, nil)
		case err == io.EOF:
			return nil
		case errors.Is(err, errTooLarge):
			return in.refuse(name, data.FaultTooLarge, nil)
		case err != nil:
			return in.refuse(name, data.FaultBroken, err)
		case isBlank(row):
			continue
		}
		doc := rowDocument(ctx, func(column string) string {
			if i := slices.Index(header, column); i >= 0 && i < len(row) {
				return row[i]
			}
			return ""
		}, columns)
		if err := in.row(ctx, name, "csv", append(slices.Clone(top), raw...), doc); err != nil {
			return err
		}
	}
}

// row gives a row of a table.
func (in *inside) row(ctx context.Context, name, format string, b []byte, doc Document) error {
	if err := in.spend(name, int64(len(b))); err != nil {
		return err
	}
	part := Part{Name: in.of.path + Between + name, Bytes: b}
	doc.Format = format
	part.Document, part.Err = settle(ctx, doc, nil, &file{name: name, path: part.Name})
	return in.use(part)
}

func isBlank(row []string) bool {
	return !slices.ContainsFunc(row, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}

// rows reads a table with the very bytes of each row.
type rows struct {
	in    *csv.Reader
	comma rune
	seen  *remembering
	at    int64
}

func newRows(in io.Reader, comma rune) *rows {
	seen := &remembering{in: in}
	return &rows{in: csvReader(seen, comma), comma: comma, seen: seen}
}

func (r *rows) next() (row []string, raw []byte, err error) {
	row, err = r.in.Read()
	end := r.in.InputOffset()
	if r.seen.full {
		return nil, nil, errTooLarge
	}
	if err != nil {
		return nil, nil, err
	}
	raw = bytes.Clone(r.seen.bytes[:end-r.at])
	r.seen.bytes = r.seen.bytes[end-r.at:]
	r.at = end
	if utf8.Valid(raw) {
		return row, raw, nil
	}
	// A row in another encoding than the first rows.
	text, _, ok := decodeSaid(raw, "")
	if !ok {
		text = strings.ToValidUTF8(string(raw), "\uFFFD")
	}
	row, err = csvReader(strings.NewReader(text), r.comma).Read()
	return row, []byte(text), err
}

// remembering keeps what was read until it is cut off, within a limit.
type remembering struct {
	in    io.Reader
	bytes []byte
	full  bool
}

func (r *remembering) Read(p []byte) (int, error) {
	if len(r.bytes) > maxRecord {
		r.full = true
		return 0, errTooLarge
	}
	n, err := r.in.Read(p)
	r.bytes = append(r.bytes, p[:n]...)
	return n, err
}
