package ingest

import (
	"bytes"
	"cmp"
	"net/mail"
	"strings"
	"time"
)

// mailHeader holds the fields of a message by their lower-case names, the first
// of each.
type mailHeader map[string]string

// maxHeader is how much of a field is read, in bytes.
const maxHeaderField = 16 << 10

// splitHeader parts the fields from the body. Lines that are no field are passed
// over.
func splitHeader(b []byte) (mailHeader, []byte) {
	h := mailHeader{}
	last := ""
	for len(b) > 0 {
		line := b
		if i := bytes.IndexByte(b, '\n'); i >= 0 {
			line, b = b[:i], b[i+1:]
		} else {
			b = nil
		}
		line = bytes.TrimSuffix(line, []byte("\r"))
		if len(line) == 0 {
			return h, b
		}
		line = line[:min(len(line), maxHeaderField)]
		if line[0] == ' ' || line[0] == '\t' {
			if value, ok := h[last]; ok && len(value) < maxHeaderField {
				h[last] = value + " " + string(bytes.TrimSpace(line))
			}
			continue
		}
		name, value, ok := bytes.Cut(line, []byte(":"))
		last = strings.ToLower(string(bytes.TrimSpace(name)))
		if _, known := h[last]; !ok || known || !isFieldName(name) {
			last = ""
			continue
		}
		h[last] = string(bytes.TrimSpace(value))
	}
	return h, nil
}

// isFieldName reports a name that a field of a message can have.
func isFieldName(b []byte) bool {
	b = bytes.TrimRight(b, " \t")
	for _, c := range b {
		if c <= ' ' || c >= 0x7F {
			return false
		}
	}
	return len(b) > 0 && len(b) <= 76
}

// raw is a field as it was sent; "" where there is none.
func (h mailHeader) raw(name string) string { return h[strings.ToLower(name)] }

// said is a field as people read it.
func (h mailHeader) said(name string) string { return CleanLine(decodeWords(h.raw(name))) }

// has counts which of the fields there are.
func (h mailHeader) has(names ...string) int {
	n := 0
	for _, name := range names {
		if h.raw(name) != "" {
			n++
		}
	}
	return n
}

// isMessage tells a message from a text that begins with a few labelled lines:
// no person types the fields that programs write.
func (h mailHeader) isMessage() bool {
	switch {
	case h.has("From", "Sender", "Subject", "Date", "To", "Received", "MIME-Version") < 2:
		return false
	case h.has("Message-ID", "MIME-Version", "Received", "Return-Path", "Content-Transfer-Encoding", "X-Mailer", "DKIM-Signature", "X-Mozilla-Status") > 0:
		return true
	}
	_, err := mail.ParseDate(h.raw("Date"))
	return err == nil && h.has("From", "Subject", "To") >= 2
}

// sender is who wrote a message: a name, or else an address.
func (h mailHeader) sender() string {
	raw := cmp.Or(h.raw("From"), h.raw("Sender"))
	if raw == "" {
		return ""
	}
	list, err := mail.ParseAddressList(raw)
	if err != nil || len(list) == 0 {
		said := decodeWords(raw)
		if name, address, ok := strings.Cut(said, "<"); ok {
			said = cmp.Or(strings.Trim(name, "\"' "), strings.Trim(address, "<> "))
		}
		return CleanLine(strings.Trim(said, "\"'<> "))
	}
	var names []string
	for _, one := range list[:min(len(list), 5)] {
		names = append(names, cmp.Or(CleanLine(decodeWords(one.Name)), one.Address))
	}
	return strings.Join(names, ", ")
}

// day is when a message was written: the day as it stands there.
func (h mailHeader) day() time.Time {
	for _, said := range []string{h.raw("Date"), h.raw("Resent-Date"), h.raw("Received")[strings.LastIndexByte(h.raw("Received"), ';')+1:]} {
		if t := dateIn(said); !t.IsZero() {
			return t
		}
		if t, err := mail.ParseDate(strings.TrimSpace(said)); err == nil && t.Year() >= 1970 && t.Year() <= 2100 {
			return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
		}
	}
	return time.Time{}
}

// fill gives a document what its message says of it.
func (h mailHeader) fill(doc *Document) {
	doc.set(Title, h.said("Subject"), FromMail)
	doc.set(Author, h.sender(), FromMail)
	doc.set(Publisher, h.said("Organization"), FromMail)
	list, _, _ := strings.Cut(h.said("List-Id"), "<")
	doc.set(Publisher, strings.Trim(list, `" `), FromMail)
	doc.setPublished(h.day(), FromMail)
	doc.set(URL, webAddress(strings.Trim(h.raw("Archived-At"), "<> ")), FromMail)
	lang, _, _ := strings.Cut(h.raw("Content-Language"), ",")
	doc.set(Lang, langTag(lang), FromMail)
}
