package search

import (
	"slices"
	"strings"

	"lectern/data"
	"lectern/data/library"
)

// answering works out which reports answer a query, in one state of the library.
type answering struct {
	index     library.Lookup
	catalogue *library.Catalogue
	from      data.ReportID // only reports that came in with this one or later
	versions  bool          // older versions of articles too
	passages  bool          // a superset: those that may have a passage with everything in it
	asked     map[*node]library.Set
}

// whole are all reports that can be found.
func (a *answering) whole() library.Set {
	all := a.catalogue.All().From(a.from)
	if a.versions {
		return all
	}
	return all.Without(a.catalogue.Older())
}

// set are the reports that answer a node.
func (a *answering) set(n *node) (library.Set, error) {
	all := a.whole()
	switch {
	case n == nil:
		return all, nil
	case n.expressible():
		ids, err := a.index.Match(n.expression(false), a.from, 0)
		return library.SetOf(ids).And(all), err
	}
	switch n.op {
	case isField:
		return a.field(n).And(all), nil
	case isNot:
		if a.passages && n.kids[0].ofPassages() {
			return all, nil // another passage may do
		}
		not, err := a.set(n.kids[0])
		return all.Without(not), err
	case isOr:
		return a.either(n)
	}
	return a.all(n)
}

// all are the reports that answer each kid. Those that the index answers are
// asked in one go.
func (a *answering) all(n *node) (library.Set, error) {
	looked := n.looked()
	found, err := a.set(looked)
	for _, k := range n.kids {
		if err != nil {
			return found, err
		}
		if k.expressible() {
			continue
		}
		var more library.Set
		if more, err = a.set(k); err == nil {
			found = found.And(more)
		}
	}
	return found, err
}

func (a *answering) either(n *node) (found library.Set, err error) {
	for _, k := range n.kids {
		more, err := a.set(k)
		if err != nil {
			return found, err
		}
		found = found.Or(more)
	}
	return found, nil
}

// ofPassages reports whether a node asks something that one passage of a report
// may have and another not.
func (n *node) ofPassages() (yes bool) {
	n.each(true, func(k *node, _ bool) {
		yes = yes || k.op == isTerm || k.op == isField && (k.ask.field == Lane || k.ask.field == Speaker)
	})
	return yes
}

// field are the reports that a field asks for.
func (a *answering) field(n *node) library.Set {
	if s, ok := a.asked[n]; ok {
		return s
	}
	s := a.fieldSet(n.ask)
	if a.asked == nil {
		a.asked = make(map[*node]library.Set)
	}
	a.asked[n] = s
	return s
}

func (a *answering) fieldSet(k ask) library.Set {
	c := a.catalogue
	switch k.field {
	case Lane:
		return c.InLane(data.Lane(k.value))
	case Speaker:
		return c.Named(library.SpeakerName, k.speaker(c))
	case Theme:
		return c.Named(library.ThemeName, k.fits())
	case Publisher:
		return c.Named(library.PublisherName, k.fits())
	case Tag:
		return c.Named(library.TagName, k.fits())
	case Lang:
		return c.Named(library.LangName, func(tag string) bool {
			tag = strings.ToLower(tag)
			return tag == k.value || strings.HasPrefix(tag, k.value+"-")
		})
	case Said, Published:
		return c.Published(k.from, k.to)
	case Is:
		switch k.value {
		case "unread":
			return c.All().Without(c.Read())
		case "read":
			return c.Read()
		}
		return c.Samples()
	case Marking:
		return c.Named(library.MarkingName, func(label string) bool {
			m, err := data.ParseMarking(k.value)
			return err == nil && label == string(m)
		})
	case Has:
		switch k.value {
		case "theme":
			return c.With(library.ThemeName)
		case "tag":
			return c.With(library.TagName)
		}
	}
	return library.Set{} // what nothing carries yet
}

// fits tells whether a name is asked for: all of it where the value stands in
// quotation marks, or else one that has the value's words in a row.
func (k ask) fits() func(name string) bool {
	var want [][]string
	for _, lang := range []string{"", "uk"} {
		if w := wordsOf(k.value, lang); len(want) == 0 || !slices.Equal(w, want[0]) {
			want = append(want, w)
		}
	}
	return func(name string) bool {
		for i, lang := range []string{"", "uk"} {
			have := wordsOf(name, lang)
			if i > 0 && slices.Equal(have, wordsOf(name, "")) {
				break
			}
			for _, w := range want {
				if k.among(have, w) {
					return true
				}
			}
		}
		return false
	}
}

func (k ask) among(have, want []string) bool {
	for i := 0; i+len(want) <= len(have); i++ {
		if k.quoted && (i > 0 || len(have) != len(want)) && !k.prefix {
			return false
		}
		last := len(want) - 1
		if slices.Equal(have[i:i+last], want[:last]) &&
			(have[i+last] == want[last] || k.prefix && strings.HasPrefix(have[i+last], want[last])) {
			return true
		}
	}
	return false
}

// speaker tells whether a speaker is asked for, by the name in the report or by
// that of the actor it is listed under.
func (k ask) speaker(c *library.Catalogue) func(name string) bool {
	fits := k.fits()
	known := make(map[string]bool)
	return func(name string) bool {
		yes, ok := known[name]
		if !ok {
			actor := c.Actor(name)
			yes = fits(name) || actor != name && fits(actor)
			known[name] = yes
		}
		return yes
	}
}
