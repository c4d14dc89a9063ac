package data

// ReviewBelow is the score under which a machine's lane is better looked at by a
// person. On the development reports, read out of fold, about one sentence in five
// lies under it, half of those are wrong, and half of all wrong ones are there.
const ReviewBelow = 0.65

// NeedsReview tells whether the lane is uncertain enough for the review queue.
func (s Sentence) NeedsReview() bool { return s.Lane != NoLane && s.Score < ReviewBelow }
