package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// clutter lists what pages call the things around an article: its class, id or
// label says so in these words, one after the other. "=" stands before what has
// to be the whole name, since the words mean other things too.
var clutter = byFirstWord(`
ad, ads, advert, adverts, advertisement, advertisements, advertising, adslot, adunit, adbox, adsbygoogle, sponsored, sponsor box,
taboola, outbrain, реклама, реклами, рекламный блок, рекламний блок
newsletter, newsletters, signup, sign up, subscribe box, subscribe form, subscribe bar, mailing list, email capture
share bar, share button, share buttons, share links, share tools, share icons, share widget, share this, share on, sharebar, =share, =sharing,
social share, social sharing, social bar, social buttons, social links, social icons, social tools, =social, sharedaddy, addtoany, addthis,
поділитися, поделиться
related link, related links, related article, related articles, related story, related stories, related post, related posts, related content,
related news, related reading, related topics, related coverage, relatedposts, =related, recommended articles, recommended stories,
recommended posts, more stories, most read, most popular, trending now, read also, читайте також, читайте также
cookie banner, cookie notice, cookie bar, cookie consent, cookie popup, cookie message, cookie wall, cookie law, cookies banner,
cookies notice, cookies consent, cookie policy, cookieconsent, cookiebanner, consent banner, gdpr banner, gdpr notice
=foot, =footer, =sidebar, site footer, page footer
`)

// clutterName is a name in words; whole where nothing may stand beside them.
type clutterName struct {
	words []string
	whole bool
}

// byFirstWord reads a list of such names.
func byFirstWord(list string) map[string][]clutterName {
	m := map[string][]clutterName{}
	for _, n := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '\n' }) {
		n, whole := strings.CutPrefix(strings.TrimSpace(n), "=")
		if w := strings.Fields(n); len(w) > 0 {
			m[w[0]] = append(m[w[0]], clutterName{w, whole})
		}
	}
	return m
}

// beside are words that turn such a name round: "no-ads", "after-ad", "ad-free".
var beside = set("no not non has have with without hide show is below above after before free hoc")

// tidy takes advertisements, sign-up forms, share bars, lists of other articles,
// cookie notices and a page's foot out of a tree. What holds a good part of the page's text stays,
// whatever it is called: names lie, and an article is not to be lost.
func tidy(root *html.Node) {
	tidyUnder(root, textSize(root))
}

// tidyUnder tidies below n and returns how much text is left, in bytes.
func tidyUnder(n *html.Node, page int) int {
	switch {
	case n.Type == html.TextNode:
		return len(strings.TrimSpace(n.Data))
	case n.Type == html.ElementNode && hiddenTags[n.Data]:
		return 0
	}
	size := 0
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		inside := tidyUnder(c, page)
		if isClutter(c) && (inside < 400 || inside*10 < page*3) {
			n.RemoveChild(c)
		} else {
			size += inside
		}
		c = next
	}
	return size
}

func textSize(n *html.Node) int {
	switch {
	case n.Type == html.TextNode:
		return len(strings.TrimSpace(n.Data))
	case n.Type == html.ElementNode && hiddenTags[n.Data]:
		return 0
	}
	size := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		size += textSize(c)
	}
	return size
}

// keptTags are never taken out by their name.
var keptTags = set("html head body main article title meta link script h1")

// isClutter tells whether an element says of itself that it is no part of the
// article.
func isClutter(n *html.Node) bool {
	if n.Type != html.ElementNode || keptTags[n.Data] {
		return false
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class":
			for _, name := range strings.Fields(a.Val) {
				if saysClutter(name) {
					return true
				}
			}
		case "id", "role", "aria-label":
			if saysClutter(a.Val) {
				return true
			}
		}
	}
	return false
}

// saysClutter reads a name as words: "inline-ad", "shareBar", "Related stories".
func saysClutter(name string) bool {
	if len(name) > 200 {
		return false
	}
	words := wordsOf(name)
	for i, w := range words {
		for _, c := range clutter[w] {
			end := i + len(c.words)
			if end > len(words) || c.whole && len(words) > len(c.words) || !equal(words[i:end], c.words) {
				continue
			}
			if i > 0 && beside[words[i-1]] || end < len(words) && beside[words[end]] {
				continue
			}
			return true
		}
	}
	return false
}

func equal(a, b []string) bool {
	for i := range b {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// wordsOf cuts a name at everything that is no letter, and before capitals inside.
func wordsOf(name string) []string {
	var words []string
	start, small := -1, false
	for i, r := range name {
		letter := unicode.IsLetter(r)
		if start >= 0 && (!letter || small && unicode.IsUpper(r)) {
			words = append(words, strings.ToLower(name[start:i]))
			start = -1
		}
		if letter && start < 0 {
			start = i
		}
		small = letter && !unicode.IsUpper(r)
	}
	if start >= 0 {
		words = append(words, strings.ToLower(name[start:]))
	}
	return words
}
