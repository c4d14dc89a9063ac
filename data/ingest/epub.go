package ingest

import (
	"context"
	"encoding/xml"
	"net/url"
	"path"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"lectern/data"
)

func isEPUB(f *file) bool {
	return mimeOf(f) == "application/epub+zip" || hasEntry(f, "META-INF/container.xml")
}

// readEPUB reads a book in the order of its spine, without its lists of contents.
func readEPUB(ctx context.Context, b []byte) (Document, error) {
	doc := Document{From: map[Field]Origin{}}
	parts, err := openBundle(b)
	if err != nil {
		return doc, err
	}
	sealed := &epubSeal{}
	if err := scanPart(ctx, parts, "META-INF/encryption.xml", sealed); err != nil {
		return doc, err
	}
	if sealed.locked {
		return doc, &data.Fault{Code: data.FaultLocked, Err: errRights}
	}
	container := &epubContainer{}
	if err := scanPart(ctx, parts, "META-INF/container.xml", container); err != nil {
		return doc, err
	}
	root := partName(container.root)
	if !parts.has(root) {
		return doc, &data.Fault{Code: data.FaultBroken, Err: errNoPart}
	}
	book := newEPUBBook()
	if err := scanPart(ctx, parts, root, book); err != nil {
		return doc, err
	}
	w := &inlineWriter{}
	for _, name := range book.chapters(path.Dir(root)) {
		if err := readChapter(ctx, parts, name, w); err != nil {
			return doc, err
		}
		if w.blocks.size > MaxText {
			return doc, &data.Fault{Code: data.FaultTooLarge}
		}
	}
	doc.Text = normalise(w.String())
	book.fill(&doc)
	return doc, nil
}

// readChapter writes a chapter's text; one that is not there is passed over, as
// reading programs do.
func readChapter(ctx context.Context, parts *bundle, name string, w *inlineWriter) error {
	if !parts.has(name) {
		return nil
	}
	b, err := parts.read(name)
	if err != nil {
		return err
	}
	text, _, ok := decode(b)
	if !ok {
		return nil
	}
	text = openEmptyTags(text)
	w.flush()
	root := parsePage(ctx, text, strings.Count(text, "<"))
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case root == nil:
		w.blocks.paragraph(flatText(text))
	case isContents(root):
	default:
		w.notes, w.lists, w.marker = nil, nil, ""
		w.node(root)
	}
	w.flush()
	return nil
}

var emptyTag = regexp.MustCompile(`<([A-Za-z][\w:-]*)((?:\s[^<>]*)?)/>`)

// voidTags are the elements of HTML that never have an end.
var voidTags = set("area base br col embed hr img input link meta param source track wbr")

// openEmptyTags spells <title/> as HTML understands it: as an element of XML it is
// empty, and in HTML it would swallow all that follows.
func openEmptyTags(page string) string {
	return emptyTag.ReplaceAllStringFunc(page, func(tag string) string {
		m := emptyTag.FindStringSubmatch(tag)
		if voidTags[strings.ToLower(m[1])] {
			return tag
		}
		return "<" + m[1] + m[2] + "></" + m[1] + ">"
	})
}

// isContents tells a chapter whose body is nothing but a list of contents.
func isContents(root *html.Node) bool {
	nav, all := 0, textSize(root)
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && isTOC(n) {
			nav += textSize(n)
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return nav > 0 && nav*10 >= all*8
}

// isTOC tells a list of contents, of pages or of landmarks by what it says it is.
func isTOC(n *html.Node) bool {
	if len(n.Attr) == 0 {
		return false
	}
	kind := attr(n, "epub:type") + " " + attr(n, "role")
	for _, word := range []string{"toc", "landmarks", "page-list", "doc-toc", "doc-pagelist"} {
		if hasWord(kind, word) {
			return true
		}
	}
	return false
}

type epubContainer struct{ root string }

func (c *epubContainer) open(e xml.StartElement) bool {
	if e.Name.Local == "rootfile" {
		c.root = orElse(c.root, xmlAttr(e, "full-path"))
	}
	return true
}
func (c *epubContainer) close(xml.Name) {}
func (c *epubContainer) text(string)    {}
func (c *epubContainer) full() bool     { return false }

// epubSeal looks for encryption that is more than the scrambling of fonts.
type epubSeal struct{ locked bool }

func (s *epubSeal) open(e xml.StartElement) bool {
	if e.Name.Local == "EncryptedKey" {
		return false
	}
	if e.Name.Local == "EncryptionMethod" {
		switch xmlAttr(e, "Algorithm") {
		case "http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC":
		default:
			s.locked = true
		}
	}
	return true
}
func (s *epubSeal) close(xml.Name) {}
func (s *epubSeal) text(string)    {}
func (s *epubSeal) full() bool     { return false }

// epubBook is a book's package: what it is, its files, and their order.
type epubBook struct {
	xmlFields
	files    map[string]epubFile
	spine    []string
	contents map[string]bool // files that are lists of contents
	authors  []string
}

type epubFile struct{ href, kind, properties string }

func newEPUBBook() *epubBook {
	b := &epubBook{files: map[string]epubFile{}, contents: map[string]bool{}}
	b.fields = map[string]string{}
	b.each = func(name, value string) {
		switch {
		case name == "creator" && len(b.authors) < 20:
			b.authors = append(b.authors, value)
		case (name == "source" || name == "identifier") && webAddress(value) != "":
			b.fields["address"] = orElse(b.fields["address"], value)
		}
	}
	return b
}

func (b *epubBook) open(e xml.StartElement) bool {
	switch e.Name.Local {
	case "item":
		if len(b.files) < maxEntries {
			b.files[xmlAttr(e, "id")] = epubFile{xmlAttr(e, "href"), xmlAttr(e, "media-type"), xmlAttr(e, "properties")}
		}
	case "itemref":
		if len(b.spine) < maxEntries {
			b.spine = append(b.spine, xmlAttr(e, "idref"))
		}
	case "reference":
		if xmlAttr(e, "type") == "toc" && !strings.Contains(xmlAttr(e, "href"), "#") {
			b.contents[xmlAttr(e, "href")] = true
		}
	}
	return b.xmlFields.open(e)
}

// chapters are the names of the parts that hold the text, each once.
func (b *epubBook) chapters(folder string) []string {
	var names []string
	seen := map[string]bool{}
	for _, id := range b.spine {
		f, ok := b.files[id]
		if !ok || hasWord(f.properties, "nav") || b.contents[f.href] || f.kind != "" && !strings.Contains(f.kind, "html") && !strings.HasSuffix(f.kind, "xml") {
			continue
		}
		href, _, _ := strings.Cut(f.href, "#")
		if plain, err := url.PathUnescape(href); err == nil {
			href = plain
		}
		if name := partName(path.Join(folder, href)); !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

func (b *epubBook) fill(doc *Document) {
	doc.set(Title, b.fields["title"], FromProperties)
	doc.set(Author, strings.Join(b.authors, ", "), FromProperties)
	doc.set(Publisher, b.fields["publisher"], FromProperties)
	doc.set(URL, webAddress(b.fields["address"]), FromProperties)
	doc.set(Lang, langTag(b.fields["language"]), FromProperties)
	doc.setPublished(dateIn(b.fields["date"]), FromProperties)
	readLines(strings.SplitN(doc.Text, "\n", 200), doc)
}
