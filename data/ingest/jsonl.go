package ingest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"lectern/data"
)

func isJSONL(f *file) bool {
	t, ok := sniffJSON(f.text())
	return ok && (f.columns != nil || guessColumns(t)[Text] != "")
}

// sniffJSON looks at the first objects of JSON Lines, or of a list of objects.
func sniffJSON(text string) (Table, bool) {
	text = strings.TrimLeft(text, " \t\r\n")
	if text == "" || text[0] != '{' && text[0] != '[' {
		return Table{}, false
	}
	var t Table
	var all []map[string]string
	for _, raw := range firstObjects(text) {
		row, keys, err := flatten(raw)
		if err != nil {
			return Table{}, false
		}
		for _, key := range keys {
			if !slices.Contains(t.Header, key) && len(t.Header) < maxColumns {
				t.Header = append(t.Header, key)
			}
		}
		all = append(all, row)
	}
	for _, row := range all {
		cells := make([]string, len(t.Header))
		for i, key := range t.Header {
			cells[i] = row[key]
		}
		t.Rows = append(t.Rows, cells)
	}
	return t, len(t.Rows) > 0 && len(t.Header) > 0
}

// firstObjects are the first objects that are whole, by lines where the first
// line is one.
func firstObjects(text string) []json.RawMessage {
	var all []json.RawMessage
	if isObjectLine(text) {
		for line := range strings.Lines(text) {
			if raw := json.RawMessage(strings.TrimSpace(line)); len(raw) > 0 && json.Valid(raw) && len(all) < sampleRows {
				all = append(all, raw)
			}
		}
		return all
	}
	in := json.NewDecoder(strings.NewReader(text))
	if text[0] == '[' {
		_, _ = in.Token()
	}
	for len(all) < sampleRows && (text[0] == '{' || in.More()) {
		var raw json.RawMessage
		if in.Decode(&raw) != nil {
			break
		}
		all = append(all, raw)
	}
	return all
}

func isObjectLine(text string) bool {
	first, _, _ := strings.Cut(text, "\n")
	return strings.HasPrefix(first, "{") && json.Valid([]byte(first))
}

// flatten makes a row of an object: what lies in another object is called by both
// names, lists are joined.
func flatten(raw []byte) (row map[string]string, keys []string, err error) {
	row = map[string]string{}
	if first := bytes.TrimLeft(raw, " \t\r\n"); len(first) == 0 || first[0] != '{' {
		return nil, nil, errors.New("no object")
	}
	err = flattenInto(row, &keys, "", raw, 0)
	return row, keys, err
}

func flattenInto(row map[string]string, keys *[]string, prefix string, raw []byte, depth int) error {
	in := json.NewDecoder(bytes.NewReader(raw))
	if _, err := in.Token(); err != nil {
		return err
	}
	for in.More() && len(*keys) < maxColumns {
		key, err := in.Token()
		if err != nil {
			return err
		}
		var value json.RawMessage
		if err := in.Decode(&value); err != nil {
			return err
		}
		name := prefix + CleanLine(fmt.Sprint(key))
		if value[0] == '{' && depth < 4 {
			if err := flattenInto(row, keys, name+".", value, depth+1); err != nil {
				return err
			}
			continue
		}
		if _, known := row[name]; !known {
			*keys = append(*keys, name)
			row[name] = cellOf(value)
		}
	}
	return nil
}

// cellOf is a value as words; a list of them is joined.
func cellOf(raw json.RawMessage) string {
	var s string
	switch raw[0] {
	case '"':
		_ = json.Unmarshal(raw, &s)
		return s
	case 'n':
		return ""
	case '{':
		var named struct{ Name string }
		_ = json.Unmarshal(raw, &named)
		return named.Name
	case '[':
		var list []json.RawMessage
		_ = json.Unmarshal(raw, &list)
		var words []string
		for _, one := range list[:min(len(list), 50)] {
			if one[0] == '[' {
				continue
			}
			if word := cellOf(one); word != "" {
				words = append(words, word)
			}
		}
		return strings.Join(words, ", ")
	}
	return string(raw)
}

// eachJSONL gives every object of JSON Lines, or of a list of objects, as a
// document. It is read an object at a time.
func eachJSONL(ctx context.Context, f *file, in *inside) error {
	t, _ := sniffJSON(f.text())
	columns := in.o.Columns
	if columns == nil || f.columns == nil {
		columns = guessColumns(t)
	}
	next := objects(f)
	for n := 1; ; n++ {
		if err := ctx.Err(); err != nil {
			return stopped(f.path, err)
		}
		raw, err := next()
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
		}
		row, _, err := flatten(raw)
		if err != nil { // the other lines go on
			err = in.refuse(name, data.FaultBroken, err)
		} else {
			err = in.row(ctx, name, "jsonl", raw, rowDocument(ctx, func(column string) string { return row[column] }, columns))
		}
		if err != nil {
			return err
		}
	}
}

// objects reads the objects of a file: by lines where the first line is one, so
// that a broken line costs no other.
func objects(f *file) func() ([]byte, error) {
	head := strings.TrimLeft(f.text(), " \t\r\n")
	if isObjectLine(head) {
		in := bufio.NewScanner(f.reader())
		in.Buffer(nil, maxRecord)
		return func() ([]byte, error) {
			for in.Scan() {
				if line := bytes.TrimSpace(in.Bytes()); len(line) > 0 {
					return bytes.Clone(line), nil
				}
			}
			if errors.Is(in.Err(), bufio.ErrTooLong) {
				return nil, errTooLarge
			}
			if in.Err() != nil {
				return nil, in.Err()
			}
			return nil, io.EOF
		}
	}
	source := &bounded{in: f.reader(), left: maxRecord}
	in := json.NewDecoder(source)
	if strings.HasPrefix(head, "[") {
		_, _ = in.Token()
	}
	return func() ([]byte, error) {
		source.left = maxRecord
		if strings.HasPrefix(head, "[") && !in.More() {
			return nil, io.EOF
		}
		var raw json.RawMessage
		err := in.Decode(&raw)
		return raw, err
	}
}

// bounded ends the reading of one object that has no end.
type bounded struct {
	in   io.Reader
	left int
}

func (r *bounded) Read(p []byte) (int, error) {
	if r.left <= 0 {
		return 0, errTooLarge
	}
	n, err := r.in.Read(p[:min(len(p), 64<<10)])
	r.left -= n
	return n, err
}
