package look

import "fyne.io/fyne/v2/lang"

// ThemeName is what a theme is called on screen: those out of the box in the
// interface's language, those that people named as they named them.
func ThemeName(name string) string {
	switch name {
	case "Security guarantees":
		return lang.L("Security guarantees")
	case "De-escalation":
		return lang.L("De-escalation")
	case "Humanitarian access":
		return lang.L("Humanitarian access")
	case "Political settlement":
		return lang.L("Political settlement")
	case "Sanctions":
		return lang.L("Sanctions")
	case "Reconstruction money":
		return lang.L("Reconstruction money")
	case "Territory":
		return lang.L("Territory")
	case "Prisoners":
		return lang.L("Prisoners")
	}
	return name
}
