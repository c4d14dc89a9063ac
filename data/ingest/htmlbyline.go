package ingest

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// byline is what a page says beside its heading of who wrote the article and when
// it came out.
type byline struct {
	author    string
	published time.Time
}

// How far below the heading, in blocks of text, a line still speaks of the article:
// one that its class names as the byline, and one that nothing names.
const (
	namedReach   = 12
	unnamedReach = 4
	maxByline    = 300 // bytes: longer is no line about the article
)

// bylineOf looks for the byline of a page. What stands below the heading goes first,
// then what stands closest above it.
func bylineOf(root *html.Node) byline {
	s := &bylineSearch{}
	s.node(root)
	var b byline
	for _, found := range s.below {
		b.fill(found)
	}
	for i := len(s.above) - 1; i >= 0 && s.headed; i-- {
		b.fill(s.above[i])
	}
	for _, found := range s.above {
		b.fill(found)
	}
	return b
}

func (b *byline) fill(from byline) {
	if b.author == "" {
		b.author = from.author
	}
	if b.published.IsZero() {
		b.published = from.published
	}
}

// bylineSearch walks a page in its order.
type bylineSearch struct {
	above, below []byline
	headed       bool // the heading is behind
	blocks       int  // of text since the heading
}

func (s *bylineSearch) node(n *html.Node) {
	if s.blocks > namedReach {
		return
	}
	if n.Type == html.ElementNode {
		switch {
		case hiddenTags[n.Data] || furnitureTags[n.Data] || n.Data == "head" || isHidden(n) || isClutter(n) || isElsewhere(n):
			return
		case n.Data == "h1":
			s.headed = s.headed || shortText(n) != ""
			return
		}
		if s.element(n) {
			return
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.node(c)
	}
}

// element reads one element; true when there is nothing more to find inside.
func (s *bylineSearch) element(n *html.Node) bool {
	who, when, changed := bylineNames(n)
	if changed && !who {
		return true
	}
	leaf := blockTags[n.Data] && !holdsAnyBlock(n)
	if !who && !when && !leaf {
		return false
	}
	line := bylineText(n)
	if leaf && s.headed && line != "" {
		s.blocks++
	}
	if line == "" || len(line) > maxByline || !who && !when && (!s.headed || s.blocks > unnamedReach) {
		return false
	}
	b := readByline(line, who, when)
	if t := statedTime(n); !t.IsZero() && (who || when || b.author != "" || len(line) < 60) {
		b.published = t
	}
	if b == (byline{}) {
		return false
	}
	if s.headed {
		s.below = append(s.below, b)
	} else if len(s.above) < 100 {
		s.above = append(s.above, b)
	}
	return b.author != "" && !b.published.IsZero()
}

var (
	whoWords     = set("byline author authors writer reporter contributor autor autorin autoren verfasser avtor avtory автор автори авторы")
	whenWords    = set("date dates published publish pubdate posted timestamp datetime dateline datum veröffentlicht veroeffentlicht erschienen opublikovano опубліковано опубликовано дата")
	changedWords = set("updated modified revised aktualisiert geändert stand onovleno оновлено обновлено изменено")
	// elsewhereWords end the names of blocks that speak of other articles or are
	// written by readers.
	elsewhereWords = set("teaser teasers related comment comments sidebar widget promo recommended")
)

// bylineNames tells whether an element is named as one that holds who wrote the
// article, when it came out, or when it was changed after that.
func bylineNames(n *html.Node) (who, when, changed bool) {
	when = n.Data == "time"
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "itemprop", "rel", "data-testid":
			if len(a.Val) > 400 {
				continue
			}
			for _, w := range wordsOf(a.Val) {
				who, when, changed = who || whoWords[w], when || whenWords[w], changed || changedWords[w]
			}
		}
	}
	return who, when && !changed, changed
}

func isElsewhere(n *html.Node) bool {
	if keptTags[n.Data] {
		return false
	}
	for _, name := range append(strings.Fields(attr(n, "class")), attr(n, "id")) {
		if len(name) > 100 {
			continue
		}
		if words := wordsOf(name); len(words) > 0 && elsewhereWords[words[len(words)-1]] {
			return true
		}
	}
	return false
}

func holdsAnyBlock(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (blockTags[c.Data] || holdsAnyBlock(c)) {
			return true
		}
	}
	return false
}

