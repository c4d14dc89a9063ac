package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"lectern/data"
	"lectern/data/brief"
	"lectern/data/export"
)

// unzipped is what lies in a ZIP file; every part that is XML must be well formed,
// and what parts refer to must be there.
func unzipped(t *testing.T, content []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(b)
	}
	for name, text := range parts {
		if strings.HasSuffix(name, ".txt") {
			continue
		}
		for d := xml.NewDecoder(strings.NewReader(text)); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			e, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			at := map[string]string{}
			for _, a := range e.Attr {
				at[a.Name.Local] = a.Value
			}
			target := ""
			switch {
			case e.Name.Local == "Relationship" && at["TargetMode"] == "":
				target = path.Join(path.Dir(path.Dir(name)), at["Target"])
			case e.Name.Local == "Override":
				target = strings.TrimPrefix(at["PartName"], "/")
			}
			if target != "" && parts[target] == "" {
				t.Errorf("%s refers to %s, which is not there", name, target)
			}
		}
	}
	return parts
}

// textOf is the text of an XML part.
func textOf(part string) string {
	var out strings.Builder
	d := xml.NewDecoder(strings.NewReader(part))
	for {
		token, err := d.Token()
		if err != nil {
			return out.String()
		}
		switch token := token.(type) {
		case xml.CharData:
			out.Write(token)
		case xml.EndElement:
			if token.Name.Local == "p" {
				out.WriteByte('\n')
			}
		}
	}
}

func TestEveryFormatIsWrittenAndTheSameTwice(t *testing.T) {
	l, docs, b := chorus(t)
	id := kept(t, l, b)
	for _, f := range export.Formats() {
		for _, o := range []export.Order{{Format: f, Brief: id}, {Format: f, Reports: []data.ReportID{docs[0].ID, docs[2].ID}}} {
			first := ordered(t, l, o)
			if len(first) == 0 || !bytes.Equal(first, ordered(t, l, o)) {
				t.Errorf("%s: %d bytes, or not the same bytes twice", f, len(first))
			}
		}
	}
}

func TestADOCXHasHeadingsSourcesMarkingsAndDirections(t *testing.T) {
	l, docs, b := chorus(t)
	parts := unzipped(t, ordered(t, l, export.Order{Format: export.Word, Brief: kept(t, l, b)}))
	body := parts["word/document.xml"]
	inOrder(t, textOf(body), "The crossing at Tall Birch\n", docs[0].Passages[0].In(docs[0].Body), docs[0].Passages[1].In(docs[0].Body), docs[1].Passages[0].In(docs[1].Body), "Left open\n", "Sources\n")
	for _, want := range []string{`<w:pStyle w:val="Heading1"/>`, `<w:bookmarkStart w:id="1" w:name="part2"/>`, `<w:bidi/>`, `<w:rtl/><w:lang w:bidi="ar"/>`, `<w:lang w:val="uk"/>`} {
		if !strings.Contains(body, want) {
			t.Errorf("the document has no %s", want)
		}
	}
	for i := range docs[:2] {
		if !strings.Contains(body, fmt.Sprintf(`<w:hyperlink w:anchor="source%d"`, i+1)) || !strings.Contains(body, fmt.Sprintf(`w:name="source%d"/>`, i+1)) {
			t.Errorf("nothing leads to source %d", i+1)
		}
	}
	inOrder(t, textOf(body), "Sources\n", "1.  Mediators set a date for the valley talks. The Harbour Post, 4 March 2026. https://paper.example/?a=1&b=en TLP:AMBER")
	for _, name := range []string{"word/header1.xml", "word/footer1.xml"} {
		if !strings.Contains(parts[name], `<w:color w:val="FFC000"/>`) || !strings.Contains(parts[name], "TLP:AMBER") {
			t.Errorf("%s is not marked: %s", name, parts[name])
		}
	}
	for name, text := range parts {
		if strings.Contains(text, "breathe") || strings.Contains(text, "Vera") {
			t.Errorf("%s tells what is private", name)
		}
	}
}

