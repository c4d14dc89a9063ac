package desk

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"lectern/data/ingest"
)

// tableHead is how much of a file is read to tell its columns, in bytes: one more
// than ingest.Columns looks at, so that it knows whether there is more.
const tableHead = 64<<10 + 1

// NamedTable reports whether a file's name says that it is a table, whatever its
// columns are called.
func NamedTable(path string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".jsonl", ".ndjson"}, strings.ToLower(filepath.Ext(path)))
}

// Table looks at the columns of a CSV or JSON Lines file and its first rows, for a
// person to say which is what: Order.Columns. FaultUnsupported says that the file
// is no table.
func (d *Desk) Table(ctx context.Context, path string) (t ingest.Table, err error) {
	name := filepath.Base(path)
	defer d.survive(name, &err)
	f, _, err := openFile(path)
	if err != nil {
		return t, err
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, tableHead))
	if err != nil {
		return t, fileFault(name, err)
	}
	return ingest.Columns(ctx, name, head)
}
