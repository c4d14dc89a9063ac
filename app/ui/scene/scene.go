// Package scene draws what a room sees: one view of one slide, laid out for the
// size it is given, large enough to be read from the back. The stage shows it on
// the projector, the console and the editor of briefs as a preview.
package scene

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lectern/app/look"
	"lectern/app/ui/page"
	"lectern/data"
	"lectern/data/brief"
)

// Shares of the height that body type can have. Nothing makes it smaller than
// the floor: what does not fit goes on to another view.
const (
	Floor   float32 = 1.0 / 24
	Usual   float32 = 1.0 / 21
	Largest float32 = 1.0 / 10
)

// SmallestShare is the smallest type of a view whose body has this share: that of
// the source lines.
func SmallestShare(body float32) float32 { return max(body, Floor) * small }

// Cover says what hides a slide from the room.
type Cover int

// Black is nothing at all, Titled the title of the brief alone.
const (
	Uncovered Cover = iota
	Black
	Titled
)

// Options are how a slide is shown.
type Options struct {
	Share     float32 // of body type of the height; Usual where it is 0, never below Floor
	Zoom      bool    // the main quotation alone, as large as it fits
	Spotlight bool    // all but the main quotation stepped back
	Original  bool    // the report at the spot that is quoted
	Cover     Cover
	Heading   string // the title of the brief, for Titled
	// As lays the slide out for another size and draws that smaller or larger: a
	// preview then breaks lines and views exactly as the room's display does. Zero
	// is the size the view has.
	As fyne.Size
}

// View draws one view of one slide. It is used from the UI goroutine only.
type View struct {
	widget.BaseWidget
	// OnSize is told when the view has another size.
	OnSize func(fyne.Size)

	plans   *Plans
	slide   brief.Slide
	view    int
	options Options
	objects []fyne.CanvasObject
}

var _ fyne.Accessible = (*View)(nil)

// New makes a view that shows nothing yet, in the theme's type.
func New() *View { return With(page.NewSetter(page.Faces{})) }

// With makes a view that sets its words with s, which views can share.
func With(s *page.Setter) *View { return NewPlans(s).View() }

// Set shows a view of a slide, counted from 0; beyond the last it is the last.
func (v *View) Set(s brief.Slide, view int, o Options) {
	v.slide, v.view, v.options = s, view, o
	v.Refresh()
}

// Views is how many views the slide takes at the size the view has.
func (v *View) Views() int {
	return v.lay(v.Size()).views()
}

// Count is how many views a slide takes at a size.
func Count(setter *page.Setter, s brief.Slide, size fyne.Size, o Options) int {
	return NewPlans(setter).Count(s, size, o)
}

// lay lays the slide out for the size it is shown at, or as if at another.
func (v *View) lay(size fyne.Size) plan {
	if v.options.As.Width > 0 && v.options.As.Height > 0 {
		size = v.options.As
	}
	return v.plans.of(v.slide, size, v.options)
}

// CreateRenderer is for Fyne.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	return &renderer{v: v}
}

type renderer struct {
	v    *View
	size fyne.Size
}

func (r *renderer) Layout(size fyne.Size) {
	r.paint(size)
	if r.v.OnSize != nil && size != r.size {
		r.v.OnSize(size)
	}
	r.size = size
}

func (r *renderer) MinSize() fyne.Size           { return fyne.NewSize(16, 9) }
func (r *renderer) Objects() []fyne.CanvasObject { return r.v.objects }
func (r *renderer) Destroy()                     {}

// Refresh draws the view anew and asks for a frame.
func (r *renderer) Refresh() {
	r.paint(r.v.Size())
	canvas.Refresh(r.v)
}

func (r *renderer) paint(size fyne.Size) {
	v := r.v
	if size.Width < 16 || size.Height < 9 {
		v.objects = nil
		return
	}
	made := v.lay(size)
	d := &drawing{palette: look.PaletteOf(look.Projector, true), spotlight: v.options.Spotlight && !v.options.Original}
	made.draw(d, v.view)
	if made.size != size {
		d.scale(made.size, size)
	}
	v.objects = d.objects
}

// AccessibilityLabel is all that the view says.
func (v *View) AccessibilityLabel() string {
	if v.options.Cover != Uncovered {
		return v.options.Heading
	}
	label := v.slide.Title + "\n" + v.slide.Words
	for _, p := range v.slide.Parts {
		label += "\n" + laneWord(p.Lane) + "\n" + p.Words + "\n" + Source(p.Quote)
		if fate := FateLine(p); fate != "" {
			label += "\n" + fate
		}
	}
	return string(v.slide.Marking) + "\n" + label
}

// AccessibilityRole is text.
func (v *View) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Marking is the marking that stands on the view: nothing is marked while
// nothing of the library is shown.
func (v *View) Marking() data.Marking {
	if v.options.Cover != Uncovered {
		return data.Unmarked
	}
	return v.slide.Marking
}
