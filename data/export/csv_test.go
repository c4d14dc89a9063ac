package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFormulasBecomeText(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+38044": "'+38044", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1", "  =1": "'  =1",
		"\uFEFF=1": "'\uFEFF=1", `"=1`: `'"=1`, "＝1": "'＝1", `=HYPERLINK("http://x.example","y")`: `'=HYPERLINK("http://x.example","y")`,
		"": "", "a=b": "a=b", "Talks - doubts": "Talks - doubts", "2026-03-14": "2026-03-14", "“No”": "“No”",
	} {
		if got := AsText(cell); got != want {
			t.Errorf("%q: got %q, want %q", cell, got, want)
		}
	}
	var b bytes.Buffer
	if err := WriteCSV(&b, CSV{Mark: true}, [][]string{{"title", "why"}, {"=1", "a \"b\",\nc"}}); err != nil {
		t.Fatal(err)
	}
	if want := "\uFEFFtitle,why\r\n'=1,\"a \"\"b\"\",\r\nc\"\r\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

// Whatever is written can be read again, and no cell opens a formula.
func TestEveryCellStaysText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := rapid.SliceOfN(rapid.StringMatching(`[ \t"'=+@-]{0,3}[a-z=+,;"\n -]{0,8}`), 2, 5).Draw(t, "row")
		var b bytes.Buffer
		if err := WriteCSV(&b, CSV{}, [][]string{row}); err != nil {
			t.Fatal(err)
		}
		again, err := csv.NewReader(&b).Read()
		if err != nil || len(again) != len(row) {
			t.Fatalf("%q came back as %q, %v", row, again, err)
		}
		for i, cell := range again {
			if strings.TrimPrefix(cell, "'") != row[i] && cell != row[i] {
				t.Fatalf("%q came back as %q", row[i], cell)
			}
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Fatalf("%q opens a formula", cell)
			}
		}
	})
}
