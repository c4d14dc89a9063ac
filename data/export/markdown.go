package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteMarkdown writes a paper as CommonMark with footnotes. Words of reports are
// escaped, so that none of them turns into markup.
func WriteMarkdown(out io.Writer, p Paper, words Words) error {
	w := bufio.NewWriter(out)
	if p.Marking != "" {
		fmt.Fprintf(w, "**%s**\n\n", p.Marking)
	}
	fmt.Fprintf(w, "# %s\n\n%s\n", plain(p.Title), words.day(p.Made))
	for _, part := range p.Parts {
		if part.Heading != "" {
			fmt.Fprintf(w, "\n## %s\n", plain(part.Heading))
		}
		for _, b := range part.Blocks {
			markdownBlock(w, p, b, words)
		}
	}
	if len(p.Sources) > 0 {
		fmt.Fprintf(w, "\n## %s\n\n", plain(words.Sources))
	}
	for i, s := range p.Sources {
		fmt.Fprintf(w, "%d. %s. %s", i+1, plain(s.Title), plain(words.line(s)))
		if s.URL != "" {
			fmt.Fprintf(w, ". <%s>", strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", "\n", "").Replace(s.URL))
		}
		if s.Marking != "" {
			fmt.Fprintf(w, ". %s", s.Marking)
		}
		fmt.Fprintln(w)
	}
	if p.Marking != "" {
		fmt.Fprintf(w, "\n**%s**\n", p.Marking)
	}
	return w.Flush()
}

func markdownBlock(w io.Writer, p Paper, b Block, words Words) {
	if !b.Quoted() {
		if b.Label != "" {
			fmt.Fprintf(w, "\n**%s**\n", plain(b.Label))
		}
		fmt.Fprintf(w, "\n%s\n", broken(plain(strings.TrimSpace(b.Text))))
		return
	}
	fmt.Fprintf(w, "\n**%s**", plain(b.Label))
	if b.Speaker != "" {
		fmt.Fprintf(w, " · %s", plain(b.Speaker))
	}
	fmt.Fprintf(w, "\n\n> %s\n>\n> — %s\n", strings.ReplaceAll(plain(b.Text), "\n", "\n> "), plain(p.Where(b, words)))
}

// broken keeps the breaks between lines that their writer made.
func broken(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines[:len(lines)-1] {
		if strings.TrimSpace(line) != "" && strings.TrimSpace(lines[i+1]) != "" {
			lines[i] += "\\"
		}
	}
	return strings.Join(lines, "\n")
}

// plain escapes what CommonMark would take for markup.
func plain(text string) string {
	var out strings.Builder
	fresh := true // at the beginning of a line
	for i, r := range text {
		switch {
		case strings.ContainsRune("\\`*_[]<>&~|", r):
			out.WriteByte('\\')
		case fresh && strings.ContainsRune("#+-=", r), !fresh && (r == '.' || r == ')') && numbered(text, i):
			out.WriteByte('\\')
		}
		out.WriteRune(r)
		fresh = r == '\n' || fresh && (r == ' ' || r == '\t')
	}
	return out.String()
}

// numbered reports whether all that stands before at on its line are digits: then
// a full stop would begin a list.
func numbered(text string, at int) bool {
	line := text[strings.LastIndexByte(text[:at], '\n')+1 : at]
	line = strings.TrimSpace(line)
	return line != "" && strings.Trim(line, "0123456789") == ""
}
