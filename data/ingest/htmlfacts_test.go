package ingest

import (
	"strings"
	"testing"
	"time"
)

const articleWords = `<p>The two envoys met in the harbour, and the officials who were briefed said that nothing had been agreed so far.</p>
<p>Analysts caution that any plan needs broad support, and that the public, on both banks of the river, is sceptical of it.</p>`

func TestWhoAndWhenAreReadBesideTheHeading(t *testing.T) {
	for _, c := range []struct {
		what, head, author string
		published          time.Time
	}{
		{"byline and date in one line", `<h1>T</h1><p class="byline">By Ada Merrin | 3 March 2026</p>`, "Ada Merrin", on(2026, 3, 3)},
		{"parts without blanks", `<h1>T</h1><div class="byline"><span>By</span><a href="/a">Ada Merrin</a><time datetime="2026-03-03T08:00:00+02:00">Tuesday</time></div>`, "Ada Merrin", on(2026, 3, 3)},
		{"a line that nothing names", `<h1>T</h1><p>By Ada Merrin and Ihor Sydorenko</p><p>Tuesday, 3 March 2026, 14:05</p>`, "Ada Merrin and Ihor Sydorenko", on(2026, 3, 3)},
		{"above the heading", `<p class="post-date">March 3, 2026</p><p class="author-name">Ada Merrin</p><h1>T</h1>`, "Ada Merrin", on(2026, 3, 3)},
		{"a change is no publication", `<h1>T</h1><p class="meta-author">Ada Merrin, Political Editor, Kyiv</p><p class="last-updated date">5 March 2026</p><p class="posted-on">Posted on 3 March 2026, updated 5 March 2026</p>`, "Ada Merrin", on(2026, 3, 3)},
		{"German", `<h1>T</h1><p class="autor">Von Anna Schmidt und Jörg Müller, Berlin</p><p class="datum">Veröffentlicht am Dienstag, 3. März 2026, 14:05 Uhr</p>`, "Anna Schmidt und Jörg Müller", on(2026, 3, 3)},
		{"German, one line", `<h1>T</h1><p>Von Anna Schmidt | Stand: 05.03.2026 | 03.03.2026, 14:05 Uhr</p>`, "Anna Schmidt", on(2026, 3, 3)},
		{"Ukrainian", `<h1>T</h1><div class="post__author">Автор: Олена Марчук, кореспондентка</div><div class="post__date">3 березня 2026, 14:05</div>`, "Олена Марчук", on(2026, 3, 3)},
		{"Ukrainian, one line", `<h1>T</h1><p>Автор: Олена Марчук • Опубліковано: 3 березня 2026 року</p>`, "Олена Марчук", on(2026, 3, 3)},
		{"Russian", `<h1>T</h1><span class="author">Иван Петров</span> <span class="article-published">03.03.2026</span>`, "Иван Петров", on(2026, 3, 3)},
		{"Chinese", `<h1>T</h1><p class="byline">By <span>港口通讯员</span></p>`, "港口通讯员", time.Time{}},
		{"other articles and readers", `<div class="news-teaser"><p class="author">Not This</p></div><h1>T</h1><p class="byline">By Ada Merrin</p><ol class="comments"><li><b class="comment-author">A Reader</b></ol>`, "Ada Merrin", time.Time{}},
		{"about the author", `<h1>T</h1><div class="author-box"><p>About The Author</p><p>Ada Merrin is a reporter who lives by the river.</p></div>`, "", time.Time{}},
		{"a sentence", `<h1>T</h1><p class="standfirst">By noon on 3 March 2026 the convoy had left the town, and nobody had said why.</p>`, "", time.Time{}},
	} {
		doc, err := Read(t.Context(), "a.html", []byte("<html><body><article>"+c.head+articleWords+"</article></body></html>"))
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if doc.Author != c.author || c.author != "" && doc.From[Author] != FromByline {
			t.Errorf("%s: by %q (%s), want %q", c.what, doc.Author, doc.From[Author], c.author)
		}
		if doc.From[Published] == FromSearch {
			doc.Published = time.Time{}
		}
		if !doc.Published.Equal(c.published) || !c.published.IsZero() && doc.From[Published] != FromByline {
			t.Errorf("%s: on %v (%s), want %v", c.what, doc.Published, doc.From[Published], c.published)
		}
	}
}

func TestADateThatIsOnlySearchedForSaysSo(t *testing.T) {
	page := `<html><body><h1>T</h1>` + articleWords + `<div><i>Filed under the news of the harbour and its ferries, 2026/03/03</i></div></body></html>`
	doc, err := Read(t.Context(), "a.html", []byte(page))
	if err != nil || !doc.Published.Equal(on(2026, 3, 3)) || doc.From[Published] != FromSearch {
		t.Errorf("%v from %q, %v", doc.Published, doc.From[Published], err)
	}
	for what, page := range map[string]string{
		"a year":         `<html><body><h1>T</h1>` + articleWords + `<footer>Copyright 2024 Harbour Post</footer></body></html>`,
		"a word":         `<html><body><h1>T</h1><p class="date">yesterday</p>` + articleWords + `</body></html>`,
		"nothing":        `<html><body><h1>T</h1>` + articleWords + `</body></html>`,
		"a script":       `<html><body><h1>T</h1><script>var built = "2026-03-03"</script>` + articleWords + `</body></html>`,
		"too large page": `<html><body><h1>T</h1>` + strings.Repeat(articleWords, maxSearched/len(articleWords)+1) + `<i>Filed 2026/03/03</i></body></html>`,
	} {
		doc, err := Read(t.Context(), "a.html", []byte(page))
		if err != nil || !doc.Published.IsZero() {
			t.Errorf("%s: %v from %q, %v", what, doc.Published, doc.From[Published], err)
		}
	}
}

// A page of some 60 KB that says nothing of its day: what the search for one costs.
func BenchmarkPageWithoutADate(b *testing.B) {
	page := `<html><body><h1>T</h1>` + strings.Repeat(articleWords, 240) + `</body></html>`
	b.SetBytes(int64(len(page)))
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, err := Read(b.Context(), "a.html", []byte(page)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("search", func(b *testing.B) {
		for b.Loop() {
			searchDate(b.Context(), page, "", strings.Count(page, "<"))
		}
	})
}
