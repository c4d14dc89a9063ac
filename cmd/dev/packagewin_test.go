package main

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

func windowsFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "assets", "package", "windows", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTheUninstallerTakesAwayWhatTheSetupProgramBrought(t *testing.T) {
	script := windowsFile(t, "lectern.nsi")
	files := regexp.MustCompile(`(?m)^\s*File "\$\{FROM\}/(.+)"$`).FindAllStringSubmatch(script, -1)
	if len(files) < 4 {
		t.Fatalf("only %d files are installed", len(files))
	}
	for _, f := range files {
		if !strings.Contains(script, `Delete "$INSTDIR\`+f[1]+`"`) {
			t.Errorf("%s stays", f[1])
		}
	}
	keys := regexp.MustCompile(`(?m)^\s*WriteReg\w+ HKCU "([^"]+)"`).FindAllStringSubmatch(script, -1)
	for _, k := range keys {
		gone := false
		for _, d := range regexp.MustCompile(`DeleteRegKey HKCU "([^"]+)"`).FindAllStringSubmatch(script, -1) {
			gone = gone || k[1] == d[1] || strings.HasPrefix(k[1], d[1]+`\`)
		}
		if !gone {
			t.Errorf("the key %s stays", k[1])
		}
	}
	if strings.Contains(script, "HKLM") || !strings.Contains(script, "RequestExecutionLevel user") {
		t.Error("it needs an administrator")
	}
}

func TestTheSetupProgramSpeaksFourLanguagesThroughout(t *testing.T) {
	said := map[string]int{}
	for _, m := range regexp.MustCompile(`(?m)^LangString (\w+) \$\{LANG_`).FindAllStringSubmatch(windowsFile(t, "lectern.nsi"), -1) {
		said[m[1]]++
	}
	for name, n := range said {
		if n != 4 {
			t.Errorf("%s is said in %d languages", name, n)
		}
	}
	if len(said) == 0 {
		t.Error("it says nothing")
	}
}

func TestTheManifestIsWellFormed(t *testing.T) {
	var all struct {
		Settings struct {
			Aware string `xml:"dpiAwareness"`
			Long  string `xml:"longPathAware"`
		} `xml:"application>windowsSettings"`
		Level struct {
			Level string `xml:"level,attr"`
		} `xml:"trustInfo>security>requestedPrivileges>requestedExecutionLevel"`
	}
	if err := xml.Unmarshal([]byte(windowsFile(t, "lectern.manifest")), &all); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(all.Settings.Aware, "PerMonitorV2") || all.Settings.Long != "true" || all.Level.Level != "asInvoker" {
		t.Errorf("manifest says %+v", all)
	}
}

func TestWindowsIconHoldsEverySize(t *testing.T) {
	to := filepath.Join(t.TempDir(), "lectern.ico")
	if err := writeICO(filepath.Join("..", "..", "assets", "icon"), to); err != nil {
		t.Fatal(err)
	}
	ico, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	u32 := func(at int) int { return int(binary.LittleEndian.Uint32(ico[at:])) }
	end := 6 + 16*len(icoSizes)
	for i, size := range icoSizes {
		entry := 6 + 16*i
		length, at := u32(entry+8), u32(entry+12)
		if ico[entry] != byte(size) || at != end {
			t.Fatalf("entry %d is of %d pixels, at %d; want %d, at %d", i, ico[entry], at, size, end)
		}
		end = at + length
		if size == 256 {
			if img, err := png.Decode(bytes.NewReader(ico[at:end])); err != nil || img.Bounds().Dx() != 256 {
				t.Errorf("the large picture: %v", err)
			}
		} else if u32(at) != 40 || u32(at+4) != size || u32(at+8) != 2*size {
			t.Errorf("the bitmap of %d pixels says %d by %d", size, u32(at+4), u32(at+8))
		}
	}
	if end != len(ico) {
		t.Errorf("the icon is %d bytes, its entries end at %d", len(ico), end)
	}
}

func TestTheSameFolderGivesTheSameZIP(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.exe"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	epoch := time.Unix(1_760_000_000, 0).UTC()
	var first []byte
	for i := range 2 {
		to := filepath.Join(t.TempDir(), "z.zip")
		if err := zipFolder(dir, "Lectern", to, epoch); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(to)
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = b
			if err := os.Chtimes(filepath.Join(dir, "a.exe"), time.Now(), time.Unix(1, 0)); err != nil {
				t.Fatal(err)
			}
		} else if !bytes.Equal(first, b) {
			t.Error("the second differs")
		}
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil || len(z.File) != 2 || z.File[0].Name != "Lectern/a.exe" || !z.File[0].Modified.Equal(epoch) {
		t.Errorf("the ZIP holds %v (%v)", z.File, err)
	}
}
