package split

import (
	mathbits "math/bits"

	"lectern/data"
	"lectern/data/split/tag"
)

// The numbers of clues: what the word lists, the quotation marks and the rules
// say of a word. They are part of the model's format.
const (
	clueBits      = 0  // + the place in clueOfBit
	clueKind      = 64 // + the place in kindsInOrder
	clueSpoken    = 80 // in a quotation
	clueQuoted    = 81 // in quotation marks that are no speech
	clueQuoteHead = 82
	clueQuoteTail = 83
	clueSentHead  = 84
	clueSentTail  = 85
	clueRole      = 96  // + twice the role, + 1 inside
	clueCueForm   = 104 // + the place in formsInOrder
	clueSaidForm  = 120 // + the same
)

// The orders in which the model knows bits, kinds and forms. They may stand in
// any order in the program; what is not here is no clue.
var (
	bitsInOrder = []bits{say, tell, judge, vow, think, show, quiet, ing, base, nounish, helper, adverb, prep, det, pronoun,
		joins, sub, honour, abbrev, shortened, starter, outsider, receiver, official, paper, pollword, calendar, modal, doubt,
		approx, weasel, ifword, seems, unknown, greets, values, feels, body, person, place, media, aloud, toOnly, loose, passive}
	kindsInOrder = []kind{word, number, clitic, opens, closes, stop, comma, colon, dash, left, right, other}
	formsInOrder = []form{quoteCueSource, quoteSourceCue, sourceCueQuote, sourceCueThat, sourceCue, clauseCue, according,
		thoughtForm, nounForm, passiveForm, carried, orphan, headColon}
)

var clueOfBit, clueOfKind, clueOfForm = func() (b, k, f [64]tag.Clue) {
	for i := range b {
		b[i], k[i], f[i] = tag.MaxClue, tag.MaxClue, tag.MaxClue
	}
	for i, x := range bitsInOrder {
		b[mathbits.TrailingZeros64(uint64(x))] = tag.Clue(i)
	}
	for i, x := range kindsInOrder {
		k[x] = tag.Clue(i)
	}
	for i, x := range formsInOrder {
		f[x] = tag.Clue(i)
	}
	return b, k, f
}()

// clues tells for each span (words of a finer or coarser cut than d.toks, in
// order) what the rules know of it.
func (d *doc) clues(at []data.Span) [][]tag.Clue {
	ruled := d.ruled()
	out := make([][]tag.Clue, len(at))
	all := make([]tag.Clue, 0, 8*len(at))
	k := 0
	for i, s := range at {
		for k < len(d.toks) && d.toks[k].end <= s.Start {
			k++
		}
		if k == len(d.toks) || d.toks[k].start >= s.End {
			continue
		}
		from := len(all)
		all = d.tokenClues(all, k)
		all = append(all, ruled[k][:]...)
		for len(all) > from && all[len(all)-1] >= tag.MaxClue {
			all = all[:len(all)-1]
		}
		out[i] = all[from:len(all):len(all)]
	}
	return out
}

func (d *doc) tokenClues(dst []tag.Clue, k int) []tag.Clue {
	t := d.toks[k]
	for b := uint64(t.bits); b != 0; b &= b - 1 {
		if c := clueOfBit[mathbits.TrailingZeros64(b)]; c < tag.MaxClue {
			dst = append(dst, clueBits+c)
		}
	}
	dst = append(dst, clueKind+clueOfKind[t.kind])
	if n := d.quoted[k]; n >= 0 {
		q := d.quotes[n]
		inner := tag.Clue(clueQuoted)
		if q.spoken {
			inner = clueSpoken
		}
		dst = append(dst, inner)
		if k == q.first {
			dst = append(dst, clueQuoteHead)
		}
		if k == q.last {
			dst = append(dst, clueQuoteTail)
		}
	}
	x := d.sents[d.inSent[k]]
	if k == x.first {
		dst = append(dst, clueSentHead)
	}
	if k == x.last-1 {
		dst = append(dst, clueSentTail)
	}
	return dst
}

// ruled is what the acts make of each token: its role, and the form of the act.
// tag.MaxClue stands for nothing, at the end.
func (d *doc) ruled() [][2]tag.Clue {
	out := make([][2]tag.Clue, len(d.toks))
	for i := range out {
		out[i] = [2]tag.Clue{tag.MaxClue, tag.MaxClue}
	}
	paint := func(rs []run, role tag.Role, form tag.Clue) {
		for _, r := range rs {
			for i := r.first; i < r.last; i++ {
				if out[i][0] == tag.MaxClue {
					c := tag.Clue(clueRole + 2*tag.Clue(role))
					if i > r.first {
						c++
					}
					out[i] = [2]tag.Clue{c, form}
				}
			}
		}
	}
	for i := range d.acts {
		a := &d.acts[i]
		paint(a.cue, tag.Cue, clueCueForm+clueOfForm[a.form])
		paint(a.source, tag.Source, tag.MaxClue)
	}
	for i := range d.acts {
		paint(d.acts[i].content, tag.Content, clueSaidForm+clueOfForm[d.acts[i].form])
	}
	return out
}

// wordClues are the clues of pre-tokenised words.
func wordClues(words []string) [][]tag.Clue {
	text, at := join(words)
	d := newDoc(text, Hints{}, true)
	d.attribute()
	return d.clues(at)
}
