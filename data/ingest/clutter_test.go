package ingest

import (
	"strings"
	"testing"
)

const cluttered = `<!DOCTYPE html><html lang="en"><head><title>Envoys meet | Harbour Post</title></head>
<body class="has-ads with-newsletter">
<div id="cookie-banner"><p>We use cookies to remember you. Accept all of them?</p></div>
<main><article class="story ads-enabled">
<h1>Envoys meet</h1>
<div class="shareBar"><a href="#">Send</a> <span>Tell your friends</span></div>
<p class="after-ad">The envoys of the two banks met on Monday in the old customs house by the river, and they talked for three hours
about the bridges, said the mayor of Tarn.</p>
<div class="inline-ad"><p>Boots for every winter, now at half the price!</p></div>
<p>Nothing was signed. A second meeting is to be held in the spring, the hosts said, if the snow allows it, and the guards
would be found by then.</p>
<section class="c-newsletter-box"><p>Get the river news in your letter box every morning.</p><p>It is free.</p></section>
<p class="shareholders related">The owners of the bridge company said that they had not been asked, and that tolls pay for paint.</p>
<div aria-label="Related stories"><h3>More from the river</h3><p>The toll that nobody paid</p></div>
<div role="complementary" aria-label="Advertisement"><p>Hats as well.</p></div>
<p class="lead-in-ad-hoc-talks">The last words were about the weather, which nobody at the table can change, and about fish.</p>
</article></main><div class="foot">Nothing here is advice.</div></body></html>`

func TestAPageGivesItsArticleWithoutTheThingsAroundIt(t *testing.T) {
	doc, err := Read(t.Context(), "page.html", []byte(cluttered))
	if err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{"cookies", "Boots", "half the price", "letter box", "It is free", "More from", "nobody paid", "Hats", "Tell your friends", "is advice"} {
		if strings.Contains(doc.Text, gone) {
			t.Errorf("%q came through", gone)
		}
	}
	for _, kept := range []string{"customs house", "Nothing was signed", "about the weather"} {
		if !strings.Contains(doc.Text, kept) {
			t.Errorf("%q is lost", kept)
		}
	}
}

func TestNamesOfClutter(t *testing.T) {
	for _, name := range []string{"ad", "inline-ad", "ad_slot-3", "AdContainer", "advertisement", "Advertisement", "newsletterSignup", "sign-up", "share-bar",
		"share", "social-share", "sharing", "related-links", "relatedArticles", "Related stories", "cookie-notice", "cookieBanner", "реклама", "js-sponsored", "footer"} {
		if !saysClutter(name) {
			t.Errorf("%q passes", name)
		}
	}
	for _, name := range []string{"", "shadow", "read", "no-ads", "ad-free", "has-ad", "after-ad", "ad-hoc", "share-price", "market-shares", "shareholders",
		"social-policy", "unrelated", "related-to-talks", "cookie", "cookie-recipe", "heading", "adequate", "lead", "download", "signed", "footnote", "article-footer"} {
		if saysClutter(name) {
			t.Errorf("%q is taken out", name)
		}
	}
}

// An article is not lost because its page calls it by a wrong name.
func TestAnArticleUnderAWrongNameIsKept(t *testing.T) {
	words := strings.Repeat("The envoys of the two banks met on Monday, and they talked for three hours about the bridges. ", 20)
	doc, err := Read(t.Context(), "page.html", []byte(`<html><body><div class="newsletter ad"><p>`+words+`</p></div><p>Other words.</p></body></html>`))
	if err != nil || !strings.Contains(doc.Text, "three hours") {
		t.Errorf("%.80q, %v", doc.Text, err)
	}
}
