package library

import (
	"cmp"
	"database/sql"
	"errors"
	"slices"

	"lectern/data/library/imprint"
)

// keyed is a key by which copies of a report are looked up.
type keyed struct {
	key    uint32
	report int64
}

func (a keyed) compare(b keyed) int {
	return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.report, b.report))
}

// imprints takes the imprint of each report again and compares it with the one
// that is kept. One of another edition is out of date, and no problem; where no
// report has one, the library is an older one's and not yet looked through again.
func (c *checker) imprints() error {
	var some bool
	err := pool(c.tx).QueryRow(`SELECT EXISTS (SELECT 1 FROM imprints)`).Scan(&some)
	if err != nil || !some {
		return err
	}
	keys, err := c.keys()
	if err != nil {
		return err
	}
	return c.rows(`SELECT r.id, r.title, r.url, t.body, i.edition, i.url, i.title, i.sketch
		FROM reports r JOIN texts t ON t.id = r.text_id LEFT JOIN imprints i ON i.report_id = r.id WHERE r.removed = 0`,
		func(rows *sql.Rows) error {
			var id int64
			var title, url string
			var body, sketch sql.RawBytes
			var edition sql.NullInt64
			var keptURL, keptTitle sql.NullString
			if err := rows.Scan(&id, &title, &url, &body, &edition, &keptURL, &keptTitle, &sketch); err != nil {
				return err
			}
			kept := imprint.Imprint{URL: keptURL.String, Title: keptTitle.String}
			unpacked, err := imprint.Unpack(sketch)
			kept.Sketch = unpacked
			switch {
			case !edition.Valid:
				err = errNoImprint
			case edition.Int64 != imprint.Edition:
				err = nil
			case err == nil:
				err = agrees(kept, imprint.Of(title, url, string(body)), id, keys)
			}
			if err != nil {
				c.add(ProblemImprint, id, "%v", err)
			}
			return nil
		})
}

var (
	errNoImprint    = errors.New("what its copies are known by is missing")
	errOtherImprint = errors.New("what its copies are known by does not agree with it")
	errNoKeys       = errors.New("its copies cannot be looked up")
)

func agrees(kept, now imprint.Imprint, id int64, keys []keyed) error {
	if kept.URL != now.URL || kept.Title != now.Title || !slices.Equal(kept.Sketch, now.Sketch) {
		return errOtherImprint
	}
	for _, k := range now.Sketch.Keys() {
		if _, there := slices.BinarySearchFunc(keys, keyed{k, id}, keyed.compare); !there {
			return errNoKeys
		}
	}
	return nil
}

// keys are all keys there are, in ascending order.
func (c *checker) keys() (all []keyed, err error) {
	err = c.rows(`SELECT key, report_id FROM imprint_keys ORDER BY key, report_id`, func(rows *sql.Rows) error {
		var k int64
		var one keyed
		err := rows.Scan(&k, &one.report)
		one.key = uint32(k)
		all = append(all, one)
		return err
	})
	return all, err
}
