package split

// trueName tells whether a single word with a capital is a name, and not an
// ordinary word that opens its sentence or shouts.
func (d *doc) trueName(i int) bool {
	t := d.toks[i]
	if t.is(place|media|body) || d.sents[d.inSent[i]].first != i {
		return true
	}
	return true
}
