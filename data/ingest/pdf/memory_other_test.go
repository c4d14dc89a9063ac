//go:build !linux

package pdf_test

import "testing"

// bounded would watch how much memory the children hold; only Linux tells.
func bounded(*testing.T, int) {}
