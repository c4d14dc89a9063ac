package ingest

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"lectern/data"
)

func TestATableGivesARowADocument(t *testing.T) {
	b := "Title,Published At,Author,Source,Link,Full_Text\r\n" +
		"\"A call, retold\",14.03.2026,Olena Marchuk,Harbour Post,https://post.example/1,\"The envoy said \"\"yes\"\".\r\n\r\nNothing was signed.\"\r\n" +
		",,,,,\r\n" +
		"Doubts,2026-03-15,,,,<p>The talks <b>went on</b>.</p>\r\n" +
		"Empty,2026-03-15,,,,\r\n"
	parts := checkParts(t, "a.csv", []byte(b), Options{}, `
a.csv › 1 | csv | A call, retold | Olena Marchuk | Harbour Post | 2026-03-14 | https://post.example/1 | en | The envoy said "yes".⏎⏎Nothing was signed.
a.csv › 3 | csv | Doubts |  |  | 2026-03-15 |  | en | The talks went on.
a.csv › 4 ! no-text
`)
	if doc := parts[0].Document; doc.From[Title] != FromColumn || doc.From[Published] != FromColumn {
		t.Errorf("origins: %v", doc.From)
	}
	again, err := Read(t.Context(), "1", parts[0].Bytes)
	if err != nil || !reflect.DeepEqual(again, parts[0].Document) {
		t.Errorf("read again: %+v, %v", again, err)
	}
}

func TestColumnsAreKnownInFiveLanguagesAndAnyDelimiterOrEncoding(t *testing.T) {
	text := "Президент заявив, що розмова була змістовною."
	for _, c := range []struct{ table, title string }{
		{"Заголовок;Дата публікації;Автор;Джерело;Текст\nРозмова;14.03.2026;Олена Марчук;Вісті;" + text + "\n", "Розмова"},
		{"Название\tДата\tАвтор\tИсточник\tТекст\nРозмова\t14.03.2026\tОлена Марчук\tВісті\t" + text + "\n", "Розмова"},
		{"Titel|Datum|Autor|Quelle|Volltext\nРозмова|14.03.2026|Олена Марчук|Вісті|" + text + "\n", "Розмова"},
		{"titre,date,auteur,source,contenu\nРозмова,14.03.2026,Олена Марчук,Вісті,\"" + text + "\"\n", "Розмова"},
	} {
		cp1251, err := charmap.Windows1251.NewEncoder().String(c.table)
		if err != nil {
			t.Fatal(err)
		}
		utf16, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(c.table)
		bare, _ := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(c.table)
		for what, b := range map[string]string{"utf-8": c.table, "with a mark": "\uFEFF" + c.table, "cp1251": cp1251, "utf-16": utf16, "utf-16 bare": bare} {
			parts := partsOf(t, "export", []byte(b), Options{})
			if d := parts[0].Document; len(parts) != 1 || d.Text != text || d.Title != c.title || d.Author != "Олена Марчук" || d.Publisher != "Вісті" || !d.Published.Equal(on(2026, 3, 14)) || d.Lang != "uk" {
				t.Errorf("%s of %.20q: %s", what, c.table, brief(parts))
			}
		}
	}
}

func TestAPersonSaysWhichColumnIsWhat(t *testing.T) {
	b := []byte("a;b;c\nx1;" + said + ";A call\nx2;" + said + ";Doubts\n")
	table, err := Columns(t.Context(), "a.csv", b)
	if err != nil || !reflect.DeepEqual(table.Header, []string{"a", "b", "c"}) || len(table.Rows) != 2 || table.Rows[1][2] != "Doubts" {
		t.Fatalf("%+v, %v", table, err)
	}
	parts := partsOf(t, "a.csv", b, Options{Columns: map[Field]string{Text: "b", Title: "c"}})
	if len(parts) != 2 || parts[0].Document.Title != "A call" || parts[1].Document.Text != said {
		t.Errorf("%s", brief(parts))
	}
	if _, err := Columns(t.Context(), "a.txt", []byte(said)); data.FaultOf(err).Code != data.FaultUnsupported {
		t.Errorf("no table: %v", err)
	}
	table, err = Columns(t.Context(), "a.jsonl", []byte(`{"headline":"A call","body":"x","meta":{"pub_date":"2026-03-14"}}`))
	if want := map[Field]string{Text: "body", Title: "headline", Published: "meta.pub_date"}; err != nil || !reflect.DeepEqual(table.Guess, want) {
		t.Errorf("%v, %v", table.Guess, err)
	}
}

