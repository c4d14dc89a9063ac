package ingest

import (
	"context"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"lectern/data"
)

// Limits on a page. A page beyond them is still read, but by simpler means whose
// cost grows only with its length.
const (
	maxTags       = 300_000          // more: no tree is built
	maxArticleTag = 30_000           // more: no search for the article
	parseTime     = 15 * time.Second // longer: no tree
)

// readHTML keeps a page's article and reads its metadata. Where no article can
// be told from the rest it keeps the whole body without menus.
func readHTML(ctx context.Context, page string, doc *Document) error {
	if strings.HasPrefix(strings.TrimLeft(page, " \t\r\n\uFEFF"), "<?xml") {
		page = openEmptyTags(page)
	}
	tags := strings.Count(page, "<")
	root := parsePage(ctx, page, tags)
	if err := ctx.Err(); err != nil {
		return &data.Fault{Code: data.FaultStopped, Err: err}
	}
	if root == nil {
		doc.Text = normalise(flatText(page))
		readLines(strings.SplitN(doc.Text, "\n", 200), doc)
		return nil
	}
	facts := gatherFacts(root)
	facts.fill(doc)
	tidy(root)
	whole := pageBlocks(root)
	body := joinBlocks(whole)
	text, byline := body, ""
	if tags <= maxArticleTag {
		var found []block
		found, byline = articleOf(root)
		if article := joinBlocks(restore(found, whole)); isArticle(article, body) {
			text = article
		}
	}
	doc.Text = normalise(text)
	if name := authorName(byline); looksLikeNames(name) {
		doc.set(Author, name, FromMarkup)
	}
	readLines(strings.SplitN(doc.Text, "\n", 200), doc)
	if doc.Published.IsZero() {
		readLines(strings.SplitN(normalise(body), "\n", 60), doc)
	}
	facts.fillRest(doc)
	if doc.Published.IsZero() {
		doc.setPublished(searchDate(ctx, page, doc.URL, tags), FromSearch)
	}
	return nil
}

// parsePage builds the tree of a page; nil where it would be too large, too deep
// (the parser refuses beyond 512) or too slow.
func parsePage(ctx context.Context, page string, tags int) *html.Node {
	if tags > maxTags {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, parseTime)
	defer cancel()
	root, err := html.Parse(&boundedReader{ctx, strings.NewReader(page)})
	if err != nil {
		return nil
	}
	return root
}

// boundedReader ends the reading when its context ends.
type boundedReader struct {
	ctx context.Context
	in  io.Reader
}

func (r *boundedReader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.in.Read(p)
}

// articleOf finds the article of a page; nothing when there is none. It changes the
// tree.
func articleOf(root *html.Node) (text []block, byline string) {
	defer func() {
		// The library is not ours and the page is not to be trusted: whatever
		// goes wrong in there, the whole body is still to be had.
		if p := recover(); p != nil {
			text, byline = nil, ""
		}
	}()
	parser := readability.NewParser()
	article, err := parser.ParseAndMutate(root, nil)
	if err != nil || article.Node == nil {
		return nil, ""
	}
	return pageBlocks(article.Node), article.Byline()
}

// restore puts lists and tables back that the search took for menus and left out of
// the middle of an article: they stand between two of its blocks in the page.
func restore(article, whole []block) []block {
	var all []block
	at := 0 // in the page, behind what is matched
	for i, b := range article {
		to := slices.Index(whole[at:min(len(whole), at+maxGap)], b)
		if to < 0 {
			all = append(all, b)
			continue
		}
		if i > 0 {
			for _, left := range whole[at : at+to] {
				if left.kind != paragraphBlock {
					all = append(all, left)
				}
			}
		}
		all = append(all, b)
		at += to + 1
	}
	return all
}

// maxGap is how far the next block of an article is looked for: a page of blocks that
// are all alike is not to cost their square.
const maxGap = 4000

// isArticle guards against a search that came back with a fragment.
func isArticle(article, body string) bool {
	a, b := utf8.RuneCountInString(article), utf8.RuneCountInString(body)
	return hasWords(article) && (a >= 500 || a*3 >= b)
}

// flatText is the visible text of markup, taken from its tokens alone: any size
// and depth, in linear time.
func flatText(markup string) string {
	z := html.NewTokenizer(strings.NewReader(markup))
	w := &inlineWriter{}
	skip := "" // the element whose content is not text
	for {
		switch z.Next() {
		case html.ErrorToken:
			return w.String()
		case html.TextToken:
			if skip == "" {
				w.text(string(z.Text()))
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			tag := string(name)
			if skip == "" && hiddenTags[tag] {
				skip = tag
			}
			w.tag(tag)
		case html.EndTagToken:
			name, _ := z.TagName()
			tag := string(name)
			if tag == skip {
				skip = ""
			}
			w.tag(tag)
		case html.SelfClosingTagToken:
			name, _ := z.TagName()
			w.tag(string(name))
		}
	}
}
