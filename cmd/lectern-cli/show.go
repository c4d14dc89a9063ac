package main

import (
	"strings"

	"lectern/data"
)

// showCommand prints one report.
type showCommand struct {
	JSON bool          `name:"json" help:"As one JSON object."`
	ID   data.ReportID `arg:"" help:"The report's number, as list prints it."`
}

// wireShown is a sentence of show --json: as split prints it, with a person's
// decision in place of the machine's lane.
type wireShown struct {
	wireSentence
	Speaker string `json:"speaker"`
	Decided bool   `json:"decided"`
	By      string `json:"by,omitempty"`
	Astray  bool   `json:"astray,omitempty"` // the text under the decision has changed
}

type wireDocument struct {
	wireReport
	Text         string            `json:"text"`
	Chars        int               `json:"chars"`
	Model        string            `json:"model"`
	Sentences    []wireShown       `json:"sentences"`
	Attributions []wireAttribution `json:"attributions"`
	Expectations []wireExpectation `json:"expectations"`
	From         map[string]string `json:"from,omitempty"` // where each detail was found
}

// Run prints the report; offsets are in characters, as everywhere outside.
func (c *showCommand) Run(s *session) error {
	d, err := s.open()
	if err != nil {
		return err
	}
	defer d.Library().Close()
	doc, err := d.Library().Document(s.ctx, c.ID)
	if err != nil {
		if data.FaultOf(err).Code == data.FaultNotFound {
			return noSuchReport(c.ID)
		}
		return err
	}
	out := s.lines()
	if c.JSON {
		w := shown(doc)
		if w.From, err = d.Library().FoundIn(s.ctx, c.ID); err != nil {
			return err
		}
		return out.close(out.object(w))
	}
	return out.close(printDocument(out, doc))
}

func shown(doc data.Document) wireDocument {
	p := newPoints(doc.Body)
	sentences := make([]data.Sentence, len(doc.Passages))
	for i, passage := range doc.Passages {
		sentences[i] = passage.Sentence
		sentences[i].Lane = passage.Shown()
	}
	all := make([]wireShown, len(sentences))
	for i, w := range p.sentences(sentences) {
		all[i] = wireShown{wireSentence: w, Speaker: doc.Passages[i].Speaker}
		if decision := doc.Passages[i].Decision; decision != nil {
			if !decision.Astray {
				// A person's word is not a guess, and answers for no other lane.
				all[i].Score, all[i].Secondary = 1, ""
			}
			all[i].Decided, all[i].By, all[i].Astray = true, decision.By, decision.Astray
		}
	}
	return wireDocument{wire(doc.Report), doc.Body, p.count(), doc.Model, all, p.attributions(doc.Attributions), p.expectations(doc.Expectations), nil}
}

func printDocument(out *lines, doc data.Document) error {
	head := []string{doc.Title}
	for _, s := range []string{doc.Author, doc.Publisher, dayWord(doc.Report), doc.URL} {
		if s != "" {
			head = append(head, s)
		}
	}
	if err := out.line("%s\n", strings.Join(head, "\n")); err != nil {
		return err
	}
	for _, p := range doc.Passages {
		mark, speaker := " ", ""
		if p.Decision != nil {
			mark = "*"
		}
		if p.Speaker != "" {
			speaker = " [" + p.Speaker + "]"
		}
		if err := out.line("%1s%s %s%s", p.Shown().Letter(), mark, strings.Join(strings.Fields(p.In(doc.Body)), " "), speaker); err != nil {
			return err
		}
	}
	if len(doc.Passages) == 0 {
		return out.line("%s", doc.Body)
	}
	return nil
}
