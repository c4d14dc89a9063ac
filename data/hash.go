package data

import (
	"crypto/sha256"
	"encoding/hex"
)

// Hash is a SHA-256, the key of an original and the proof of a text.
type Hash [sha256.Size]byte

// HashOf returns the SHA-256 of b.
func HashOf(b []byte) Hash { return sha256.Sum256(b) }

// String is the hash in lower-case hexadecimal.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// IsZero reports whether no hash was ever set.
func (h Hash) IsZero() bool { return h == Hash{} }
