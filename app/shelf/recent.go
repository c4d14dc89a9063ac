package shelf

import "lectern/data"

// recent keeps what was asked for lately, between most and twice as much of it.
type recent[T any] struct {
	young, old map[data.ReportID]T
	most       int
}

func newRecent[T any](most int) *recent[T] {
	return &recent[T]{young: map[data.ReportID]T{}, most: most}
}

func (r *recent[T]) get(id data.ReportID) (T, bool) {
	v, ok := r.young[id]
	if ok {
		return v, true
	}
	if v, ok = r.old[id]; ok {
		r.put(id, v)
	}
	return v, ok
}

func (r *recent[T]) put(id data.ReportID, v T) {
	if len(r.young) >= r.most {
		r.young, r.old = make(map[data.ReportID]T, r.most), r.young
	}
	r.young[id] = v
}

// each lets change see and change all that is kept.
func (r *recent[T]) each(change func(*T)) {
	for _, all := range []map[data.ReportID]T{r.young, r.old} {
		for id, v := range all {
			change(&v)
			all[id] = v
		}
	}
}
