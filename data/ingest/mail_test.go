package ingest

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"lectern/data"
)

const mailTop = "From: =?utf-8?B?0J7Qu9C10L3QsCDQnNCw0YDRh9GD0Lo=?= <olena@post.example>\r\nTo: desk@post.example\r\nSubject: =?utf-8?Q?A_call,_retold?=\r\n" +
	"Date: Sat, 14 Mar 2026 23:30:00 +0200\r\nMessage-ID: <1@post.example>\r\nMIME-Version: 1.0\r\nList-Id: \"Harbour Post weekly\" <weekly.post.example>\r\n" +
	"Archived-At: <https://post.example/lists/1>\r\nContent-Language: en-GB\r\n"

const mailFacts = "A call, retold | Олена Марчук | Harbour Post weekly | 2026-03-14 | https://post.example/lists/1 | en-GB | "

func crlf(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }

func TestAMessageGivesItsWordsAndItsAttachments(t *testing.T) {
	b := mailTop + crlf(`Content-Type: multipart/mixed; boundary="outer"

This is a multi-part message in MIME format.
--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=utf-8; format=flowed
Content-Transfer-Encoding: quoted-printable

The envoy said =E2=80=9Cyes=E2=80=9D, and that the talks=20
would go on.

More is not known of what was said there, and the second round is in May; nothi=
ng was signed.
--inner
Content-Type: text/html; charset=utf-8

<p>The envoy said “yes”.</p><img src="http://tracker.example/1.gif">
--inner--
--outer
Content-Type: image/png; name=logo.png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--outer
Content-Type: application/octet-stream
Content-Disposition: attachment; filename*=utf-8''%D0%B7%D0%B2%D1%96%D1%82.txt
Content-Transfer-Encoding: base64

`) + encoded("Президент заявив, що розмова з посланцями була змістовною.") + crlf(`--outer
Content-Type: application/zip; name=more.zip
Content-Transfer-Encoding: base64

`) + encoded(string(zipped(t, "a.txt", said))) + crlf(`--outer
Content-Type: message/rfc822

From: Ihor <ihor@post.example>
Subject: Forwarded
Message-ID: <2@post.example>
Date: Fri, 13 Mar 2026 10:00:00 +0000

`+said+`
--outer--
`)
	checkParts(t, "call.eml", []byte(b), Options{}, `
call.eml | eml | `+mailFacts+`The envoy said “yes”, and that the talks would go on.⏎⏎More is not known of what was said there, and the second round is in May; nothing was signed.
call.eml › звіт.txt | txt | звіт |  |  |  |  | uk | Президент заявив, що розмова з посланцями була змістовною.
call.eml › more.zip › a.txt | txt | a |  |  |  |  | en | `+said+`
call.eml › Forwarded | eml | Forwarded | Ihor |  | 2026-03-13 |  | en | `+said+"\n")
	doc, err := Read(t.Context(), "x", []byte(mailTop+"\r\n"+said))
	if err != nil || doc.Text != said || doc.From[Title] != FromMail || doc.From[Published] != FromMail || doc.From[Author] != FromMail {
		t.Errorf("%+v, %v", doc, err)
	}
}

func TestAMailsPageIsReadWhereItsPlainTextSaysNothing(t *testing.T) {
	page := "<html><head><title>x</title></head><body><h1>Talks</h1><p>" + strings.Repeat(said+" ", 3) + "</p><script>never()</script><p style='display:none'>hidden</p></body></html>"
	for what, parts := range map[string]string{
		"a line that asks to look elsewhere": "multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlease view this message in a browser.\r\n--b\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n--b--",
		"nothing but a page":                 "text/html; charset=utf-8\r\n\r\n" + page,
		"a page with its pictures":           "multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n \r\n--b\r\nContent-Type: multipart/related; boundary=c\r\n\r\n--c\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n--c\r\nContent-Type: image/gif\r\n\r\nGIF89a\r\n--c--\r\n--b--",
	} {
		doc, err := Read(t.Context(), "a.eml", []byte(mailTop+"Content-Type: "+parts))
		if want := "Talks\n\n" + strings.TrimSpace(strings.Repeat(said+" ", 3)); err != nil || doc.Text != want {
			t.Errorf("%s: %q, %v", what, doc.Text, err)
		}
	}
}

