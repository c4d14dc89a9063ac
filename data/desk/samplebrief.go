package desk

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"lectern/data"
	"lectern/data/brief"
	"lectern/data/library"
)

// sampleBrief is a brief on sample reports as it is written down: reports by the
// names of their files, passages by words that stand in one of them only.
type sampleBrief struct {
	Title tongues      `json:"title"`
	Steps []sampleStep `json:"steps"`
}

type sampleStep struct {
	Kind    data.BriefStepKind `json:"kind"`
	Title   tongues            `json:"title"`
	Words   tongues            `json:"words"`
	Notes   tongues            `json:"notes"`
	Minutes int                `json:"minutes"`
	Report  string             `json:"report"`
	Quote   string             `json:"quote"`
	Beside  string             `json:"beside"` // the second report of a pair
	Left    []string           `json:"left"`   // caveats that are left out, by words of theirs
}

// tongues are the same words by language: "en", "uk".
type tongues map[string]string

// in is what they are in a language, in English where that is not among them.
func (t tongues) in(language string) string { return cmp.Or(t[language], t["en"]) }

// titles reports whether a brief has one of these titles.
func (t tongues) titles(b data.Brief) bool {
	return slices.Contains(slices.Collect(maps.Values(t)), b.Title)
}

// AddSampleBrief makes a brief on the sample reports, which have to be there, its own
// words in a language, English where they are not in that. One that is there already,
// in whichever language, is left as it is.
func (d *Desk) AddSampleBrief(ctx context.Context, files fs.FS, plan []byte, language string) (data.BriefID, error) {
	var written sampleBrief
	if err := json.Unmarshal(plan, &written); err != nil {
		return 0, err
	}
	all, err := d.library.Briefs(ctx)
	if err != nil {
		return 0, err
	}
	if i := slices.IndexFunc(all, written.Title.titles); i >= 0 {
		return all[i].ID, nil
	}
	themes, err := d.library.Themes(ctx)
	if err != nil {
		return 0, err
	}
	m := briefMaker{ctx: ctx, library: d.library, files: files, themes: themes, now: time.Now(), known: map[string]data.Document{}, language: language}
	b := data.Brief{Title: written.Title.in(language)}
	for i, s := range written.Steps {
		step, err := m.step(s)
		if err != nil {
			return 0, fmt.Errorf("step %d of the sample brief: %w", i+1, err)
		}
		b.Steps = append(b.Steps, step)
	}
	return d.library.AddBrief(ctx, b)
}

// briefMaker finds in the library what a sample brief is about.
type briefMaker struct {
	ctx     context.Context
	library *library.Library
	files   fs.FS
	themes  data.Themes
	now     time.Time
	known   map[string]data.Document

	language string
}

func (m briefMaker) step(s sampleStep) (data.BriefStep, error) {
	step := data.BriefStep{Kind: s.Kind, Title: s.Title.in(m.language), Words: s.Words.in(m.language), Notes: s.Notes.in(m.language), Minutes: s.Minutes}
	if s.Report == "" {
		return step, nil
	}
	doc, err := m.document(s.Report)
	if err != nil {
		return step, err
	}
	step.Main = brief.Whole(doc.Report, m.now)
	if s.Quote != "" {
		p, err := passageWith(doc, s.Quote)
		if err != nil {
			return step, err
		}
		step.Main = brief.QuoteOf(doc, p, m.now)
		if s.Kind == data.StatementStep {
			m.accompany(&step, doc, p, s.Left)
		}
	}
	if s.Beside != "" {
		other, err := m.document(s.Beside)
		if err != nil {
			return step, err
		}
		step.With = []data.Quote{brief.Whole(other.Report, m.now)}
	}
	return step, nil
}

// accompany brings along what belongs to a statement, but for what is left out.
func (m briefMaker) accompany(step *data.BriefStep, doc data.Document, statement data.Passage, left []string) {
	caveats, reactions := brief.Belongings(doc, statement.ID, m.themes)
	for _, b := range append(caveats, reactions...) {
		q := brief.QuoteOf(doc, b.Passage, m.now)
		if slices.ContainsFunc(left, func(words string) bool { return strings.Contains(q.Words, words) }) {
			step.Left = append(step.Left, q)
		} else {
			step.With = append(step.With, q)
		}
	}
}

// document is the report that a sample file became.
func (m briefMaker) document(name string) (data.Document, error) {
	if doc, ok := m.known[name]; ok {
		return doc, nil
	}
	b, err := fs.ReadFile(m.files, name)
	if err != nil {
		return data.Document{}, err
	}
	id, known, err := m.library.Known(m.ctx, data.HashOf(b), data.Hash{})
	if err != nil {
		return data.Document{}, err
	}
	if !known {
		return data.Document{}, &data.Fault{Code: data.FaultNotFound, Subject: name}
	}
	doc, err := m.library.Document(m.ctx, id)
	m.known[name] = doc
	return doc, err
}

func passageWith(doc data.Document, words string) (data.Passage, error) {
	i := slices.IndexFunc(doc.Passages, func(p data.Passage) bool { return strings.Contains(p.In(doc.Body), words) })
	if i < 0 {
		return data.Passage{}, fmt.Errorf("%q is in no passage of %q", words, doc.Title)
	}
	return doc.Passages[i], nil
}

// RemoveSampleBrief takes the brief on the sample reports away again, unless a person
// has put others into it.
func (d *Desk) RemoveSampleBrief(ctx context.Context, plan []byte) error {
	var written sampleBrief
	if err := json.Unmarshal(plan, &written); err != nil {
		return err
	}
	all, err := d.library.Briefs(ctx)
	if err != nil {
		return err
	}
	ids, err := d.library.IDs(ctx, library.Filter{Samples: true, Versions: true})
	if err != nil {
		return err
	}
	for _, b := range all {
		if written.Title.titles(b) && quotesOnly(b, library.SetOf(ids)) {
			return d.library.RemoveBrief(ctx, b.ID)
		}
	}
	return nil
}

// quotesOnly reports whether a brief quotes no report but these.
func quotesOnly(b data.Brief, these library.Set) bool {
	for _, s := range b.Steps {
		if slices.ContainsFunc(s.Quotes(), func(q data.Quote) bool { return !these.Has(q.Report) }) {
			return false
		}
	}
	return true
}
