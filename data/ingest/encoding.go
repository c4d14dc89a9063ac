package ingest

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decode turns bytes of an unknown encoding into UTF-8 text without a byte-order
// mark and names the encoding. Bytes that are not a character become U+FFFD. It
// answers false for bytes that are no text in any encoding it knows.
//
// The order matters: marks are certain, valid UTF-8 is all but certain, a
// declaration is often wrong, and letter frequencies come last.
func decode(b []byte) (text, name string, ok bool) {
	for _, m := range []struct {
		mark, name string
		enc        encoding.Encoding
	}{
		{"\xEF\xBB\xBF", "utf-8", nil},
		{"\xFF\xFE\x00\x00", "utf-32le", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
		{"\x00\x00\xFE\xFF", "utf-32be", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
		{"\xFF\xFE", "utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"\xFE\xFF", "utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	} {
		if bytes.HasPrefix(b, []byte(m.mark)) {
			text := decodeAs(m.enc, b[len(m.mark):])
			return text, m.name, plausible(text)
		}
	}
	if bytes.IndexByte(b, 0) >= 0 {
		if text, name, ok = decodeUTF16(b); ok {
			return text, name, ok
		}
		return decodeWide(b)
	}
	if controlBytes(b)*50 > len(b) {
		return decodeWide(b)
	}
	declared, declaredName := declaredEncoding(b)
	switch {
	case isASCII(b):
		if bytes.IndexByte(b, 0x1B) >= 0 && declared != nil { // ISO-2022-JP and its like
			return decodeAs(declared, b), declaredName, true
		}
		return string(b), "utf-8", true
	case utf8.Valid(b) || mostlyUTF8(b):
		return decodeAs(nil, b), "utf-8", true
	case declared != nil && declaredName != "utf-8":
		if text := decodeAs(declared, b); strings.Count(text, "\uFFFD")*100 <= len(b) {
			return text, declaredName, true
		}
	}
	if text, name = judge(b); plausible(text) {
		return text, name, true
	}
	return decodeWide(b)
}

// decodeSaid is decode for bytes whose encoding is said elsewhere, as in a mail's
// header. What is said is followed unless the letters speak against it.
func decodeSaid(b []byte, said string) (text, name string, ok bool) {
	enc, err := htmlindex.Get(strings.Trim(said, `"' `))
	if err != nil || bytes.IndexByte(b, 0) >= 0 || bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")) {
		return decode(b)
	}
	name, err = htmlindex.Name(enc)
	ascii := isASCII(b)
	switch {
	case err != nil, name == "utf-8", name == "replacement", strings.HasPrefix(name, "utf-16"):
		return decode(b)
	case ascii && bytes.IndexByte(b, 0x1B) < 0 && name != "hz-gb-2312", !ascii && utf8.Valid(b):
		return decode(b)
	}
	if better := mistaken(b, name); better != "" {
		text, name = judge(b)
		return text, name, true
	}
	text = decodeAs(enc, b)
	if strings.Count(text, "\uFFFD")*100 > len(b) || !plausible(text) {
		return decode(b)
	}
	return text, name, true
}

// mistaken names the encoding that b is far more likely in than in the one that is
// said; "" where nothing speaks against that, or it is none of those told apart.
func mistaken(b []byte, said string) string {
	sample := b[:min(len(b), judgeSample)]
	best, name, worth, known := -1<<30, "", 0, false
	for _, p := range pages {
		score := pageScore(p.page, sample)
		if p.name == said || p.name == "koi8-u" && said == "koi8-r" {
			worth, known = score, true
		}
		if score > best {
			best, name = score, p.name
		}
	}
	if known && best > 0 && worth*2 < best {
		return name
	}
	return ""
}

// decodeAs decodes b; a nil encoding is UTF-8.
func decodeAs(enc encoding.Encoding, b []byte) string {
	if enc == nil {
		return strings.ToValidUTF8(string(b), "\uFFFD")
	}
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		// Decoders replace what they cannot read; an error leaves nothing to show.
		return ""
	}
	return string(out)
}

// decodeUTF16 reads UTF-16 without a mark, which shows in the zero bytes of its
// spaces and line ends all standing on one side. Any other text with zero bytes
// is no text.
func decodeUTF16(b []byte) (string, string, bool) {
	sample := b[:min(len(b), 1<<16)&^1]
	var zeros [2]int
	for i, c := range sample {
		if c == 0 {
			zeros[i&1]++
		}
	}
	for side, name := range map[int]string{0: "utf-16be", 1: "utf-16le"} {
		if zeros[side] == 0 || zeros[1-side]*20 > zeros[side] || zeros[side]*50 < len(sample) {
			continue
		}
		endian := unicode.BigEndian
		if side == 1 {
			endian = unicode.LittleEndian
		}
		text := decodeAs(unicode.UTF16(endian, unicode.IgnoreBOM), b)
		if plausible(text) {
			return text, name, true
		}
	}
	return "", "", false
}

// plausible tells text from binary that happened to decode: hardly any control
// or unassigned characters.
func plausible(text string) bool {
	n, bad := 0, 0
	for _, r := range text {
		n++
		switch {
		case r == 0:
			return false
		case r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' && r != '\v':
			bad++
		case r == utf8.RuneError, r >= 0xE000 && r <= 0xF8FF, r >= 0x80 && r < 0xA0 && r != 0x85:
			bad++
		}
		if n >= 1<<16 {
			break
		}
	}
	return bad*20 <= n
}

// mostlyUTF8 recognises UTF-8 with damage: many more whole multi-byte
// characters than broken bytes, as no 8-bit encoding gives by chance.
func mostlyUTF8(b []byte) bool {
	whole, broken := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			broken++
		} else {
			whole++
		}
		i += size
	}
	return whole > 4*broken
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

var (
	metaCharset = regexp.MustCompile(`(?i)<meta[^>]{0,500}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})`)
	xmlCharset  = regexp.MustCompile(`(?i)^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_:.-]{2,40})`)
)

// declaredEncoding reads what an HTML page says of itself in its first 4 KiB,
// nil when it says nothing that makes sense.
func declaredEncoding(b []byte) (encoding.Encoding, string) {
	head := b[:min(len(b), 4096)]
	m := metaCharset.FindSubmatch(head)
	if m == nil {
		m = xmlCharset.FindSubmatch(head)
	}
	if m == nil {
		return nil, ""
	}
	enc, err := htmlindex.Get(string(m[1]))
	if err != nil {
		return nil, ""
	}
	name, err := htmlindex.Name(enc)
	if err != nil || strings.HasPrefix(name, "utf-16") || name == "replacement" {
		// Bytes with a readable declaration cannot be UTF-16.
		return nil, ""
	}
	return enc, name
}
