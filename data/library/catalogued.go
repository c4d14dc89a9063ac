package library

import (
	"cmp"
	"database/sql"
	"maps"
	"slices"
	"strings"
	"sync"

	"gorm.io/gorm"

	"lectern/data"
	spelling "lectern/data/name"
)

// readOlder finds the older versions, of which there are few.
func (c *Catalogue) readOlder(tx *gorm.DB) error {
	ids, err := list(tx, `SELECT id FROM reports WHERE article <> 0 AND older = 1 AND removed = 0 LIMIT -1`, nil)
	c.older = SetOf(ids)
	return err
}

func (c *Catalogue) readSpellings(tx *gorm.DB) error {
	c.noSpeakers()
	err := each(tx, `SELECT name, actor FROM speakers WHERE reports > 0`, nil, func(rows *sql.Rows) error {
		var name, actor string
		err := rows.Scan(&name, &actor)
		c.speaker(name, actor)
		return err
	})
	if err != nil {
		return err
	}
	return c.readOlder(tx)
}

func (c *Catalogue) noSpeakers() {
	for _, k := range []Kind{SpeakerName, ActorName} {
		c.names[k] = names{places: make(map[string]uint32)}
	}
	c.actors, c.lasts = nil, make(map[string][]uint32)
}

func (c *Catalogue) speaker(name, actor string) uint32 {
	at := c.names[SpeakerName].place(name)
	a := c.names[ActorName].place(cmp.Or(actor, name))
	if int(at) < len(c.actors) {
		c.actors[at] = a
		return at
	}
	c.actors = append(c.actors, a)
	key := spelling.Last(name)
	c.lasts[key] = append(slices.Clip(c.lasts[key]), at)
	return at
}

// What stands in one number of each report.
const (
	bitRead = 1 << (iota + 4) // below, bit i for Lanes()[i]
	bitSample
	bitDated
	bitsEnd
)

// asNumbers writes a report as two numbers: its id; its day, moved up so that it is
// never below zero, and what is true of it.
const asNumbers = `SELECT group_concat(id || ',' || ((day + 1000000) * 128
		+ (statement > 0) + 2 * (caveat > 0) + 4 * (reaction > 0) + 8 * (background > 0)
		+ 16 * read + 32 * sample + 64 * (published IS NOT NULL))) FROM (SELECT * FROM reports WHERE removed = 0 AND `

const daysUp = 1_000_000

func (c *Catalogue) readList(tx *gorm.DB) error {
	for _, s := range append(c.bitsets(), &c.all) {
		*s = Set{}
	}
	var err error
	if c.order, err = c.readDays(tx, `1 ORDER BY day DESC, id DESC LIMIT -1)`); err != nil {
		return err
	}
	for k, column := range map[Kind]string{PublisherName: "publisher", LangName: "lang", MarkingName: "marking"} {
		c.names[k] = names{}
		// Left to itself SQLite takes another index, and sorts.
		query := strings.Replace(plainNames(column), "FROM reports", "FROM reports INDEXED BY reports_"+column, 1)
		if err := c.gather(tx, k, query); err != nil {
			return err
		}
	}
	return nil
}

// plainNames lists the reports by a name in a column of theirs.
func plainNames(column string) string {
	query := `SELECT ` + column + `, '', group_concat(id) FROM reports WHERE removed = 0 AND `
	if column == "marking" {
		query += `marking <> '' AND `
	}
	return query + `#id GROUP BY ` + column
}

// bitsets are the sets of what is true of reports, in the order of their bits.
func (c *Catalogue) bitsets() []*Set {
	return []*Set{&c.lanes[0], &c.lanes[1], &c.lanes[2], &c.lanes[3], &c.read, &c.sample, &c.dated}
}

// readDays reads the days and bits of some reports, and lists them.
func (c *Catalogue) readDays(tx *gorm.DB, which string, args ...any) ([]data.ReportID, error) {
	var joined sql.NullString
	err := tx.Statement.ConnPool.QueryRowContext(tx.Statement.Context, asNumbers+which, args...).Scan(&joined)
	if err != nil {
		return nil, err
	}
	pairs, err := numbers(joined.String)
	if err != nil {
		return nil, err
	}
	sets, order := c.bitsets(), make([]data.ReportID, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		id, what := pairs[i], int64(pairs[i+1])
		order = append(order, id)
		c.all.add(id)
		for bit, s := range sets {
			if what&(1<<bit) != 0 {
				s.add(id)
			}
		}
		if int(id) >= len(c.days) {
			c.days = append(c.days, make([]int32, int(id)+1-len(c.days)+len(c.days)/8)...)
		}
		c.days[id] = int32(what/bitsEnd - daysUp)
	}
	return order, nil
}

// The names of reports that stand in tables of their own. #id stands for a
// condition on the report.
var tabled = map[Kind]string{
	SpeakerName: `SELECT s.name, s.actor, group_concat(x.report_id) FROM report_speakers x JOIN speakers s ON s.id = x.speaker_id WHERE #id GROUP BY s.id`,
	ThemeName:   `SELECT t.name, '', group_concat(x.report_id) FROM report_themes x JOIN themes t ON t.id = x.theme_id WHERE #id GROUP BY t.id`,
	TagName:     `SELECT t.name, '', group_concat(x.report_id) FROM report_tags x JOIN tags t ON t.id = x.tag_id WHERE #id GROUP BY t.id`,
}

