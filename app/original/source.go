package original

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/app/ui/page"
	"lectern/data"
)

// How much of a source is shown: its first megabyte, and of a line as much as a
// person would read.
const (
	maxSource = 1 << 20
	maxLine   = 2000
)

// sourceOf is what an original is written in, "" where it is no text or its reader
// broke down: what is said then leads to the copy that can be saved.
func sourceOf(ctx context.Context, painter Painter, b []byte) (words string, cut bool) {
	if cut = len(b) > maxSource; cut {
		b = b[:maxSource]
		for n := 0; n < utf8.UTFMax-1 && !utf8.Valid(b[len(b)-min(len(b), 8):]); n++ {
			b = b[:len(b)-1] // a rune was cut
		}
	}
	words, ok, err := painter.Words(ctx, b)
	if !ok || err != nil {
		return "", false
	}
	return harmless(words), cut
}

// harmless writes out the characters that would show other words than are there:
// those that turn the direction of writing, and control characters.
func harmless(words string) string {
	var out strings.Builder
	out.Grow(len(words))
	for _, r := range words {
		switch {
		case r == '\n', r == '\t':
			out.WriteRune(r)
		case r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069', unicode.IsControl(r):
			fmt.Fprintf(&out, "⟨%04X⟩", r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// sourceBlocks shows a source line by line. It is shown as characters, never as
// what they would mean to a browser.
func sourceBlocks(words string, cut bool) []page.Block {
	if words == "" {
		return []page.Block{{Text: lang.L("This original is not made of characters that could be read here. Save a copy of it to open it in the program it was made with.")}}
	}
	var out []page.Block
	base := 0
	for line := range strings.SplitAfterSeq(words, "\n") {
		for rest := strings.TrimRight(line, "\n"); rest != ""; {
			n := min(len(rest), maxLine)
			for n < len(rest) && !utf8.RuneStart(rest[n]) {
				n--
			}
			if strings.TrimSpace(rest[:n]) != "" {
				out = append(out, page.Block{Key: len(out), Base: base + len(strings.TrimRight(line, "\n")) - len(rest), Text: rest[:n]})
			}
			rest = rest[n:]
		}
		base += len(line)
	}
	if cut {
		out = append(out, page.Block{Key: len(out), Base: base, Kind: page.Heading, Text: lang.L("Only the beginning is shown here. A saved copy has all of it.")})
	}
	return out
}

// textBlocks shows the text that was kept, a block a line.
func textBlocks(doc data.Document) []page.Block {
	var out []page.Block
	base := 0
	for line := range strings.SplitAfterSeq(doc.Body, "\n") {
		if words := strings.TrimRight(line, "\n"); strings.TrimSpace(words) != "" {
			out = append(out, page.Block{Key: len(out), Base: base, Text: words})
		}
		base += len(line)
	}
	return out
}

// setting is how both texts are set.
func setting(t *look.Theme, faces page.Faces) page.Look {
	pal := t.Palette
	return page.Look{
		Size: t.ReadingSize(), Leading: 1.5, Margin: 18, Faces: faces, Colours: page.Colours{
			Ink: pal.Ink, Quiet: pal.Dim, Dim: pal.Ink, Accent: pal.Accent,
			Chosen: look.Fade(pal.Accent, 0.20), Selection: look.Fade(pal.Accent, 0.30),
			Hover: look.Fade(pal.Ink, 0), Tint: pal.Select, Cue: pal.Accent,
			Hedge: pal.Alarm, Found: pal.Found, Bar: look.Fade(pal.Dim, 0.6),
		},
	}
}
