package pdf

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"lectern/data"
)

// seed is a small real PDF: two columns in which some words stand.
const seed = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
	"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>endobj\n" +
	"4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n5 0 obj<</Length 75>>stream\n" +
	"BT /F1 10 Tf 60 700 Td (The envoys met.) Tj 0 -12 Td (They left again.) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n"

// Whatever a PDF holds, reading it ends in a clean text or a plain fault, and its
// pages in places of that text.
func FuzzPDF(f *testing.F) {
	f.Add([]byte(seed))
	f.Add([]byte(strings.Replace(seed, "/Length 75", "/Length 75/Filter/ASCIIHexDecode", 1)))
	f.Add([]byte(strings.Replace(seed, "3 0 R]", "2 0 R 3 0 R]", 1)))
	b, err := os.ReadFile("../testdata/outside/files/09-long.libre.pdf")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	e := New(filepath.Join(os.TempDir(), "lectern-fuzz"))
	f.Fuzz(func(t *testing.T, b []byte) {
		start := time.Now()
		doc, err := e.Read(t.Context(), b)
		if took := time.Since(start); took > 20*time.Second {
			t.Fatalf("%d bytes took %v", len(b), took)
		}
		var fault *data.Fault
		switch {
		case err != nil && (!errors.As(err, &fault) || fault.Code == data.FaultInternal):
			t.Fatalf("no plain fault: %#v", err)
		case err == nil:
			whole(t, doc.Text, doc.Pages)
		}
	})
}

func whole(t *testing.T, text string, pages []int) {
	t.Helper()
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		t.Fatalf("no clean text: %q", text)
	}
	if !slices.IsSorted(pages) || len(pages) > 0 && (pages[0] < 0 || pages[len(pages)-1] > len(text)) {
		t.Fatalf("pages begin at %v of %d", pages, len(text))
	}
}

// Wherever letters stand, none of them is lost or doubled on the way to a text.
func FuzzLayout(f *testing.F) {
	place := func(words string, x, y, step byte) (b []byte) {
		for i, r := range words {
			b = binary.BigEndian.AppendUint16(b, uint16(r))
			b = append(b, x+byte(i)*step, y, 8)
		}
		return b
	}
	f.Add(place("The envoys met", 10, 200, 6))
	f.Add(append(place("left one", 10, 200, 6), append(place("right one", 120, 200, 6), place("left two", 10, 180, 6)...)...))
	f.Add(append(place("foot", 10, 2, 6), place("«العبارة» (12)", 200, 180, 250)...))
	f.Fuzz(func(t *testing.T, b []byte) {
		var chars []glyph
		for ; len(b) >= 5 && len(chars) < 2000; b = b[5:] {
			x, y, size := float64(b[2])*2, float64(b[3])*3, float64(b[4]%32)
			chars = append(chars, glyph{r: rune(binary.BigEndian.Uint16(b)), left: x, right: x + size*0.6, bottom: y, top: y + size})
		}
		before := 0
		for _, l := range pieces(chars) {
			before += letters(l.text)
		}
		p := layOut(chars)
		after := 0
		for _, lines := range p.columns {
			if len(lines) == 0 {
				t.Fatal("a column without lines")
			}
			for _, l := range lines {
				after += letters(l.text)
			}
		}
		if after != before {
			t.Fatalf("%d letters of %d are left", after, before)
		}
		pages := []page{p, layOut(chars[:len(chars)/2]), p}
		dropRunning(pages)
		text, starts := compose(pages)
		whole(t, text, starts)
	})
}

func letters(s string) int { return utf8.RuneCountInString(strings.ReplaceAll(s, " ", "")) }
