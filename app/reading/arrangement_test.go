package reading

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

func TestAnyUseOfTheColumnsLeavesEveryColumnOnceAndOneInSight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := defaultArrangement()
		ids := rapid.SampledFrom([]columnID{original, "statement", "caveat", "reaction", "background"})
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			switch rapid.IntRange(0, 2).Draw(t, "what") {
			case 0:
				a = a.toggled(ids.Draw(t, "toggled"))
			case 1:
				a = a.moved(ids.Draw(t, "moved"), rapid.IntRange(-2, 2).Draw(t, "by"))
			default:
				left, right := ids.Draw(t, "left"), ids.Draw(t, "right")
				if left != right {
					a = a.resized(left, right, rapid.Float32Range(-1, 2).Draw(t, "share"))
				}
			}
			if !a.fit() {
				t.Fatalf("unfit: %+v", a)
			}
		}
	})
}

func TestColumnsAreRemembered(t *testing.T) {
	p := test.NewTempApp(t).Preferences()
	want := defaultArrangement().moved("caveat", -1).toggled("background").resized(original, "caveat", 0.7)
	want.save(p)
	if got := loadArrangement(p); !slices.Equal(got, want) {
		t.Fatalf("got %+v, want %+v", got, want)
	}
}

func TestDamagedColumnsGiveTheFirstOnes(t *testing.T) {
	p := test.NewTempApp(t).Preferences()
	for _, kept := range []string{"", "{", "[]", `[{"column":"original","weight":1}]`, `[{"column":"x"},{},{},{},{}]`} {
		p.SetString(keyColumns, kept)
		if got := loadArrangement(p); !slices.Equal(got, defaultArrangement()) {
			t.Errorf("%q gave %+v", kept, got)
		}
	}
}

func TestTheLastColumnCannotBeHidden(t *testing.T) {
	a := defaultArrangement()
	for _, s := range defaultArrangement() {
		if !a.hidden(s.Column) {
			a = a.toggled(s.Column)
		}
	}
	if got := a.shown(); len(got) != 1 {
		t.Fatalf("%v in sight, want one", got)
	}
}

func TestNarrowWindowsShowFewerColumns(t *testing.T) {
	for _, c := range []struct {
		width, size float32
		want        shape
	}{{1280, 15, allColumns}, {1920, 30, allColumns}, {1280, 30, pair}, {700, 15, pair}, {380, 15, single}} {
		if got := shapeFor(c.width, c.size, 4); got != c.want {
			t.Errorf("%v wide, type %v: shape %v, want %v", c.width, c.size, got, c.want)
		}
	}
}
