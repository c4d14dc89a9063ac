// Package ui holds Lectern's own small widgets. They take colours and sizes from
// the look worn now each time they are refreshed, so that a change of look shows
// at once, and they never mean anything by colour alone.
package ui
