package ingest_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lectern/data"
	"lectern/data/ingest"
	"lectern/data/ingest/pdf"
)

// asOutside is how much of what an outside program reads in a document Lectern has
// to read too: words in the same order, of all words that the program found.
var asOutside = map[string]float64{
	".docx": .98, ".odt": .98, ".fodt": .98, ".rtf": .98, ".epub": .98, ".html": .98, ".mhtml": .98, ".eml": .98, ".txt": .98, ".pdf": .95,
}

// testdata/outside/files were made by pandoc, LibreOffice, Chromium and Python's
// email package; testdata/outside/says is what pandoc, LibreOffice and pdftotext
// read in them. build.sh there makes both. Three PDFs are not judged by pdftotext,
// which reads across the columns of two and begins a text from right to left on its
// left side: features.libre by the order that the file was written in, hebrew.columns
// and 05-nahr.section by the text that they were printed from.
func TestDocumentsAreReadAsOutsideProgramsReadThem(t *testing.T) {
	says, err := filepath.Glob("testdata/outside/says/*.txt")
	if err != nil || len(says) < 60 {
		t.Fatalf("%d files, %v", len(says), err)
	}
	type sum struct {
		files, words, same, ours int
		least                    float64
	}
	sums := map[string]*sum{}
	ctx := ingest.WithPDF(t.Context(), pdf.New(filepath.Join(os.TempDir(), fmt.Sprintf("lectern-tests-%d", os.Getuid()))).Read) // compiled once a machine
	for _, path := range says {
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		want := wordsIn(string(outsideFile(t, path)))
		doc, err := firstDocument(ctx, t, name)
		ext := filepath.Ext(name)
		if f := data.FaultOf(err); f != nil {
			t.Errorf("%s: %v (%v)", name, err, f.Err)
			continue
		}
		got := wordsIn(doc.Text)
		if ext == ".pdf" {
			got, want = unjoined(got), unjoined(want)
		}
		same := inOrder(got, want)
		share := float64(same) / float64(len(want))
		s := sums[ext]
		if s == nil {
			s = &sum{least: 1}
			sums[ext] = s
		}
		s.files, s.words, s.same, s.ours, s.least = s.files+1, s.words+len(want), s.same+same, s.ours+len(got), min(s.least, share)
		t.Logf("%-32s %5d of %5d words in order, %6.2f %%; %d of ours are not there", name, same, len(want), 100*share, len(got)-same)
		if share < asOutside[ext] {
			t.Errorf("%s: %.2f %% of the words, want %.0f %%", name, 100*share, 100*asOutside[ext])
		}
	}
	var table strings.Builder
	fmt.Fprintf(&table, "\n%-7s %5s %7s %8s %8s %12s\n", "format", "files", "words", "in order", "least", "ours beside")
	for _, ext := range sortedKeys(sums) {
		s := sums[ext]
		fmt.Fprintf(&table, "%-7s %5d %7d %7.2f%% %7.2f%% %11.2f%%\n", ext[1:], s.files, s.words, 100*float64(s.same)/float64(s.words), 100*s.least, 100*float64(s.ours-s.same)/float64(s.ours))
	}
	t.Log(table.String())
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func outsideFile(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func firstDocument(ctx context.Context, t testing.TB, name string) (ingest.Document, error) {
	t.Helper()
	var parts []ingest.Part
	err := ingest.Each(ctx, name, outsideFile(t, filepath.Join("testdata/outside/files", name)), ingest.Options{}, func(p ingest.Part) error {
		parts = append(parts, p)
		return nil
	})
	switch {
	case err != nil:
		return ingest.Document{}, err
	case len(parts) == 0:
		t.Fatalf("%s: no documents", name)
	}
	return parts[0].Document, parts[0].Err
}

// wordsIn are the words of a text: runs of letters and digits, small. A character
// of a script without blanks is a word.
func wordsIn(text string) []string {
	var words []string
	var now strings.Builder
	end := func() {
		if now.Len() > 0 {
			words = append(words, now.String())
			now.Reset()
		}
	}
	for _, r := range norm.NFKC.String(text) {
		switch {
		case unicode.Is(unicode.Han, r):
			end()
			words = append(words, string(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r) || now.Len() > 0 && unicode.Is(unicode.Mn, r):
			now.WriteRune(unicode.ToLower(r))
		case r == '\u00AD', r == '\u200C', r == '\u200D', r == '\u200B', r == '\u2060':
		default:
			end()
		}
	}
	end()
	return words
}

// unjoined puts the letters of Arabic words into an order of their own: pdftotext
// turns round those that are painted as one, as lam and alef are.
func unjoined(words []string) []string {
	out := slices.Clone(words)
	for i, w := range out {
		letters := slices.DeleteFunc([]rune(w), func(r rune) bool { return unicode.Is(unicode.Mn, r) })
		if unicode.Is(unicode.Arabic, letters[0]) {
			slices.Sort(letters)
			out[i] = string(letters)
		}
	}
	return out
}

// inOrder is the length of the longest run of words that both texts have in the
// same order.
func inOrder(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

func TestWhatIsNoTextOfADocumentStaysOut(t *testing.T) {
	for _, name := range []string{"features.hand.fodt", "features.libre.odt", "features.libre.docx", "features.libre.rtf"} {
		doc, err := firstDocument(t.Context(), t, name)
		if err != nil {
			t.Errorf("%s: %v (%v)", name, err, data.FaultOf(err).Err)
			continue
		}
		for _, word := range []string{"INSERTEDWORD", "FOOTNOTEWORD", "BOXWORD", "LINKWORD", "TABWORD", "BREAKWORD", "INNERONE", "INNERTWO", "COLUMNONE", "COLUMNTWO", "ENDWORD", "ENDNOTEWORD"} {
			if n := strings.Count(doc.Text, word); n != 1 {
				t.Errorf("%s: %s stands %d times in\n%s", name, word, n, doc.Text)
			}
		}
		for _, word := range []string{"HEADERWORD", "FOOTERWORD", "DELETEDWORD", "COMMENTWORD", "HIDDENWORD"} {
			if strings.Contains(doc.Text, word) {
				t.Errorf("%s: %s is in the text", name, word)
			}
		}
		before := -1
		for _, part := range []string{"complete.[1]", "INNERONE", "INNERTWO", "COLUMNONE", "COLUMNTWO", "ENDWORD of the document.[2]", "[1] FOOTNOTEWORD", "[2] ENDNOTEWORD"} {
			at := strings.Index(doc.Text, part)
			if at <= before {
				t.Errorf("%s: %q stands at %d, after %d, in\n%s", name, part, at, before, doc.Text)
			}
			before = at
		}
		if doc.Author != "Hanna Low" || !doc.Published.Equal(time.Date(2026, 2, 3, 0, 0, 0, 0, time.UTC)) || doc.From[ingest.Author] != ingest.FromProperties {
			t.Errorf("%s: by %q (%s) on %v", name, doc.Author, doc.From[ingest.Author], doc.Published)
		}
		if !utf8.ValidString(doc.Text) {
			t.Errorf("%s: not UTF-8", name)
		}
	}
}

func TestListsReadAlikeInEveryFormat(t *testing.T) {
	want := []string{
		"1. Security guarantees, which both sides say must come first", "  a. Monitors on the river, paid for by a third country",
		"  b. A list of weapons that stay behind the hills", "2. De-escalation along the crossing", "  a. Quiet hours from dusk to dawn",
		"  b. A telephone line between the two commands", "3. Humanitarian access", "  • Corridors for aid, open on three days a week",
		"    • The northern corridor, which needs a bridge", "    • The southern corridor, which needs nothing but consent",
		"  • Exchange of the wounded", "4. A political settlement, which nobody expects this year",
		"• The list of monitors could be refused.", "• An incident at the crossing could stop the calls, as it did in the autumn.",
	}
	for _, name := range []string{
		"02-avenues.pandoc.docx", "02-avenues.libre.docx", "02-avenues.pandoc.odt", "02-avenues.libre.odt", "02-avenues.pandoc.rtf", "02-avenues.libre.rtf",
		"02-avenues.pandoc.epub", "02-avenues.site.html", "02-avenues.chrome.html",
	} {
		doc, err := firstDocument(t.Context(), t, name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		lines := strings.Split(doc.Text, "\n")
		at := 0
		for _, line := range lines {
			if at < len(want) && line == want[at] {
				at++
			}
		}
		if at < len(want) {
			t.Errorf("%s: no line %q in\n%s", name, want[at], doc.Text)
		}
	}
}
