package look

import "fyne.io/fyne/v2/lang"

// ModeName is what a mode is called.
func ModeName(m Mode) string {
	switch m {
	case System:
		return lang.L("Follow the system")
	case Dark:
		return lang.L("Dark")
	case Sepia:
		return lang.L("Sepia")
	case Contrast:
		return lang.L("High contrast")
	case Projector:
		return lang.L("Projector")
	}
	return lang.L("Light")
}

// MeasureName says a line width in characters.
func MeasureName(m int) string {
	if m == 0 {
		return lang.L("Whole column")
	}
	return lang.XN("measure.characters", "{{.Count}} characters", m, map[string]any{"Count": m})
}
