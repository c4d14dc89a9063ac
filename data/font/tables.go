package font

import (
	"encoding/binary"
	"errors"
	"io"
	"os"
	"slices"
)

// table is a part of a font in its file.
type table struct {
	tag          string
	sum          uint32
	offset, size uint32
}

// tables are those of one font; version says how its outlines are written.
type tables struct {
	version uint32
	all     []table
}

var errNoFont = errors.New("no such font in the file")

// mostTables is more than any font has.
const mostTables = 200

// tablesOf reads where the tables of a font of a file are.
func tablesOf(r io.ReaderAt, index int) (tables, error) {
	at := int64(0)
	head := make([]byte, 12)
	if _, err := r.ReadAt(head, 0); err != nil {
		return tables{}, err
	}
	if string(head[:4]) == "ttcf" {
		if n := int64(binary.BigEndian.Uint32(head[8:])); int64(index) >= n {
			return tables{}, errNoFont
		}
		where := make([]byte, 4)
		if _, err := r.ReadAt(where, 12+4*int64(index)); err != nil {
			return tables{}, err
		}
		at = int64(binary.BigEndian.Uint32(where))
		if _, err := r.ReadAt(head, at); err != nil {
			return tables{}, err
		}
	} else if index != 0 {
		return tables{}, errNoFont
	}
	n := int(binary.BigEndian.Uint16(head[4:]))
	if n == 0 || n > mostTables {
		return tables{}, errNoFont
	}
	list := make([]byte, 16*n)
	if _, err := r.ReadAt(list, at+12); err != nil {
		return tables{}, err
	}
	t := tables{version: binary.BigEndian.Uint32(head)}
	for ; len(list) > 0; list = list[16:] {
		number := func(i int) uint32 { return binary.BigEndian.Uint32(list[i:]) }
		t.all = append(t.all, table{string(list[:4]), number(4), number(8), number(12)})
	}
	return t, nil
}

func (t tables) find(tag string) (table, bool) {
	i := slices.IndexFunc(t.all, func(one table) bool { return one.tag == tag })
	if i < 0 {
		return table{}, false
	}
	return t.all[i], true
}

// drawable reports whether the outlines are of a kind that Lectern can draw. Newer
// kinds, which Apple uses, are not.
func (t tables) drawable() bool {
	_, glyf := t.find("glyf")
	_, cff := t.find("CFF ")
	return glyf || cff
}

// needed are the tables that drawing takes; what only hints, sets from top to bottom
// or holds bitmaps is left in the file.
var needed = []string{"CFF ", "GDEF", "GPOS", "GSUB", "OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"}

// mostBytes is how large a font may be.
const mostBytes = 64 << 20

// Bytes reads the face as a font file of its own, also out of a file of several.
func (f Face) Bytes() ([]byte, error) {
	file, err := os.Open(f.Path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return extract(file, f.Index)
}

// extract writes one font of a file with the tables that are needed.
func extract(r io.ReaderAt, index int) ([]byte, error) {
	all, err := tablesOf(r, index)
	if err != nil {
		return nil, err
	}
	var keep []table
	size := 0
	for _, t := range all.all {
		if slices.Contains(needed, t.tag) {
			keep = append(keep, t)
			size += int(t.size)
		}
		if size > mostBytes {
			return nil, errNoFont
		}
	}
	slices.SortFunc(keep, func(a, b table) int {
		if a.tag < b.tag {
			return -1
		}
		return 1
	})
	at := 12 + 16*len(keep)
	out := make([]byte, at, at+size+4*len(keep))
	put := binary.BigEndian
	put.PutUint32(out, all.version)
	put.PutUint16(out[4:], uint16(len(keep)))
	shift := 0
	for 2<<shift <= len(keep) {
		shift++
	}
	put.PutUint16(out[6:], uint16(16<<shift))
	put.PutUint16(out[8:], uint16(shift))
	put.PutUint16(out[10:], uint16(16*len(keep)-16<<shift))
	for i, t := range keep {
		entry := out[12+16*i:]
		copy(entry, t.tag)
		put.PutUint32(entry[4:], t.sum)
		put.PutUint32(entry[8:], uint32(len(out)))
		put.PutUint32(entry[12:], t.size)
		from := len(out)
		out = append(out, make([]byte, (t.size+3)&^3)...)
		if _, err := r.ReadAt(out[from:from+int(t.size)], int64(t.offset)); err != nil {
			return nil, err
		}
	}
	return out, nil
}
