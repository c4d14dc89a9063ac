package main

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"os"
	"sync"
)

// settingsFile keeps what the screens remember in a JSON file of its own. Fyne's
// own preferences always lie in the person's account.
type settingsFile struct {
	path string

	lock   sync.Mutex
	values map[string]json.RawMessage
	told   []func()
}

// openSettings reads the file; one that is not there, or damaged, counts as empty.
func openSettings(path string) *settingsFile {
	s := &settingsFile{path: path, values: map[string]json.RawMessage{}}
	if words, err := os.ReadFile(path); err == nil && json.Unmarshal(words, &s.values) != nil {
		s.values = map[string]json.RawMessage{}
	}
	return s
}

// recall gives fallback for a key that is not there or is of another kind.
func recall[T any](s *settingsFile, key string, fallback T) T {
	s.lock.Lock()
	defer s.lock.Unlock()
	raw, ok := s.values[key]
	var v T
	if !ok || json.Unmarshal(raw, &v) != nil {
		return fallback
	}
	return v
}

// set keeps v and tells the listeners. What cannot be written is kept until the end.
func (s *settingsFile) set(key string, v any) {
	raw, err := json.Marshal(v)
	if err != nil {
		return // NaN and infinity, which no setting is
	}
	s.change(func() bool {
		same := bytes.Equal(s.values[key], raw)
		s.values[key] = raw
		return !same
	})
}

// RemoveValue forgets the key.
func (s *settingsFile) RemoveValue(key string) {
	s.change(func() bool {
		_, there := s.values[key]
		delete(s.values, key)
		return there
	})
}

func (s *settingsFile) change(do func() bool) {
	s.lock.Lock()
	changed := do()
	told := append([]func(){}, s.told...)
	if changed {
		s.save()
	}
	s.lock.Unlock()
	if changed {
		for _, tell := range told {
			tell()
		}
	}
}

// save replaces the file as a whole, so that a pulled stick leaves the old or the new one.
func (s *settingsFile) save() {
	words, err := json.MarshalIndent(s.values, "", "  ")
	if err == nil {
		fresh := s.path + ".new"
		if err = os.WriteFile(fresh, words, 0o600); err == nil {
			err = os.Rename(fresh, s.path)
		}
	}
	if err != nil {
		slog.Warn("settings not written", "path", s.path, "err", err)
	}
}

// AddChangeListener has tell called after each change.
func (s *settingsFile) AddChangeListener(tell func()) {
	s.lock.Lock()
	defer s.lock.Unlock()
	s.told = append(s.told, tell)
}

// ChangeListeners lists them.
func (s *settingsFile) ChangeListeners() []func() {
	s.lock.Lock()
	defer s.lock.Unlock()
	return append([]func(){}, s.told...)
}

func (s *settingsFile) Bool(key string) bool                     { return recall(s, key, false) }
func (s *settingsFile) BoolWithFallback(key string, f bool) bool { return recall(s, key, f) }
func (s *settingsFile) SetBool(key string, v bool)               { s.set(key, v) }
func (s *settingsFile) BoolList(key string) []bool               { return recall(s, key, []bool{}) }
func (s *settingsFile) BoolListWithFallback(key string, f []bool) []bool {
	return recall(s, key, f)
}
func (s *settingsFile) SetBoolList(key string, v []bool)                { s.set(key, v) }
func (s *settingsFile) Float(key string) float64                        { return recall(s, key, 0.0) }
func (s *settingsFile) FloatWithFallback(key string, f float64) float64 { return recall(s, key, f) }
func (s *settingsFile) SetFloat(key string, v float64)                  { s.set(key, v) }
func (s *settingsFile) FloatList(key string) []float64                  { return recall(s, key, []float64{}) }
func (s *settingsFile) FloatListWithFallback(key string, f []float64) []float64 {
	return recall(s, key, f)
}
func (s *settingsFile) SetFloatList(key string, v []float64)          { s.set(key, v) }
func (s *settingsFile) Int(key string) int                            { return recall(s, key, 0) }
func (s *settingsFile) IntWithFallback(key string, f int) int         { return recall(s, key, f) }
func (s *settingsFile) SetInt(key string, v int)                      { s.set(key, v) }
func (s *settingsFile) IntList(key string) []int                      { return recall(s, key, []int{}) }
func (s *settingsFile) IntListWithFallback(key string, f []int) []int { return recall(s, key, f) }
func (s *settingsFile) SetIntList(key string, v []int)                { s.set(key, v) }
func (s *settingsFile) String(key string) string                      { return recall(s, key, "") }
func (s *settingsFile) StringWithFallback(key, f string) string       { return recall(s, key, f) }
func (s *settingsFile) SetString(key, v string)                       { s.set(key, v) }
func (s *settingsFile) StringList(key string) []string                { return recall(s, key, []string{}) }
func (s *settingsFile) StringListWithFallback(key string, f []string) []string {
	return recall(s, key, f)
}
func (s *settingsFile) SetStringList(key string, v []string) { s.set(key, v) }
