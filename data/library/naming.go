package library

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"

	"lectern/data"
)

// Actor is somebody who speaks in the reports, under all names that are taken to
// be theirs.
type Actor struct {
	Name    string
	Reports int     // in which any of the names speaks
	Names   []Facet // as the reports have them, the most frequent first
	Said    bool    // a person has said that a name is this actor's
}

// mostActors is how many actors Actors lists.
const mostActors = 300

var (
	errNoActor   = errors.New("an actor has no name")
	errSameActor = errors.New("the names are to leave an actor whose name they would keep")
)

// Actors lists who speaks in the reports, the most frequent first and of those
// the first 300. With a part of a name, it lists those who have that part in one
// of their names, as typed, in small letters, or with a capital first.
func (l *Library) Actors(ctx context.Context, part string) (all []Actor, err error) {
	err = l.read(ctx, func(tx *gorm.DB) error {
		all, err = actors(tx, part)
		return err
	})
	return all, err
}

func actors(tx *gorm.DB, part string) ([]Actor, error) {
	var all []Actor
	at := make(map[string]int)
	small := strings.ToLower(part)
	err := each(tx, `WITH shown AS (SELECT actor, sum(reports) AS n FROM speakers WHERE reports > 0
			AND (? = '' OR actor IN (SELECT actor FROM speakers WHERE instr(name, ?) OR instr(lower(name), ?) OR instr(name, ?) OR instr(actor, ?)))
			GROUP BY actor ORDER BY n DESC, actor LIMIT ?)
		SELECT s.actor, s.name, s.reports, n.name IS NOT NULL FROM shown JOIN speakers s ON s.actor = shown.actor AND s.reports > 0
		LEFT JOIN actor_names n ON n.name = s.name ORDER BY shown.n DESC, s.actor, s.reports DESC, s.id`,
		[]any{part, part, small, capital(small), part, mostActors}, func(rows *sql.Rows) error {
			var actor string
			var name Facet
			var said bool
			if err := rows.Scan(&actor, &name.Name, &name.Count, &said); err != nil {
				return err
			}
			i, ok := at[actor]
			if !ok {
				i = len(all)
				at[actor] = i
				all = append(all, Actor{Name: actor})
			}
			a := &all[i]
			a.Names, a.Reports, a.Said = append(a.Names, name), a.Reports+name.Count, a.Said || said
			return nil
		})
	if err != nil {
		return nil, err
	}
	for i := range all {
		if len(all[i].Names) > 1 { // a report may have two of the names
			if all[i].Reports, err = reportsOf(tx, all[i].Name); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

func capital(word string) string {
	_, n := utf8.DecodeRuneInString(word)
	return strings.ToUpper(word[:n]) + word[n:]
}

// reportsOf counts the reports in which an actor speaks.
func reportsOf(tx *gorm.DB, actor string) (n int, err error) {
	err = pool(tx).QueryRow(`SELECT count(DISTINCT report_id) FROM report_speakers
		WHERE speaker_id IN (SELECT id FROM speakers WHERE actor = ?)`, actor).Scan(&n)
	return n, err
}

// JoinActors says that these actors are one, and what it is called. One actor by
// itself is renamed. Spellings of their names that come in later join them.
func (l *Library) JoinActors(ctx context.Context, actors []string, into string) error {
	into = strings.TrimSpace(into)
	if into == "" {
		return l.fault(errNoActor)
	}
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var names []string
		if err := tx.Raw(`SELECT name FROM speakers WHERE actor IN ? ORDER BY id`, actors).Scan(&names).Error; err != nil {
			return nil, err
		}
		return l.rename(tx, StepActorJoin, names, into, true)
	})
}

// SplitActor says that these names belong to another actor than the one they are
// listed under, and what that one is called.
func (l *Library) SplitActor(ctx context.Context, names []string, as string) error {
	as = strings.TrimSpace(as)
	if as == "" {
		return l.fault(errNoActor)
	}
	return l.write(ctx, func(tx *gorm.DB) ([]data.Change, error) {
		var left int64
		err := tx.Raw(`SELECT count(*) FROM speakers WHERE name NOT IN ? AND actor = ?
			AND actor IN (SELECT actor FROM speakers WHERE name IN ?)`, names, as, names).Scan(&left).Error
		if err != nil {
			return nil, err
		}
		if left > 0 {
			return nil, errSameActor
		}
		return l.rename(tx, StepActorSplit, names, as, false)
	})
}

// rename pins names to an actor as one step; names that are pinned so already
// are left out.
func (l *Library) rename(tx *gorm.DB, kind StepKind, names []string, actor string, alike bool) ([]data.Change, error) {
	var c change
	if err := tx.Where(`name IN ?`, names).Find(&c.NamesOut).Error; err != nil {
		return nil, err
	}
	for _, called := range names {
		c.NamesIn = append(c.NamesIn, nameRow{Name: called, Actor: actor, Alike: alike, Who: l.who, At: l.now()})
	}
	same := func(a, b nameRow) bool { return a.Name == b.Name && a.Actor == b.Actor && a.Alike == b.Alike }
	news := slices.ContainsFunc(c.NamesIn, func(in nameRow) bool {
		return !slices.ContainsFunc(c.NamesOut, func(out nameRow) bool { return same(in, out) })
	})
	if !news {
		return nil, nil
	}
	return l.do(tx, kind, actor, len(names), c)
}

// setNames puts in what people now say of names, in the place of out.
func setNames(tx *gorm.DB, out, in []nameRow) error {
	for _, n := range out {
		if err := tx.Delete(&n).Error; err != nil {
			return err
		}
	}
	if len(in) > 0 {
		if err := tx.CreateInBatches(in, 100).Error; err != nil {
			return err
		}
	}
	return identify(tx, append(spellingsOf(out), spellingsOf(in)...))
}
