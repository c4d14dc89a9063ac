// Package font finds type for scripts that Lectern's own fonts lack: the fonts of
// the system by their known names, and one that Lectern brings along for Chinese,
// Japanese and Korean. It reads the few tables it needs to be sure, and no font as
// a whole before it is asked for.
package font
