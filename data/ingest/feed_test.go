package ingest

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"lectern/data"
)

const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Post</title><link>https://post.example/</link><language>en-gb</language>
<item><title>Talks &amp;amp; doubts</title><link>https://post.example/1</link><dc:creator>Olena Marchuk</dc:creator>
<pubDate>Sat, 14 Mar 2026 23:30:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The envoy said “yes”.</p><script>never()</script><p>Nothing was <b>signed</b>.<img src="http://t.example/1.gif"></p>]]></content:encoded></item>
<item><title>Only a headline</title><guid isPermaLink="true">https://post.example/2</guid></item>
</channel></rss>`

func TestAFeedGivesItsEntries(t *testing.T) {
	parts := checkParts(t, "feed.xml", []byte(rss), Options{}, `
feed.xml › 1 | feed | Talks & doubts | Olena Marchuk | Harbour Post | 2026-03-14 | https://post.example/1 | en-GB | The envoy said “yes”.⏎⏎Nothing was signed.
feed.xml › 2 | feed | Only a headline |  | Harbour Post |  | https://post.example/2 | en-GB | Only a headline
`)
	if p := parts[0].Document; p.From[Title] != FromEntry || p.From[Publisher] != FromFeed || p.From[Published] != FromEntry {
		t.Errorf("origins: %v", p.From)
	}
	if !strings.Contains(string(parts[0].Bytes), "content:encoded") || strings.Contains(string(parts[0].Bytes), "Only a headline") {
		t.Errorf("the original of the first entry: %s", parts[0].Bytes)
	}
	checkParts(t, "atom", []byte(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Meridian Wire</title><id>urn:x</id>
<entry><title type="html">A &lt;b&gt;call&lt;/b&gt;</title><link rel="alternate" href="https://wire.example/a"/><published>2026-03-15T01:00:00Z</published><author><name>Ihor Sydorenko</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The talks went on.</p></div></content></entry></feed>`), Options{}, `
atom › 1 | feed | A call | Ihor Sydorenko | Meridian Wire | 2026-03-15 | https://wire.example/a | en | The talks went on.
`)
	checkParts(t, "feed.json", []byte(`{"version":"https://jsonfeed.org/version/1.1","title":"Harbour Post","language":"en","items":[
{"id":"https://post.example/3","title":"A call","content_html":"<p>The talks went on.</p>","date_published":"2026-03-15T01:00:00Z","authors":[{"name":"Olena Marchuk"}]},{"id":2,"content_text":"More talks."}]}`), Options{}, `
feed.json › 1 | jsonfeed | A call | Olena Marchuk | Harbour Post | 2026-03-15 | https://post.example/3 | en | The talks went on.
feed.json › 2 | jsonfeed | More talks. |  | Harbour Post |  |  | en | More talks.
`)
	b, _ := charmap.Windows1251.NewEncoder().String(`<?xml version="1.0" encoding="windows-1251"?><rss><channel><title>Вісті</title><item><title>Розмова</title><description>Президент заявив, що розмова була змістовною.</description></item></channel></rss>`)
	checkParts(t, "feed.xml", []byte(b), Options{}, `
feed.xml › 1 | feed | Розмова |  | Вісті |  |  | uk | Президент заявив, що розмова була змістовною.
`)
}

func TestHostileFeedsAreTamed(t *testing.T) {
	item := "<item><title>A call</title><description>" + said + "</description></item>"
	for what, c := range map[string]struct {
		feed string
		want string
	}{
		"an entity bomb": {`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel>` +
			strings.Replace(item, "A call", "A call &c;", 1) + `</channel></rss>`, ""},
		"a file named as an entity": {`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>` + strings.Replace(item, "A call", "A call &x;", 1) + `</channel></rss>`, ""},
		"elements without end":      {`<rss><channel>` + strings.Repeat("<a>", 1_000_000), string(data.FaultTooDeep)},
		"a deep entry":              {`<rss><channel><item>` + strings.Repeat("<x:a>", 500_000) + `</item></channel></rss>`, string(data.FaultTooDeep)},
		"cut short":                 {`<rss><channel>` + item + `<item><title>Half`, string(data.FaultBroken)},
		"many entries":              {`<rss><channel>` + strings.Repeat(item, 5000) + `</channel></rss>`, ""},
		"a huge frame":              {`<rss><channel><description>` + strings.Repeat("x ", 1<<20) + `</description>` + strings.Repeat(item, 500) + `</channel></rss>`, string(data.FaultTooMuch)},
		"deep pages in entries":     {`<rss><channel><item><description>` + strings.Repeat("&lt;div&gt;", 100_000) + said + `</description></item></channel></rss>`, ""},
	} {
		start := time.Now()
		parts := partsOf(t, "feed.xml", []byte(c.feed), Options{})
		last := parts[len(parts)-1]
		got := ""
		if last.Err != nil {
			got = string(data.FaultOf(last.Err).Code)
		}
		if took := time.Since(start); got != c.want || took > 10*time.Second {
			t.Errorf("%s: %v after %d parts in %v", what, last.Err, len(parts), took)
		}
		if strings.Contains(last.Document.Text+last.Document.Title, "lollol") || strings.Contains(last.Document.Title, "root:") {
			t.Errorf("%s: expanded to %.80q", what, last.Document.Title)
		}
	}
	deep := `{"version":"https://jsonfeed.org/version/1.1","items":` + strings.Repeat("[", 100_000)
	if p := partsOf(t, "feed.json", []byte(deep), Options{}); data.FaultOf(p[0].Err).Code != data.FaultBroken {
		t.Errorf("deep JSON: %v", p[0].Err)
	}
}
