package library

import (
	"context"
	"maps"
	"os"
	"slices"
	"sync"
	"time"

	"gorm.io/gorm"

	"lectern/data"
)

// cataloguing keeps the catalogue in step with the library: a change that names
// its reports costs as much as they do, any other all of it.
type cataloguing struct {
	mu    sync.Mutex // guards the following
	whole bool       // all of it is stale
	moved bool       // reports have come or gone
	stale map[data.ReportID]struct{}
	now   *Catalogue

	load    sync.Mutex // one load at a time; guards the following
	at      time.Time
	foreign string // the state of the file at that time, where another program writes
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
		case c.Kind == data.SearchesChanged || c.Kind == data.ImportsChanged || c.Kind == data.FoldersChanged || c.Kind == data.BriefsChanged:
		default:
			g.whole = true
		}
	}
}

// take says what is stale, and counts it as mended.
func (g *cataloguing) take() (now *Catalogue, whole, moved bool, stale []data.ReportID) {
	g.mu.Lock()
	defer g.mu.Unlock()
	now, whole, moved, stale = g.now, g.whole, g.moved, slices.Collect(maps.Keys(g.stale))
	g.whole, g.moved, g.stale = false, false, nil
	return now, whole, moved, stale
}

// ready is the catalogue where nothing in it is stale and it goes deep enough.
func (g *cataloguing) ready(need Depth) *Catalogue {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.now == nil || g.whole || g.moved || len(g.stale) > 0 || g.now.depth < need {
		return nil
	}
	return g.now
}

func (g *cataloguing) set(now *Catalogue) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.now = now
}

// mostNews is how many stale reports are looked up one by one; beyond, it is
// quicker to read all.
const mostNews = 5000

// foreignWait is how old a catalogue may be where another program writes.
const foreignWait = 3 * time.Second

// Catalogue is the catalogue of the library as it is now, but for titles.
func (l *Library) Catalogue(ctx context.Context) (*Catalogue, error) {
	return l.CatalogueFor(ctx, Named)
}

// CatalogueFor is the catalogue of the library as it is now, as deep as it is
// needed: of 100,000 reports, Spelled is there at once, Listed in a tenth of a
// second and Named in some tenths on a machine at ease. It is read depth by depth, so that nobody who
// needs little waits for one who needs much.
func (l *Library) CatalogueFor(ctx context.Context, need Depth) (*Catalogue, error) {
	g := &l.cataloguing
	if c := g.ready(need); c != nil && l.why == nil {
		return c, nil
	}
	g.load.Lock()
	defer g.load.Unlock()
	now, whole, moved, stale := g.take()
	next, err := l.renewed(ctx, now, whole || l.foreignWrote(now), moved, stale)
	for err == nil {
		g.set(next)
		if next.depth >= need {
			return next, nil
		}
		next, err = l.deepened(ctx, next)
	}
	g.note([]data.Change{{Kind: data.ThemesChanged}}) // what was taken is stale still
	return nil, err
}

// foreignWrote reports whether another program has changed the library since the
// catalogue was read, looking no more often than foreignWait.
func (l *Library) foreignWrote(now *Catalogue) bool {
	g := &l.cataloguing
	if l.why == nil || now != nil && l.clock().Sub(g.at) <= foreignWait {
		return false
	}
	state := ""
	for _, end := range []string{"", "-wal"} {
		if info, err := os.Stat(l.path + end); err == nil {
			state += info.ModTime().String() + "/"
		}
	}
	wrote := state != g.foreign
	g.at, g.foreign = l.clock(), state
	return wrote
}

// renewed brings a catalogue up to date, as deep as it goes. A new one knows
// nothing yet.
func (l *Library) renewed(ctx context.Context, now *Catalogue, whole, moved bool, stale []data.ReportID) (*Catalogue, error) {
	switch {
	case now == nil || whole || now.depth < Listed && (moved || len(stale) > 0):
		return &Catalogue{}, nil
	case !moved && len(stale) == 0:
		return now, nil
	}
	next := &Catalogue{}
	err := l.read(ctx, func(tx *gorm.DB) error {
		if moved {
			there, err := list(tx, `SELECT id FROM reports WHERE removed = 0 LIMIT -1`, nil)
			if err != nil {
				return err
			}
			set := SetOf(there)
			stale = append(stale, set.Without(now.all).Newest(0)...)
			stale = append(stale, now.all.Without(set).Newest(0)...)
		}
		if len(stale) > mostNews {
			return nil
		}
		*next = now.copied()
		return next.renew(tx, SetOf(stale).Newest(0))
	})
	return next, err
}

// deepened reads what the next depth knows besides.
func (l *Library) deepened(ctx context.Context, now *Catalogue) (*Catalogue, error) {
	next := *now
	next.depth++
	err := l.read(ctx, func(tx *gorm.DB) error {
		switch next.depth {
		case Spelled:
			return next.readSpellings(tx)
		case Listed:
			return next.readList(tx)
		case Named:
			return next.readNamed(tx)
		}
		return next.readTitles(tx, nil)
	})
	return &next, err
}
