package ingest

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"regexp"
	"strconv"

	"lectern/data"
)

// postmark begins each message of a mailbox: "From olena@post.example Sat Mar 14
// 10:00:00 2026", with variations that all keep a time and a year.
var postmark = regexp.MustCompile(`^From .*\d{1,2}:\d{2}.*\b\d{4}\b`)

func isMBOX(f *file) bool {
	line, rest, ok := bytes.Cut(f.head, []byte("\n"))
	return ok && isPostmark(line, rest)
}

// isPostmark tells a postmark from a sentence that begins with From: a time
// stands in it, and a header follows.
func isPostmark(line, next []byte) bool {
	if !bytes.HasPrefix(line, []byte("From ")) || !postmark.Match(line[:min(len(line), 400)]) {
		return false
	}
	next, _, _ = bytes.Cut(next, []byte("\n"))
	name, _, ok := bytes.Cut(next, []byte(":"))
	return ok && isFieldName(name) || bytes.HasPrefix(next, []byte(">From "))
}

// eachMBOX gives every message of a mailbox. It is read a message at a time,
// whatever its size.
func eachMBOX(ctx context.Context, f *file, in *inside) error {
	box := &mailbox{in: bufio.NewReaderSize(io.NewSectionReader(f.in, 0, f.size), 1<<18), of: f}
	for n := 1; ; n++ {
		if err := ctx.Err(); err != nil {
			return stopped(f.path, err)
		}
		b, err := box.next()
		name := strconv.Itoa(n)
		switch {
		case err == io.EOF && in.found == 0:
			return in.refuse("", data.FaultNoText, nil)
		case err == io.EOF:
			return nil
		case errors.Is(err, errTooLarge):
			err = in.refuse(name, data.FaultTooLarge, nil)
		case err != nil:
			return in.refuse(name, data.FaultBroken, err)
		default:
			err = in.fileAs(ctx, name, b, &format{name: "eml", each: eachEML, most: maxMail})
		}
		if err != nil {
			return err
		}
	}
}

// mailbox reads messages one after the other.
type mailbox struct {
	in *bufio.Reader
	of *file
	at int64 // of the next byte of in
}

// next is the next message as it was before it was put into the mailbox.
func (m *mailbox) next() ([]byte, error) {
	if _, err := m.line(); err != nil { // the postmark
		return nil, err
	}
	var b []byte
	inHeader, start, tooLarge := true, true, false
	for {
		line, err := m.peekPostmark(start)
		if err != nil || line == nil {
			break
		}
		start = line[len(line)-1] == '\n'
		if len(b)+len(line) > maxMail {
			tooLarge, b = true, nil
		}
		if !tooLarge {
			b = append(b, line...)
		}
		if inHeader && start && len(bytes.TrimRight(line, "\r\n")) == 0 {
			inHeader = false
			if body, ok := m.measured(b); ok && !tooLarge {
				return append(b, body...), nil
			}
		}
	}
	if tooLarge {
		return nil, errTooLarge
	}
	return unescapeFrom(withoutLineEnd(b)), nil
}

// peekPostmark is the next line; nil when that begins another message.
func (m *mailbox) peekPostmark(start bool) ([]byte, error) {
	if start {
		if ahead, _ := m.in.Peek(5); string(ahead) == "From " {
			ahead, _ = m.in.Peek(2000)
			if line, rest, ok := bytes.Cut(ahead, []byte("\n")); ok && isPostmark(line, rest) {
				return nil, nil
			}
		}
	}
	return m.line()
}

// line is the next line, or a piece of a very long one.
func (m *mailbox) line() ([]byte, error) {
	line, err := m.in.ReadSlice('\n')
	m.at += int64(len(line))
	if len(line) > 0 {
		err = nil
	}
	return line, err
}

// measured is a body whose length stands in its header, where that is true: only
// then another message, or nothing, follows.
func (m *mailbox) measured(header []byte) ([]byte, bool) {
	fields, _ := splitHeader(header)
	n, err := strconv.ParseInt(fields.raw("Content-Length"), 10, 64)
	if err != nil || n <= 0 || n > maxMail || m.at+n > m.of.size {
		return nil, false
	}
	after := make([]byte, min(8, m.of.size-m.at-n))
	if read, _ := m.of.in.ReadAt(after, m.at+n); read < len(after) {
		return nil, false
	}
	after = bytes.TrimLeft(after, "\r\n")
	if len(after) > 0 && !bytes.HasPrefix([]byte("From "), after) && !bytes.HasPrefix(after, []byte("From ")) {
		return nil, false
	}
	body := make([]byte, n)
	if _, err := io.ReadFull(m.in, body); err != nil {
		return nil, false
	}
	m.at += n
	for { // the empty lines before the next postmark
		if c, err := m.in.Peek(1); err != nil || c[0] != '\n' && c[0] != '\r' {
			break
		}
		_, _ = m.in.Discard(1)
		m.at++
	}
	if bytes.HasPrefix(body, []byte("From ")) || bytes.Contains(body, []byte("\nFrom ")) {
		return body, true // nothing was escaped
	}
	return unescapeFrom(body), true
}

var escapedFrom = regexp.MustCompile(`(?m)^>(>*From )`)

// unescapeFrom takes back the > that a mailbox puts before lines that begin with
// From.
func unescapeFrom(b []byte) []byte {
	if !bytes.Contains(b, []byte(">From ")) {
		return b
	}
	return escapedFrom.ReplaceAll(b, []byte("$1"))
}
