package library

import (
	"sync"

	"lectern/data"
)

// mostNamed is how many reports a change names one by one. Beyond, a view does
// better to look at everything again.
const mostNamed = 1000

// listeners are those who want to know what changed.
type listeners struct {
	mu   sync.Mutex
	next int
	all  map[int]func(data.Change)
}

// Subscribe has tell called after each change, once it is safely kept, on the
// goroutine that made it. tell may read and write the library, and must not
// take long. cancel ends it.
func (l *Library) Subscribe(tell func(data.Change)) (cancel func()) {
	s := &l.listeners
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.all == nil {
		s.all = make(map[int]func(data.Change))
	}
	key := s.next
	s.next++
	s.all[key] = tell
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.all, key)
	}
}

func (s *listeners) tell(changes []data.Change) {
	if len(changes) == 0 {
		return
	}
	s.mu.Lock()
	all := make([]func(data.Change), 0, len(s.all))
	for key := range s.next {
		if tell := s.all[key]; tell != nil {
			all = append(all, tell)
		}
	}
	s.mu.Unlock()
	for _, c := range changes {
		for _, tell := range all {
			tell(c)
		}
	}
}

// changed is the news that something happened to these reports.
func changed(kind data.ChangeKind, ids []data.ReportID) []data.Change {
	if len(ids) == 0 {
		return nil
	}
	if len(ids) > mostNamed {
		ids = nil
	}
	return []data.Change{{Kind: kind, Reports: ids}}
}
