package library

import (
	"database/sql"
	"slices"

	"gorm.io/gorm"

	"lectern/data/name"
)

// spoken is a speaker as the table of actors sees it: a name, who it is listed
// under, and who a person says it is.
type spoken struct {
	id       int64
	name     string
	actor    string
	pinned   string // "" where nobody has said
	alike    bool   // what was said holds for all spellings
	spelling string
}

// identify finds the actor of every name that is spelt like one of these. A
// person's word goes first; else the name that came first stands for all.
func identify(tx *gorm.DB, spellings []string) error {
	slices.Sort(spellings)
	for _, spelling := range slices.Compact(spellings) {
		alike, err := spelt(tx, spelling)
		if err != nil {
			return err
		}
		for i, actor := range actorsOf(alike) {
			if actor == alike[i].actor {
				continue
			}
			if _, err := pool(tx).Exec(`UPDATE speakers SET actor = ? WHERE id = ?`, actor, alike[i].id); err != nil {
				return err
			}
		}
	}
	return nil
}

// spelt lists the names of one spelling, in the order they came.
func spelt(tx *gorm.DB, spelling string) (all []spoken, err error) {
	err = each(tx, `SELECT s.id, s.name, s.actor, coalesce(n.actor, ''), coalesce(n.alike, 0)
		FROM speakers s LEFT JOIN actor_names n ON n.name = s.name WHERE s.spelling = ? ORDER BY s.id`,
		[]any{spelling}, func(rows *sql.Rows) error {
			s := spoken{spelling: spelling}
			err := rows.Scan(&s.id, &s.name, &s.actor, &s.pinned, &s.alike)
			all = append(all, s)
			return err
		})
	return all, err
}

// actorsOf decides who each of the names of one spelling is.
func actorsOf(alike []spoken) []string {
	common := ""
	if i := slices.IndexFunc(alike, func(s spoken) bool { return s.pinned != "" && s.alike }); i >= 0 {
		common = alike[i].pinned
	} else if i := slices.IndexFunc(alike, func(s spoken) bool { return s.pinned == "" }); i >= 0 {
		common = alike[i].name
	}
	actors := make([]string, len(alike))
	for i, s := range alike {
		switch {
		case s.pinned != "":
			actors[i] = s.pinned
		case s.spelling == "": // nothing to compare it by
			actors[i] = s.name
		default:
			actors[i] = common
		}
	}
	return actors
}

// introduce gives names that are new among the speakers their spelling, and then
// their actor.
func introduce(tx *gorm.DB, fresh map[int64]string) error {
	spellings := make([]string, 0, len(fresh))
	for id, called := range fresh {
		spelling := name.Key(called)
		if _, err := pool(tx).Exec(`UPDATE speakers SET spelling = ?, actor = CASE ? WHEN '' THEN name ELSE '' END WHERE id = ?`,
			spelling, spelling, id); err != nil {
			return err
		}
		if spelling != "" {
			spellings = append(spellings, spelling)
		}
	}
	return identify(tx, spellings)
}

// introduceAll works out the spelling of every name again: when a library is
// older than actors, and when its indexes are made anew.
func introduceAll(tx *gorm.DB) error {
	all := make(map[int64]string)
	err := each(tx, `SELECT id, name FROM speakers`, nil, func(rows *sql.Rows) error {
		var id int64
		var called string
		err := rows.Scan(&id, &called)
		all[id] = called
		return err
	})
	if err != nil {
		return err
	}
	return introduce(tx, all)
}

// spellingsOf finds how names are spelt, for identify.
func spellingsOf(names []nameRow) []string {
	all := make([]string, len(names))
	for i, n := range names {
		all[i] = name.Key(n.Name)
	}
	return all
}