func TestAWronglyDeclaredCharsetIsSeenThrough(t *testing.T) {
	text := "Президент заявив, що розмова з посланцями була змістовною, і що переговори триватимуть."
	cp1251, _ := charmap.Windows1251.NewEncoder().String(text)
	koi8, _ := charmap.KOI8U.NewEncoder().String(text)
	for _, c := range []struct{ declared, body string }{
		{"iso-8859-1", cp1251}, {"us-ascii", cp1251}, {"utf-8", cp1251}, {"koi8-r", cp1251}, {"windows-1251", koi8}, {"windows-1251", text}, {"no-such", koi8}, {"koi8-u", koi8}, {"windows-1251", cp1251},
	} {
		doc, err := Read(t.Context(), "a.eml", []byte(mailTop+"Content-Type: text/plain; charset="+c.declared+"\r\n\r\n"+c.body))
		if err != nil || doc.Text != text {
			t.Errorf("declared %s: %q, %v", c.declared, doc.Text, err)
		}
	}
	polish, _ := charmap.ISO8859_2.NewEncoder().String("Łódź i Gdańsk: rozmowy będą trwać, powiedział minister.")
	doc, err := Read(t.Context(), "a.eml", []byte(mailTop+"Content-Type: text/plain; charset=iso-8859-2\r\n\r\n"+polish))
	if err != nil || !strings.HasPrefix(doc.Text, "Łódź i Gdańsk") {
		t.Errorf("declared and true: %q, %v", doc.Text, err)
	}
}

func TestBrokenMailGivesWhatIsThere(t *testing.T) {
	for what, b := range map[string]string{
		"no closing boundary":   mailTop + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n" + said,
		"no boundary at all":    mailTop + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + said,
		"no boundary named":     mailTop + "Content-Type: multipart/mixed\r\n\r\n" + said,
		"broken base64":         mailTop + "Content-Transfer-Encoding: base64\r\n\r\n" + encoded(said) + "!!",
		"bare line feeds":       strings.ReplaceAll(mailTop, "\r", "") + "\n" + said,
		"a header that is none": mailTop + "this is no header\r\n continued\r\n\r\n" + said,
	} {
		doc, err := Read(t.Context(), "a.eml", []byte(b))
		if err != nil || doc.Text != said || doc.Title != "A call, retold" {
			t.Errorf("%s: %q, %v", what, doc.Text, err)
		}
	}
	locked := mailTop + "Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\nxyz\r\n--b--"
	if _, err := Read(t.Context(), "a.eml", []byte(locked)); data.FaultOf(err).Code != data.FaultLocked {
		t.Errorf("locked: %v", err)
	}
	if doc, err := Read(t.Context(), "memo.txt", []byte("From: the desk\nTo: all\nSubject: talks\n\n"+said)); err != nil || doc.Format != "txt" {
		t.Errorf("a memo that a person typed: %q, %v", doc.Format, err)
	}
}

