// Package bidi tells which way text runs: the levels that Unicode's bidirectional
// algorithm (UAX 9) gives its letters, and the order in which they stand on a
// line. Direction controls that embed, override or isolate are passed over: they
// are how a text can be made to show other words than it holds. All positions are
// bytes.
package bidi
