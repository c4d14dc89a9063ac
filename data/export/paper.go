package export

import (
	"context"
	"strings"
	"time"

	"lectern/data"
	"lectern/data/brief"
	"lectern/data/library"
)

// Paper is a brief or a report on its way out, in reading order. Every format
// writes the same paper.
type Paper struct {
	Title   string
	Lang    string       // BCP 47 of the paper's own words
	Made    time.Time    // the day it was made
	Marking data.Marking // the highest of all it quotes
	Parts   []Part
	Sources []Source // numbered from 1 by their place
}

// Part is a step of a brief or a lane of a report.
type Part struct {
	Heading string
	Blocks  []Block
}

// Block is a paragraph: the writer's own words, or a quotation.
type Block struct {
	Text string // of a quotation, word for word as it stands in the library
	// Label is the lane of a quotation, as a word, or says that the writer's own
	// words are a private note; "" for others of theirs.
	Label   string
	Lane    data.Lane
	Speaker string
	Source  int    // number of the quotation's source, 0 for none
	Place   string // where in the source: "paragraph 3"
	Fate    string // what must be said of it: "as of 3 March 2026; no longer in the library"
	Lang    string // of a quotation, BCP 47; "" when unknown
	Firm    string // how much a quotation is hedged, in a word; "" where it is firm
	quote   data.Quote
}

// Quoted reports whether the block is somebody else's words.
func (b Block) Quoted() bool { return b.Source > 0 && b.Text != "" }

// Source is a report that a paper quotes.
type Source struct {
	Report    data.ReportID
	Title     string
	Author    string
	Publisher string
	URL       string
	Published time.Time // zero when unknown
	Marking   data.Marking
}

// writer gathers a paper.
type writer struct {
	ctx      context.Context
	words    Words
	notes    bool // private notes go along
	progress func(done, total int)
	resolver *brief.Resolver
	numbers  map[data.ReportID]int
	paper    Paper
}

func newWriter(ctx context.Context, lib *library.Library, words Words, now time.Time) *writer {
	return &writer{ctx: ctx, words: words, progress: func(int, int) {}, resolver: brief.NewResolver(lib),
		numbers: make(map[data.ReportID]int), paper: Paper{Lang: words.Lang, Made: now}}
}

// OfBrief puts a brief on paper, as the room of its level may see it: private
// notes stay behind, and so do steps above the level. Every quotation is compared
// with the library word for word; what is no longer there says of which day it is.
func OfBrief(ctx context.Context, lib *library.Library, b data.Brief, words Words, now time.Time) (Paper, error) {
	shown, _ := brief.ForRoom(b)
	return newWriter(ctx, lib, words, now).brief(shown)
}

// OfReports puts reports on paper, one after the other: the lanes of each, every
// passage with who speaks, and then its text.
func OfReports(ctx context.Context, lib *library.Library, ids []data.ReportID, words Words, now time.Time) (Paper, error) {
	return newWriter(ctx, lib, words, now).reports(lib, ids)
}

// brief writes the steps of a brief down.
func (w *writer) brief(b data.Brief) (Paper, error) {
	w.paper.Title = b.Title
	for i, step := range b.Steps {
		if err := w.step(step); err != nil {
			return Paper{}, err
		}
		w.progress(i+1, len(b.Steps))
	}
	return w.paper, w.ctx.Err()
}

func (w *writer) step(step data.BriefStep) error {
	part := Part{Heading: step.Title}
	if step.Words != "" {
		part.Blocks = append(part.Blocks, Block{Text: step.Words})
	}
	for _, q := range step.Quotes() {
		block, heading, err := w.quote(q)
		if err != nil {
			return err
		}
		if part.Heading == "" {
			part.Heading = heading
		}
		if block.Quoted() || part.Heading != heading || block.Fate != "" {
			part.Blocks = append(part.Blocks, block)
		}
		lanes, err := w.lanesOf(block.quote)
		if err != nil {
			return err
		}
		part.Blocks = append(part.Blocks, lanes...)
	}
	if w.notes && step.Notes != "" {
		part.Blocks = append(part.Blocks, Block{Text: step.Notes, Label: w.words.Note})
	}
	if len(w.paper.Parts) == 0 && part.Heading == w.paper.Title { // a brief often begins with a card of its title
		part.Heading = ""
	}
	w.paper.Parts = append(w.paper.Parts, part)
	return nil
}

