package original

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"

	"lectern/app/look"
	"lectern/data"
)

// formatNames are the formats that are called otherwise than their endings.
var formatNames = map[string]string{
	"txt": "", "md": "Markdown", "epub": "EPUB", "qdpx": "REFI-QDA", "feed": "RSS / Atom", "mbox": "MBOX",
}

// formatName is what a format is called.
func formatName(format string) string {
	name, named := formatNames[format]
	switch {
	case format == "txt" || format == "":
		return lang.L("Plain text")
	case named:
		return name
	}
	return strings.ToUpper(format)
}

// sizeWords is a size as a person says it.
func sizeWords(bytes int) string {
	switch {
	case bytes < 1000:
		return lang.XN("size.bytes", "{{.Count}} bytes", bytes, map[string]any{"Count": bytes})
	case bytes < 1000_000:
		return lang.X("size.kilobytes", "{{.Size}} KB", map[string]any{"Size": strconv.Itoa((bytes + 500) / 1000)})
	}
	return lang.X("size.megabytes", "{{.Size}} MB", map[string]any{"Size": look.Tenths(float64(bytes) / 1e6)})
}

// factsOf says what an original is.
func factsOf(r data.Report, size, pages int) string {
	parts := []string{formatName(r.Format), "", sizeWords(size), r.FileName, lang.X("came.in", "came in {{.Moment}}", map[string]any{"Moment": look.Moment(r.Entered)})}
	if pages > 0 {
		parts[1] = lang.XN("pages.count", "{{.Count}} pages", pages, map[string]any{"Count": pages})
	}
	if r.FileName == "" {
		parts[3] = lang.L("pasted")
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "  ·  ")
}

// proof is the original's SHA-256, and whether the bytes at hand still have it.
func proof(r data.Report, b []byte) (words string, right bool) {
	if data.HashOf(b) != r.Original {
		return lang.L("These bytes are not those that came in: their SHA-256 is another."), false
	}
	return "SHA-256  " + r.Original.String(), true
}

// fileName is what a saved copy is called at first.
func fileName(r data.Report) string {
	if name := filepath.Base(r.FileName); r.FileName != "" && name != "." && name != string(filepath.Separator) {
		return name
	}
	ending := r.Format
	if ending == "" {
		ending = "txt"
	}
	title := strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return ' '
		}
		return r
	}, r.Title))
	if cut := []rune(title); len(cut) > 80 {
		title = strings.TrimSpace(string(cut[:80]))
	}
	if title == "" {
		title = "original"
	}
	return title + "." + ending
}
