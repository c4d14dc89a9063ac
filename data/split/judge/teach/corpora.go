package teach

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"lectern/data"
	"lectern/data/split"
	"lectern/data/split/judge"
)

// corpora is a folder of annotated news like shared/corpora, read by the
// splitter whose readings the models stand on.
type corpora struct {
	Dir      string
	Splitter split.Splitter
	words    judge.Words
	ctx      context.Context // ends the reading
}

// lexicons are the files of the corpora that the lists come from.
var lexicons = []struct{ name, file string }{{"hedges", "words_hedges.txt"}, {"weasels", "words_weasels.txt"}, {"verbs", "ggt_quote_verbs.txt"}}

// lists reads the word lists: a phrase a line, "%" and "#" open a remark.
func (c corpora) lists() ([]judge.List, error) {
	var out []judge.List
	for _, x := range lexicons {
		b, err := os.ReadFile(filepath.Join(c.Dir, "lexicons", x.file))
		if err != nil {
			return nil, err
		}
		l := judge.List{Name: x.name}
		for line := range strings.Lines(string(b)) {
			words := strings.Join(strings.Fields(strings.ToLower(line)), " ")
			if words != "" && words[0] != '%' && words[0] != '#' {
				l.Entries = append(l.Entries, words)
			}
		}
		out = append(out, l)
	}
	return out, nil
}

// paper is a document of one sentence a line with its answers.
type paper struct {
	name    string
	text    string
	reading data.Reading
}

func (c corpora) lines(file string) (paper, error) {
	if err := c.ctx.Err(); err != nil {
		return paper{}, err
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return paper{}, err
	}
	text := strings.TrimPrefix(string(b), "\ufeff")
	name := strings.TrimSuffix(filepath.Base(file), ".sents")
	return paper{name, text, c.Splitter.Split(text, split.Hints{Lines: true, Lang: "en"})}, nil
}

// flags reads a table "flag TAB document TAB sentence id" in its order.
func flags(file string) (map[string][]string, []string, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, err
	}
	out := map[string][]string{}
	var order []string
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if f[0] == "" {
			continue
		}
		doc := ""
		if len(f) > 1 {
			doc = f[1]
		}
		if out[doc] == nil {
			order = append(order, doc)
		}
		out[doc] = append(out[doc], f[0])
	}
	return out, order, nil
}

// discourse reads a part of newsdiscourse ("train", "validation") with a table
// ("speech", "kind"); skip leaves documents out.
func (c corpora) discourse(part, table string, class func(string) int, skip map[string]bool) ([]example, error) {
	dir := filepath.Join(c.Dir, "newsdiscourse")
	answers, docs, err := flags(filepath.Join(dir, part+"."+table+".tsv"))
	if err != nil {
		return nil, err
	}
	var out []example
	for _, doc := range docs {
		if skip[doc] {
			continue
		}
		p, err := c.lines(filepath.Join(dir, part, doc+".sents"))
		if err != nil {
			return nil, err
		}
		_, together := c.words.Features(p.text, &p.reading)
		if len(together) < len(answers[doc]) {
			return nil, fmt.Errorf("%s: %d sentences but %d answers", doc, len(together), len(answers[doc]))
		}
		for i, a := range answers[doc] {
			out = append(out, example{together[i], class(a)})
		}
	}
	return out, nil
}

// hedged reads wikiweasel: sentences that have nothing to do with each other.
func (c corpora) hedged() ([]example, error) {
	dir := filepath.Join(c.Dir, "wikiweasel")
	answers, _, err := flags(filepath.Join(dir, "train.uncertain.tsv"))
	if err != nil {
		return nil, err
	}
	b, err := os.ReadFile(filepath.Join(dir, "train.sents"))
	if err != nil {
		return nil, err
	}
	text := string(b)
	r := c.Splitter.Split(text, split.Hints{Lines: true, Lang: "en"})
	alone, _ := c.words.Features(text, &r)
	if len(alone) != len(answers[""]) {
		return nil, fmt.Errorf("%s: %d sentences but %d answers", dir, len(alone), len(answers[""]))
	}
	out := make([]example, len(alone))
	for i, f := range alone {
		out[i] = example{f, yes(answers[""][i])}
	}
	return out, nil
}

func yes(flag string) int {
	if flag == "1" {
		return 1
	}
	return 0
}
