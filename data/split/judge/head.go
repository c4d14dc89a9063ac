package judge

// Head is a linear model over hashed features that are there or not: one row of
// small whole numbers a class. Sums of whole numbers are the same everywhere.
type Head struct {
	Name    string
	Classes []string  // what each row stands for; one row where the question is yes or no
	Bits    int       // a row has 1<<Bits weights
	Scale   []float32 // what one unit of a row's weights is worth
	Bias    []float32
	Heat    float32 // what the scores are multiplied with so that they are calibrated
	Cut     float32 // the chance from which a yes-or-no question is answered yes
	Weights []int8  `json:",omitempty"` // the rows, one after the other
}

// scores fills out with a calibrated score per class.
func (h *Head) scores(features []uint64, out []float64) {
	mask := uint64(1)<<h.Bits - 1
	for c := range h.Classes {
		row := h.Weights[c<<h.Bits : (c+1)<<h.Bits]
		sum := int32(0)
		for _, f := range features {
			sum += int32(row[f&mask])
		}
		s := float64(float64(sum)*float64(h.Scale[c])) + float64(h.Bias[c])
		out[c] = float64(s * float64(h.Heat))
	}
}

// Chance is the calibrated chance of yes, for a head of one row.
func (h *Head) Chance(features []uint64) float64 {
	var one [1]float64
	h.scores(features, one[:])
	return logistic(one[0])
}

// Chances are the calibrated chances of the classes.
func (h *Head) Chances(features []uint64) []float64 {
	out := make([]float64, len(h.Classes))
	h.scores(features, out)
	Softmax(out)
	return out
}
