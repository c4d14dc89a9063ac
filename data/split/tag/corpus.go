package tag

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// ReadPolNeAR reads a folder of texts (text/*.txt) and their marked spans
// (attributions/*.ann), as paragraphs with Gold. Of an article that several
// people marked it takes the first two.
func ReadPolNeAR(files fs.FS, dir string) ([]Paragraph, error) {
	names, err := fs.Glob(files, path.Join(dir, "attributions", "*.ann"))
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	taken := map[string]int{}
	var out []Paragraph
	for _, name := range names {
		doc := strings.TrimSuffix(path.Base(name), ".ann")
		doc = doc[:max(strings.LastIndexByte(doc, '_'), 0)]
		if taken[doc]++; taken[doc] > 2 {
			continue
		}
		text, err := fs.ReadFile(files, path.Join(dir, "text", doc+".txt"))
		if err != nil {
			return nil, err
		}
		marks, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		out = append(out, markedParagraphs(string(text), string(marks), doc)...)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s holds no marked articles", dir)
	}
	return out, nil
}

// piece is a marked stretch of a text, in bytes.
type piece struct {
	from, to int
	role     Role
}

func markedParagraphs(text, marks, doc string) []Paragraph {
	pieces := readMarks(text, marks)
	var out []Paragraph
	for _, b := range Blocks(text) {
		p := Paragraph{Doc: doc}
		toks := Tokenize(text[b.Start:b.End])
		if len(toks) == 0 {
			continue
		}
		for i := range toks {
			toks[i].Start += b.Start
			toks[i].End += b.Start
			p.Words = append(p.Words, text[toks[i].Start:toks[i].End])
		}
		var runs []Run
		for _, m := range pieces {
			r := Run{sort.Search(len(toks), func(i int) bool { return toks[i].End > m.from }),
				sort.Search(len(toks), func(i int) bool { return toks[i].Start >= m.to }), m.role}
			if n := len(runs); n > 0 {
				r.First = max(r.First, runs[n-1].Last)
			}
			if r.First < r.Last {
				runs = append(runs, r)
			}
		}
		p.Gold = Spell(len(toks), runs)
		out = append(out, p)
	}
	return out
}

var (
	spanLine  = regexp.MustCompile(`^(T\d+)\t\w+ ([0-9 ;]+)\t`)
	eventRole = regexp.MustCompile(`(Source|Cue|Content)\d*:(T\d+)`)
)

// readMarks reads brat standoff: spans in characters, and the events that use
// them. The pieces come in the text's order.
func readMarks(text, marks string) []piece {
	at := make([]int, 0, len(text)+1) // byte of each character
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	spans := map[string]string{}
	var out []piece
	for _, line := range strings.Split(marks, "\n") {
		if m := spanLine.FindStringSubmatch(line); m != nil {
			spans[m[1]] = m[2]
		}
	}
	roles := map[string]Role{"Source": Source, "Cue": Cue, "Content": Content}
	for _, line := range strings.Split(marks, "\n") {
		if !strings.HasPrefix(line, "E") {
			continue
		}
		for _, m := range eventRole.FindAllStringSubmatch(line, -1) {
			for _, span := range strings.Split(spans[m[2]], ";") {
				from, to, _ := strings.Cut(span, " ")
				a, err1 := strconv.Atoi(from)
				b, err2 := strconv.Atoi(to)
				if err1 == nil && err2 == nil && a < b && b < len(at) {
					out = append(out, piece{at[a], at[b], roles[m[1]]})
				}
			}
		}
	}
	sort.Slice(out, func(i, k int) bool { return out[i].from < out[k].from })
	return out
}

// Blocks cuts a text at its empty lines, or, where it has none, at every line
// end: the paragraphs, without the white space around them.
func Blocks(text string) []Token {
	var lines, out []Token
	empty := false
	for start := 0; start < len(text); {
		n := strings.IndexAny(text[start:], "\r\n")
		if n < 0 {
			n = len(text) - start
		}
		l := Token{start, start + n}
		for l.Start < l.End && blank(text[l.Start]) {
			l.Start++
		}
		for l.End > l.Start && blank(text[l.End-1]) {
			l.End--
		}
		start += n + 1
		if start < len(text) && text[start-1] == '\r' && text[start] == '\n' {
			start++
		}
		if l.Start == l.End && len(lines) > 0 && start < len(text) {
			empty = true
		}
		lines = append(lines, l)
	}
	fresh := true
	for _, l := range lines {
		switch {
		case l.Start == l.End:
			fresh = true
		case fresh || !empty:
			out = append(out, l)
			fresh = false
		default:
			out[len(out)-1].End = l.End
		}
	}
	return out
}

func blank(c byte) bool { return c == ' ' || c == '\t' }

// ReadInstances reads lines of tokens with BIO labels as paragraphs with Gold.
func ReadInstances(files fs.FS, name string) ([]Paragraph, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	var out []Paragraph
	for lines.Scan() {
		var in struct {
			ID             string
			Tokens, Labels []string
		}
		if err := json.Unmarshal(lines.Bytes(), &in); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, Paragraph{Words: in.Tokens, Doc: in.ID, Gold: Spell(len(in.Tokens), readBIO(in.Labels))})
	}
	return out, lines.Err()
}

func readBIO(labels []string) []Run {
	roles := map[string]Role{"source": Source, "cue": Cue, "content": Content}
	var out []Run
	for i, l := range labels {
		how, word, _ := strings.Cut(l, "-")
		n := len(out)
		switch {
		case how == "O" || roles[word] == None:
		case how == "I" && n > 0 && out[n-1].Last == i && out[n-1].Role == roles[word]:
			out[n-1].Last++
		default:
			out = append(out, Run{i, i + 1, roles[word]})
		}
	}
	return out
}
