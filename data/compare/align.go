package compare

// mostCells bounds the table of a full alignment. What is larger is cut in the
// middle, which may miss pairs, and never takes gigabytes.
const mostCells = 4 << 20

// align finds a longest common subsequence of two rows: the pairs of places,
// ascending on both sides, that are the same.
func align(n, m int, same func(i, j int) bool) [][2]int {
	var head, tail [][2]int
	from := 0
	for from < n && from < m && same(from, from) {
		head = append(head, [2]int{from, from})
		from++
	}
	for n > from && m > from && same(n-1, m-1) {
		n, m = n-1, m-1
		tail = append(tail, [2]int{n, m})
	}
	out := append(head, table(from, n, m, same)...)
	for i := len(tail) - 1; i >= 0; i-- {
		out = append(out, tail[i])
	}
	return out
}

// table aligns what stands between two ends that differ.
func table(from, n, m int, same func(i, j int) bool) (out [][2]int) {
	rows, columns := n-from, m-from
	if rows <= 0 || columns <= 0 {
		return nil
	}
	if rows*columns > mostCells {
		i, j := from+max(1, rows/2), from+max(1, columns/2)
		return append(table(from, i, j, same), shifted(i, j, n, m, same)...)
	}
	longest := make([]int32, (rows+1)*(columns+1))
	at := func(i, j int) *int32 { return &longest[i*(columns+1)+j] }
	for i := rows - 1; i >= 0; i-- {
		for j := columns - 1; j >= 0; j-- {
			if same(from+i, from+j) {
				*at(i, j) = *at(i+1, j+1) + 1
			} else {
				*at(i, j) = max(*at(i+1, j), *at(i, j+1))
			}
		}
	}
	for i, j := 0, 0; i < rows && j < columns; {
		switch {
		case same(from+i, from+j) && *at(i, j) == *at(i+1, j+1)+1:
			out = append(out, [2]int{from + i, from + j})
			i, j = i+1, j+1
		case *at(i+1, j) >= *at(i, j+1):
			i++
		default:
			j++
		}
	}
	return out
}

// shifted aligns two rows that do not begin at the same place.
func shifted(i, j, n, m int, same func(i, j int) bool) [][2]int {
	out := align(n-i, m-j, func(a, b int) bool { return same(i+a, j+b) })
	for k := range out {
		out[k][0] += i
		out[k][1] += j
	}
	return out
}
