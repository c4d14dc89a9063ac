package ingest

import "bytes"

// SourceText is what b is written in, character by character, whatever its format
// makes of them: HTML is its tags. ok is false where b is no text.
func SourceText(b []byte) (text string, ok bool) {
	if !bytes.HasPrefix(b, []byte(`{\rtf`)) && refuse(b) != "" {
		return "", false
	}
	text, _, ok = decode(b)
	return text, ok
}
