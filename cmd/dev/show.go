package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// open builds Lectern and opens it with args; where there is no display it
// takes the guided tour on a virtual one.
func (w workshop) open(ctx context.Context, args []string) error {
	where := thisScreen(w.here.goos)
	if where == noX11 {
		return plain("Lectern's windows are X11 windows, and this Wayland session shows none. Install Xwayland (Debian: xwayland), log in again and try again.")
	}
	if err := w.setUp(ctx, where == noDisplay); err != nil {
		return err
	}
	bin, err := w.build(ctx, "lectern", appTags(w.here.goos))
	if err != nil {
		return err
	}
	if where == noDisplay {
		return w.tour(ctx, bin, args)
	}
	c := command(ctx, bin, args...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, w.out, w.out
	if err := c.Run(); err != nil {
		return fmt.Errorf("lectern: %w", err)
	}
	return nil
}

// tour takes the guided tour and says where its pictures are.
func (w workshop) tour(ctx context.Context, bin string, args []string) error {
	if slices.ContainsFunc(args, isTour) {
		return w.onVirtualScreen(ctx, w.out, w.root, bin, args...)
	}
	dir, err := w.freshCache("tour")
	if err != nil {
		return err
	}
	w.say("There is no display here, so Lectern takes its guided tour on a virtual one ...")
	if err := w.onVirtualScreen(ctx, w.out, w.root, bin, append([]string{"--tour", dir}, args...)...); err != nil {
		return err
	}
	return w.sayPictures(dir)
}

func isTour(arg string) bool {
	name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	return strings.HasPrefix(arg, "-") && name == "tour"
}

// pictures draws every screen into the folder that args names.
func (w workshop) pictures(ctx context.Context, args []string) error {
	flag := "--pictures"
	if len(args) == 1 && strings.TrimLeft(args[0], "-") == "help" {
		flag, args = "--help-pictures", []string{filepath.Join(w.root, "assets", "help", "pictures")}
	}
	if len(args) != 1 || strings.HasPrefix(args[0], "-") {
		return plain("Say where the pictures go: go run ./cmd/dev pictures DIR")
	}
	dir, err := filepath.Abs(args[0])
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := w.setUp(ctx, true); err != nil {
		return err
	}
	bin, err := w.build(ctx, "lectern", appTags(w.here.goos))
	if err != nil {
		return err
	}
	if err := w.onVirtualScreen(ctx, w.out, w.root, bin, flag, dir); err != nil {
		return err
	}
	return w.sayPictures(dir)
}

// sayPictures fails when there are none: a tour without pictures showed nothing.
func (w workshop) sayPictures(dir string) error {
	found, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return plain("Lectern ended well but left no picture in " + dir + ".")
	}
	w.say("\nPictures: %d, in %s", len(found), dir)
	return nil
}

// onVirtualScreen runs a built Lectern where nothing of the person who runs dev
// changes what it shows: on Xvfb (on Windows and macOS on the real display), in
// one language and scale, with settings and caches of its own.
func (w workshop) onVirtualScreen(ctx context.Context, out io.Writer, dir, bin string, args ...string) error {
	home, err := os.MkdirTemp("", "lectern-dev-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	env := append(os.Environ(), "LC_ALL=en_US.UTF-8", "LANGUAGE=en", "FYNE_SCALE=1", "FYNE_THEME=light")
	for _, kind := range []string{"CONFIG", "DATA", "CACHE", "STATE"} {
		place := filepath.Join(home, strings.ToLower(kind))
		if err := os.Mkdir(place, 0o700); err != nil {
			return err
		}
		env = append(env, "XDG_"+kind+"_HOME="+place)
	}
	if usesX11(w.here.goos) {
		screen, end, err := w.virtualScreen(ctx)
		if err != nil {
			return err
		}
		defer end()
		env = append(env, screen...)
	}
	c := command(ctx, bin, args...)
	c.Dir, c.Env, c.Stdout, c.Stderr = dir, env, out, out
	if err := c.Run(); err != nil {
		return fmt.Errorf("lectern %s: %w", strings.Join(args, " "), err)
	}
	return nil
}
