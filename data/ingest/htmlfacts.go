package ingest

import (
	"cmp"
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// facts is what a page says of itself, gathered in one walk before anything is
// cut from the tree.
type facts struct {
	meta      map[string]string // by lower-case name, property or itemprop; the first wins
	linked    linkedData
	canonical string
	saved     string // the address a browser wrote into the page when saving it
	lang      string
	title     string
	heading   string // the first h1
	byline    string
	beside    byline    // what stands by the heading
	timed     time.Time // of the first <time> that states a publication, else of the first
	sureTime  bool
}

// maxFact is how much of any one fact is read, in bytes.
const maxFact = 2000

func gatherFacts(root *html.Node) *facts {
	f := &facts{meta: map[string]string{}}
	f.walk(root)
	f.beside = bylineOf(root)
	return f
}

func (f *facts) walk(n *html.Node) {
	switch n.Type {
	case html.CommentNode:
		f.comment(n.Data)
	case html.ElementNode:
		f.element(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.walk(c)
	}
}

func (f *facts) element(n *html.Node) {
	switch n.Data {
	case "html":
		f.lang = langTag(cmp.Or(attr(n, "lang"), attr(n, "xml:lang")))
	case "meta":
		f.readMeta(n)
	case "link":
		if hasWord(attr(n, "rel"), "canonical") && f.canonical == "" {
			f.canonical = webAddress(attr(n, "href"))
		}
	case "title":
		if f.title == "" && !insideSVG(n) {
			f.title = CleanLine(shortText(n))
		}
	case "h1":
		if f.heading == "" {
			f.heading = CleanLine(shortText(n))
		}
	case "time":
		f.readTime(n)
	case "script":
		if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
			f.linked.read(n.FirstChild.Data)
		}
	}
	f.readMicrodata(n)
}

func (f *facts) readMeta(n *html.Node) {
	content := attr(n, "content")
	if content == "" || len(content) > maxFact {
		return
	}
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		name := strings.ToLower(strings.TrimSpace(attr(n, key)))
		if name != "" && f.meta[name] == "" {
			f.meta[name] = content
		}
	}
}

// readMicrodata takes what ordinary elements are marked as.
func (f *facts) readMicrodata(n *html.Node) {
	if n.Data == "meta" {
		return
	}
	switch prop := attr(n, "itemprop"); {
	case hasWord(prop, "datePublished"):
		value := attr(n, "datetime")
		if value == "" {
			value = shortText(n)
		}
		if t := dateIn(value); !t.IsZero() && !f.sureTime {
			f.timed, f.sureTime = t, true
		}
	case f.byline == "" && (hasWord(prop, "author") || hasWord(attr(n, "rel"), "author")):
		if name := authorName(shortText(n)); looksLikeNames(name) {
			f.byline = name
		}
	}
}

func (f *facts) readTime(n *html.Node) {
	value := attr(n, "datetime")
	if value == "" {
		value = shortText(n)
	}
	t := dateIn(value)
	if t.IsZero() || f.sureTime {
		return
	}
	class := strings.ToLower(attr(n, "class") + " " + attr(n, "itemprop"))
	sure := strings.Contains(class, "publish") || hasAttr(n, "pubdate")
	if sure || f.timed.IsZero() {
		f.timed, f.sureTime = t, sure
	}
}

var savedFrom = regexp.MustCompile(`(?:saved from url=\(\d+\)|(?i:\burl:)\s*)(https?://\S+)`)

// comment reads the note that browsers and SingleFile leave in saved pages.
func (f *facts) comment(s string) {
	if f.saved != "" || len(s) > maxFact {
		return
	}
	if strings.Contains(s, "saved from url=") || strings.Contains(s, "SingleFile") {
		if m := savedFrom.FindStringSubmatch(s); m != nil {
			f.saved = webAddress(strings.TrimSpace(m[1]))
		}
	}
}

