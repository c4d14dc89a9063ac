package look

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Settings is how a person wants to read. It is kept in the desktop's
// preferences, because it belongs to the person and the screen, not to a library.
type Settings struct {
	Mode    Mode
	Scale   int // type size in percent, MinScale to MaxScale
	Measure int // longest line of text in characters, 0 for as wide as the column
}

// Type sizes a person can choose, in percent.
const (
	MinScale  = 80
	MaxScale  = 200
	ScaleStep = 10
)

// Measures returns the line widths a person can choose, in characters; 0 fills
// the column. Around 66 is what typographers recommend.
func Measures() []int { return []int{45, 60, 75, 90, 0} }

const (
	keyMode    = "look.mode"
	keyScale   = "look.scale"
	keyMeasure = "look.measure"
)

// Defaults are the settings of the first day.
func Defaults() Settings { return Settings{Mode: Light, Scale: 100, Measure: 75} }

// Load reads the settings; what is missing or out of range gets its default.
func Load(p fyne.Preferences) Settings {
	s := Settings{
		Mode:    Mode(p.StringWithFallback(keyMode, string(Light))),
		Scale:   p.IntWithFallback(keyScale, 100),
		Measure: p.IntWithFallback(keyMeasure, 75),
	}
	if !slices.Contains(append(Modes(), Projector), s.Mode) {
		s.Mode = Light
	}
	s.Scale = min(max(s.Scale, MinScale), MaxScale)
	if !slices.Contains(Measures(), s.Measure) {
		s.Measure = 75
	}
	return s
}

// Save keeps the settings for the next start.
func (s Settings) Save(p fyne.Preferences) {
	p.SetString(keyMode, string(s.Mode))
	p.SetInt(keyScale, s.Scale)
	p.SetInt(keyMeasure, s.Measure)
}

// Larger returns the settings with type one step larger, at most MaxScale.
func (s Settings) Larger() Settings {
	s.Scale = min(s.Scale+ScaleStep, MaxScale)
	return s
}

// Smaller returns the settings with type one step smaller, at least MinScale.
func (s Settings) Smaller() Settings {
	s.Scale = max(s.Scale-ScaleStep, MinScale)
	return s
}