func TestSlidesHoldEveryWordNeverTooSmall(t *testing.T) {
	l, docs, b := chorus(t)
	id := kept(t, l, b)
	parts := unzipped(t, ordered(t, l, export.Order{Format: export.Slides, Brief: id}))
	var all strings.Builder
	for n := 1; parts[fmt.Sprintf("ppt/slides/slide%d.xml", n)] != ""; n++ {
		slide := parts[fmt.Sprintf("ppt/slides/slide%d.xml", n)]
		all.WriteString(textOf(slide))
		if strings.Count(slide, `type="title"`) != 1 {
			t.Errorf("slide %d has no title, or several", n)
		}
		if marks := strings.Count(slide, "TLP:AMBER"); marks != 2 {
			t.Errorf("slide %d is marked %d times", n, marks)
		}
		for text := range strings.SplitSeq(slide, `lang="en"`) {
			var size int
			if _, err := fmt.Sscanf(text, ` sz="%d"`, &size); err == nil && size < 2250 && !strings.Contains(text[:min(400, len(text))], "TLP:") {
				t.Errorf("words on slide %d are set in %d hundredths of a point", n, size)
			}
		}
	}
	flat := strings.Join(strings.Fields(all.String()), " ")
	for _, k := range []int{0, 1, 2} {
		if words := docs[0].Passages[k].In(docs[0].Body); !strings.Contains(flat, words) {
			t.Errorf("the slides do not have %q", words)
		}
	}
	if n := strings.Count(flat, "every lorry is counted twice"); n < 12 {
		t.Errorf("a long passage is cut: %d of its 12 sentences", n)
	}
	for name, text := range parts {
		if strings.Contains(text, "breathe") {
			t.Errorf("%s tells a private note", name)
		}
	}
	parts = unzipped(t, ordered(t, l, export.Order{Format: export.Slides, Brief: id, Notes: true}))
	if !strings.Contains(parts["ppt/notesSlides/notesSlide1.xml"], "breathe first") || strings.Contains(parts["ppt/slides/slide1.xml"], "breathe") {
		t.Error("private notes that were asked for are not where a presenter alone sees them")
	}
}

func TestASpreadsheetHasDaysNumbersAndNoFormulas(t *testing.T) {
	l, docs, _ := chorus(t)
	f, err := excelize.OpenReader(bytes.NewReader(ordered(t, l, export.Order{Format: export.Sheet, Reports: []data.ReportID{docs[0].ID, docs[4].ID}})))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Passages")
	if err != nil || len(rows) != 2+len(voices[0].lines)+1 || rows[0][0] != "TLP:AMBER" || rows[2][3] != "2026-03-04" || rows[2][5] != "Statement" {
		t.Fatalf("%d rows, %v: %q", len(rows), err, rows[:3])
	}
	for i, p := range docs[0].Passages {
		if rows[2+i][7] != p.In(docs[0].Body) {
			t.Errorf("row %d: %q", i, rows[2+i][7])
		}
	}
	last := len(rows)
	for cell, want := range map[string]string{"B": voices[4].title, "C": "@Paper", "G": "-cmd", "H": voices[4].lines[0].words} {
		at := fmt.Sprintf("%s%d", cell, last)
		value, _ := f.GetCellValue("Passages", at)
		formula, _ := f.GetCellFormula("Passages", at)
		kind, _ := f.GetCellType("Passages", at)
		if value != want || formula != "" || kind == excelize.CellTypeFormula || kind == excelize.CellTypeNumber {
			t.Errorf("%s: %q, formula %q, type %v", at, value, formula, kind)
		}
	}
	if raw, _ := f.GetCellValue("Passages", "D3", excelize.Options{RawCellValue: true}); raw != "46085" {
		t.Errorf("a day is kept as %q, not as a number of days", raw)
	}
	if panes, err := f.GetPanes("Reports"); err != nil || !panes.Freeze || panes.YSplit != 2 {
		t.Errorf("the headings do not stay in view: %+v, %v", panes, err)
	}
}

func TestAnnotationsPointAtTheirWords(t *testing.T) {
	l, docs, _ := chorus(t)
	var got struct {
		Context string `json:"@context"`
		Total   int
		First   struct {
			Items []struct {
				Type, Motivation string
				Body             []struct{ Purpose, Value string }
				Target           struct {
					Source   struct{ ID, Language string }
					Selector []struct {
						Type                  string
						Start, End            int
						Exact, Prefix, Suffix string
					}
				}
			}
		}
	}
	if err := json.Unmarshal(ordered(t, l, export.Order{Format: export.WebNotes, Reports: []data.ReportID{docs[0].ID, docs[2].ID}}), &got); err != nil {
		t.Fatal(err)
	}
	if got.Context != "http://www.w3.org/ns/anno.jsonld" || got.Total != len(voices[0].lines)+len(voices[2].lines) || len(got.First.Items) != got.Total {
		t.Fatalf("%+v", got)
	}
	for _, item := range got.First.Items {
		doc := docs[0]
		if item.Target.Source.ID == "urn:sha256:"+docs[2].Text.String() {
			doc = docs[2]
		}
		place, words := item.Target.Selector[0], item.Target.Selector[1]
		text := []rune(doc.Body)
		if place.Type != "TextPositionSelector" || string(text[place.Start:place.End]) != words.Exact || words.Type != "TextQuoteSelector" {
			t.Errorf("%d-%d is not %q", place.Start, place.End, words.Exact)
		}
		if !strings.HasSuffix(string(text[:place.Start]), words.Prefix) || !strings.HasPrefix(string(text[place.End:]), words.Suffix) || place.Start > 32 && utf8.RuneCountInString(words.Prefix) != 32 {
			t.Errorf("around %q: %q and %q", words.Exact, words.Prefix, words.Suffix)
		}
	}
	first := got.First.Items[1]
	if first.Motivation != "questioning" || first.Body[0].Value != "caveat" || first.Body[1].Purpose != "identifying" || first.Body[1].Value != "Nora Feld" {
		t.Errorf("%+v", first)
	}
}

