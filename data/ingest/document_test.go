package ingest

import (
	"strings"
	"testing"
	"time"
)

func on(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

type want struct {
	text, title, author, publisher, url, lang, format string
	published                                         time.Time
	from                                              map[Field]Origin
}

func checkDocument(t *testing.T, name, source string, w want) {
	t.Helper()
	doc, err := Read(t.Context(), name, []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ what, got, want string }{
		{"text", doc.Text, w.text}, {"title", doc.Title, w.title}, {"author", doc.Author, w.author},
		{"publisher", doc.Publisher, w.publisher}, {"url", doc.URL, w.url}, {"lang", doc.Lang, w.lang}, {"format", doc.Format, w.format},
	} {
		if c.got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.what, c.got, c.want)
		}
	}
	if !doc.Published.Equal(w.published) {
		t.Errorf("published: got %v, want %v", doc.Published, w.published)
	}
	for f, o := range w.from {
		if doc.From[f] != o {
			t.Errorf("%s comes from %q, want %q", f, doc.From[f], o)
		}
	}
}

const page = `<!DOCTYPE html>
<!-- saved from url=(0042)https://www.harbour-post.example/2026/03/14/call -->
<html lang="en-GB"><head>
<title>Envoys hold first call since winter | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<meta name="author" content="By Olena Marchuk">
<meta property="article:published_time" content="2026-03-14T23:30:00+02:00">
<link rel="canonical" href="https://www.harbour-post.example/world/call">
<style>p { color: red }</style><script>document.write("<p>never shown</p>")</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article>
<h1>Envoys hold first call since winter</h1>
<p>President Taras Velm said on Saturday that his call with the two envoys had been&nbsp;“constructive”,
   and that a <b>second</b> call would follow within days, according to his office.</p>
<h2>What was discussed</h2>
<p>Officials named three avenues that the next round is expected to take up, although none was agreed and the
   details remain scarce, people who were briefed on the talks said on condition of anonymity.</p>
<ul><li>Security guarantees, with monitors.</li><li>Corridors for aid.</li></ul>
<p>Analysts caution that any plan needs broad support.<br>Markets barely moved, and the public stayed sceptical:
   a poll put trust in the talks at 31 per cent, three points lower than in the autumn.</p>
</article></main>
<footer><p>Copyright Harbour Post. All rights reserved.</p></footer>
</body></html>`

func TestAPageGivesItsArticleAndWhatIsKnownAboutIt(t *testing.T) {
	checkDocument(t, "page.html", page, want{
		text: "President Taras Velm said on Saturday that his call with the two envoys had been “constructive”, and that a second call would follow within days, according to his office.\n\n" +
			"What was discussed\n\n" +
			"Officials named three avenues that the next round is expected to take up, although none was agreed and the details remain scarce, people who were briefed on the talks said on condition of anonymity.\n\n" +
			"• Security guarantees, with monitors.\n• Corridors for aid.\n\n" +
			"Analysts caution that any plan needs broad support.\nMarkets barely moved, and the public stayed sceptical: a poll put trust in the talks at 31 per cent, three points lower than in the autumn.",
		title: "Envoys hold first call since winter", author: "Olena Marchuk", publisher: "Harbour Post",
		url: "https://www.harbour-post.example/world/call", lang: "en-GB", format: "html", published: on(2026, 3, 14),
		from: map[Field]Origin{Title: FromHeading, Author: FromMeta, Publisher: FromMeta, URL: FromMarkup, Lang: FromMarkup, Published: FromMeta},
	})
}

func TestAPageIsKnownByContentWhateverItsName(t *testing.T) {
	for _, name := range []string{"page.txt", "page", "", "page.md"} {
		doc, err := Read(t.Context(), name, []byte(page))
		if err != nil || doc.Format != "html" || strings.Contains(doc.Text, "<") {
			t.Errorf("%q: %s, %v", name, doc.Format, err)
		}
	}
	doc, err := Read(t.Context(), "notes.html", []byte("The envoy said talks < war.\nNothing more is known."))
	if err != nil || doc.Format != "txt" || !strings.Contains(doc.Text, "talks < war") {
		t.Errorf("plain text named html: %s %q %v", doc.Format, doc.Text, err)
	}
}

func TestLinkedDataGoesFirst(t *testing.T) {
	checkDocument(t, "a.html", `<html><head><title>x</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"W"},
{"@type":["NewsArticle"],"headline":"Talks &amp; doubts","author":[{"@type":"Person","name":"Ihor Sydorenko"},{"name":"Ana Ruiz"}],
"publisher":{"name":"Meridian Wire"},"datePublished":"2026-02-28","mainEntityOfPage":{"@id":"https://wire.example/1"}}]}</script>
<meta name="date" content="2025-01-01"></head><body><p>The minister said that the deal was close and that more would follow.</p></body></html>`, want{
		text:  "The minister said that the deal was close and that more would follow.",
		title: "Talks & doubts", author: "Ihor Sydorenko, Ana Ruiz", publisher: "Meridian Wire", url: "https://wire.example/1",
		lang: "en", format: "html", published: on(2026, 2, 28),
		from: map[Field]Origin{Title: FromJSONLD, Published: FromJSONLD, Lang: FromWriting},
	})
}

