package judge

// LaneModel weighs traits. Weights has a row of four, in the order of
// data.Lanes, for each name.
type LaneModel struct {
	Names   []string
	Weights [][4]float32
	at      map[string]int
}

// NewLaneModel makes a model ready for use.
func NewLaneModel(names []string, weights [][4]float32) LaneModel {
	m := LaneModel{names, weights, make(map[string]int, len(names))}
	for i, n := range names {
		m.at[n] = i
	}
	return m
}

// Chances are the chances of the four lanes.
func (m *LaneModel) Chances(traits []Trait) [4]float64 {
	var s [4]float64
	for _, t := range traits {
		if n, ok := m.at[t.Name]; ok {
			for l := range s {
				s[l] += float64(float64(m.Weights[n][l]) * t.Value)
			}
		}
	}
	Softmax(s[:])
	return s
}

// All are the chances for every sentence of a reading.
func (m *LaneModel) All(traits [][]Trait) [][4]float64 {
	out := make([][4]float64, len(traits))
	for i, t := range traits {
		out[i] = m.Chances(t)
	}
	return out
}
