package main

import (
	"strconv"
	"strings"
)

// enoughOpenGL tells whether a driver that calls itself version ("4.6.0 NVIDIA
// 551.23") can draw Fyne's windows. Windows itself brings 1.1.
func enoughOpenGL(version string) bool {
	number, _, _ := strings.Cut(version, " ")
	parts := strings.Split(number, ".")
	if len(parts) < 2 {
		return false
	}
	major, err := strconv.Atoi(parts[0])
	minor, err2 := strconv.Atoi(parts[1])
	return err == nil && err2 == nil && (major > 2 || major == 2 && minor >= 1)
}