func (c *Catalogue) readNamed(tx *gorm.DB) error {
	c.noSpeakers()
	for k, query := range tabled {
		if k != SpeakerName {
			c.names[k] = names{}
		}
		if err := c.gather(tx, k, query); err != nil {
			return err
		}
	}
	return nil
}

// gather reads which reports have the names of a kind: whole lists of them at a
// time, because a row each would cost several times as much to pass the driver.
func (c *Catalogue) gather(tx *gorm.DB, k Kind, query string) error {
	n := &c.names[k]
	if n.places == nil {
		n.places = make(map[string]uint32)
	}
	n.reports = []posting{}
	return c.eachName(tx, k, strings.Replace(query, "#id", "1", 1), nil, func(at uint32, ids []data.ReportID) {
		for int(at) >= len(n.reports) {
			n.reports = append(n.reports, posting{})
		}
		n.reports[at] = postingOf(ids)
	})
}

func (c *Catalogue) eachName(tx *gorm.DB, k Kind, query string, args []any, put func(at uint32, ids []data.ReportID)) error {
	return each(tx, query, args, func(rows *sql.Rows) error {
		var name, other, joined string
		if err := rows.Scan(&name, &other, &joined); err != nil {
			return err
		}
		ids, err := numbers(joined)
		if err != nil {
			return err
		}
		if k == SpeakerName {
			put(c.speaker(name, other), ids)
		} else {
			put(c.names[k].place(name), ids)
		}
		return nil
	})
}

func (c *Catalogue) readTitles(tx *gorm.DB, ids []data.ReportID) error {
	query, args := `SELECT id, title FROM reports WHERE removed = 0`, []any(nil)
	if ids != nil {
		query, args = query+` AND id IN (SELECT value FROM json_each(?))`, []any{asJSON(ids)}
	}
	c.titles = append(make([]string, 0, len(c.days)), c.titles...)
	c.byTitle = sync.OnceValue(c.titleOrder)
	return each(tx, query, args, func(rows *sql.Rows) error {
		var id int
		var title string
		err := rows.Scan(&id, &title)
		if id >= len(c.titles) {
			c.titles = append(c.titles, make([]string, id+1-len(c.titles))...)
		}
		c.titles[id] = title
		return err
	})
}

// copied is a catalogue that can be changed without the one it was made of.
func (c *Catalogue) copied() Catalogue {
	n := *c
	n.actors, n.lasts, n.days = slices.Clone(c.actors), maps.Clone(c.lasts), slices.Clone(c.days)
	for k, x := range c.names {
		n.names[k] = names{slices.Clone(x.all), maps.Clone(x.places), slices.Clone(x.reports)}
	}
	return n
}

// renew reads some reports again, as deep as the catalogue goes.
func (c *Catalogue) renew(tx *gorm.DB, ids []data.ReportID) error {
	out := SetOf(ids)
	for _, s := range append(c.bitsets(), &c.all) {
		*s = s.Without(out)
	}
	in, err := c.readDays(tx, `+id IN (SELECT value FROM json_each(?)) ORDER BY day DESC, id DESC LIMIT -1)`, asJSON(ids))
	if err != nil {
		return err
	}
	c.order = c.merged(out, in)
	queries := map[Kind]string{PublisherName: plainNames("publisher"), LangName: plainNames("lang"), MarkingName: plainNames("marking")}
	if c.depth >= Named {
		maps.Copy(queries, tabled)
	}
	for k, query := range queries {
		if err := c.renewNames(tx, k, query, out, asJSON(ids)); err != nil {
			return err
		}
	}
	if c.depth >= Titled {
		if err := c.readTitles(tx, ids); err != nil {
			return err
		}
	}
	if c.depth < Named {
		return c.readSpellings(tx)
	}
	return c.readOlder(tx)
}

func (c *Catalogue) renewNames(tx *gorm.DB, k Kind, query string, out Set, ids string) error {
	column := "+id"
	if _, ok := tabled[k]; ok {
		column = "x.report_id"
	}
	query = strings.Replace(query, "#id", column+` IN (SELECT value FROM json_each(?))`, 1)
	in := make(map[uint32][]data.ReportID)
	err := c.eachName(tx, k, query, []any{ids}, func(at uint32, ids []data.ReportID) { in[at] = ids })
	n := &c.names[k]
	for len(n.reports) < len(n.all) {
		n.reports = append(n.reports, posting{})
	}
	for at := range n.reports {
		n.reports[at] = n.reports[at].renewed(out, in[uint32(at)])
	}
	return err
}

// merged is the order with some reports taken out and others, in order, put in.
func (c *Catalogue) merged(out Set, in []data.ReportID) []data.ReportID {
	all := make([]data.ReportID, 0, len(c.order)+len(in))
	for _, id := range c.order {
		if out.Has(id) {
			continue
		}
		for len(in) > 0 && (c.days[in[0]] > c.days[id] || c.days[in[0]] == c.days[id] && in[0] > id) {
			all, in = append(all, in[0]), in[1:]
		}
		all = append(all, id)
	}
	return append(all, in...)
}
