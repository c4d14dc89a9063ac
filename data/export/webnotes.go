package export

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"time"
	"unicode/utf8"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/split/theme"
)

// annotation is one of the W3C Web Annotation Data Model, 2017.
type annotation struct {
	ID         string         `json:"id"`
	Type       string         `json:"type"`
	Motivation string         `json:"motivation"`
	Creator    *agent         `json:"creator,omitempty"`
	Created    string         `json:"created,omitempty"`
	Generator  *agent         `json:"generator,omitempty"`
	Body       []textBody     `json:"body"`
	Target     annotationGoal `json:"target"`
}

type agent struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

type textBody struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Value   string `json:"value"`
	Format  string `json:"format"`
}

type annotationGoal struct {
	Type     string     `json:"type"`
	Source   textSource `json:"source"`
	Selector []any      `json:"selector"`
}

// textSource is a report's text: what offsets count in is the text of that hash,
// not the page at the address.
type textSource struct {
	ID        string `json:"id"`
	Type      string `json:"type"`
	Format    string `json:"format"`
	Language  string `json:"language,omitempty"`
	Title     string `json:"dc:title"`
	Author    string `json:"dc:creator,omitempty"`
	Publisher string `json:"dc:publisher,omitempty"`
	Published string `json:"dc:date,omitempty"`
	Address   string `json:"dc:source,omitempty"`
	Marking   string `json:"dc:rights,omitempty"`
}

// placeSelector counts in characters, the end not included.
type placeSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type wordsSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

// motivations are what the standard calls what a lane is for.
var motivations = map[data.Lane]string{data.Statement: "identifying", data.Caveat: "questioning", data.Reaction: "replying", data.Background: "describing"}

// writeWebNotes writes a collection of annotations as JSON-LD, one for each passage
// that is in a lane.
func writeWebNotes(ctx context.Context, lib *library.Library, ids []data.ReportID, o Order, marking data.Marking, out io.Writer) error {
	themes, err := lib.Themes(ctx)
	if err != nil {
		return err
	}
	finder := theme.New(themes)
	var items []annotation
	err = lib.Documents(ctx, ids, func(d data.Document) error {
		count := counter{text: d.Body}
		for _, p := range d.Passages {
			if p.Shown() == data.NoLane {
				continue
			}
			a, err := annotate(d, p, finder, &count)
			if err != nil {
				return err
			}
			items = append(items, a)
		}
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	if items == nil {
		items = []annotation{}
	}
	id := guid("collection", fmt.Sprint(ids), o.Now.UTC().Format(time.RFC3339))
	w := json.NewEncoder(out)
	w.SetIndent("", " ")
	w.SetEscapeHTML(false)
	return w.Encode(map[string]any{
		"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:uuid:" + id, "type": "AnnotationCollection", "label": o.Words.Reports, "total": len(items),
		"created": o.Now.UTC().Format(time.RFC3339), "dc:rights": string(marking), "generator": agent{"Software", "Lectern"},
		"first": map[string]any{"id": "urn:uuid:" + guid("page", id), "type": "AnnotationPage", "partOf": "urn:uuid:" + id, "startIndex": 0, "items": items},
	})
}

func annotate(d data.Document, p data.Passage, finder *theme.Finder, count *counter) (a annotation, err error) {
	words, err := wordsOf(d, p)
	if err != nil {
		return a, err
	}
	lane := p.Shown()
	a = annotation{ID: "urn:uuid:" + guid("passage", d.Text.String(), fmt.Sprint(p.Start, p.End)), Type: "Annotation", Motivation: motivations[lane]}
	body := func(purpose, value string) {
		if value != "" {
			a.Body = append(a.Body, textBody{"TextualBody", purpose, value, "text/plain"})
		}
	}
	body("classifying", string(lane))
	body("identifying", p.Speaker)
	body("assessing", fmt.Sprintf("firmness %.2f", p.Firmness()))
	for _, t := range finder.Count(words) {
		body("tagging", t.Name)
	}
	if p.Reason.Rule != "" {
		body("commenting", p.Reason.Rule+": "+p.Reason.Evidence)
	}
	if p.Decision != nil && !p.Decision.Astray {
		a.Creator, a.Created = &agent{"Person", p.Decision.By}, p.Decision.At.UTC().Format(time.RFC3339)
	} else {
		a.Generator = &agent{"Software", "Lectern " + d.Model}
	}
	source := textSource{ID: "urn:sha256:" + d.Text.String(), Type: "Text", Format: "text/plain", Language: d.Lang, Title: d.Title, Author: d.Author,
		Publisher: d.Publisher, Address: d.URL, Marking: string(d.Marking)}
	if !d.Published.IsZero() {
		source.Published = d.Published.Format(time.DateOnly)
	}
	a.Target = annotationGoal{"SpecificResource", source, []any{
		placeSelector{"TextPositionSelector", count.at(p.Start), count.at(p.End)},
		wordsSelector{"TextQuoteSelector", words, tail(d.Body[:p.Start], 32), head(d.Body[p.End:], 32)},
	}}
	return a, nil
}

// counter turns places in bytes into places in characters. It is quick where
// places come in their order.
type counter struct {
	text        string
	bytes, runs int
}

func (c *counter) at(place int) int {
	if place < c.bytes {
		c.bytes, c.runs = 0, 0
	}
	c.runs += utf8.RuneCountInString(c.text[c.bytes:place])
	c.bytes = place
	return c.runs
}

// head is the first n characters of a text, tail its last.
func head(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}

func tail(text string, n int) string {
	at := len(text)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return text[at:]
}

// guid names a thing by what it is: the same thing has the same name in every
// export (a UUID of version 8).
func guid(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p)
	}
	b := h.Sum(nil)[:16]
	b[6], b[8] = b[6]&0x0f|0x80, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
