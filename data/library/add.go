package library

import (
	"context"
	"crypto/rand"
	"database/sql"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"gorm.io/gorm"

	"lectern/data"
	"lectern/data/library/imprint"
)

// Add brings reports in, all of them or none. A report whose original or text is
// in the library already is not added again: its number is given back as Known.
// What was added is one undo step.
//
// It is quickest with some hundred reports at a time; Bulk is for thousands.
func (l *Library) Add(ctx context.Context, reports []NewReport) ([]Added, error) {
	var added []Added
	err := l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var err error
		var fresh []data.ReportID
		if added, fresh, err = l.add(tx, reports); err != nil || len(fresh) == 0 {
			return nil, err
		}
		subject := ""
		if len(fresh) == 1 {
			subject = title(reports, added, fresh[0])
		}
		c := change{}
		c.Reports.add(fresh)
		_, err = l.record(tx, StepAdd, subject, len(fresh), c)
		return changed(data.ReportsAdded, fresh), err
	})
	if err != nil {
		return nil, err
	}
	return added, nil
}

func title(reports []NewReport, added []Added, id data.ReportID) string {
	for i, a := range added {
		if a.ID == id {
			return reports[i].Title
		}
	}
	return ""
}

// add stores what is new among reports and returns the numbers of those.
func (l *Library) add(tx *gorm.DB, reports []NewReport) ([]Added, []data.ReportID, error) {
	batch, err := l.prepare(reports)
	if err != nil {
		return nil, nil, err
	}
	seen, err := seenBefore(tx, batch)
	if err != nil {
		return nil, nil, err
	}
	s, err := newStore(tx)
	if err != nil {
		return nil, nil, err
	}
	defer s.close()
	added, fresh := make([]Added, len(reports)), []data.ReportID(nil)
	for i, p := range batch {
		if id, known := seen.report(p); known {
			added[i] = Added{ID: id, Known: true}
			continue
		}
		id, err := sameWords(tx, p)
		if err != nil {
			return nil, nil, err
		}
		if id != 0 {
			added[i] = Added{ID: id, Known: true}
			continue
		}
		id, err = s.put(p, seen.texts[p.text])
		if err != nil {
			return nil, nil, err
		}
		seen.byOriginal[p.original], seen.byText[p.text] = id, id
		of, err := putImprint(tx, id, p.Imprint)
		if err == nil && of != 0 {
			err = join(tx, id, of)
		}
		if err != nil {
			return nil, nil, err
		}
		added[i] = Added{ID: id, VersionOf: of}
		fresh = append(fresh, id)
	}
	return added, fresh, s.finish()
}

// prepared is a report with all that can be worked out before the writing.
type prepared struct {
	*NewReport
	original, text data.Hash
	row            reportRow
	packed         []byte
	speakers       []string
}

func (l *Library) prepare(reports []NewReport) ([]prepared, error) {
	now := l.clock().UTC()
	batch := make([]prepared, len(reports))
	for i := range reports {
		r := &reports[i]
		switch {
		case r.Body == "":
			return nil, &data.Fault{Code: data.FaultNoText, Subject: r.FileName}
		case !utf8.ValidString(r.Body):
			return nil, &data.Fault{Code: data.FaultNotText, Subject: r.FileName}
		case len(r.Body) > MostText:
			return nil, &data.Fault{Code: data.FaultTooLarge, Subject: r.FileName}
		}
		p := prepared{NewReport: r, text: data.HashOf([]byte(r.Body)), packed: pack(r.Reading)}
		p.original = p.text
		if len(r.Source) > 0 {
			p.original = data.HashOf(r.Source)
		}
		p.speakers = speakersIn(r.Reading)
		if r.Imprint.Sketch == nil {
			r.Imprint = imprint.Of(r.Title, r.URL, r.Body)
		}
		p.row = rowOf(p, now)
		batch[i] = p
	}
	return batch, nil
}

func rowOf(p prepared, now time.Time) reportRow {
	published := dayOf(p.Published)
	day := published
	if day == nil {
		day = dayOf(now)
	}
	lang := p.Lang
	if lang == "" {
		lang = p.Reading.Lang
	}
	n := count(passages(0, p.Body, p.Reading, nil))
	return reportRow{
		UID: newUID(now), Title: p.Title, Author: p.Author, Publisher: p.Publisher, URL: p.URL,
		Lang: lang, Published: published, Entered: now.UnixMilli(), Day: *day,
		Format: p.Format, FileName: p.FileName, Original: p.original[:], Text: p.text[:],
		Model: p.Reading.Model, Words: wordsIn(p.Body), Sample: p.Sample, Read: p.NewReport.Read,
		Statement: n.lanes.Statement, Caveat: n.lanes.Caveat, Reaction: n.lanes.Reaction, Background: n.lanes.Background,
		Review: n.review.All, ReviewMost: n.review.Most,
	}
}

// newUID names a report in all libraries of the world: a UUID of version 7,
// which begins with the time, so that the index grows at its end.
func newUID(now time.Time) []byte {
	uid := make([]byte, 16)
	rand.Read(uid)
	milli := now.UnixMilli()
	for i := range 6 {
		uid[i] = byte(milli >> (40 - 8*i))
	}
	uid[6] = uid[6]&0x0f | 0x70
	uid[8] = uid[8]&0x3f | 0x80
	return uid
}

// wordsIn counts what stands between white space.
func wordsIn(text string) (n int) {
	inside := false
	for _, r := range text {
		space := unicode.IsSpace(r)
		if !space && !inside {
			n++
		}
		inside = !space
	}
	return n
}

// speakersIn lists each speaker of a reading once, in order of appearance.
func speakersIn(r data.Reading) []string {
	var all []string
	seen := make(map[string]bool)
	for _, a := range r.Attributions {
		if name := strings.TrimSpace(a.Speaker); name != "" && !seen[name] {
			seen[name] = true
			all = append(all, name)
		}
	}
	return all
}

// pool is the transaction under gorm, for the statements that run thousands of
// times.
func pool(tx *gorm.DB) *sql.Tx { return tx.Statement.ConnPool.(*sql.Tx) }
