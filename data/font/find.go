package font

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"golang.org/x/image/font/sfnt"
)

// Face is one font of a file of the system.
type Face struct {
	Name  string // as the font calls itself
	Path  string
	Index int // of the fonts in the file
	// Outlines tells that its letters are TrueType's, which PDFs can hold.
	Outlines bool
}

// Finder finds fonts below folders. It may be used from several goroutines.
type Finder struct {
	dirs  []string
	once  sync.Once
	files map[string]string // path by file name in small letters

	mu    sync.Mutex
	found map[Script]*Face
}

// NewFinder makes a finder for folders such as xdg.FontDirs; it reads none yet.
func NewFinder(dirs []string) *Finder {
	return &Finder{dirs: dirs, found: map[Script]*Face{}}
}

// mostFiles is how many files are looked at: no system has more fonts that matter.
const mostFiles = 20_000

// Find is the best font for a script. The first call lists the folders, and each
// script's first call reads a few tables; all others cost nothing.
func (f *Finder) Find(s Script) (Face, bool) {
	f.once.Do(f.list)
	f.mu.Lock()
	defer f.mu.Unlock()
	face, asked := f.found[s]
	if !asked {
		face = f.look(s)
		f.found[s] = face
	}
	if face == nil {
		return Face{}, false
	}
	return *face, true
}

func (f *Finder) list() {
	f.files = map[string]string{}
	seen := 0
	for _, dir := range f.dirs {
		// A folder that may not be read has no fonts for us.
		_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				if d != nil && d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if seen++; seen > mostFiles {
				return fs.SkipAll
			}
			name := strings.ToLower(d.Name())
			if _, there := f.files[name]; !there && !d.IsDir() {
				f.files[name] = path
			}
			return nil
		})
	}
}

func (f *Finder) look(s Script) *Face {
	for _, k := range knownFor(s) {
		path, there := f.files[strings.ToLower(k.file)]
		if !there {
			continue
		}
		if face, ok := check(path, k.index, s.sample()); ok {
			return &face
		}
	}
	return nil
}

// check opens a font and makes sure that it can be drawn and has the letters.
func check(path string, index int, letters string) (Face, bool) {
	file, err := os.Open(path)
	if err != nil {
		return Face{}, false
	}
	defer file.Close()
	tables, err := tablesOf(file, index)
	if err != nil || !tables.drawable() {
		return Face{}, false
	}
	all, err := sfnt.ParseCollectionReaderAt(file)
	if err != nil {
		return Face{}, false
	}
	font, err := all.Font(index)
	if err != nil {
		return Face{}, false
	}
	var b sfnt.Buffer
	for _, r := range letters {
		if glyph, err := font.GlyphIndex(&b, r); err != nil || glyph == 0 {
			return Face{}, false
		}
	}
	name, err := font.Name(&b, sfnt.NameIDFull)
	if err != nil || name == "" {
		name = filepath.Base(path)
	}
	_, outlines := tables.find("glyf")
	return Face{Name: name, Path: path, Index: index, Outlines: outlines}, true
}
