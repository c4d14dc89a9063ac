package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// need is one thing that Lectern is built or shown with.
type need struct {
	what    string   // in a person's words
	debs    []string // the Debian packages that bring it
	there   func(machine) bool
	display bool // only for showing windows where there is no display
}

// machine answers what a computer has; tests put another in its place.
type machine struct {
	goos  string
	has   func(program string) bool
	finds func(patterns ...string) bool          // any file of these patterns
	links func(header string, lib string) bool   // a C program using both can be built
	knows func(program string, a ...string) bool // the program exits with 0
}

// needs lists what Debian's way of building Lectern takes. Each is tried, not
// looked up in a package database, so that other systems are judged right too.
func needs() []need {
	list := []need{
		{what: "certificates to download Go modules", debs: []string{"ca-certificates"}, there: hasCertificates},
		{what: "a C compiler", debs: []string{"gcc"}, there: func(m machine) bool { return m.has(compiler()) }},
		{what: "the C library's headers", debs: []string{"libc6-dev"}, there: linking("stdlib.h", "c")},
		{what: "pkg-config", debs: []string{"pkg-config"}, there: func(m machine) bool { return m.has("pkg-config") }},
		{what: "OpenGL headers", debs: []string{"libgl-dev"}, there: func(m machine) bool {
			return m.knows("pkg-config", "--exists", "gl") && m.links("GL/gl.h", "GL")
		}},
	}
	for _, x := range []struct{ header, lib string }{
		{"X11/Xlib.h", "X11"}, {"X11/Xcursor/Xcursor.h", "Xcursor"}, {"X11/extensions/Xrandr.h", "Xrandr"},
		{"X11/extensions/Xinerama.h", "Xinerama"}, {"X11/extensions/XInput2.h", "Xi"}, {"X11/Xlib.h X11/extensions/xf86vmode.h", "Xxf86vm"},
	} {
		list = append(list, need{
			what: "X11 headers (" + x.lib + ")", debs: []string{"lib" + strings.ToLower(x.lib) + "-dev"}, there: linking(x.header, x.lib),
		})
	}
	return append(list,
		need{what: "Mesa's OpenGL", debs: []string{"libgl1", "libgl1-mesa-dri"}, there: hasMesa},
		need{what: "a virtual display (Xvfb)", debs: []string{"xvfb"}, display: true, there: func(m machine) bool { return m.has("Xvfb") }},
	)
}

// missing lists the needs that m does not meet; those for a virtual display
// only when one will be used.
func missing(m machine, virtualDisplay bool) []need {
	var lack []need
	for _, n := range needs() {
		if n.display && !virtualDisplay {
			continue
		}
		if !n.there(m) {
			lack = append(lack, n)
		}
	}
	return lack
}

// packagesOf lists the Debian packages that bring all of lack.
func packagesOf(lack []need) []string {
	var debs []string
	for _, n := range lack {
		debs = append(debs, n.debs...)
	}
	return debs
}

func linking(header, lib string) func(machine) bool {
	return func(m machine) bool { return m.links(header, lib) }
}

func hasCertificates(m machine) bool {
	return os.Getenv("SSL_CERT_FILE") != "" || m.finds("/etc/ssl/certs/ca-certificates.crt", "/etc/ssl/cert.pem",
		"/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem")
}

// hasMesa looks for the driver that draws without a graphics card; the folders
// are those of Debian (by machine type), Fedora (lib64) and Arch (lib).
func hasMesa(m machine) bool {
	return m.finds("/usr/lib/*/dri/swrast_dri.so", "/usr/lib*/dri/swrast_dri.so", "/usr/lib/*/libgallium-*.so", "/usr/lib*/libgallium-*.so")
}

// compiler is the C compiler that the go command will call.
func compiler() string {
	if cc := strings.Fields(os.Getenv("CC")); len(cc) > 0 {
		return cc[0]
	}
	return "gcc"
}

// thisMachine answers by trying.
func thisMachine() machine {
	return machine{
		goos: runtime.GOOS,
		has: func(program string) bool {
			_, err := exec.LookPath(program)
			return err == nil
		},
		finds: func(patterns ...string) bool {
			for _, p := range patterns {
				if found, _ := filepath.Glob(p); len(found) > 0 {
					return true
				}
			}
			return false
		},
		links: func(headers, lib string) bool {
			c := exec.Command(compiler(), "-x", "c", "-", "-o", os.DevNull, "-l"+lib)
			var source strings.Builder
			for _, h := range strings.Fields("stdio.h " + headers) {
				fmt.Fprintf(&source, "#include <%s>\n", h)
			}
			source.WriteString("int main(void) { return 0; }\n")
			c.Stdin = strings.NewReader(source.String())
			return c.Run() == nil
		},
		knows: func(program string, args ...string) bool { return exec.Command(program, args...).Run() == nil },
	}
}
