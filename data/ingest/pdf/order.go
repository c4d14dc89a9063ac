package pdf

import (
	"math"
	"slices"
)

// inOrder puts a page's pieces in reading order: in that of the file where it can
// be followed, since programs write a text as it reads, and else as they stand on
// the page.
func inOrder(all []line) [][]line {
	if order, ok := followFile(all); ok {
		return flows(sameRow(order))
	}
	return columns(all, 0)
}

// maxFollowed is how many pieces of a page are compared with each other.
const maxFollowed = 3000

// followFile is the file's order with what it puts before something that stands
// above it, as feet, frames and floats are, moved to its place. It is no use where
// much has to be moved, or where columns are written a row at a time.
func followFile(all []line) ([]line, bool) {
	if len(all) > maxFollowed || acrossColumns(all) {
		return nil, false
	}
	part := chunks(all)
	size := make([]int, len(all))
	for _, c := range part {
		size[c]++
	}
	moved, n := make([]bool, len(all)), 0
	for i := range all {
		for j := i + 1; j < len(all); j++ {
			if part[i] == part[j] || !all[j].over(all[i]) {
				continue
			}
			odd := i
			if size[part[j]] < size[part[i]] {
				odd = j
			}
			if !moved[odd] {
				moved[odd] = true
				n++
			}
		}
	}
	if n > 6+len(all)/4 {
		return nil, false
	}
	var order, rest []line
	for i, l := range all {
		if moved[i] {
			rest = append(rest, l)
		} else {
			order = append(order, l)
		}
	}
	for i := 0; i < len(rest); {
		j, whole := i+1, rest[i]
		for j < len(rest) && rest[j].at == rest[j-1].at+1 && rest[j-1].bottom-rest[j].top < rest[j].size && rest[j-1].over(rest[j]) {
			whole.left, whole.right, whole.bottom = min(whole.left, rest[j].left), max(whole.right, rest[j].right), min(whole.bottom, rest[j].bottom)
			j++
		}
		order = slices.Insert(order, whereIn(order, whole), rest[i:j]...)
		i = j
	}
	return order, true
}

// chunks numbers what the file says without going upwards.
func chunks(all []line) []int {
	part := make([]int, len(all))
	for i := 1; i < len(all); i++ {
		part[i] = part[i-1]
		if all[i].middle() > all[i-1].middle() && !all[i].beside(all[i-1]) {
			part[i]++
		}
	}
	return part
}

// over tells whether l stands above m: what it says comes first.
func (l line) over(m line) bool {
	shared := min(l.right, m.right) - max(l.left, m.left)
	return l.middle() > m.middle() && !l.beside(m) && shared > 0.15*min(l.width(), m.width())
}

// whereIn finds where in an order a piece belongs: right before what stands below
// it, or where the text passes it.
func whereIn(order []line, l line) int {
	from, to := 0, len(order)
	for i, o := range order {
		if o.over(l) {
			from = i + 1
		}
	}
	for i := from; i < len(order); i++ {
		if l.over(order[i]) {
			to = i
			break
		}
	}
	if to < len(order) && l.bottom-order[to].top < 2*l.size {
		return to
	}
	for i := from; i < to; i++ {
		if order[i].top < l.bottom {
			return i
		}
	}
	return to
}

// acrossColumns tells whether two columns of prose are written a row at a time, so
// that the file's order mixes them.
func acrossColumns(all []line) bool {
	x, ok := findGutter(all)
	if !ok {
		return false
	}
	turns, left, right, last := 0, 0, 0, 0
	for _, l := range all {
		side := 0
		switch {
		case l.right <= x:
			side, left = -1, left+1
		case l.left >= x:
			side, right = 1, right+1
		}
		if side != 0 && last != 0 && side != last {
			turns++
		}
		if side != 0 {
			last = side
		}
	}
	return turns > min(left, right)
}

// sameRow joins pieces that follow each other in a row.
func sameRow(order []line) []line {
	var out []line
	for i := 0; i < len(order); {
		j := i + 1
		for j < len(order) && order[j].at == order[j-1].at+1 && order[j].beside(order[i]) && order[j].beside(order[j-1]) {
			j++
		}
		out = append(out, rows(order[i:j])...)
		i = j
	}
	return out
}

// flows cuts lines in order where the text leaves a column: upwards, aside, or into
// another width.
func flows(order []line) [][]line {
	var out [][]line
	var now []line
	var left, right, from, to float64 // edges of the column, and of what stands beside it
	for _, l := range order {
		lf, lt := room(order, l)
		if len(now) > 0 {
			last := now[len(now)-1]
			apart := l.left > right || l.right < left
			if l.middle() > last.middle() || apart || l.right > to || l.left < from || lt < right || lf > left {
				out, now = append(out, now), nil
			}
		}
		if len(now) == 0 {
			left, right, from, to = l.left, l.right, lf, lt
		}
		now = append(now, l)
		left, right, from, to = min(left, l.left), max(right, l.right), max(from, lf), min(to, lt)
	}
	if len(now) > 0 {
		out = append(out, now)
	}
	return out
}

// room is how far a line could reach before what stands beside it.
func room(all []line, l line) (from, to float64) {
	from, to = math.Inf(-1), math.Inf(1)
	for _, o := range all {
		switch {
		case !o.beside(l):
		case o.left >= l.right:
			to = min(to, o.left)
		case o.right <= l.left:
			from = max(from, o.right)
		}
	}
	return from, to
}
