package main

import "testing"

func TestOnlyADriverWithOpenGL21IsEnough(t *testing.T) {
	for version, want := range map[string]bool{
		"4.6.0 NVIDIA 551.23": true, "2.1 Mesa 24.0": true, "3.1": true, "10.0": true,
		"1.1.0": false, "2.0.1": false, "": false, "new": false, "2": false, "2.x": false,
	} {
		if got := enoughOpenGL(version); got != want {
			t.Errorf("%q: %v", version, got)
		}
	}
}
