package ingest

import (
	"cmp"
	"context"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"

	"lectern/data"
)

var jsonFeedMark = regexp.MustCompile(`(?s)^\s*\{.*"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version`)

func isJSONFeed(f *file) bool { return jsonFeedMark.MatchString(f.text()) }

// eachJSONFeed gives every item of a JSON Feed, as a feed of that one item.
func eachJSONFeed(ctx context.Context, f *file, in *inside) error {
	text, err := f.allText()
	if err != nil {
		return in.refuse("", data.FaultOf(err).Code, err)
	}
	var feed map[string]json.RawMessage
	var items []json.RawMessage
	if err := json.Unmarshal([]byte(text), &feed); err != nil {
		return in.refuse("", data.FaultBroken, err)
	}
	if err := json.Unmarshal(feed["items"], &items); err != nil || len(items) == 0 {
		return in.refuse("", data.FaultNoText, err)
	}
	if len(text)-len(feed["items"]) > maxFeedFrame {
		return in.refuse("", data.FaultTooMuch, nil)
	}
	for i, item := range items {
		feed["items"], err = json.Marshal([]json.RawMessage{item})
		if err != nil {
			return in.refuse("", data.FaultBroken, err)
		}
		one, err := json.Marshal(feed)
		if err != nil {
			return in.refuse("", data.FaultBroken, err)
		}
		if err := in.fileAs(ctx, strconv.Itoa(i+1), one, &format{name: "jsonfeed", read: readJSONItem}); err != nil {
			return err
		}
	}
	return nil
}

// readJSONItem reads a feed of one item.
func readJSONItem(ctx context.Context, b []byte) (Document, error) {
	type author struct{ Name string }
	var feed struct {
		Title, Language string
		Author          author
		Authors         []author
		Items           []struct {
			ID                   any
			URL, Title, Language string
			External             string `json:"external_url"`
			HTML                 string `json:"content_html"`
			Text                 string `json:"content_text"`
			Summary              string
			Published            string `json:"date_published"`
			Modified             string `json:"date_modified"`
			Author               author
			Authors              []author
		}
	}
	doc := Document{From: map[Field]Origin{}}
	if err := json.Unmarshal(b, &feed); err != nil || len(feed.Items) == 0 {
		return doc, cmp.Or(err, error(&data.Fault{Code: data.FaultNoText}))
	}
	e := feed.Items[0]
	doc.Text = cmp.Or(normalise(e.Text), fragmentText(ctx, e.HTML), normalise(e.Summary), CleanLine(e.Title))
	doc.set(Title, e.Title, FromEntry)
	names := func(one author, all []author) string {
		var said []string
		for _, a := range append(all, one) {
			if name := authorName(a.Name); name != "" {
				said = append(said, name)
			}
		}
		return strings.Join(said, ", ")
	}
	doc.set(Author, names(e.Author, e.Authors), FromEntry)
	doc.set(Author, names(feed.Author, feed.Authors), FromFeed)
	doc.setPublished(dateIn(e.Published), FromEntry)
	doc.setPublished(dateIn(e.Modified), FromEntry)
	id, _ := e.ID.(string)
	for _, address := range []string{e.URL, e.External, id} {
		doc.set(URL, webAddress(address), FromEntry)
	}
	doc.set(Lang, langTag(e.Language), FromEntry)
	doc.set(Publisher, feed.Title, FromFeed)
	doc.set(Lang, langTag(feed.Language), FromFeed)
	return doc, nil
}
