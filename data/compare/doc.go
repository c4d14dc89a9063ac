// Package compare sets reports beside each other: what changed between two
// versions of an article, and which reports carry the same words from one
// origin. All of it is worked out from the library and can be worked out again.
package compare