func TestJSONLinesGiveALineADocument(t *testing.T) {
	lines := `{"title":"A call","text":"The talks went on.","authors":[{"name":"Olena Marchuk"},{"name":"Ihor Sydorenko"}],"url":"https://post.example/1","published":1773482400}
{"title":"Broken",

{"title":"Doubts","text":"Nothing was signed.","language":"en"}
`
	checkParts(t, "a.jsonl", []byte(lines), Options{}, `
a.jsonl › 1 | jsonl | A call | Olena Marchuk, Ihor Sydorenko | post.example | 2026-03-14 | https://post.example/1 | en | The talks went on.
a.jsonl › 2 ! broken
a.jsonl › 3 | jsonl | Doubts |  |  |  |  | en | Nothing was signed.
`)
	checkParts(t, "a.json", []byte(`[ {"title":{"rendered":"A call"},"content":{"rendered":"<p>The talks went on.</p>"}},
 {"content":{"rendered":"Nothing was signed."}} ]`), Options{}, `
a.json › 1 | jsonl | A call |  |  |  |  | en | The talks went on.
a.json › 2 | jsonl | Nothing was signed. |  |  |  |  |  | Nothing was signed.
`)
	for _, text := range []string{"{not json} but a sentence, the envoy said.", "[1] A footnote, the envoy said.", `{"a":1,"b":2}`} {
		if parts := partsOf(t, "a.txt", []byte(text), Options{}); parts[0].Document.Format != "txt" {
			t.Errorf("%q: %s", text, brief(parts))
		}
	}
}

func TestProseIsNoTable(t *testing.T) {
	for _, text := range []string{
		"The text, the whole text\nand nothing but, they said\nof the talks, again\n",
		"Title, a call\n\nThe envoy said, on Tuesday, that the talks, all of them, would go on.\n",
		"Text\n" + said + "\n",
	} {
		if doc, err := Read(t.Context(), "a.txt", []byte(text)); err != nil || doc.Format != "txt" {
			t.Errorf("%q: %s, %v", text, doc.Format, err)
		}
	}
}

func TestHostileTablesAreTamed(t *testing.T) {
	for what, b := range map[string]string{
		"a million columns":        "text" + strings.Repeat(",c", 1_000_000) + "\n" + strings.Repeat("word,", 1_000_000) + "\n",
		"a row of a million cells": "title,text\na," + said + "\n" + strings.Repeat("word,", 1_000_000) + "\n",
		"a quote without end":      "title,text\na,b\n\"" + strings.Repeat("word\n", 2_000_000),
		"ten thousand deep":        `{"text":"` + said + `"}` + "\n" + `{"text":` + strings.Repeat(`{"a":`, 10_001) + "1" + strings.Repeat("}", 10_002) + "\n" + `{"text":"` + said + `"}` + "\n",
		"deep lists":               `{"text":"` + said + `","a":` + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + "}\n",
		"a list without end":       "[{\"text\":\"" + said + "\"}," + strings.Repeat("[", 5_000_000),
		"one endless line":         `{"text":"` + said + `"}` + "\n" + `{"text":"` + strings.Repeat("word ", 3_000_000),
		"many keys":                `{"text":"` + said + `"` + strings.Repeat(`,"k":1`, 500_000) + "}\n",
		"a binary tail":            "title,text\na," + said + "\n" + string(noise(1<<20)),
	} {
		start := time.Now()
		parts := partsOf(t, "a.csv", []byte(b), Options{})
		failed := 0
		for _, p := range parts {
			if p.Err != nil {
				failed++
				if code := data.FaultOf(p.Err).Code; code == data.FaultInternal {
					t.Errorf("%s: %v", what, p.Err.(*data.Fault).Err)
				}
			}
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", what, took)
		}
		t.Logf("%s: %d parts, %d failed, %v, last %v", what, len(parts), failed, time.Since(start).Round(time.Millisecond), parts[len(parts)-1].Err)
	}
}

func TestALargeTableIsReadARowAtATime(t *testing.T) {
	row := []byte("A call,\"" + strings.Repeat(said+" ", 100) + "\"\n")
	in := table{[]byte("title,text\n"), row}
	n := 0
	size := int64(len(in.header)) + 3000*int64(len(row))
	if err := EachIn(context.Background(), "a.csv", in, size, Options{}, func(p Part) error {
		if p.Err != nil || len(p.Bytes) != len(in.header)+len(row) {
			return fmt.Errorf("row %d: %d bytes, %w", n, len(p.Bytes), p.Err)
		}
		n++
		return nil
	}); err != nil || n != 3000 {
		t.Errorf("%d rows, %v", n, err)
	}
}

// table is a file that is made as it is read.
type table struct{ header, row []byte }

func (m table) ReadAt(p []byte, at int64) (int, error) {
	for n := range p {
		if i := at + int64(n); i < int64(len(m.header)) {
			p[n] = m.header[i]
		} else {
			p[n] = m.row[(i-int64(len(m.header)))%int64(len(m.row))]
		}
	}
	return len(p), nil
}