func TestAProjectsCodesAndNotesPointAtTheirWords(t *testing.T) {
	l, docs, _ := chorus(t)
	content := ordered(t, l, export.Order{Format: export.QDAFormat, Reports: []data.ReportID{docs[0].ID, docs[1].ID, docs[2].ID, docs[3].ID}})
	parts := unzipped(t, content)
	var project struct {
		XMLName xml.Name `xml:"urn:QDA-XML:project:1.0 Project"`
		Users   []struct {
			GUID string `xml:"guid,attr"`
		} `xml:"Users>User"`
		Groups []struct {
			Codable bool `xml:"isCodable,attr"`
			Codes   []struct {
				GUID string `xml:"guid,attr"`
				Name string `xml:"name,attr"`
			} `xml:"Code"`
		} `xml:"CodeBook>Codes>Code"`
		Sources []struct {
			Path       string `xml:"plainTextPath,attr"`
			Selections []struct {
				Start int    `xml:"startPosition,attr"`
				End   int    `xml:"endPosition,attr"`
				User  string `xml:"creatingUser,attr"`
				Refs  []struct {
					GUID string `xml:"targetGUID,attr"`
				} `xml:"Coding>CodeRef"`
				Note struct {
					GUID string `xml:"targetGUID,attr"`
				} `xml:"NoteRef"`
			} `xml:"PlainTextSelection"`
		} `xml:"Sources>TextSource"`
		Notes []struct {
			GUID string `xml:"guid,attr"`
			Text string `xml:"PlainTextContent"`
		} `xml:"Notes>Note"`
	}
	if err := xml.Unmarshal([]byte(parts["project.qde"]), &project); err != nil {
		t.Fatal(err)
	}
	var codes, notes []string
	for _, g := range project.Groups {
		for _, c := range g.Codes {
			codes = append(codes, c.GUID)
		}
		if g.Codable {
			t.Error("a group of codes can be coded with")
		}
	}
	for _, n := range project.Notes {
		notes = append(notes, n.GUID)
	}
	for i, s := range project.Sources {
		text := []rune(parts["Sources/"+strings.TrimPrefix(s.Path, "internal://")])
		if string(text) != docs[i].Body {
			t.Errorf("text %d is %q", i, string(text))
		}
		for k, sel := range s.Selections {
			if words := string(text[sel.Start:sel.End]); words != docs[i].Passages[k].In(docs[i].Body) {
				t.Errorf("selection %d-%d is %q", sel.Start, sel.End, words)
			}
			if sel.User != project.Users[0].GUID || len(sel.Refs) == 0 || sel.Note.GUID != "" && !slices.Contains(notes, sel.Note.GUID) {
				t.Errorf("selection refers astray: %+v", sel)
			}
			for _, r := range sel.Refs {
				if !slices.Contains(codes, r.GUID) {
					t.Errorf("no code is called %s", r.GUID)
				}
			}
		}
	}
	if len(project.Notes) != 3 || !strings.Contains(project.Notes[0].Text, "Nora Feld") {
		t.Errorf("notes: %+v", project.Notes)
	}
}

func TestAQuotationThatDiffersNeverLeaves(t *testing.T) {
	l, docs, _ := chorus(t)
	q := brief.QuoteOf(docs[0], docs[0].Passages[0], day)
	q.Words = strings.Replace(q.Words, "Monday", "Sunday", 1)
	id := kept(t, l, data.Brief{Title: "Wrong", Steps: []data.BriefStep{{Kind: data.StatementStep, Main: q}}})
	for _, f := range []export.Format{export.PDF, export.Word, export.Slides, export.HTML, export.Markdown} {
		var out bytes.Buffer
		err := export.Write(ctx, l, export.Order{Format: f, Brief: id, Words: export.English(), Now: day, Fonts: fonts()}, &out)
		fault := data.FaultOf(err)
		said := strings.Contains(out.String(), "as of 23 November 2026") || f == export.PDF
		if f == export.Word || f == export.Slides {
			said = false
			if err == nil {
				for _, part := range unzipped(t, out.Bytes()) {
					said = said || strings.Contains(part, "as of 23 November 2026")
				}
			}
		}
		if (err == nil || fault.Code != data.FaultMisquoted) && !said {
			t.Errorf("%s: words that no report has went out: %v", f, err)
		}
	}
}
