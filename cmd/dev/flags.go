package main

// appTags is the one set of build tags for everything that shows a window. It
// is the same for builds, tests, vet and the linter, so that they share what
// was compiled. x11 spares Linux the Wayland headers; migrated_fynedo promises
// Fyne that only its own goroutine touches widgets.
func appTags(goos string) string { return auditTags(goos) + separator(goos) + "migrated_fynedo" }

// auditTags leave that promise out: Fyne then reports each call that breaks it.
func auditTags(goos string) string {
	if usesX11(goos) {
		return "x11"
	}
	return ""
}

func separator(goos string) string {
	if usesX11(goos) {
		return ","
	}
	return ""
}

// usesX11 tells whether Lectern's windows are X11 windows there.
func usesX11(goos string) bool {
	return goos != "windows" && goos != "darwin"
}
