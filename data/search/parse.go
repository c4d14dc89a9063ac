package search

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/data"
)

// Parse reads a query that is finished. What cannot be understood is a fault
// FaultBadQuery around a *Mistake.
func Parse(text string) (Query, error) { return parse(text, false) }

// ParseTyped reads a query while it is being typed: the last word counts as begun
// until a space follows it, and what is not finished at the very end, as an open
// quotation mark or a field without its value, is no mistake yet.
func ParseTyped(text string) (Query, error) { return parse(text, true) }

func parse(text string, typing bool) (q Query, err error) {
	p := parser{text: text, typing: typing}
	root := p.or()
	if p.skip(); p.err == nil && p.at < len(p.text) { // only a bracket stops or
		p.fail(p.at, p.at+1, WantOpen, ")")
	}
	if p.err != nil {
		return Query{}, p.err
	}
	return Query{root}, nil
}

// parser reads from text at the byte at. Its first mistake is kept, and ends it.
type parser struct {
	text   string
	at     int
	typing bool
	depth  int
	err    error
}

const (
	deepest   = 40 // brackets in each other
	nearWords = 10 // between the two of a NEAR without a number
	marks     = "\"“”„«»"
)

func (p *parser) fail(from, to int, want Want, word string) {
	if p.err == nil {
		p.err = mistake(p.text, data.Span{Start: from, End: min(to, len(p.text))}, want, word)
	}
	p.at = len(p.text)
}

func (p *parser) skip() {
	rest := strings.TrimLeftFunc(p.text[p.at:], unicode.IsSpace)
	p.at = len(p.text) - len(rest)
}

// unfinished reports whether the text ends here while it is still being typed.
func (p *parser) unfinished() bool { return p.typing && p.at == len(p.text) }

func (p *parser) or() *node {
	var kids []*node
	for {
		kids = append(kids, p.and())
		word, end := p.operator("OR", "АБО", "|")
		if word == "" {
			return join(isOr, kids)
		}
		p.operand(kids[len(kids)-1], word, end)
	}
}

// operand checks that an operator stands between two things, and goes past it.
func (p *parser) operand(before *node, word string, end int) {
	if before == nil {
		p.fail(p.at, end, WantBefore, word)
		return
	}
	from := p.at
	p.at = end
	p.skip()
	if !p.unfinished() && (p.at == len(p.text) || p.text[p.at] == ')') {
		p.fail(from, end, WantMore, word)
	}
}

func (p *parser) and() *node {
	var kids []*node
	for {
		p.skip()
		if p.err != nil || p.at == len(p.text) || p.text[p.at] == ')' {
			break
		}
		if word, _ := p.operator("OR", "АБО", "|"); word != "" {
			break
		}
		if word, end := p.operator("AND", "ТА"); word != "" {
			p.operand(join(isAnd, kids), word, end)
			continue
		}
		kids = append(kids, p.part())
	}
	return join(isAnd, kids)
}

func (p *parser) part() *node {
	p.skip()
	from := p.at
	if word, end := p.operator("NOT", "НЕ"); word != "" {
		p.at = end
		return p.opposite(from, end, word)
	}
	if r, size := utf8.DecodeRuneInString(p.text[p.at:]); r == '-' || r == '−' {
		p.at += size
		next, _ := utf8.DecodeRuneInString(p.text[p.at:])
		if p.at == len(p.text) || unicode.IsSpace(next) {
			return nil // a dash by itself
		}
		return p.opposite(from, p.at, "-")
	}
	return p.near()
}

func (p *parser) opposite(from, end int, word string) *node {
	if p.depth++; p.depth > deepest {
		p.fail(from, end, WantSimpler, word)
		return nil
	}
	defer func() { p.depth-- }()
	p.skip()
	if p.at == len(p.text) || p.text[p.at] == ')' {
		if !p.unfinished() {
			p.fail(from, end, WantMore, word)
		}
		return nil
	}
	n := p.part()
	if n != nil && n.op == isTerm && p.typing && !n.term.quoted && p.at == len(p.text) && !strings.HasSuffix(p.text, "*") {
		n.term.prefix = false // what begins so would be left out before the word is whole
	}
	return without(n)
}

var nearWord = regexp.MustCompile(`^(?:NEAR|(?i:near)/([0-9]{1,3}))$`)

func (p *parser) near() *node {
	first := p.atom()
	all := []*node{first}
	within := 0
	for p.err == nil {
		p.skip()
		word, end := p.peek()
		m := nearWord.FindStringSubmatch(word)
		if m == nil {
			break
		}
		n := nearWords
		if m[1] != "" {
			n, _ = strconv.Atoi(m[1])
		}
		from := p.at
		if all[len(all)-1] == nil || all[len(all)-1].op != isTerm {
			p.fail(from, end, WantWords, word)
			break
		}
		p.operand(first, word, end)
		if p.err != nil || p.at == len(p.text) {
			break
		}
		next := p.atom()
		if p.err == nil && (next == nil || next.op != isTerm) {
			p.fail(from, end, WantWords, word)
		}
		all, within = append(all, next), max(within, n)
	}
	if len(all) == 1 || p.err != nil {
		return first
	}
	return &node{op: isNear, kids: all, within: within}
}

// peek is the word that begins here, up to a space, bracket or quotation mark.
func (p *parser) peek() (word string, end int) {
	rest := p.text[p.at:]
	i := strings.IndexFunc(rest, func(r rune) bool {
		return unicode.IsSpace(r) || r == '(' || r == ')' || strings.ContainsRune(marks, r)
	})
	if i < 0 {
		i = len(rest)
	}
	return rest[:i], p.at + i
}