// statedTime is the day of the first <time> in n that is not one of a later change.
func statedTime(n *html.Node) time.Time {
	if n.Type != html.ElementNode {
		return time.Time{}
	}
	if n.Data == "time" {
		if _, when, _ := bylineNames(n); when {
			return dateIn(attr(n, "datetime"))
		}
		return time.Time{}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if t := statedTime(c); !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// bylineText is the text of an element in one line, its blocks parted by bars. It is
// longer than maxByline where the text is.
func bylineText(n *html.Node) string {
	var out strings.Builder
	var add func(*html.Node)
	add = func(n *html.Node) {
		for c := n.FirstChild; c != nil && out.Len() <= maxByline; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				out.WriteString(c.Data[:min(len(c.Data), 2*maxByline)])
			case c.Type != html.ElementNode || hiddenTags[c.Data] || isHidden(c):
			case blockTags[c.Data] || c.Data == "br" || c.Data == "time":
				out.WriteString(" | ")
				add(c)
				out.WriteString(" | ")
			default:
				out.WriteByte(' ')
				add(c)
				out.WriteByte(' ')
			}
		}
	}
	add(n)
	return strings.Trim(CleanLine(out.String()), " |")
}

var (
	bylineParts = regexp.MustCompile(`\s*[|•·⋅]\s*|\s+[/–—-]\s+`)
	bySaid      = regexp.MustCompile(`(?i)^(?:(?:(?:written|reported|story|posted|published|verfasst) )?(?:by|von)(?:\s*:\s*|\s+)|(?:authors?|autor(?:in|en)?|text|автор(?:ка|и|ы)?|текст)\s*:\s*)`)
	whoSaid     = regexp.MustCompile(`(?i)^(?:authors?|autor(?:in|en)?|автор(?:ка|и|ы)?)\s+`)
	changeSaid  = regexp.MustCompile(`(?i)^(?:last\s+)?(?:updated?|modified|revised|edited|zuletzt|aktualisiert|geändert|stand|оновлено|обновлено|изменено|змінено)(?:$|\P{L})`)
	dateSaid    = regexp.MustCompile(`(?i)(?:^|[\s,])(?:published|posted|date|on|at|am|vom|veröffentlicht|erschienen|datum|опубліковано|опубликовано|дата|\p{L}{2,10}day|mon|tue|wed|thu|fri|sat|sun|\p{L}{4,8}tag|mittwoch)?[\s,:]*$`)
)

// readByline reads a line that stands beside a heading. who and when tell that the
// page names it as holding them; else the line has to say so itself.
func readByline(line string, who, when bool) byline {
	var b byline
	for _, part := range bylineParts.Split(line, 20) {
		part = strings.TrimSpace(part)
		if part == "" || changeSaid.MatchString(part) {
			continue
		}
		head, t := beforeDate(part)
		if b.author == "" {
			if said := bySaid.ReplaceAllString(head, ""); said != head || who {
				b.author = bylineName(said)
			}
		}
		alone := len(strings.Fields(head)) == 0 || b.author != ""
		if b.published.IsZero() && (when || alone || who && len(part) < 80) {
			b.published = t
		}
	}
	return b
}

// beforeDate is what stands before the first date in s, without the words that lead
// to it, and the date; s itself where there is none.
func beforeDate(s string) (string, time.Time) {
	at := len(s)
	for _, form := range []*regexp.Regexp{isoDate, dayMonthYear, monthDayYear, numericDate} {
		if i := form.FindStringIndex(s); i != nil && i[0] < at {
			at = i[0]
		}
	}
	if at == len(s) {
		return s, time.Time{}
	}
	head := s[:at]
	for {
		short := strings.TrimRight(dateSaid.ReplaceAllString(head, ""), " ,:(")
		if short == head {
			return head, dateIn(s[at:])
		}
		head = short
	}
}

// notNames are words that stand in bylines and are no part of a name.
var notNames = set("about author authors more all posts post share follow articles article view profile published posted updated read print email comments comment photo video minutes min " +
	"editor editors correspondent reporter reporters writer staff columnist redaktion redakteur redakteurin korrespondent korrespondentin uhr кореспондент корреспондент редактор редакція редакция журналіст журналист")

// bylineName is the names in the part of a byline; "" when they are none.
func bylineName(s string) string {
	s = whoSaid.ReplaceAllString(s, "")
	s, _, _ = strings.Cut(s, " in ")
	s, _, _ = strings.Cut(s, "(")
	var kept []string
	for i, part := range strings.Split(s, ",") {
		part = strings.Trim(part, " ,;:–—-")
		words := strings.Fields(part)
		role := false
		for _, w := range words {
			role = role || notNames[strings.ToLower(strings.Trim(w, ".:"))]
		}
		if part == "" || role || i > 0 && len(words) == 1 { // a place or an agency
			continue
		}
		kept = append(kept, part)
	}
	name := strings.Join(kept, ", ")
	if len(name) > 160 || strings.ContainsAny(name, "@0123456789?!") || !looksLikeNames(name) {
		return ""
	}
	return name
}
