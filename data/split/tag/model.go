package tag

// Model labels paragraphs. It is safe for concurrent use.
type Model struct {
	features *features
	nets     []*swift
	chain    chain // of all nets together
}

// Tag labels a paragraph. The same words and clues have the same labels on
// every platform.
func (m *Model) Tag(p *Paragraph) []Label {
	if len(p.Words) == 0 {
		return nil
	}
	return m.chain.best(m.scores(p))
}

func (m *Model) scores(p *Paragraph) matrix {
	e := newMatrix(len(p.Words), width)
	for _, n := range m.nets {
		n.score(p, m.features, e)
	}
	return e
}

// join adds up the nets' chains.
func (m *Model) join() {
	for _, n := range m.nets {
		for i := range n.chain.next {
			for j, v := range n.chain.next[i] {
				m.chain.next[i][j] += v
			}
		}
	}
}
