package ingest

import (
	"encoding/json"
	"strings"
)

// linkedData is what a page's JSON-LD says about its article.
type linkedData struct {
	headline, author, publisher, published, url string
}

const (
	maxLinkedData  = 1 << 20 // bytes of one script that are read
	maxLinkedDepth = 12
)

// read takes one JSON-LD script. Broken ones are common and passed over.
func (l *linkedData) read(script string) {
	if len(script) > maxLinkedData {
		return
	}
	script = strings.TrimSpace(script)
	script = strings.TrimSuffix(strings.TrimPrefix(script, "<![CDATA["), "]]>")
	var root any
	if json.Unmarshal([]byte(script), &root) != nil {
		return
	}
	if article := findArticle(root, 0); article != nil {
		keep(&l.headline, text(article["headline"]))
		keep(&l.author, names(article["author"]))
		keep(&l.publisher, names(article["publisher"]))
		keep(&l.published, text(article["datePublished"]))
		keep(&l.url, text(article["url"]))
		keep(&l.url, idOf(article["mainEntityOfPage"]))
	}
}

func keep(into *string, value string) {
	if *into == "" {
		*into = value
	}
}

// findArticle walks a graph for the first object whose type is an article.
func findArticle(v any, depth int) map[string]any {
	if depth > maxLinkedDepth {
		return nil
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			if found := findArticle(item, depth+1); found != nil {
				return found
			}
		}
	case map[string]any:
		if isArticleType(v["@type"]) {
			return v
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"} {
			if found := findArticle(v[key], depth+1); found != nil {
				return found
			}
		}
	}
	return nil
}

func isArticleType(v any) bool {
	switch v := v.(type) {
	case string:
		v = strings.TrimPrefix(strings.TrimPrefix(v, "https://schema.org/"), "http://schema.org/")
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "Posting") || v == "Report"
	case []any:
		for _, item := range v {
			if s, ok := item.(string); ok && isArticleType(s) {
				return true
			}
		}
	}
	return false
}

func text(v any) string {
	switch v := v.(type) {
	case string:
		return unescapeHTML(v[:min(len(v), maxFact)])
	case []any:
		if len(v) > 0 {
			return text(v[0])
		}
	}
	return ""
}

// names joins the names of one or more people or bodies.
func names(v any) string {
	switch v := v.(type) {
	case string:
		if webAddress(v) != "" {
			return ""
		}
		return text(v)
	case map[string]any:
		return text(v["name"])
	case []any:
		var all []string
		for _, item := range v[:min(len(v), 10)] {
			if _, nested := item.([]any); nested {
				continue
			}
			if n := names(item); n != "" {
				all = append(all, n)
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}

func idOf(v any) string {
	if m, ok := v.(map[string]any); ok {
		return text(m["@id"])
	}
	return text(v)
}
