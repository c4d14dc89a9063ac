package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

func TestFirstFailureIsShownInFullAndStops(t *testing.T) {
	ran := ""
	check := func(name string, err error) step {
		return step{name: name, does: "does " + name, run: func(_ context.Context, out io.Writer) error {
			ran += name
			fmt.Fprintln(out, "printed by "+name)
			return err
		}}
	}
	var out strings.Builder
	err := runSteps(context.Background(), &out, []step{
		check("a", nil), check("b", skipped("nothing there")), check("c", errors.New("broken")), check("d", nil),
	})
	if err == nil || !strings.Contains(err.Error(), "c failed") || !strings.Contains(err.Error(), "broken") {
		t.Errorf("the failure is told as %v", err)
	}
	if ran != "abc" {
		t.Errorf("ran %q", ran)
	}
	shown := out.String()
	if !strings.Contains(shown, "printed by c") || strings.Contains(shown, "printed by a") {
		t.Errorf("shown: %s", shown)
	}
	if !strings.Contains(shown, "skipped: nothing there") {
		t.Errorf("the skipped step gives no reason: %s", shown)
	}
}

func TestChosenSteps(t *testing.T) {
	all := []step{{name: "format"}, {name: "vet"}, {name: "data"}}
	got, err := chosen(all, []string{"data", "format"})
	if err != nil || len(got) != 2 || got[0].name != "format" || got[1].name != "data" {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := chosen(all, nil); err != nil || len(got) != 3 {
		t.Errorf("no names: %v, %v", got, err)
	}
	if _, err := chosen(all, []string{"tests"}); err == nil || !strings.Contains(err.Error(), "format vet data") {
		t.Errorf("an unknown step: %v", err)
	}
}

func TestThreadErrors(t *testing.T) {
	if err := threadErrors("Fyne error: failed to watch theme settings: dbus\n"); err != nil {
		t.Errorf("a harmless log: %v", err)
	}
	bad := "*** Error in Fyne call thread, this should have been called in fyne.Do[AndWait] ***\n"
	if err := threadErrors(bad + bad); err == nil || !strings.HasPrefix(err.Error(), "2 ") {
		t.Errorf("two wrong calls: %v", err)
	}
}
