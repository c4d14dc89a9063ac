package search

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"lectern/data"
	"lectern/data/library"
)

// MostQueries is how many queries one list may have.
const MostQueries = 10_000

// Queries reads a list of queries from a CSV: one a line, in the column that is
// headed query, search or запит, or else in the first. Empty lines are left out.
// Semicolons and tabs serve in place of commas.
func Queries(r io.Reader) ([]string, error) {
	b, err := io.ReadAll(io.LimitReader(r, 16<<20+1))
	if err != nil {
		return nil, err
	}
	if len(b) > 16<<20 {
		return nil, &data.Fault{Code: data.FaultTooLarge, Subject: "The list of queries"}
	}
	text := strings.TrimPrefix(string(b), "\ufeff")
	in := csv.NewReader(strings.NewReader(text))
	in.FieldsPerRecord, in.LazyQuotes, in.TrimLeadingSpace = -1, true, true
	line, _, _ := strings.Cut(text, "\n")
	for _, mark := range ";\t" {
		if strings.ContainsRune(line, mark) && !strings.Contains(line, ",") {
			in.Comma = mark
		}
	}
	var all []string
	column := -1
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, &data.Fault{Code: data.FaultUnsupported, Subject: "The list of queries", Err: err}
		}
		if column < 0 {
			var headed bool
			if column, headed = queryColumn(row); headed {
				continue
			}
		}
		if column < len(row) && strings.TrimSpace(row[column]) != "" {
			all = append(all, strings.TrimSpace(row[column]))
		}
		if len(all) > MostQueries {
			return nil, &data.Fault{Code: data.FaultTooLarge, Subject: "The list of queries"}
		}
	}
	return all, nil
}

// queryColumn finds the column of the queries in the first row, and whether that
// row is a heading.
func queryColumn(row []string) (column int, headed bool) {
	for i, cell := range row {
		switch strings.ToLower(strings.TrimSpace(cell)) {
		case "query", "search", "запит", "пошук":
			return i, true
		}
	}
	return 0, false
}

// Answered is what one query of a list found.
type Answered struct {
	Typed    string
	Err      error // what is wrong with the query; the others go on
	Reports  int
	Passages int       // in the reports looked through
	More     bool      // there are more passages, or reports that were not looked through
	First    []Snippet // the first passages
	Titles   []string  // of their reports
}

// mostCounted is how many passages of one query of a list are counted.
const mostCounted = 1000

// RunAll answers each query of a list in turn and hands it over; first is how many
// hits to give of each.
func RunAll(ctx context.Context, lib *library.Library, queries []string, first int, use func(Answered) error) error {
	for _, typed := range queries {
		if err := ctx.Err(); err != nil {
			return err
		}
		a, err := answerOne(ctx, lib, typed, first)
		if err != nil {
			return err
		}
		if err := use(a); err != nil {
			return err
		}
	}
	return nil
}

func answerOne(ctx context.Context, lib *library.Library, typed string, first int) (Answered, error) {
	a := Answered{Typed: typed}
	q, err := Parse(typed)
	if err != nil {
		a.Err = err
		return a, nil
	}
	ask := Ask{Through: ranked}
	found, err := Find(ctx, lib, q, ask)
	if err != nil {
		return a, err
	}
	passages, err := Passages(ctx, lib, q, ask, mostCounted)
	if err != nil {
		return a, err
	}
	a.Reports, a.Passages = found.Total, len(passages.Passages)
	a.More = found.Looked > 0 || passages.More || passages.Looked > 0
	a.First = passages.Passages[:min(first, len(passages.Passages))]
	for _, s := range a.First {
		r, err := lib.Report(ctx, s.Report)
		if err != nil {
			return a, err
		}
		a.Titles = append(a.Titles, r.Title)
	}
	return a, nil
}

// Table is the answers as rows under a row of headings: a row for each hit, and one
// for a query without hits.
func Table(all []Answered) [][]string {
	rows := [][]string{{"query", "reports", "passages", "more", "report", "title", "lane", "speaker", "passage", "wrong"}}
	for _, a := range all {
		head := []string{a.Typed, strconv.Itoa(a.Reports), strconv.Itoa(a.Passages), yesNo(a.More)}
		if a.Err != nil {
			rows = append(rows, append(head, "", "", "", "", "", a.Err.Error()))
			continue
		}
		if len(a.First) == 0 {
			rows = append(rows, append(head, "", "", "", "", "", ""))
		}
		for i, s := range a.First {
			row := append(append([]string(nil), head...), strconv.FormatInt(int64(s.Report), 10),
				a.Titles[i], string(s.Lane), s.Speaker, s.Text, "")
			rows = append(rows, row)
		}
	}
	return rows
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
