package font

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/image/font/sfnt"

	"lectern/assets"
)

// collection puts fonts into one file, as Windows and macOS have them.
func collection(fonts ...[]byte) []byte {
	out := make([]byte, 12+4*len(fonts))
	copy(out, "ttcf")
	binary.BigEndian.PutUint32(out[4:], 0x10000)
	binary.BigEndian.PutUint32(out[8:], uint32(len(fonts)))
	for i, f := range fonts {
		f = bytes.Clone(f)
		at := len(out)
		binary.BigEndian.PutUint32(out[12+4*i:], uint32(at))
		for n := range int(binary.BigEndian.Uint16(f[4:])) {
			entry := f[12+16*n+8:]
			binary.BigEndian.PutUint32(entry, binary.BigEndian.Uint32(entry)+uint32(at))
		}
		out = append(out, f...)
	}
	return out
}

func has(t *testing.T, b []byte, r rune) bool {
	t.Helper()
	f, err := sfnt.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	glyph, err := f.GlyphIndex(nil, r)
	if err != nil {
		t.Fatal(err)
	}
	var b2 sfnt.Buffer
	if _, err := f.LoadGlyph(&b2, glyph, 64<<6, nil); err != nil {
		t.Errorf("%c cannot be drawn: %v", r, err)
	}
	return glyph != 0
}

func TestAFontOfTheSystemIsFoundByItsNameAndReadAlone(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, b []byte) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("MSYH.TTC", []byte("no font at all"))
	write("opentype/noto/NotoSansCJK-Regular.ttc", collection(assets.SansRegular, assets.EastAsian, assets.EastAsian))
	write("malgun.ttf", assets.SansRegular) // has not what its name promises
	f := NewFinder([]string{filepath.Join(dir, "gone"), dir})
	face, ok := f.Find(Chinese)
	if !ok || face.Index != 2 || face.Name != "Lectern East Asian" || !face.Outlines {
		t.Fatalf("Chinese: %+v, %v", face, ok)
	}
	b, err := face.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if !has(t, b, '国') || !has(t, b, 'a') {
		t.Error("the font read alone lacks letters")
	}
	if face, ok := f.Find(Japanese); ok {
		t.Errorf("Japanese in a font without it: %+v", face)
	}
	if face, ok := f.Find(Korean); !ok || face.Index != 1 {
		t.Errorf("Korean: %+v, %v", face, ok)
	}
	if face, ok := f.Find(Tamil); ok {
		t.Errorf("Tamil: %+v", face)
	}
}

func TestTheFontBroughtAlongHasEveryScriptOfEastAsia(t *testing.T) {
	for _, s := range []Script{Chinese, Japanese, Korean} {
		for _, r := range s.sample() + "一龥ぁヶ가힣、。「」，！Aж" {
			if !has(t, assets.EastAsian, r) {
				t.Errorf("%s: no %c", s, r)
			}
		}
	}
}

func TestEveryScriptHasASampleAndNames(t *testing.T) {
	for _, s := range Scripts() {
		if s.sample() == "" || len(knownFor(s)) == 0 {
			t.Errorf("%s has nothing to be found by", s)
		}
		for _, k := range knownFor(s) {
			if k.file == "" {
				t.Errorf("%s: a file without a name", s)
			}
		}
	}
}

func FuzzExtract(f *testing.F) {
	f.Add(assets.SansRegular[:2000], 0)
	f.Add(collection(assets.SansRegular[:400]), 0)
	f.Fuzz(func(t *testing.T, b []byte, index int) {
		if out, err := extract(bytes.NewReader(b), index); err == nil && len(out) > mostBytes+16*mostTables {
			t.Errorf("%d bytes of %d", len(out), len(b))
		}
	})
}