// operator finds out whether one of these words begins here, and where it ends.
func (p *parser) operator(words ...string) (word string, end int) {
	p.skip()
	next, end := p.peek()
	for _, w := range words {
		if next == w {
			return w, end
		}
	}
	return "", p.at
}

func (p *parser) atom() *node {
	p.skip()
	if p.at == len(p.text) {
		return nil
	}
	if p.text[p.at] == '(' {
		return p.group()
	}
	if r, _ := utf8.DecodeRuneInString(p.text[p.at:]); strings.ContainsRune(marks, r) {
		text, prefix := p.quoted()
		return newTerm(text, true, prefix)
	}
	word, end := p.peek()
	if nearWord.MatchString(word) {
		p.fail(p.at, end, WantBefore, word)
		return nil
	}
	if field, name, ok := p.field(word); ok {
		p.at += len(name) + 1
		return p.value(field, name)
	}
	p.at = end
	text, star := strings.CutSuffix(word, "*")
	text = strings.TrimRight(text, "*")
	return newTerm(text, false, star || p.begun(word))
}

// begun reports whether the text ends here in the middle of a word being typed.
func (p *parser) begun(word string) bool {
	r, _ := utf8.DecodeLastRuneInString(word)
	return p.unfinished() && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r))
}

func (p *parser) group() *node {
	from := p.at
	if p.depth++; p.depth > deepest {
		p.fail(from, from+1, WantSimpler, "(")
		return nil
	}
	defer func() { p.depth-- }()
	p.at++
	n := p.or()
	p.skip()
	switch {
	case p.err != nil:
		return nil
	case p.at == len(p.text):
		if !p.typing {
			p.fail(from, from+1, WantClose, "(")
		}
		return n
	case n == nil && strings.TrimSpace(p.text[from+1:p.at]) == "":
		p.fail(from, p.at+1, WantInside, "()")
		return nil
	}
	p.at++
	return n
}

// quoted reads what stands between two quotation marks.
func (p *parser) quoted() (text string, prefix bool) {
	from := p.at
	_, size := utf8.DecodeRuneInString(p.text[p.at:])
	p.at += size
	end := strings.IndexAny(p.text[p.at:], marks)
	if end < 0 {
		text = p.text[p.at:]
		p.at = len(p.text)
		if !p.typing {
			p.fail(from, from+size, WantQuote, `"`)
		}
		prefix = p.begun(text)
	} else {
		text = p.text[p.at : p.at+end]
		p.at += end
		_, size = utf8.DecodeRuneInString(p.text[p.at:])
		p.at += size
	}
	text = strings.Join(strings.Fields(text), " ")
	cut := strings.TrimSpace(strings.TrimRight(text, "*"))
	return cut, prefix || cut != text
}

// field finds out whether word begins with the name of a field. A name that is
// none is a mistake where a value follows it at once; addresses and times of day
// are words.
func (p *parser) field(word string) (f Field, name string, ok bool) {
	name, rest, colon := strings.Cut(word, ":")
	if !colon || name == "" || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		return "", "", false
	}
	if f, ok = fieldOf(name); ok {
		return f, name, true
	}
	end := p.at + len(word)
	quote := end < len(p.text) && rest == "" && strings.ContainsRune(marks, first(p.text[end:]))
	if rest == "" && !quote || strings.HasPrefix(rest, "//") {
		return "", "", false
	}
	p.fail(p.at, p.at+len(name)+1, WantField, name+":")
	return "", "", false
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// value reads what a field is asked for.
func (p *parser) value(f Field, name string) *node {
	from := p.at
	a := ask{field: f}
	if p.at < len(p.text) && strings.ContainsRune(marks, first(p.text[p.at:])) {
		a.value, a.prefix = p.quoted()
		a.quoted = true
	} else {
		word, end := p.peek()
		p.at = end
		a.value = strings.TrimRight(word, "*")
		a.prefix = a.value != word || p.begun(word)
	}
	if p.err != nil {
		return nil
	}
	if a.value == "" {
		if !p.unfinished() {
			p.fail(from-len(name)-1, from, WantValue, name+":")
		}
		return nil
	}
	want, begun := a.check()
	switch {
	case want == "":
		return &node{op: isField, ask: a}
	case p.unfinished() && begun:
		return nil
	}
	p.fail(from, p.at, want, name+":")
	return nil
}

// check reads the value as its field means it; begun tells that what is wrong
// with it may only be that it goes on.
func (a *ask) check() (want Want, begun bool) {
	if all, want := choices(a.field); all != nil {
		value, ok, begun := chosen(all, a.value)
		if !ok {
			return want, begun
		}
		a.value, a.quoted, a.prefix = value, false, false
		return "", false
	}
	switch a.field {
	case Said, Published:
		a.quoted, a.prefix = false, false
		a.from, a.to, want = period(a.value)
		digits := strings.Trim(a.value, "0123456789-.") == ""
		return want, want == WantDate && digits
	case Grade:
		a.quoted, a.prefix = false, false
		if !isGrade(a.value) {
			return WantGrade, false
		}
	case Lang:
		a.value, a.quoted, a.prefix = strings.ToLower(a.value), false, false
		if strings.ContainsAny(a.value, " ") {
			return WantValue, false
		}
	default:
		if len(wordsOf(a.value, "")) == 0 {
			return WantValue, false
		}
	}
	return "", false
}
