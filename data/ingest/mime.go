package ingest

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/quotedprintable"
	"strings"

	"github.com/jhillyerd/enmime/v2/mediatype"

	"lectern/data"
)

// Limits on a message. Mail programs nest a handful of levels.
const (
	maxMIMEDepth = 20
	maxMIMEParts = 2000
	maxMail      = 64 << 20 // bytes, with everything attached
)

// entity is a message or a part of one. The tree is built here and not by a
// library because each level of nesting may cost no more than a search through it.
type entity struct {
	header mailHeader
	kind   string // "text/plain"; lower case
	params map[string]string
	body   []byte // as it was sent, empty where there are parts
	parts  []*entity
}

// splitMIME takes a message apart. Broken ones give what is there; only one that
// nests without end fails.
func splitMIME(b []byte) (*entity, error) {
	left := maxMIMEParts
	return splitEntity(b, "text/plain", 0, &left)
}

func splitEntity(b []byte, kind string, depth int, left *int) (*entity, error) {
	if *left--; depth > maxMIMEDepth || *left < 0 {
		return nil, &data.Fault{Code: data.FaultTooDeep}
	}
	e := &entity{kind: kind}
	e.header, e.body = splitHeader(b)
	if said, params, _, err := mediatype.Parse(e.header.raw("Content-Type")); err == nil && strings.Contains(said, "/") {
		e.kind, e.params = strings.ToLower(said), params
	}
	boundary := e.params["boundary"]
	switch {
	case !strings.HasPrefix(e.kind, "multipart/"):
		return e, nil
	case boundary == "":
		e.kind = "text/plain"
		return e, nil
	}
	inner := "text/plain"
	if e.kind == "multipart/digest" {
		inner = "message/rfc822"
	}
	for _, piece := range cutAt(e.body, boundary) {
		part, err := splitEntity(piece, inner, depth+1, left)
		if err != nil {
			return nil, err
		}
		e.parts = append(e.parts, part)
	}
	if len(e.parts) > 0 {
		e.body = nil
	} else {
		e.kind = "text/plain" // a multipart without parts
		e.body, _, _ = bytes.Cut(e.body, []byte("--"+boundary))
	}
	return e, nil
}

// cutAt cuts a body at the lines that are its boundary. One that is never closed
// ends with the body.
func cutAt(body []byte, boundary string) [][]byte {
	mark := []byte("--" + boundary)
	var pieces [][]byte
	start := -1 // of the piece that is open
	for at := 0; at < len(body); {
		i := bytes.Index(body[at:], mark)
		if i < 0 {
			break
		}
		i += at
		end := i + len(mark)
		rest := body[end:]
		line := len(rest)
		if n := bytes.IndexByte(rest, '\n'); n >= 0 {
			line = n + 1
		}
		last := bytes.HasPrefix(rest, []byte("--"))
		at = end
		if i > 0 && body[i-1] != '\n' || !last && len(bytes.TrimSpace(rest[:min(line, 200)])) > 0 {
			continue // only begins like it
		}
		if start >= 0 {
			pieces = append(pieces, withoutLineEnd(body[start:i]))
		}
		if start = end + line; last {
			return pieces
		}
		at = start
	}
	if start >= 0 && start < len(body) {
		pieces = append(pieces, body[start:])
	}
	return pieces
}

func withoutLineEnd(b []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b, []byte("\n")), []byte("\r"))
}

// bytes is the content as it was before it was packed for sending. What is
// damaged gives what can be had.
func (e *entity) bytes() []byte {
	switch strings.ToLower(strings.TrimSpace(e.header.raw("Content-Transfer-Encoding"))) {
	case "base64":
		return unbase64(e.body)
	case "quoted-printable":
		out, err := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(e.body)))
		if err != nil {
			return unpackQuoted(e.body)
		}
		return out
	}
	return e.body
}

// unbase64 skips what is no base64 and stops at nothing.
func unbase64(b []byte) []byte {
	clean := make([]byte, 0, len(b))
	for _, c := range b {
		switch {
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '+', c == '/':
			clean = append(clean, c)
		}
	}
	clean = clean[:len(clean)-len(clean)%4+map[int]int{0: 0, 1: 0, 2: 2, 3: 3}[len(clean)%4]]
	n, _ := base64.RawStdEncoding.Decode(clean, clean)
	return clean[:n]
}

// unpackQuoted is quoted-printable for what the strict reader refuses.
func unpackQuoted(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] != '=' {
			out = append(out, b[i])
			continue
		}
		rest := b[i+1:]
		switch {
		case bytes.HasPrefix(rest, []byte("\r\n")):
			i += 2
		case bytes.HasPrefix(rest, []byte("\n")):
			i++
		case len(rest) >= 2 && hexDigit(rest[0]) >= 0 && hexDigit(rest[1]) >= 0:
			out = append(out, byte(hexDigit(rest[0])<<4|hexDigit(rest[1])))
			i += 2
		default:
			out = append(out, '=')
		}
	}
	return out
}

func hexDigit(c byte) int { return strings.IndexByte("0123456789abcdef", c|0x20) }

// text is the content as text, and the encoding it was in.
func (e *entity) text() (string, string) {
	text, name, ok := decodeSaid(e.bytes(), e.params["charset"])
	if !ok {
		return "", ""
	}
	return text, name
}

// fileName is what an attachment is called; "" where it has no name.
func (e *entity) fileName() string {
	_, params, _, err := mediatype.Parse(e.header.raw("Content-Disposition"))
	if err != nil {
		params = nil
	}
	for _, name := range []string{params["filename"], e.params["name"]} {
		if name = CleanLine(baseName(decodeWords(name))); name != "" {
			return name
		}
	}
	return ""
}

func (e *entity) isAttached() bool {
	how := strings.ToLower(e.header.raw("Content-Disposition"))
	return strings.HasPrefix(how, "attachment") || strings.HasPrefix(how, "inline") && e.fileName() != ""
}

// decodeWords reads the =?...?= words of a header, and headers that were sent in
// 8 bits.
func decodeWords(s string) string {
	words := mime.WordDecoder{CharsetReader: func(charset string, in io.Reader) (io.Reader, error) {
		b, err := io.ReadAll(in)
		if err != nil {
			return nil, err
		}
		text, _, _ := decodeSaid(b, charset)
		return strings.NewReader(text), nil
	}}
	text, _, _ := decodeSaid([]byte(s), "")
	if out, err := words.DecodeHeader(text); err == nil {
		return out
	}
	return text
}