func TestAPageWithoutAnArticleGivesItsBodyWithoutMenus(t *testing.T) {
	checkDocument(t, "notice.html", `<html><body><div role=navigation><ul><li><a href=a>Home</a><li><a href=b>News</a></ul></div>
<div style="display:none">secret</div><table><tr><th>Day</th><th>Place</th></tr><tr><td>Monday</td><td>Harbour</td></tr></table>
<p hidden>also secret</p><p>The talks are on.</p></body></html>`, want{
		text: "Day | Place\nMonday | Harbour\n\nThe talks are on.", title: "notice", format: "html", lang: "en",
		from: map[Field]Origin{Title: FromFileName},
	})
}

func TestMarkdownGivesItsWordsAndFrontMatter(t *testing.T) {
	checkDocument(t, "report.md", `---
title: "A call, retold"
author: [Olena Marchuk]
date: 2026-03-15
publisher: Meridian Wire
url: https://wire.example/2
lang: en-GB
---

# The call

The **president** said the talks
were [constructive](https://x.example) &amp; short\*. ![a picture](p.png)

1. First
2. Second
   more of it

> A quoted line.

| Day | Place |
|-----|-------|
| Mon | Port  |
`, want{
		text:  "The call\n\nThe president said the talks were constructive & short*.\n\n1. First\n2. Second more of it\n\nA quoted line.\n\nDay | Place\nMon | Port",
		title: "A call, retold", author: "Olena Marchuk", publisher: "Meridian Wire", url: "https://wire.example/2", lang: "en-GB",
		format: "md", published: on(2026, 3, 15), from: map[Field]Origin{Title: FromFrontMatter, Published: FromFrontMatter},
	})
	doc, err := Read(t.Context(), "x.md", []byte("# Heading first\n\nThe text of it is here.\n"))
	if err != nil || doc.Title != "Heading first" || doc.From[Title] != FromHeading {
		t.Errorf("title %q from %q, %v", doc.Title, doc.From[Title], err)
	}
}

func TestPlainTextIsKeptWholeAndItsLinesAreRead(t *testing.T) {
	text := "Envoys hold first call since winter\nBy Olena Marchuk and Ihor Sydorenko\n14 March 2026\nSource: Harbour Post\nhttps://post.example/call\n\n" +
		"The president said that the call was constructive, and that the talks would go on.\n"
	checkDocument(t, "x.txt", "\uFEFF"+strings.ReplaceAll(text, "\n", "\r\n"), want{
		text:  strings.TrimSpace(text),
		title: "Envoys hold first call since winter", author: "Olena Marchuk and Ihor Sydorenko", publisher: "Harbour Post",
		url: "https://post.example/call", lang: "en", format: "txt", published: on(2026, 3, 14),
		from: map[Field]Origin{Title: FromFirstLine, Author: FromLine, Publisher: FromLine, URL: FromLine, Published: FromLine},
	})
}

func TestADatelineNamesTheAgency(t *testing.T) {
	doc, err := Read(t.Context(), "", []byte("PORT VELM, March 3, 2026 (Meridian Wire) — The envoys met on Tuesday, and said little about it.\n\nMore was to follow."))
	if err != nil || doc.Publisher != "Meridian Wire" || doc.From[Publisher] != FromDateline || !doc.Published.Equal(on(2026, 3, 3)) {
		t.Errorf("%+v, %v", doc, err)
	}
}

func TestFirstLinesThatAreNoTitle(t *testing.T) {
	for _, text := range []string{
		"The president said that the talks were constructive.\n\nMore followed.",
		"the talks began on a cold morning in the harbour and\nwent on until night.\n",
		"The president said on Tuesday that he had talked to the two\nEnvoys from the other side of the sea, and that the talks had\nbeen good.",
		"- Security guarantees\n- Corridors\n",
		"By Olena Marchuk\n\nThe talks went on.",
		"14 March 2026\n\nThe talks went on.",
		"By noon the convoy had left,\nthe envoy said.",
	} {
		doc, err := Read(t.Context(), "the-file_name.txt", []byte(text))
		if err != nil || doc.Title != "the-file name" && doc.Title != "the file name" || doc.From[Title] != FromFileName {
			t.Errorf("%.40q: title %q from %q, %v", text, doc.Title, doc.From[Title], err)
		}
		if strings.HasPrefix(text, "By noon") && doc.Author != "" {
			t.Errorf("author %q of a sentence", doc.Author)
		}
	}
	doc, err := Read(t.Context(), "", []byte("The president said that the talks with the envoys of the two great powers were constructive and would go on."))
	if err != nil || doc.Title != "The president said that the talks with the envoys of the two great powers were…" || doc.From[Title] != FromFirstWords {
		t.Errorf("pasted: %q from %q, %v", doc.Title, doc.From[Title], err)
	}
}

