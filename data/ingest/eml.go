package ingest

import (
	"context"
	"fmt"
	"strings"

	"lectern/data"
	"lectern/data/wrap"
)

func isEML(f *file) bool {
	head, _ := splitHeader(f.head)
	i := strings.IndexByte(string(f.head[:min(len(f.head), 200)]), ':')
	return i > 0 && isFieldName(f.head[:i]) && head.isMessage()
}

// eachEML gives a message and the documents that are attached to it.
func eachEML(ctx context.Context, f *file, in *inside) error {
	b, err := f.bytes(maxMail)
	if err != nil {
		return in.refuse("", data.FaultOf(err).Code, err)
	}
	root, err := splitMIME(b)
	if err != nil {
		return in.refuse("", data.FaultOf(err).Code, err)
	}
	m := &message{}
	m.walk(ctx, root)
	doc, err := m.document(ctx, root.header)
	doc, err = settle(ctx, doc, err, f)
	if err == nil || len(m.attached) == 0 || data.FaultOf(err).Code != data.FaultNoText {
		if err := in.itself(b, doc, err); err != nil {
			return err
		}
	}
	for i, one := range m.attached {
		if err := in.attachment(ctx, one, i+1); err != nil {
			return err
		}
	}
	if in.found == 0 {
		return in.itself(b, doc, err)
	}
	return nil
}

// attachment gives a document that came with a message; pictures and the like
// are passed over.
func (in *inside) attachment(ctx context.Context, e *entity, n int) error {
	b := e.bytes()
	name := e.fileName()
	if e.kind == "message/rfc822" && name == "" {
		header, _ := splitHeader(b)
		name = header.said("Subject")
	}
	if name == "" {
		name = fmt.Sprint(n)
	}
	switch {
	case len(strings.TrimSpace(string(b))) == 0 || isFurniture(name, b):
		return nil
	case in.held+int64(len(b)) > maxHeld:
		return in.refuse(name, data.FaultTooLarge, nil)
	}
	return in.file(ctx, name, b)
}

// message sorts the parts of a mail into what it says and what came with it.
type message struct {
	body     []*entity
	attached []*entity
	locked   bool
}

func (m *message) walk(ctx context.Context, e *entity) {
	switch {
	case e.kind == "multipart/encrypted", e.kind == "application/pkcs7-mime" && e.params["smime-type"] != "signed-data":
		m.locked = true
	case e.kind == "multipart/alternative":
		m.choose(ctx, e)
	case len(e.parts) > 0:
		for _, part := range e.parts {
			m.walk(ctx, part)
		}
	case e.isAttached(), e.kind == "message/rfc822":
		m.attach(e)
	case e.kind == "text/plain" || e.kind == "text/html":
		m.body = append(m.body, e)
	default:
		m.attach(e)
	}
}

// attach keeps what may be a document.
func (m *message) attach(e *entity) {
	kind, _, _ := strings.Cut(e.kind, "/")
	switch e.kind {
	case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "message/delivery-status", "text/rfc822-headers",
		"text/calendar", "application/ics", "text/vcard", "text/x-vcard", "text/x-amp-html", "text/css":
		return
	}
	if kind != "image" && kind != "audio" && kind != "video" && kind != "font" {
		m.attached = append(m.attached, e)
	}
}

// choose takes one of the forms that a mail says the same in: plain text, unless
// that is only a line asking to read the other.
func (m *message) choose(ctx context.Context, e *entity) {
	var plain, page, rest *entity
	for _, part := range e.parts {
		switch {
		case part.isAttached():
			m.attach(part)
		case part.kind == "text/plain" && plain == nil:
			plain = part
		case part.kind == "text/html" && page == nil:
			page = part
		case len(part.parts) > 0 && rest == nil:
			rest = part // most often the page with its pictures
		}
	}
	said := ""
	if plain != nil {
		said = m.said(ctx, plain)
	}
	switch {
	case page == nil && rest == nil || len(said) > 300:
	case page == nil && hasWords(said) && !m.saysMore(ctx, rest, said):
		for _, part := range rest.parts {
			if part.isAttached() {
				m.attach(part)
			}
		}
	case page == nil:
		m.walk(ctx, rest)
		return
	case !hasWords(said), len(m.said(ctx, page)) > 3*len(said):
		m.body = append(m.body, page)
		return
	}
	if plain != nil {
		m.body = append(m.body, plain)
	}
}

// saysMore tells whether the rich form says far more than the plain one.
func (m *message) saysMore(ctx context.Context, rich *entity, said string) bool {
	inner := &message{}
	inner.walk(ctx, rich)
	n := 0
	for _, part := range inner.body {
		n += len(inner.said(ctx, part))
	}
	return n > 3*len(said)
}

// said is the text of one part.
func (m *message) said(ctx context.Context, e *entity) string {
	text, _ := e.text()
	if e.kind == "text/html" {
		return fragmentText(ctx, text)
	}
	if strings.EqualFold(e.params["format"], "flowed") {
		text = unflow(text, strings.EqualFold(e.params["delsp"], "yes"))
	}
	return wrap.Flow(normalise(text))
}

func (m *message) document(ctx context.Context, h mailHeader) (Document, error) {
	doc := Document{From: map[Field]Origin{}, Format: "eml"}
	var texts []string
	for _, e := range m.body {
		if said := m.said(ctx, e); hasWords(said) {
			texts = append(texts, said)
			if doc.Encoding == "" {
				_, doc.Encoding = e.text()
			}
		}
	}
	doc.Text = strings.Join(texts, "\n\n")
	if doc.Text == "" && m.locked {
		return doc, &data.Fault{Code: data.FaultLocked}
	}
	h.fill(&doc)
	return doc, nil
}

// unflow joins the lines that a mail program broke and marked with a blank at
// their ends (RFC 3676).
func unflow(text string, drop bool) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		line = strings.TrimPrefix(line, " ")
		switch {
		case line == "-- " || !strings.HasSuffix(line, " ") || strings.HasPrefix(line, ">"):
			out.WriteString(line)
			out.WriteByte('\n')
		case drop:
			out.WriteString(strings.TrimSuffix(line, " "))
		default:
			out.WriteString(line)
		}
	}
	return out.String()
}

// fragmentText is all the visible text of markup that is no page: a mail's body,
// an entry of a feed. Nothing it points to is loaded.
func fragmentText(ctx context.Context, markup string) string {
	root := parsePage(ctx, markup, strings.Count(markup, "<"))
	if root == nil {
		return normalise(flatText(markup))
	}
	w := &inlineWriter{}
	w.node(root)
	return normalise(w.String())
}