// Names of meta tags in order of trust, as news sites were seen to use them.
var (
	titleMetas     = []string{"citation_title", "og:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "twitter:title", "headline"}
	authorMetas    = []string{"citation_author", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "cxenseparse:author"}
	publisherMetas = []string{"og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher", "article:publisher", "application-name", "cre"}
	dateMetas      = []string{"article:published_time", "og:article:published_time", "datepublished", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "date", "og:published_time", "cxenseparse:recs:publishtime", "originalpublicationdate"}
	langMetas      = []string{"content-language", "og:locale", "dc.language", "inlanguage"}
)

// fill gives the document what the page states outright.
func (f *facts) fill(doc *Document) {
	doc.set(Title, f.linked.headline, FromJSONLD)
	f.fillMeta(doc, Title, titleMetas)
	doc.set(Publisher, f.linked.publisher, FromJSONLD)
	f.fillMeta(doc, Publisher, publisherMetas)
	if name := authorName(f.linked.author); name != "" {
		doc.set(Author, name, FromJSONLD)
	}
	f.fillMeta(doc, Author, authorMetas)
	doc.setPublished(dateIn(f.linked.published), FromJSONLD)
	for _, name := range dateMetas {
		doc.setPublished(dateIn(f.meta[name]), FromMeta)
	}
	if f.sureTime {
		doc.setPublished(f.timed, FromMarkup)
	}
	doc.set(URL, f.canonical, FromMarkup)
	doc.set(URL, webAddress(f.meta["og:url"]), FromMeta)
	doc.set(URL, webAddress(f.linked.url), FromJSONLD)
	doc.set(URL, f.saved, FromMarkup)
	doc.set(Lang, f.lang, FromMarkup)
	for _, name := range langMetas {
		doc.set(Lang, langTag(f.meta[name]), FromMeta)
	}
	doc.set(Author, f.byline, FromMarkup)
	doc.set(Author, f.beside.author, FromByline)
	doc.setPublished(f.beside.published, FromByline)
	doc.Title = withoutSite(doc.Title, doc.Publisher)
}

func (f *facts) fillMeta(doc *Document, field Field, names []string) {
	for _, name := range names {
		value := f.meta[name]
		if field == Author {
			value = authorName(value)
		}
		if webAddress(value) == "" && !strings.HasPrefix(value, "@") {
			doc.set(field, value, FromMeta)
		}
	}
}

// fillRest gives what is only likely, after the text has had its say.
func (f *facts) fillRest(doc *Document) {
	doc.set(Title, f.heading, FromHeading)
	doc.set(Title, withoutSite(f.title, doc.Publisher), FromPageTitle)
	doc.setPublished(dateInURL(doc.URL), FromAddress)
	doc.setPublished(f.timed, FromMarkup)
}

// withoutSite cuts a site's name off the end of a page title.
func withoutSite(title, site string) string {
	for _, sep := range []string{" | ", " — ", " – ", " - ", " :: ", " » "} {
		i := strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		head, tail := strings.TrimSpace(title[:i]), strings.TrimSpace(title[i+len(sep):])
		known := site != "" && strings.EqualFold(tail, site)
		if known || sep == " | " && len(strings.Fields(tail)) <= 4 && len(strings.Fields(head)) >= 3 {
			return head
		}
	}
	return title
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func hasWord(list, word string) bool {
	for _, w := range strings.Fields(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

func insideSVG(n *html.Node) bool { return n.Namespace != "" }

// shortText is the text under a node, up to maxFact bytes.
func shortText(n *html.Node) string {
	var out strings.Builder
	addText(n, &out)
	return strings.TrimSpace(out.String())
}

func addText(n *html.Node, out *strings.Builder) {
	for c := n.FirstChild; c != nil && out.Len() < maxFact; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			out.WriteString(c.Data[:min(len(c.Data), maxFact)])
		case c.Type == html.ElementNode && !hiddenTags[c.Data]:
			if blockTags[c.Data] || c.Data == "br" {
				out.WriteByte(' ')
			}
			addText(c, out)
		}
	}
}
