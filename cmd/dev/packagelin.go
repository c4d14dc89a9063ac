package main

import (
	"archive/tar"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// packageLinux makes the .deb and the tar.xz for the processor that it runs on.
func packageLinux(ctx context.Context, p parcel) ([]string, error) {
	if runtime.GOOS != "linux" {
		return nil, plain("Packages for Linux are made on Linux.")
	}
	dir, err := os.MkdirTemp("", "lectern-linux-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	t := target{goos: "linux", goarch: runtime.GOARCH, cgo: true, tags: appTags("linux")}
	if err := p.linuxTree(ctx, t, filepath.Join(dir, "usr")); err != nil {
		return nil, err
	}
	deb, err := p.deb(ctx, t, dir)
	if err != nil {
		return nil, err
	}
	archive, err := p.tarXZ(ctx, t, dir)
	return []string{deb, archive}, err
}

// linuxTree puts all that is installed below usr, with the modes it will have.
func (p parcel) linuxTree(ctx context.Context, t target, usr string) error {
	for _, program := range []string{"lectern", "lectern-cli"} {
		if err := p.compile(ctx, t, program, filepath.Join(usr, "bin", program)); err != nil {
			return err
		}
	}
	const id = "io.lectern.Lectern"
	from := map[string]string{
		"share/applications/" + id + ".desktop":            "assets/package/linux/" + id + ".desktop",
		"share/mime/packages/" + id + ".xml":               "assets/package/linux/" + id + ".xml",
		"share/metainfo/" + id + ".metainfo.xml":           "assets/package/linux/" + id + ".metainfo.xml",
		"share/icons/hicolor/scalable/apps/" + id + ".svg": "assets/icon/icon.svg",
		"share/doc/lectern/copyright":                      "LICENSE",
		"share/doc/lectern/NOTICES.md":                     "assets/NOTICES.md",
	}
	for _, size := range []string{"16", "32", "48", "64", "128", "256"} {
		from["share/icons/hicolor/"+size+"x"+size+"/apps/"+id+".png"] = "assets/icon/icon-" + size + ".png"
	}
	for to, source := range from {
		text, err := os.ReadFile(filepath.Join(p.Root, source))
		if err != nil {
			return err
		}
		if err := putFile(filepath.Join(usr, filepath.FromSlash(to)), text); err != nil {
			return err
		}
	}
	licences, err := p.licences(ctx, t)
	if err != nil {
		return err
	}
	return putFile(filepath.Join(usr, "share", "doc", "lectern", "THIRD-PARTY-LICENSES.txt"), licences)
}

// putFile writes a file and the folders that it lies in.
func putFile(path string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o644)
}

// debNeeds are the Debian packages that the window takes: those that it is linked
// with, and those that GLFW opens when it starts.
const debNeeds = "libc6 (>= 2.34), libgl1, libx11-6, libx11-xcb1, libxcursor1, libxext6, libxi6, libxinerama1, libxrandr2, libxrender1, libxxf86vm1"

// deb runs nfpm on the tree in dir.
func (p parcel) deb(ctx context.Context, t target, dir string) (string, error) {
	stamp := p.Epoch.Format("2006-01-02T15:04:05Z")
	var text strings.Builder
	fmt.Fprintf(&text, "name: lectern\narch: %s\nplatform: linux\nversion: %s\nsection: text\npriority: optional\nmtime: %q\n", t.goarch, p.Version, stamp)
	fmt.Fprintf(&text, "maintainer: The Lectern authors <lectern@localhost>\nlicense: MIT\ndescription: Read, compare and present reports\ndepends:\n")
	for _, need := range strings.Split(debNeeds, ", ") {
		fmt.Fprintf(&text, "  - %q\n", need)
	}
	text.WriteString("contents:\n")
	err := eachFile(dir, func(name, path string, mode fs.FileMode) error {
		fmt.Fprintf(&text, "  - src: %q\n    dst: %q\n    file_info: {mode: 0%o, owner: root, group: root, mtime: %q}\n", path, "/"+name, mode, stamp)
		return nil
	})
	if err != nil {
		return "", err
	}
	config := filepath.Join(dir, "nfpm.yaml")
	if err := os.WriteFile(config, []byte(text.String()), 0o644); err != nil {
		return "", err
	}
	defer os.Remove(config)
	to := filepath.Join(p.Out, fmt.Sprintf("lectern_%s_%s.deb", p.Version, t.goarch))
	return to, p.nfpm(ctx, "package", "--config", config, "--packager", "deb", "--target", to)
}

// nfpm runs the pinned version, which the go command fetches where it is not there.
func (p parcel) nfpm(ctx context.Context, args ...string) error {
	c := command(ctx, "go", append([]string{"run", "github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.45.0"}, args...)...)
	c.Dir, c.Stderr = p.Root, os.Stderr
	c.Env = append(os.Environ(), fmt.Sprintf("SOURCE_DATE_EPOCH=%d", p.Epoch.Unix()), "CGO_ENABLED=0")
	if err := c.Run(); err != nil {
		return fmt.Errorf("nfpm: %w", err)
	}
	return nil
}

// tarXZ packs the tree in dir with the programs that install it for one person.
func (p parcel) tarXZ(ctx context.Context, t target, dir string) (string, error) {
	for _, name := range []string{"install.sh", "uninstall.sh"} {
		text, err := os.ReadFile(filepath.Join(p.Root, "assets", "package", "linux", name))
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o755); err != nil {
			return "", err
		}
	}
	name := fmt.Sprintf("lectern-%s-linux-%s", p.Version, t.goarch)
	to := filepath.Join(p.Out, name+".tar.xz")
	f, err := os.Create(to)
	if err != nil {
		return "", err
	}
	defer f.Close()
	c := command(ctx, "xz", "-6", "-T1", "-c")
	c.Stdout, c.Stderr = f, os.Stderr
	in, err := c.StdinPipe()
	if err != nil {
		return "", err
	}
	if err := c.Start(); err != nil {
		return "", err
	}
	w := tar.NewWriter(in)
	err = eachFile(dir, func(short, path string, mode fs.FileMode) error {
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		head := &tar.Header{Name: name + "/" + short, Mode: int64(mode), Size: int64(len(text)), ModTime: p.Epoch, Format: tar.FormatUSTAR}
		if err := w.WriteHeader(head); err != nil {
			return err
		}
		_, err = w.Write(text)
		return err
	})
	if err == nil {
		err = w.Close()
	}
	in.Close()
	if done := c.Wait(); err == nil {
		err = done
	}
	return to, err
}

// eachFile calls do for the files below dir in the order of their names, with the
// mode that they are installed with.
func eachFile(dir string, do func(name, path string, mode fs.FileMode) error) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		mode := fs.FileMode(0o644)
		if info.Mode()&0o100 != 0 {
			mode = 0o755
		}
		return do(filepath.ToSlash(name), path, mode)
	})
}
