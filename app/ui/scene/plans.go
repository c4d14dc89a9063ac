package scene

import (
	"slices"

	"fyne.io/fyne/v2"

	"lectern/app/ui/page"
	"lectern/data"
	"lectern/data/brief"
)

// most is how many laid-out slides are kept: those of an overview's page, and
// what room and console show.
const most = 20

// Plans lays slides out for views that often show the same ones, and keeps the
// latest: a console's small picture is the room's plan drawn smaller. A slide
// that was shown must not be changed afterwards. It is used from the UI goroutine
// only.
type Plans struct {
	setter *page.Setter
	kept   []kept // the one used last is at the end
}

type kept struct {
	of   subject
	plan plan
}

// subject is what a plan depends on. A slide that is looked up anew has other
// parts, and with them another subject.
type subject struct {
	parts    *brief.Part
	count    int
	kind     data.BriefStepKind
	title    string
	words    string
	marking  data.Marking
	size     fyne.Size
	share    float32
	zoom     bool
	original bool
	cover    Cover
	heading  string
}

func subjectOf(s brief.Slide, size fyne.Size, o Options) subject {
	of := subject{count: len(s.Parts), kind: s.Kind, title: s.Title, words: s.Words, marking: s.Marking, size: size,
		share: o.Share, zoom: o.Zoom, original: o.Original, cover: o.Cover, heading: o.Heading}
	if len(s.Parts) > 0 {
		of.parts = &s.Parts[0]
	}
	return of
}

// NewPlans makes plans that set their words with s.
func NewPlans(s *page.Setter) *Plans { return &Plans{setter: s} }

// View makes a view that shares these plans and shows nothing yet.
func (p *Plans) View() *View {
	v := &View{plans: p, options: Options{Cover: Black}}
	v.ExtendBaseWidget(v)
	return v
}

// Count is how many views a slide takes at a size. What it lays out is kept:
// whoever shows it soon need not wait for it.
func (p *Plans) Count(s brief.Slide, size fyne.Size, o Options) int { return p.of(s, size, o).views() }

// Has reports whether a slide is laid out already.
func (p *Plans) Has(s brief.Slide, size fyne.Size, o Options) bool {
	return p.find(subjectOf(s, size, o)) >= 0
}

func (p *Plans) find(of subject) int {
	return slices.IndexFunc(p.kept, func(k kept) bool { return k.of == of })
}

func (p *Plans) of(s brief.Slide, size fyne.Size, o Options) plan {
	of := subjectOf(s, size, o)
	k := kept{of: of}
	if i := p.find(of); i >= 0 {
		k = p.kept[i]
		p.kept = slices.Delete(p.kept, i, i+1)
	} else {
		k.plan = (&planner{set: p.setter, size: size, options: o}).plan(s)
	}
	if len(p.kept) >= most {
		p.kept = slices.Delete(p.kept, 0, len(p.kept)-most+1)
	}
	p.kept = append(p.kept, k)
	return k.plan
}
