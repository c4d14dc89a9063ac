// Package export writes what a library holds in formats for other programs.
package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CSV says how a table is written. The zero value is plain UTF-8.
type CSV struct {
	Mark bool // begin with a byte-order mark, without which Excel takes UTF-8 for another encoding
}

// WriteCSV writes rows as CSV (RFC 4180), every cell as text: one that a
// spreadsheet would run as a formula gets an apostrophe before it, which
// spreadsheets do not show as a part of the text.
func WriteCSV(w io.Writer, o CSV, rows [][]string) error {
	if o.Mark {
		if _, err := io.WriteString(w, "\uFEFF"); err != nil {
			return fmt.Errorf("writing the byte-order mark: %w", err)
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for i, row := range rows {
		safe := make([]string, len(row))
		for j, cell := range row {
			safe[j] = AsText(cell)
		}
		if err := out.Write(safe); err != nil {
			return fmt.Errorf("writing row %d: %w", i+1, err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}

// AsText is a cell that no spreadsheet runs: where it begins, after any blanks and
// quotes, with a sign that opens a formula, an apostrophe stands before it.
func AsText(cell string) string {
	if cell == "" {
		return cell
	}
	if strings.ContainsRune("\t\r\n", rune(cell[0])) {
		return "'" + cell
	}
	first := strings.TrimLeftFunc(cell, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || r == '"' || r == '\''
	})
	// The wide forms are what some spreadsheets in East Asia take for the same.
	if r, _ := utf8.DecodeRuneInString(first); first != "" && strings.ContainsRune("=+-@|＝＋－＠", r) {
		return "'" + cell
	}
	return cell
}
