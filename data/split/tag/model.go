package tag

// Model labels paragraphs. It is safe for concurrent use.
type Model struct {
	features *features
	nets     []*swift
	chain    chain // of all nets together
	likely   *likely
}

// Tag labels a paragraph. The same words and clues have the same labels on
// every platform.
func (m *Model) Tag(p *Paragraph) []Label {
	if len(p.Words) == 0 {
		return nil
	}
	return m.chain.best(m.scores(p))
}

// Find lists the spans of a paragraph, and for each how likely it is to have
// just these ends, 0 to 1.
func (m *Model) Find(p *Paragraph) ([]Run, []float64) {
	if len(p.Words) == 0 {
		return nil, nil
	}
	e := m.scores(p)
	runs := Runs(m.chain.best(e))
	return runs, m.likely.chances(e, runs)
}

// scores are the mean of what the nets say, width a row.
func (m *Model) scores(p *Paragraph) matrix {
	e := newMatrix(len(p.Words), width)
	for _, n := range m.nets {
		n.score(p, m.features, e)
	}
	share := 1 / float32(len(m.nets))
	for i := range e.v {
		e.v[i] *= share
	}
	return e
}

// join makes one chain of the nets'.
func (m *Model) join() {
	share := 1 / float32(len(m.nets))
	for i := range m.chain.next {
		for j := range m.chain.next[i] {
			sum := float32(0)
			for _, n := range m.nets {
				sum += n.chain.next[i][j]
			}
			m.chain.next[i][j] = float32(sum * share)
		}
	}
	m.likely = newLikely(&m.chain)
}