func TestInvisibleCharactersStayInTheTextAndLeaveTheTitle(t *testing.T) {
	doc, err := Read(t.Context(), "x.txt", []byte("Talks \u202Eyadot\u202C end\u200B well\n\nHe said \u202Eso\u202C.\n"))
	if err != nil || doc.Title != "Talks yadot end well" || doc.Text != "Talks \u202Eyadot\u202C end\u200B well\n\nHe said \u202Eso\u202C." {
		t.Errorf("title %q, text %q, %v", doc.Title, doc.Text, err)
	}
}

func TestDates(t *testing.T) {
	for s, want := range map[string]time.Time{
		"2026-03-14T23:30:00-08:00":       on(2026, 3, 14),
		"Sat, 14 Mar 2026 10:00:00 GMT":   on(2026, 3, 14),
		"March 14, 2026":                  on(2026, 3, 14),
		"Sept. 3, 2026 at 4 pm":           on(2026, 9, 3),
		"14th of March 2026":              on(2026, 3, 14),
		"14.03.2026, 10:15":               on(2026, 3, 14),
		"14 березня 2026 року":            on(2026, 3, 14),
		"1 листопада 2026":                on(2026, 11, 1),
		"3 мая 2026 г.":                   on(2026, 5, 3),
		"14/03/2026":                      on(2026, 3, 14),
		"03/14/2026":                      on(2026, 3, 14),
		"20260314":                        on(2026, 3, 14),
		"03/04/2026":                      {}, // two days it could be
		"31.02.2026":                      {},
		"2026-13-01":                      {},
		"in March":                        {},
		"+380 44 123-45-67":               {},
		"the market 14, 2026 was no date": {},
	} {
		if got := dateIn(s); !got.Equal(want) {
			t.Errorf("%q: got %v, want %v", s, got, want)
		}
	}
	if got := dateInURL("https://x.example/2026/mar/14/call"); !got.Equal(on(2026, 3, 14)) {
		t.Errorf("web address: got %v", got)
	}
}

func TestLanguages(t *testing.T) {
	for text, want := range map[string]string{
		"The president said that the talks were constructive.":                      "en",
		"Президент заявив, що розмова з посланцями була змістовною.":                "uk",
		"Переговори тривали до вечора, але угоди не підписали.":                     "uk",
		"Президент заявил, что разговор с посланниками был содержательным.":         "ru",
		"Прэзідэнт заявіў, што размова была карыснай, і ўсе засталіся задаволеныя.": "be",
		"Der Minister sagte, die Gespräche seien nicht mit dem Rat abgestimmt.":     "de",
		"Le président a déclaré que les discussions se sont bien passées.":          "fr",
		"大統領は会談が有益だったと述べた。":                                                         "ja",
		"총리는 회담이 유익했다고 말했다.":                                                        "ko",
		"12345 ... 678": "",
	} {
		if got := GuessLang(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	doc, err := Read(t.Context(), "a.html", []byte(`<html lang="ru"><body><p>Президент заявив, що розмова з посланцями була змістовною, і це важливо.</p></body></html>`))
	if err != nil || doc.Lang != "uk" {
		t.Errorf("a page that lies about its language: %q, %v", doc.Lang, err)
	}
}

func TestPrintedLinesFlowAgain(t *testing.T) {
	checkDocument(t, "x.txt", "Envoys hold first call since winter\r\nBy Olena Marchuk\r\n14 March 2026\r\n\r\n"+
		"PORT VELM. The president of the western bank said on Monday that\r\nthe call was constructive, and that the talks would go on. Nothing\r\nwas signed.\r\n\r\n"+
		"What is open\r\n\r\n- Corridors.\r\n- Guarantees, with monitors who would have to be found, and with a\r\n  date.\r\n", want{
		text: "Envoys hold first call since winter\nBy Olena Marchuk\n14 March 2026\n\n" +
			"PORT VELM. The president of the western bank said on Monday that the call was constructive, and that the talks would go on. Nothing was signed.\n\n" +
			"What is open\n\n- Corridors.\n- Guarantees, with monitors who would have to be found, and with a date.",
		title: "Envoys hold first call since winter", author: "Olena Marchuk", lang: "en", format: "txt", published: on(2026, 3, 14),
		from: map[Field]Origin{Title: FromFirstLine, Author: FromLine, Published: FromLine},
	})
}

func TestPrintedPagesFlowAgain(t *testing.T) {
	doc, err := Read(t.Context(), "old.html", []byte("<html><body><pre>\nThe president of the western bank said on Monday that\nthe call was constructive, and that the talks would go on.\n</pre></body></html>"))
	if want := "The president of the western bank said on Monday that the call was constructive, and that the talks would go on."; err != nil || doc.Text != want {
		t.Errorf("%q, %v", doc.Text, err)
	}
}