// lanesOf are the passages of a report that is shown as a whole, lane by lane; of
// a quotation there are none.
func (w *writer) lanesOf(whole data.Quote) (blocks []Block, err error) {
	if whole.Len() > 0 {
		return nil, nil
	}
	found, err := w.resolver.Resolve(w.ctx, whole)
	if err != nil || found.Document == nil {
		return nil, err
	}
	for _, lane := range data.Lanes() {
		for _, p := range found.Document.Passages {
			if p.Shown() != lane {
				continue
			}
			block, _, err := w.quote(brief.QuoteOf(*found.Document, p, w.paper.Made))
			if err != nil {
				return nil, err
			}
			blocks = append(blocks, block)
		}
	}
	return blocks, nil
}

// reports writes reports down, one after the other.
func (w *writer) reports(lib *library.Library, ids []data.ReportID) (Paper, error) {
	w.paper.Title = w.words.Reports
	for i, id := range ids {
		d, err := lib.Document(w.ctx, id)
		if err != nil {
			return Paper{}, err
		}
		title := d.Title + ": "
		if len(ids) == 1 {
			w.paper.Title, title = d.Title, ""
		}
		if err := w.report(d, title); err != nil {
			return Paper{}, err
		}
		w.progress(i+1, len(ids))
	}
	return w.paper, w.ctx.Err()
}

// report writes one report down, its headings beginning with title.
func (w *writer) report(d data.Document, title string) error {
	for _, lane := range data.Lanes() {
		part := Part{Heading: title + w.words.lane(lane)}
		for _, p := range d.Passages {
			if p.Shown() != lane {
				continue
			}
			block, _, err := w.quote(brief.QuoteOf(d, p, w.paper.Made))
			if err != nil {
				return err
			}
			part.Blocks = append(part.Blocks, block)
		}
		if len(part.Blocks) > 0 {
			w.paper.Parts = append(w.paper.Parts, part)
		}
	}
	whole := Part{Heading: title + w.words.Text}
	if _, _, err := w.quote(brief.Whole(d.Report, w.paper.Made)); err != nil { // a source also where no passage is quoted
		return err
	}
	for paragraph := range strings.SplitSeq(d.Body, "\n\n") {
		if text := strings.TrimSpace(paragraph); text != "" {
			whole.Blocks = append(whole.Blocks, Block{Text: text})
		}
	}
	w.paper.Parts = append(w.paper.Parts, whole)
	return nil
}

// quote looks a quotation up and writes it down; heading is the title of its
// report.
func (w *writer) quote(q data.Quote) (b Block, heading string, err error) {
	found, err := w.resolver.Resolve(w.ctx, q)
	if err != nil {
		return b, "", err
	}
	now := found.Now
	b = Block{Text: now.Words, Lane: now.Lane, Speaker: now.Speaker, Source: w.source(found), Fate: w.words.fate(found), quote: now}
	if now.Words != "" {
		b.Label = w.words.lane(now.Lane)
		if d := found.Document; d != nil {
			b.Place, b.Lang, b.Firm = w.words.place(d.Body, now.Start), d.Lang, w.words.firm(*d, now.Span)
		}
		if err := faithful(now, found.Document, found.AsOf()); err != nil {
			return b, "", err
		}
	} else {
		b.Text = now.Title
		b.Source = 0
	}
	w.paper.Marking = data.Highest(w.paper.Marking, now.Marking)
	return b, now.Title, nil
}

// source is the number of the report that was quoted from.
func (w *writer) source(found brief.Resolved) int {
	now := found.Now
	if n, ok := w.numbers[now.Report]; ok {
		return n
	}
	s := Source{Report: now.Report, Title: now.Title, Publisher: now.Publisher, Published: now.Published, Marking: now.Marking}
	if d := found.Document; d != nil {
		s.Author, s.URL = d.Author, d.URL
	}
	w.paper.Sources = append(w.paper.Sources, s)
	w.numbers[now.Report] = len(w.paper.Sources)
	return len(w.paper.Sources)
}
