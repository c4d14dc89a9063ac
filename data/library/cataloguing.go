package library

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"slices"
	"sync"
	"time"

	"gorm.io/gorm"

	"lectern/data"
	spelling "lectern/data/name"
)

// cataloguing keeps the catalogue in step with the library: a change that names
// its reports costs as much as they do, any other all of it.
type cataloguing struct {
	mu    sync.Mutex // guards what is stale
	whole bool       // all of it is
	moved bool       // reports have come or gone
	stale map[data.ReportID]struct{}

	load sync.Mutex // one load at a time; guards the rest
	now  *Catalogue
	at   time.Time
}

// note takes down what a change made stale.
func (g *cataloguing) note(changes []data.Change) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, c := range changes {
		switch {
		case c.Reports != nil:
			if g.stale == nil {
				g.stale = make(map[data.ReportID]struct{})
			}
			for _, id := range c.Reports {
				g.stale[id] = struct{}{}
			}
		case c.Kind == data.ReportsAdded || c.Kind == data.ReportsRemoved:
			g.moved = true
		case c.Kind == data.SearchesChanged:
		default:
			g.whole = true
		}
	}
}

// take says what is stale, and counts it as mended.
func (g *cataloguing) take() (whole, moved bool, stale []data.ReportID) {
	g.mu.Lock()
	defer g.mu.Unlock()
	whole, moved, stale = g.whole, g.moved, slices.Collect(maps.Keys(g.stale))
	g.whole, g.moved, g.stale = false, false, nil
	return whole, moved, stale
}

// mostNews is how many stale reports are looked up one by one; beyond, it is
// quicker to read all.
const mostNews = 5000

// foreignWait is how old a catalogue may be where another program writes.
const foreignWait = 3 * time.Second

// Catalogue is the catalogue of the library as it is now. The first call reads
// all of it, in some tenths of a second for 100,000 reports.
func (l *Library) Catalogue(ctx context.Context) (*Catalogue, error) {
	g := &l.cataloguing
	g.load.Lock()
	defer g.load.Unlock()
	whole, moved, stale := g.take()
	whole = whole || g.now == nil || l.why != nil && l.clock().Sub(g.at) > foreignWait
	if !whole && !moved && len(stale) == 0 {
		return g.now, nil
	}
	at := l.clock()
	next := &Catalogue{}
	err := l.read(ctx, func(tx *gorm.DB) (err error) {
		if !whole && moved {
			var there []data.ReportID
			if there, err = list(tx, `SELECT id FROM reports WHERE removed = 0 LIMIT -1`, nil); err != nil {
				return err
			}
			now := SetOf(there)
			stale = append(stale, now.Without(g.now.all).Newest(0)...)
			stale = append(stale, g.now.all.Without(now).Newest(0)...)
		}
		if !whole && len(stale) <= mostNews {
			*next = g.now.copied()
			return next.renew(tx, stale)
		}
		next.begin()
		return next.read(tx, nil)
	})
	if err != nil {
		g.mu.Lock()
		g.whole = true
		g.mu.Unlock()
		return nil, err
	}
	next.finish()
	g.now, g.at = next, at
	return next, nil
}

// begin makes an empty catalogue. Place 0 of publishers and languages is "".
func (c *Catalogue) begin() {
	for k := range c.places {
		c.places[k] = make(map[string]uint32)
	}
	c.lasts = make(map[string][]uint32)
	c.place(PublisherName, "")
	c.place(LangName, "")
}

func (c *Catalogue) copied() Catalogue {
	n := Catalogue{cards: slices.Clone(c.cards), actors: slices.Clone(c.actors), lasts: maps.Clone(c.lasts)}
	for k := range c.names {
		n.names[k], n.places[k] = slices.Clone(c.names[k]), maps.Clone(c.places[k])
	}
	return n
}

func (c *Catalogue) place(k Kind, name string) uint32 {
	at, ok := c.places[k][name]
	if !ok {
		at = uint32(len(c.names[k]))
		c.names[k] = append(c.names[k], name)
		c.places[k][name] = at
	}
	return at
}

// renew reads some reports again.
func (c *Catalogue) renew(tx *gorm.DB, ids []data.ReportID) error {
	for _, id := range ids {
		if int(id) < len(c.cards) {
			c.cards[id] = card{}
		}
	}
	for from := 0; from < len(ids); from += mostAsked {
		if err := c.read(tx, ids[from:min(from+mostAsked, len(ids))]); err != nil {
			return err
		}
	}
	return nil
}

