package ingest

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	gmtext "github.com/yuin/goldmark/text"

	"lectern/data"
)

// readMarkdown keeps the words of a Markdown document, a block a paragraph, and
// reads its front matter and first heading. A document with a paragraph beyond
// all measure is kept as it stands.
func readMarkdown(source string, doc *Document) error {
	source = normalise(source)
	fields, body, _ := frontMatter(source)
	for key, value := range fields {
		readFrontMatter(key, value, doc)
	}
	if hasEndlessParagraph(body) {
		readText(body, doc)
		return nil
	}
	body = flattenMarkdown(body)
	src := []byte(body)
	root := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify)).Parser().Parse(gmtext.NewReader(src))
	w := &blockWriter{}
	err := ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		return markdownBlock(w, n, src, entering, doc), nil
	})
	if err != nil {
		return &data.Fault{Code: data.FaultInternal, Err: err}
	}
	doc.Text = normalise(w.String())
	lines := strings.SplitN(doc.Text, "\n", 200)
	readLines(lines, doc)
	if t, ok := headline(lines); ok {
		doc.set(Title, t, FromFirstLine)
	}
	return nil
}

// maxMarkdownParagraph is the longest paragraph that is parsed, in bytes. The
// parser's cost grows with the square of a paragraph's unclosed links, and no
// prose comes near the limit.
const maxMarkdownParagraph = 16 << 10

func hasEndlessParagraph(s string) bool {
	length := 0
	for line := range strings.Lines(s) {
		if strings.TrimSpace(line) == "" {
			length = 0
			continue
		}
		if length += len(line); length > maxMarkdownParagraph {
			return true
		}
	}
	return false
}

// maxMarkdownDepth is how far quotes and lists may be nested: deeper ones say
// nothing to a reader and cost the parser quadratic time.
const maxMarkdownDepth = 40

var markdownNesting = regexp.MustCompile(`^[>\s*+-]+`)

// flattenMarkdown cuts the markers of absurdly nested lines and of absurdly long
// runs, which are attacks and not writing.
func flattenMarkdown(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	for line := range strings.Lines(s) {
		if m := markdownNesting.FindString(line); strings.Count(m, ">")+strings.Count(m, "-")+strings.Count(m, "*")+strings.Count(m, "+") > maxMarkdownDepth ||
			len(m) > 400 {
			line = line[len(m):]
			if line == "" {
				line = "\n"
			}
		}
		out.WriteString(line)
	}
	return out.String()
}

// markdownBlock writes one block's words; it answers whether to look inside.
func markdownBlock(w *blockWriter, n ast.Node, src []byte, entering bool, doc *Document) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	switch n := n.(type) {
	case *ast.Heading:
		words := markdownWords(n, src)
		doc.set(Title, words, FromHeading)
		w.paragraph(words)
		return ast.WalkSkipChildren
	case *ast.Paragraph, *ast.TextBlock:
		words := markdownWords(n, src)
		if item, ok := n.Parent().(*ast.ListItem); ok && item.FirstChild() == n {
			level, marker := markdownMarker(item)
			w.item(level, marker, words)
		} else {
			w.paragraph(words)
		}
		return ast.WalkSkipChildren
	case *ast.CodeBlock:
		w.paragraph(string(n.Lines().Value(src)))
		return ast.WalkSkipChildren
	case *ast.FencedCodeBlock:
		w.paragraph(string(n.Lines().Value(src)))
		return ast.WalkSkipChildren
	case *ast.HTMLBlock:
		w.paragraph(flatText(string(n.Lines().Value(src))))
		return ast.WalkSkipChildren
	case *east.TableRow, *east.TableHeader:
		var cells []string
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, markdownWords(c, src))
		}
		w.row(cells)
		return ast.WalkSkipChildren
	}
	return ast.WalkContinue
}

// markdownMarker is how deep an item stands and what stands before it.
func markdownMarker(item *ast.ListItem) (level int, marker string) {
	marker = bulletMark
	if list, ok := item.Parent().(*ast.List); ok && list.IsOrdered() {
		n := list.Start
		for before := item.PreviousSibling(); before != nil && n < list.Start+maxMarkdownCount; before = before.PreviousSibling() {
			n++
		}
		marker = strconv.Itoa(n) + string(rune(list.Marker))
	}
	for up := item.Parent().Parent(); up != nil; up = up.Parent() {
		if up.Kind() == ast.KindListItem {
			level++
		}
	}
	return level, marker
}

// maxMarkdownCount bounds the cost of counting back in a list.
const maxMarkdownCount = 2000

// markdownWords is the visible text inside a block: no marks, no addresses, soft
// line ends as blanks.
func markdownWords(n ast.Node, src []byte) string {
	var out strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			out.Write(n.Value(src))
			if n.HardLineBreak() {
				out.WriteByte('\n')
			} else if n.SoftLineBreak() {
				out.WriteByte(' ')
			}
		case *ast.String:
			out.Write(n.Value)
		case *ast.AutoLink:
			out.Write(n.Label(src))
		case *ast.Image:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return unescapeMarkdown(out.String())
}

var (
	mdEscape = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")
)

// unescapeMarkdown resolves what the parser leaves to renderers: backslashes
// and character references.
func unescapeMarkdown(s string) string {
	return unescapeHTML(mdEscape.ReplaceAllString(s, "$1"))
}

// frontMatter splits off a block of "key: value" lines between "---" lines. It
// reads the flat part of YAML that reports use; anything deeper is passed over.
func frontMatter(s string) (fields map[string]string, body string, ok bool) {
	s = strings.TrimPrefix(s, "\uFEFF")
	first, rest, found := strings.Cut(s, "\n")
	if !found || strings.TrimRight(first, " \r\t") != "---" {
		return nil, s, false
	}
	fields = map[string]string{}
	for range 200 {
		line, after, more := strings.Cut(rest, "\n")
		rest = after
		line = strings.TrimRight(line, " \r\t")
		if line == "---" || line == "..." {
			return fields, rest, len(fields) > 0
		}
		if key, value, ok := strings.Cut(line, ":"); ok && line[0] != ' ' && line[0] != '#' && line[0] != '-' {
			fields[strings.ToLower(strings.TrimSpace(key))] = unquote(value)
		}
		if !more {
			break
		}
	}
	return nil, s, false // never closed: a rule, not front matter
}

func unquote(s string) string {
	s = strings.TrimSpace(s)
	s = strings.TrimSuffix(strings.TrimPrefix(s, "["), "]")
	parts := strings.Split(s, `", "`)
	for i, p := range parts {
		parts[i] = strings.Trim(strings.TrimSpace(p), `"'`)
	}
	return strings.Join(parts, ", ")
}

func readFrontMatter(key, value string, doc *Document) {
	switch key {
	case "title", "headline":
		doc.set(Title, value, FromFrontMatter)
	case "author", "authors", "by", "byline":
		doc.set(Author, value, FromFrontMatter)
	case "publisher", "source", "site", "outlet", "publication":
		if u := webAddress(value); u != "" {
			doc.set(URL, u, FromFrontMatter)
		} else {
			doc.set(Publisher, value, FromFrontMatter)
		}
	case "url", "link", "canonical":
		doc.set(URL, webAddress(value), FromFrontMatter)
	case "lang", "language":
		doc.set(Lang, langTag(value), FromFrontMatter)
	case "date", "published", "pubdate":
		doc.setPublished(dateIn(value), FromFrontMatter)
	}
}
