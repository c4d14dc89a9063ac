package export

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"lectern/data"
	"lectern/data/library"
	"lectern/data/split/theme"
)

// qdaWriter gathers a project in the exchange format of programs for qualitative
// analysis, REFI-QDA 1.0.
type qdaWriter struct {
	out     *bundle
	made    string
	finder  *theme.Finder
	users   []string // the first is Lectern itself
	sources strings.Builder
	notes   strings.Builder
}

// writeQDPX writes a project: each report's text as a source, lanes and themes as
// codes on its passages, who speaks and how firmly as descriptions, and a note on
// each caveat. Places count characters.
func writeQDPX(ctx context.Context, lib *library.Library, ids []data.ReportID, o Order, marking data.Marking, out io.Writer) error {
	themes, err := lib.Themes(ctx)
	if err != nil {
		return err
	}
	w := &qdaWriter{out: newBundle(out), made: o.Now.UTC().Format(time.RFC3339), finder: theme.New(themes), users: []string{"Lectern"}}
	err = lib.Documents(ctx, ids, func(d data.Document) error {
		if err := w.source(d, o.Words); err != nil {
			return err
		}
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	w.out.put("project.qde", w.project(o.Words, themes, marking))
	return w.out.close()
}

func (w *qdaWriter) project(words Words, themes data.Themes, marking data.Marking) string {
	var p strings.Builder
	fmt.Fprintf(&p, xmlHead+`<Project xmlns="urn:QDA-XML:project:1.0" name="%s" origin="Lectern" creatingUserGUID="%s" creationDateTime="%s">`+"\n<Users>",
		esc(words.Reports), w.user("Lectern"), w.made)
	for _, u := range w.users {
		fmt.Fprintf(&p, `<User guid="%s" name="%s"/>`, guid("user", u), esc(u))
	}
	p.WriteString("</Users>\n<CodeBook><Codes>\n" + `<Code guid="` + guid("code", "lanes") + `" name="` + esc(words.head("Lanes")) + `" isCodable="false">`)
	for _, l := range data.Lanes() {
		fmt.Fprintf(&p, `<Code guid="%s" name="%s" isCodable="true" color="#%s"/>`, laneCode(l), esc(words.lane(l)), laneInk(l))
	}
	p.WriteString("</Code>\n" + `<Code guid="` + guid("code", "themes") + `" name="` + esc(words.head("Themes")) + `" isCodable="false">`)
	for _, t := range themes {
		fmt.Fprintf(&p, `<Code guid="%s" name="%s" isCodable="true"/>`, themeCode(t.ID), esc(t.Name))
	}
	p.WriteString("</Code>\n</Codes></CodeBook>\n<Variables>")
	for _, v := range qdaVariables {
		fmt.Fprintf(&p, `<Variable guid="%s" name="%s" typeOfVariable="%s"/>`, guid("variable", v.name), v.name, v.kind)
	}
	p.WriteString("</Variables>\n<Sources>" + w.sources.String() + "</Sources>\n")
	if w.notes.Len() > 0 {
		p.WriteString("<Notes>" + w.notes.String() + "</Notes>\n")
	}
	if marking != data.Unmarked {
		p.WriteString("<Description>" + esc(string(marking)) + "</Description>\n")
	}
	p.WriteString("</Project>\n")
	return p.String()
}

var qdaVariables = []struct {
	name, kind string
	of         func(data.Document) string
}{
	{"publisher", "Text", func(d data.Document) string { return d.Publisher }},
	{"author", "Text", func(d data.Document) string { return d.Author }},
	{"address", "Text", func(d data.Document) string { return d.URL }},
	{"language", "Text", func(d data.Document) string { return d.Lang }},
	{"marking", "Text", func(d data.Document) string { return string(d.Marking) }},
	{"published", "Date", func(d data.Document) string {
		if d.Published.IsZero() {
			return ""
		}
		return d.Published.Format(time.DateOnly)
	}},
}

func laneCode(l data.Lane) string      { return guid("code", "lane", string(l)) }
func themeCode(id data.ThemeID) string { return guid("code", "theme", fmt.Sprint(id)) }
func (w *qdaWriter) stamp(by string) string {
	return `creatingUser="` + w.user(by) + `" creationDateTime="` + w.made + `"`
}

// user is the name by which a person, or the program, is referred to.
func (w *qdaWriter) user(name string) string {
	for _, u := range w.users {
		if u == name {
			return guid("user", u)
		}
	}
	w.users = append(w.users, name)
	return guid("user", name)
}

// source writes a report's text, and what is said of its passages.
func (w *qdaWriter) source(d data.Document, words Words) error {
	id := guid("source", d.Text.String(), fmt.Sprint(d.ID))
	w.out.put("Sources/"+id+".txt", d.Body)
	fmt.Fprintf(&w.sources, "\n"+`<TextSource guid="%s" name="%s" plainTextPath="internal://%s.txt" %s>`, id, esc(d.Title), id, w.stamp("Lectern"))
	count := counter{text: d.Body}
	for _, p := range d.Passages {
		if p.Shown() == data.NoLane {
			continue
		}
		if err := w.passage(d, p, id, words, &count); err != nil {
			return err
		}
	}
	for _, v := range qdaVariables {
		if value := v.of(d); value != "" {
			fmt.Fprintf(&w.sources, `<VariableValue><VariableRef targetGUID="%s"/><%sValue>%s</%[2]sValue></VariableValue>`, guid("variable", v.name), v.kind, esc(value))
		}
	}
	w.sources.WriteString("</TextSource>")
	return nil
}

func (w *qdaWriter) passage(d data.Document, p data.Passage, source string, words Words, count *counter) error {
	text, err := wordsOf(d, p)
	if err != nil {
		return err
	}
	id := guid("selection", source, fmt.Sprint(p.Start, p.End))
	by := "Lectern"
	if p.Decision != nil && !p.Decision.Astray {
		by = p.Decision.By
	}
	about := fmt.Sprintf("%s %.2f", words.head("firmness"), p.Firmness())
	if p.Speaker != "" {
		about = p.Speaker + "; " + about
	}
	fmt.Fprintf(&w.sources, "\n"+`<PlainTextSelection guid="%s" name="%s" startPosition="%d" endPosition="%d" %s><Description>%s</Description>`,
		id, esc(head(oneLine(text), 60)), count.at(p.Start), count.at(p.End), w.stamp(by), esc(about))
	codes := []string{laneCode(p.Shown())}
	for _, t := range w.finder.Count(text) {
		codes = append(codes, themeCode(t.Theme))
	}
	for _, c := range codes {
		fmt.Fprintf(&w.sources, `<Coding guid="%s" %s><CodeRef targetGUID="%s"/></Coding>`, guid("coding", id, c), w.stamp(by), c)
	}
	if p.Shown() == data.Caveat {
		note := guid("note", id)
		fmt.Fprintf(&w.sources, `<NoteRef targetGUID="%s"/>`, note)
		fmt.Fprintf(&w.notes, `<Note guid="%s" name="%s" %s><PlainTextContent>%s</PlainTextContent></Note>`, note, esc(words.lane(data.Caveat)), w.stamp(by), esc(about+"; "+words.place(d.Body, p.Start)))
	}
	w.sources.WriteString("</PlainTextSelection>")
	return nil
}
