package ingest

import (
	"bufio"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"lectern/data"
)

// xmlHandler is told what an XML part holds, in its order.
type xmlHandler interface {
	open(e xml.StartElement) (inside bool) // false leaves out everything in it, close too
	close(name xml.Name)
	text(s string)
	full() bool // enough was read
}

// maxXMLDepth is how deep elements may be nested; documents come to some dozens.
const maxXMLDepth = 2000

// scanXML reads a part of any size in constant memory. Nothing that its document
// type declares is expanded, so that entities cannot grow.
func scanXML(ctx context.Context, in io.Reader, h xmlHandler) error {
	d := xml.NewDecoder(utf8XML(in))
	d.Strict = false // what other programs forgive, and no entities either
	d.CharsetReader = xmlCharsetReader
	depth, skipped := 0, 0
	for n := 0; ; n++ {
		if n%1024 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			if h.full() {
				return &data.Fault{Code: data.FaultTooLarge}
			}
		}
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return xmlFault(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxXMLDepth {
				return &data.Fault{Code: data.FaultBroken, Err: fmt.Errorf("nested over %d deep", maxXMLDepth)}
			}
			if skipped > 0 || !h.open(t) {
				skipped++
			}
		case xml.EndElement:
			depth--
			if skipped > 0 {
				skipped--
			} else {
				h.close(t.Name)
			}
		case xml.CharData:
			if skipped == 0 {
				h.text(string(t))
			}
		}
	}
}

// xmlFault keeps a fault of the reader below, such as a part without end.
func xmlFault(err error) error {
	var f *data.Fault
	if errors.As(err, &f) {
		return f
	}
	return &data.Fault{Code: data.FaultBroken, Err: err}
}

// utf8XML turns UTF-16, which its mark tells, into UTF-8.
func utf8XML(in io.Reader) io.Reader {
	b := bufio.NewReader(in)
	mark, _ := b.Peek(2)
	if string(mark) == "\xFF\xFE" || string(mark) == "\xFE\xFF" {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(b)
	}
	return b
}

func xmlCharsetReader(label string, in io.Reader) (io.Reader, error) {
	if strings.HasPrefix(strings.ToLower(label), "utf-16") {
		return in, nil // utf8XML was there before
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, err
	}
	return enc.NewDecoder().Reader(in), nil
}

// xmlAttr is the value of the first attribute with a local name.
func xmlAttr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// xmlOn reads a property of OOXML that is on when it is there at all.
func xmlOn(e xml.StartElement) bool {
	switch xmlAttr(e, "val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// xmlFields gathers the text of elements that hold nothing else: properties.
type xmlFields struct {
	fields map[string]string // by local name; the first wins
	now    strings.Builder
	each   func(name, value string) // where several of a name count
}

func (x *xmlFields) open(e xml.StartElement) bool {
	x.now.Reset()
	return true
}

func (x *xmlFields) close(name xml.Name) {
	if value := CleanLine(x.now.String()); value != "" {
		if x.fields[name.Local] == "" {
			x.fields[name.Local] = value
		}
		if x.each != nil {
			x.each(name.Local, value)
		}
	}
	x.now.Reset()
}

func (x *xmlFields) text(s string) {
	if x.now.Len() < maxFact {
		x.now.WriteString(s[:min(len(s), maxFact)])
	}
}

func (x *xmlFields) full() bool { return false }
