package brief

import (
	"math"
	"path/filepath"
	"regexp"
	"strings"

	"lectern/data"
)

// Leak is something in what a room will see that was hardly meant for it.
type Leak struct {
	Step int    // counted from 0
	What string // the words found
	Kind LeakKind
}

// LeakKind says what kind of thing would leak. Screens translate it by the key
// "leak.<word>".
type LeakKind string

const (
	LeakedPath LeakKind = "path" // where a file lies on somebody's machine
	LeakedUser LeakKind = "user" // the name of an account
	LeakedMail LeakKind = "mail" // an address of electronic mail
	LeakedNote LeakKind = "note" // words of the private notes
)

var (
	pathLike = regexp.MustCompile(`(?:[A-Za-z]:\\|\\\\|/(?:home|Users|tmp|var|mnt|media)/)[^\s"'<>|]+`)
	mailLike = regexp.MustCompile(`[\w.+-]+@[\w-]+\.[\w.]+`)
)

// RoomCheck is what a presenter should know before going live.
type RoomCheck struct {
	Steps    int
	Withheld int
	Highest  data.Marking
	Unmarked int // quotations of reports without a marking
	Leaks    []Leak
	Minutes  int
}

// CheckRoom looks through all words that the room would see. users are names of
// accounts that should not appear.
func CheckRoom(b data.Brief, users []string) RoomCheck {
	shown, withheld := ForRoom(b)
	c := RoomCheck{Steps: len(shown.Steps), Withheld: withheld, Minutes: shown.Minutes()}
	for i, step := range shown.Steps {
		c.Highest = data.Highest(c.Highest, step.Marking())
		for _, q := range step.Quotes() {
			if q.Marking == data.Unmarked {
				c.Unmarked++
			}
		}
		for _, words := range wordsShown(step) {
			c.Leaks = append(c.Leaks, leaks(i, words, step.Notes, users)...)
		}
	}
	return c
}

// wordsShown are all words of a step that the room sees.
func wordsShown(s data.BriefStep) []string {
	words := []string{s.Title, s.Words}
	for _, q := range s.Quotes() {
		words = append(words, q.Words, q.Title, q.Publisher, q.Speaker)
	}
	return words
}

func leaks(step int, words, notes string, users []string) (all []Leak) {
	for _, found := range pathLike.FindAllString(words, -1) {
		all = append(all, Leak{step, found, LeakedPath})
	}
	for _, found := range mailLike.FindAllString(words, -1) {
		all = append(all, Leak{step, found, LeakedMail})
	}
	for _, user := range users {
		user = filepath.Base(user)
		if len(user) > 2 && strings.Contains(strings.ToLower(words), strings.ToLower(user)) {
			all = append(all, Leak{step, user, LeakedUser})
		}
	}
	if line := strings.TrimSpace(notes); len(line) > 20 && strings.Contains(words, line) {
		all = append(all, Leak{step, line, LeakedNote})
	}
	return all
}

// Reads is how far away, in metres, type can be read on a display of the given
// height in metres. share is the type's size over the display's height; a capital
// letter takes seven tenths of it, and should be seen under 16 minutes of arc at
// least (ISO 9241-303).
func Reads(share, displayHeight float64) float64 {
	const capital, least = 0.7, 16.0 / 60 * math.Pi / 180
	return share * displayHeight * capital / math.Tan(least)
}