func TestDeepMailEndsInTime(t *testing.T) {
	var deep strings.Builder
	deep.WriteString(mailTop)
	for i := range 5000 {
		fmt.Fprintf(&deep, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	deep.WriteString("\r\n" + said)
	letters := mailTop + "\r\n" + said
	for range 400 {
		letters = strings.Replace(mailTop, "\r\nMIME", "\r\nX-Nested: yes\r\nMIME", 1) + "Content-Type: message/rfc822\r\n\r\n" + letters
	}
	wide := mailTop + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + strings.Repeat("--b\r\n\r\nx\r\n", 500_000)
	for what, b := range map[string]string{"deep": deep.String(), "letters in letters": letters, "wide": wide} {
		start := time.Now()
		parts := partsOf(t, "a.eml", []byte(b), Options{})
		if took := time.Since(start); took > 10*time.Second || data.FaultOf(parts[len(parts)-1].Err) == nil || data.FaultOf(parts[len(parts)-1].Err).Code != data.FaultTooDeep {
			t.Errorf("%s: %d parts in %v, %v", what, len(parts), took, parts[len(parts)-1].Err)
		}
	}
}

func TestMailboxesOfEveryKindGiveTheirMessages(t *testing.T) {
	message := func(n int, body string) string {
		return fmt.Sprintf("From: Olena <o@post.example>\nSubject: Message %d\nMessage-ID: <%d@post.example>\nDate: Sat, 14 Mar 2026 10:00:00 +0000\n\n%s", n, n, body)
	}
	from := "From o@post.example Sat Mar 14 10:00:00 2026\n"
	body := "The envoy said:\n\nFrom now on, nothing is certain.\n"
	escaped := strings.ReplaceAll(body, "From now", ">From now")
	measured := strings.Replace(message(1, body), "\n\n", fmt.Sprintf("\nContent-Length: %d\n\n", len(body)), 1)
	want := "The envoy said:⏎⏎From now on, nothing is certain."
	for what, b := range map[string]string{
		"mboxo":          from + message(1, escaped) + "\n" + from + message(2, escaped) + "\n",
		"mboxrd":         from + message(1, escaped) + "\n" + from + message(2, strings.ReplaceAll(escaped, ">From", ">From")) + "\n",
		"mboxcl2":        from + measured + "\n" + from + message(2, escaped),
		"windows lines":  crlf(from + message(1, escaped) + "\n" + from + message(2, escaped) + "\n"),
		"takeout":        "From 1234@xxx Sat Mar 14 10:00:00 +0000 2026\n" + message(1, escaped) + "\nFrom 12345@xxx Sat Mar 14 10:00:00 +0000 2026\n" + message(2, escaped),
		"thunderbird":    "From - Sat Mar 14 10:00:00 2026\nX-Mozilla-Status: 0001\n" + message(1, escaped) + "\nFrom - Sat Mar 14 10:00:00 2026\nX-Mozilla-Status: 0001\n" + message(2, escaped),
		"a wrong length": from + strings.Replace(measured, "Content-Length: ", "Content-Length: 9", 1) + "\n" + from + message(2, escaped),
	} {
		if strings.Contains(b, "length: 9") || what == "a wrong length" {
			b = strings.ReplaceAll(b, "\nFrom now", "\n>From now")
		}
		t.Run(what, func(t *testing.T) {
			checkParts(t, "inbox", []byte(b), Options{}, `
inbox › 1 | eml | Message 1 | Olena |  | 2026-03-14 |  | en | `+want+`
inbox › 2 | eml | Message 2 | Olena |  | 2026-03-14 |  | en | `+want+"\n")
		})
	}
	if doc, err := Read(t.Context(), "a.txt", []byte("From noon until 10:30 in 2026\nthe envoys talked.")); err != nil || doc.Format != "txt" {
		t.Errorf("a sentence: %s, %v", doc.Format, err)
	}
}

// endlessMail is a mailbox that is made as it is read.
type endlessMail struct{ one []byte }

func (m endlessMail) ReadAt(p []byte, at int64) (int, error) {
	for n := 0; n < len(p); {
		n += copy(p[n:], m.one[(at+int64(n))%int64(len(m.one)):])
	}
	return len(p), nil
}

func TestALargeMailboxIsReadAMessageAtATime(t *testing.T) {
	one := []byte("From o@post.example Sat Mar 14 10:00:00 2026\n" + strings.ReplaceAll(mailTop, "\r", "") + "\n" + strings.Repeat(said+"\n\n", 1400) + "\n")
	count := (32<<20)/len(one) + 1
	size := int64(count) * int64(len(one))
	var now runtime.MemStats
	n, half := 0, uint64(0)
	if err := EachIn(t.Context(), "inbox.mbox", endlessMail{one}, size, Options{}, func(p Part) error {
		if p.Err != nil {
			t.Fatal(p.Err)
		}
		if n++; n == count/2 {
			runtime.ReadMemStats(&now)
			half = now.Sys
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	// What half of them took is enough for the rest, which has 16 MB.
	runtime.ReadMemStats(&now)
	if more := int64(now.Sys) - int64(half); n != count || more > 12<<20 {
		t.Errorf("%d of %d messages, the second half took %d MB more", n, count, more>>20)
	}
}

func TestASavedPageIsReadWithItsAddress(t *testing.T) {
	b := crlf(`From: <Saved by Blink>
Snapshot-Content-Location: https://www.harbour-post.example/world/call?utm=1
Subject: =?utf-8?Q?Envoys=20hold=20first=20call?=
Date: Mon, 23 Nov 2026 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----Multipart--x----"

------Multipart--x----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://www.harbour-post.example/world/call?utm=1

<html><head><title>Call</title></head><body><p>The envoy said =E2=80=9Cyes=
=E2=80=9D, and that the talks would go on.</p><img src=3D"cid:1"></body></html>
------Multipart--x----
Content-Type: text/html
Content-Location: https://ads.example/frame

<p>Buy now</p>
------Multipart--x----
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://www.harbour-post.example/1.png

iVBORw0KGgo=
------Multipart--x------
`)
	checkParts(t, "call.mhtml", []byte(b), Options{}, "call.mhtml | mhtml | Call |  | harbour-post.example |  | https://www.harbour-post.example/world/call?utm=1 | en | The envoy said “yes”, and that the talks would go on.\n")
}
