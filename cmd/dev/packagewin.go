package main

import (
	"archive/zip"
	"compress/flate"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// mingw is Debian's compiler for 64-bit Windows (gcc-mingw-w64-x86-64).
const mingw = "x86_64-w64-mingw32-"

// packageWindows makes the setup program and the portable ZIP. The setup program
// is NSIS's: one makensis on Linux makes it in 64 bits, it needs no administrator,
// and it can ask before it deletes, which an MSI cannot without a program of its own.
func packageWindows(ctx context.Context, p parcel) ([]string, error) {
	for _, tool := range []string{mingw + "gcc", mingw + "windres", "makensis"} {
		if _, err := exec.LookPath(tool); err != nil {
			return nil, plain(tool + " is missing. On Debian: apt-get install gcc-mingw-w64-x86-64 nsis")
		}
	}
	dir, err := os.MkdirTemp("", "lectern-windows-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	from := filepath.Join(dir, "Lectern")
	if err := os.Mkdir(from, 0o755); err != nil {
		return nil, err
	}
	if err := p.windowsPrograms(ctx, dir, from); err != nil {
		return nil, err
	}
	if err := p.windowsPapers(ctx, from); err != nil {
		return nil, err
	}
	setup := filepath.Join(p.Out, "Lectern-"+p.Version+"-setup.exe")
	if err := p.setupProgram(ctx, dir, from, setup); err != nil {
		return nil, err
	}
	mark := filepath.Join(p.Root, "assets", "package", "windows", "portable.txt")
	if err := copyText(mark, filepath.Join(from, "portable.txt")); err != nil {
		return nil, err
	}
	portable := filepath.Join(p.Out, "Lectern-"+p.Version+"-portable.zip")
	if err := zipFolder(from, "Lectern", portable, p.Epoch); err != nil {
		return nil, err
	}
	return []string{setup, portable}, nil
}

func windowsTarget() target {
	return target{goos: "windows", goarch: "amd64", cgo: true, tags: "migrated_fynedo", env: []string{"CC=" + mingw + "gcc"}}
}

// windowsPrograms builds and signs lectern.exe and lectern-cli.exe into from.
func (p parcel) windowsPrograms(ctx context.Context, dir, from string) error {
	resources, err := p.windowsResources(ctx, dir)
	if err != nil {
		return err
	}
	window := windowsTarget()
	window.link = `-H=windowsgui -extldflags "-Wl,--no-insert-timestamp ` + resources + `"`
	plain := target{goos: "windows", goarch: "amd64"}
	for program, t := range map[string]target{"lectern": window, "lectern-cli": plain} {
		exe := filepath.Join(from, program+".exe")
		if err := p.compile(ctx, t, program, exe); err != nil {
			return err
		}
		if err := sign(ctx, exe); err != nil {
			return err
		}
	}
	return nil
}

// windowsPapers puts what a person may want to read beside the programs.
func (p parcel) windowsPapers(ctx context.Context, from string) error {
	terms, err := p.licences(ctx, windowsTarget())
	if err != nil {
		return err
	}
	if err := writeText(terms, filepath.Join(from, "THIRD-PARTY-LICENSES.txt")); err != nil {
		return err
	}
	if err := copyText(filepath.Join(p.Root, "LICENSE"), filepath.Join(from, "LICENSE.txt")); err != nil {
		return err
	}
	return copyText(filepath.Join(p.Root, "assets", "NOTICES.md"), filepath.Join(from, "NOTICES.md"))
}

// windowsResources makes the object file that gives lectern.exe its icon, its
// version and its manifest. The linker takes it from outside the checkout.
func (p parcel) windowsResources(ctx context.Context, dir string) (string, error) {
	if err := writeICO(filepath.Join(p.Root, "assets", "icon"), filepath.Join(dir, "lectern.ico")); err != nil {
		return "", err
	}
	manifest, err := os.ReadFile(filepath.Join(p.Root, "assets", "package", "windows", "lectern.manifest"))
	if err != nil {
		return "", err
	}
	for name, text := range map[string]string{
		"lectern.manifest": strings.ReplaceAll(string(manifest), "@FOUR@", p.Version+".0"),
		"lectern.rc":       resourceScript(p.Version),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return "", err
		}
	}
	return filepath.Join(dir, "lectern.o"), runIn(ctx, dir, nil, mingw+"windres", "lectern.rc", "-O", "coff", "-o", "lectern.o")
}

// resourceScript is what windres reads; version is of the form 1.2.3.
func resourceScript(version string) string {
	four := strings.ReplaceAll(version, ".", ",") + ",0"
	return fmt.Sprintf(`1 ICON "lectern.ico"
1 24 "lectern.manifest"
1 VERSIONINFO
FILEVERSION %[1]s
PRODUCTVERSION %[1]s
FILEOS 0x40004
FILETYPE 1
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "040904B0"
    BEGIN
      VALUE "CompanyName", "Lectern"
      VALUE "FileDescription", "Lectern"
      VALUE "FileVersion", "%[2]s"
      VALUE "InternalName", "lectern"
      VALUE "LegalCopyright", "The Lectern authors. MIT License."
      VALUE "OriginalFilename", "lectern.exe"
      VALUE "ProductName", "Lectern"
      VALUE "ProductVersion", "%[2]s"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x409, 1200
  END
END
`, four, version)
}

// setupProgram runs makensis over what lies in from, and signs the result.
func (p parcel) setupProgram(ctx context.Context, dir, from, to string) error {
	size, err := kibibytes(from)
	if err != nil {
		return err
	}
	args := []string{"-V2", "-NOCD", "-INPUTCHARSET", "UTF8"}
	for _, d := range [][2]string{{"VERSION", p.Version}, {"FOUR", p.Version + ".0"}, {"SIZE", fmt.Sprint(size)},
		{"FROM", from}, {"ICON", filepath.Join(dir, "lectern.ico")}, {"OUT", to}} {
		args = append(args, "-D"+d[0]+"="+d[1])
	}
	epoch := []string{fmt.Sprintf("SOURCE_DATE_EPOCH=%d", p.Epoch.Unix())}
	script := filepath.Join(p.Root, "assets", "package", "windows", "lectern.nsi")
	if err := runIn(ctx, dir, epoch, "makensis", append(args, script)...); err != nil {
		return err
	}
	return sign(ctx, to)
}

// sign puts a signature on a program where LECTERN_SIGN_PFX names a certificate
// with its key; LECTERN_SIGN_PASS is a file with its password. Without one the
// program stays unsigned, and Windows says so when it is first run.
func sign(ctx context.Context, exe string) error {
	key := os.Getenv("LECTERN_SIGN_PFX")
	if key == "" {
		return nil
	}
	args := []string{"sign", "-pkcs12", key, "-h", "sha256", "-n", "Lectern"}
	if pass := os.Getenv("LECTERN_SIGN_PASS"); pass != "" {
		args = append(args, "-readpass", pass)
	}
	if at := os.Getenv("LECTERN_SIGN_TIME"); at != "" { // a time server, the only thing that is asked of a network
		args = append(args, "-ts", at)
	}
	signed := exe + ".signed"
	if err := runIn(ctx, filepath.Dir(exe), nil, "osslsigncode", append(args, "-in", exe, "-out", signed)...); err != nil {
		return err
	}
	return os.Rename(signed, exe)
}

// runIn runs a program in dir and shows what it said only when it failed.
func runIn(ctx context.Context, dir string, env []string, name string, args ...string) error {
	c := command(ctx, name, args...)
	c.Dir, c.Env = dir, append(os.Environ(), env...)
	if said, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, said)
	}
	return nil
}

// kibibytes is what the files in dir take, as Windows lists programs.
func kibibytes(dir string) (int64, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return 0, err
	}
	var sum int64
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			return 0, err
		}
		sum += (info.Size() + 1023) / 1024
	}
	return sum, nil
}

// copyText copies a text with Windows' ends of lines and the mark of UTF-8, so
// that every editor there, and the setup program, shows it as it is.
func copyText(from, to string) error {
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return writeText(text, to)
}

func writeText(text []byte, to string) error {
	lines := strings.ReplaceAll(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n", "\r\n")
	return os.WriteFile(to, append([]byte("\ufeff"), lines...), 0o644)
}

// zipFolder packs the files of dir, which has no folders, as top/NAME, all of
// one time and in the order of their names.
func zipFolder(dir, top, to string, epoch time.Time) (err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	f, err := os.Create(to)
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	z := zip.NewWriter(f)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	for _, e := range entries {
		if err := zipFile(z, filepath.Join(dir, e.Name()), top+"/"+e.Name(), epoch); err != nil {
			return err
		}
	}
	return z.Close()
}

func zipFile(z *zip.Writer, path, name string, epoch time.Time) error {
	from, err := os.Open(path)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: epoch})
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return err
}
