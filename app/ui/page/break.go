package page

// line is one line of a block's text, in bytes of it. Lines follow each other
// without gaps: white space at which a line was broken belongs to its end.
type line struct {
	start, end int32
	vis        int32   // end of what is seen: end without the white space
	width      float32 // of what is seen, at size 1
}

// piece is a stretch of text that stays together, and the white space after it.
type piece struct {
	end, vis int32   // bytes of the text
	width    float32 // up to vis, at size 1
	space    float32 // from vis to end, at size 1
	hard     bool    // the line ends here
}

// breakLines fills lines no wider than limit, first fit. A piece that is wider
// than a whole line is handed to split, which takes it apart into pieces of one
// character.
func breakLines(into []line, pieces []piece, limit float32, split func(from, to int32) []piece) []line {
	at := filler{lines: into, limit: limit}
	for _, p := range pieces {
		if p.width <= limit {
			at.add(p)
			continue
		}
		parts := split(at.cur.end, p.vis)
		for i, part := range parts {
			if i == len(parts)-1 {
				part.end, part.space, part.hard = p.end, p.space, p.hard
			}
			at.add(part)
		}
	}
	if at.filled {
		at.endLine()
	}
	return at.lines
}

// filler is the line being filled.
type filler struct {
	lines  []line
	limit  float32
	cur    line
	space  float32 // after what is seen
	filled bool
}

func (f *filler) add(p piece) {
	if f.filled && f.cur.width+f.space+p.width > f.limit && p.vis > f.cur.end {
		f.endLine()
	}
	if p.vis > f.cur.end {
		f.cur.width += f.space + p.width
		f.cur.vis = p.vis
		f.space = p.space
	} else {
		f.space += p.space
	}
	f.cur.end = p.end
	f.filled = true
	if p.hard {
		f.endLine()
	}
}

func (f *filler) endLine() {
	f.cur.vis = max(f.cur.vis, f.cur.start)
	f.lines = append(f.lines, f.cur)
	f.cur = line{start: f.cur.end, end: f.cur.end, vis: f.cur.end}
	f.space, f.filled = 0, false
}
