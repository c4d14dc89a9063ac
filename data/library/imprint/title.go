package imprint

import (
	"net/url"
	"path"
	"strings"
	"unicode"
)

// Address brings the URL of an article to what all its copies have in common:
// no scheme, no "www." or "m.", no fragment, and no parameters but those that
// name the article. "" for what names no article: a bare host, or no address.
func Address(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" {
		return ""
	}
	where := strings.TrimSuffix(path.Clean("/"+u.EscapedPath()), "/")
	where = strings.TrimSuffix(strings.TrimSuffix(where, "/amp"), "/index.html")
	kept := url.Values{}
	for name, values := range u.Query() {
		if names[strings.ToLower(name)] {
			kept[name] = values
		}
	}
	if where == "" && len(kept) == 0 {
		return ""
	}
	if len(kept) > 0 {
		where += "?" + kept.Encode()
	}
	return Host(raw) + where
}

// names are the parameters that tell one article from another.
var names = map[string]bool{"id": true, "p": true, "article": true, "articleid": true, "article_id": true,
	"story": true, "storyid": true, "story_id": true, "newsid": true, "news_id": true, "aid": true, "nid": true, "sid": true, "doc": true}

// Host is the site of a URL: "bbc.co.uk" of "https://www.bbc.co.uk/news/1".
func Host(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for _, front := range []string{"www.", "m.", "amp.", "mobile."} {
		if rest, cut := strings.CutPrefix(host, front); cut && strings.Contains(rest, ".") {
			host = rest
		}
	}
	return host
}

// Title is a headline as its folded words with a space between.
func Title(title string) string {
	return strings.Join(strings.FieldsFunc(strings.Map(func(r rune) rune {
		if r == '\'' || r == '’' || r == 'ʼ' {
			return -1
		}
		return unicode.ToLower(r)
	}, title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }), " ")
}

// NearTitle is how alike two folded titles are: the share of their words that
// both have.
func NearTitle(a, b string) float64 {
	if a == "" || b == "" {
		return 0
	}
	in := map[string]int{}
	for _, w := range strings.Fields(a) {
		in[w]++
	}
	both, all := 0, len(strings.Fields(a))
	for _, w := range strings.Fields(b) {
		if in[w] > 0 {
			in[w]--
			both++
		} else {
			all++
		}
	}
	return float64(both) / float64(all)
}

// OtherNumbers tells whether two titles differ in their numbers: "Day 1,001" and
// "Day 1,002" are two articles of one series.
func OtherNumbers(a, b string) bool {
	return numbers(a) != numbers(b)
}

func numbers(title string) string {
	var all []string
	for _, w := range strings.Fields(title) {
		if strings.ContainsFunc(w, unicode.IsDigit) {
			all = append(all, w)
		}
	}
	return strings.Join(all, " ")
}
