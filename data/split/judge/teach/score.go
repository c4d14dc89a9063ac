package teach

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"lectern/data"
	"lectern/data/split"
)

// Tagger labels pre-tokenised text with a BIO label a token.
type Tagger interface {
	Tokens(tokens []string) []string
}

// Roles are the parts of an attribution, in the order of the figures.
var Roles = [3]string{"source", "cue", "content"}

// counts is how many spans were right, said and wanted, for each of Roles.
type counts [3]struct{ right, said, gold int }

func (c *counts) figures() [3]PRF {
	var out [3]PRF
	for i, x := range c {
		out[i] = prf(x.right, x.said, x.gold)
	}
	return out
}

// TokenFigures scores a tagger on a file of instances like cofenet/valid.jsonl:
// spans that are exactly right.
func TokenFigures(file string, t Tagger) ([3]PRF, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return [3]PRF{}, err
	}
	var c counts
	for line := range strings.Lines(string(b)) {
		var in struct{ Tokens, Labels []string }
		if strings.TrimSpace(line) == "" {
			continue
		}
		if err := json.Unmarshal([]byte(line), &in); err != nil {
			return [3]PRF{}, err
		}
		gold, said := bioSpans(in.Labels), bioSpans(t.Tokens(in.Tokens))
		for n, role := range Roles {
			for s := range said[role] {
				if gold[role][s] {
					c[n].right++
				}
			}
			c[n].said += len(said[role])
			c[n].gold += len(gold[role])
		}
	}
	return c.figures(), nil
}

// bioSpans lists the spans of labels by role.
func bioSpans(labels []string) map[string]map[data.Span]bool {
	out := map[string]map[data.Span]bool{}
	start, role := -1, ""
	for i := 0; i <= len(labels); i++ {
		tag, name := "O", ""
		if i < len(labels) {
			tag, name, _ = strings.Cut(labels[i], "-")
		}
		if start >= 0 && (tag != "I" || name != role) {
			if out[role] == nil {
				out[role] = map[data.Span]bool{}
			}
			out[role][data.Span{Start: start, End: i}] = true
			start = -1
		}
		if tag == "B" || tag == "I" && start < 0 {
			start, role = i, name
		}
	}
	return out
}

// SpanFigures is how well the spans of attributions fit, for each of Roles.
type SpanFigures struct {
	Trimmed, Overlap [3]PRF
	// ECE is the expected calibration error of the attributions' scores: how far
	// they are from how often every piece of the content is right, edges apart.
	ECE  float64
	Said int // how many attributions were scored
}

// AttributionFigures scores a splitter on raw text, a folder like polnear/dev:
// spans whose trimmed edges are right, and the characters they share.
func AttributionFigures(dir string, s split.Splitter) (SpanFigures, error) {
	files, err := filepath.Glob(filepath.Join(dir, "attributions", "*.ann"))
	if err != nil {
		return SpanFigures{}, err
	}
	var trimmed, shared counts
	var sure bins
	all, last := 0, ""
	for _, file := range files { // in order: the first annotator of a document counts
		doc := filepath.Base(file)
		doc = doc[:strings.LastIndexByte(doc, '_')]
		if doc == last {
			continue
		}
		last = doc
		b, err := os.ReadFile(filepath.Join(dir, "text", doc+".txt"))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			return SpanFigures{}, err
		}
		ann, err := os.ReadFile(file)
		if err != nil {
			return SpanFigures{}, err
		}
		text := string(b)
		gold := annotated(string(ann), offsets(text))
		var said [3][]data.Span
		contents := set(text, gold[2])
		for _, a := range s.Split(text, split.Hints{}).Attributions {
			sure.add(a.Score, within(contents, set(text, a.Content)))
			all++
			said[0] = append(said[0], a.Source...)
			said[1] = append(said[1], a.Cue...)
			said[2] = append(said[2], a.Content...)
		}
		for n := range Roles {
			g, p := set(text, gold[n]), set(text, said[n])
			for x := range p {
				if g[x] {
					trimmed[n].right++
				}
			}
			trimmed[n].said += len(p)
			trimmed[n].gold += len(g)
			gm, pm := mask(text, gold[n]), mask(text, said[n])
			for i := range text { // a character each
				if gm[i] {
					shared[n].gold++
				}
				if pm[i] {
					shared[n].said++
				}
				if gm[i] && pm[i] {
					shared[n].right++
				}
			}
		}
	}
	return SpanFigures{trimmed.figures(), shared.figures(), sure.expected(), all}, nil
}

// within tells whether all of some are in all.
func within(all, some map[data.Span]bool) bool {
	for s := range some {
		if !all[s] {
			return false
		}
	}
	return true
}

func mask(text string, spans []data.Span) []bool {
	out := make([]bool, len(text))
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			out[i] = true
		}
	}
	return out
}

// set gives the spans with their edges trimmed of what people mark differently.
func set(text string, spans []data.Span) map[data.Span]bool {
	const junk = " \t\r\n\"'“”‘’`.,;:!?…—–-"
	out := map[data.Span]bool{}
	for _, s := range spans {
		w := s.In(text)
		left := len(w) - len(strings.TrimLeft(w, junk))
		w = strings.Trim(w, junk)
		out[data.Span{Start: s.Start + left, End: s.Start + left + len(w)}] = true
	}
	return out
}
