package split

import "lectern/data"

// maxDateline is more tokens than a dateline has.
const maxDateline = 16

// dateline counts the tokens of the place, date and agency that open line l:
// "FERRIN.", "LISSOVA, Oct 6 (HTA) -", "Port Velm, March 3 —". 0 where there are
// none, or nothing comes after them.
func (d *doc) dateline(l line, k data.SentenceKind) int {
	if d.prose || k != data.Body {
		return 0
	}
	limit := min(l.last, l.first+maxDateline)
	i, loud := d.placeAt(l.first, limit)
	if i == l.first {
		return 0
	}
	dated := false
	if i < limit && d.toks[i].kind == comma {
		i, dated = d.dateAt(i+1, limit)
		if !dated {
			return 0
		}
	}
	agency := false
	if i < limit && d.toks[i].kind == left {
		for i++; i < limit && d.toks[i].kind != right; i++ {
		}
		agency = true
		i++
	}
	if i+1 >= limit || !loud && !agency && !dated {
		return 0
	}
	t, next := d.toks[i], d.toks[i+1]
	switch {
	case t.kind == dash && next.start > t.end && t.start > d.toks[i-1].end:
	case t.kind == colon && agency:
	case t.kind == stop && loud && t.end-t.start == 1 && (next.upper || next.kind == opens):
	default:
		return 0
	}
	return i + 1 - l.first
}

// placeAt is the end of the place that stands at token i, and whether it is
// written in capitals.
func (d *doc) placeAt(i, limit int) (end int, loud bool) {
	end = i
	for end < limit && end < i+4 && d.toks[end].kind == word && d.toks[end].caps {
		end++
	}
	if end > i {
		// An acronym may open a sentence; a place is longer.
		return end, end > i+1 || letters(d.text[d.toks[i].start:d.toks[i].end]) > 3
	}
	for end < limit && end < i+3 && d.toks[end].kind == word && d.toks[end].upper && !d.toks[end].is(honour) {
		end++
	}
	return end, false
}

// dateAt is the end of the date or the land that stands at token i; ok tells
// whether a date is in it.
func (d *doc) dateAt(i, limit int) (end int, ok bool) {
	for end = i; end < limit; end++ {
		switch t := d.toks[end]; {
		case t.kind == number, t.is(calendar):
			ok = true
		case t.kind == comma, t.kind == word && t.upper && !t.is(honour):
		case t.kind == stop && t.end == t.start+1 && end > i && d.toks[end-1].is(shortened|calendar) && end+1 < limit && !d.toks[end+1].upper:
		default:
			return end, ok
		}
	}
	return end, ok
}