// read fills in the cards of some reports; nil is all.
func (c *Catalogue) read(tx *gorm.DB, ids []data.ReportID) error {
	which := func(column string) string {
		if ids == nil {
			return "1"
		}
		return column + ` IN (SELECT value FROM json_each(?))`
	}
	var args []any
	if ids != nil {
		args = []any{asJSON(ids)}
	}
	if err := c.readReports(tx, which("id"), args); err != nil {
		return err
	}
	for _, part := range []struct {
		query string
		put   func(id data.ReportID, name, other string)
	}{
		{`SELECT rs.report_id, s.name, s.actor FROM report_speakers rs JOIN speakers s ON s.id = rs.speaker_id WHERE ` + which("rs.report_id"),
			func(id data.ReportID, name, actor string) {
				k := &c.cards[id]
				k.speakers = append(k.speakers, c.speaker(name, actor))
			}},
		{`SELECT rt.report_id, t.name, '' FROM report_tags rt JOIN tags t ON t.id = rt.tag_id WHERE ` + which("rt.report_id"),
			func(id data.ReportID, name, _ string) {
				k := &c.cards[id]
				k.tags = append(k.tags, c.place(TagName, name))
			}},
		{`SELECT rt.report_id, t.name, '' FROM report_themes rt JOIN themes t ON t.id = rt.theme_id WHERE ` + which("rt.report_id"),
			func(id data.ReportID, name, _ string) {
				k := &c.cards[id]
				k.themes = append(k.themes, c.place(ThemeName, name))
			}},
	} {
		if err := c.readNames(tx, part.query, args, part.put); err != nil {
			return err
		}
	}
	return nil
}

func (c *Catalogue) speaker(name, actor string) uint32 {
	at := c.place(SpeakerName, name)
	if int(at) == len(c.actors) {
		key := spelling.Last(name)
		c.lasts[key] = append(c.lasts[key], at)
	}
	a := c.place(ActorName, cmp.Or(actor, name))
	if int(at) == len(c.actors) {
		c.actors = append(c.actors, a)
	}
	c.actors[at] = a
	return at
}

func (c *Catalogue) readReports(tx *gorm.DB, which string, args []any) error {
	return each(tx, `SELECT id, title, publisher, lang, coalesce(published, -2147483648), day, read, sample, older,
		(statement > 0) + 2 * (caveat > 0) + 4 * (reaction > 0) + 8 * (background > 0)
		FROM reports WHERE removed = 0 AND `+which, args, func(rows *sql.Rows) error {
		var id int
		var publisher, lang string
		k := card{there: true}
		if err := rows.Scan(&id, &k.title, &publisher, &lang, &k.published, &k.day, &k.read, &k.sample, &k.older, &k.lanes); err != nil {
			return err
		}
		k.publisher, k.lang = c.place(PublisherName, publisher), c.place(LangName, lang)
		if id >= len(c.cards) {
			c.cards = append(c.cards, make([]card, id+1-len(c.cards))...)
		}
		c.cards[id] = k
		return nil
	})
}

// readNames reads which reports have a name: whole lists of them at a time,
// because a row each would cost several times as much to pass the driver.
func (c *Catalogue) readNames(tx *gorm.DB, query string, args []any, put func(id data.ReportID, name, other string)) error {
	query = `WITH named (id, name, other) AS (` + query + `) SELECT name, other, group_concat(id) FROM named GROUP BY name, other`
	return each(tx, query, args, func(rows *sql.Rows) error {
		var name, other, joined string
		if err := rows.Scan(&name, &other, &joined); err != nil {
			return err
		}
		ids, err := numbers(joined)
		for _, id := range ids {
			if int(id) < len(c.cards) && c.cards[id].there {
				put(id, name, other)
			}
		}
		return err
	})
}

// finish works out what follows from the cards.
func (c *Catalogue) finish() {
	c.all = c.where(func(*card) bool { return true })
	c.older = c.where(func(k *card) bool { return k.older })
	c.order = c.all.Newest(0)
	slices.SortStableFunc(c.order, func(a, b data.ReportID) int { return cmp.Compare(c.cards[b].day, c.cards[a].day) })
}
