package library_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"lectern/data/library"
)

const (
	killedReports = 500
	killedBatch   = 20
)

// importUntilKilled imports 500 reports and says on standard output how many
// are safe after each batch.
func importUntilKilled(path string) {
	l, err := library.Open(ctx, library.Config{Path: path})
	if err == nil {
		all := some(0, killedReports)
		fmt.Println(0)
		err = l.Bulk(ctx, func(add func([]library.NewReport) ([]library.Added, error)) error {
			for from := 0; from < killedReports; from += killedBatch {
				if _, err := add(all[from : from+killedBatch]); err != nil {
					return err
				}
				fmt.Println(from + killedBatch)
			}
			return nil
		})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	// It is not closed: the last kill comes after the last report.
}

// killed imports in another process and kills it after so long, counted from
// its first sign of life. It returns how many reports were said to be safe.
func killed(t *testing.T, path string, after time.Duration) (safe int) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), "LECTERN_TEST_IMPORT="+path)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	lines := bufio.NewScanner(out)
	started := false
	for lines.Scan() {
		if safe, err = strconv.Atoi(lines.Text()); err != nil {
			t.Fatal(err)
		}
		if !started {
			started = true
			defer time.AfterFunc(after, func() { child.Process.Kill() }).Stop()
		}
	}
	child.Wait()
	if !started {
		t.Fatal("the import never began")
	}
	return safe
}

func TestKilledInTheMiddleOfAnImportEveryReportIsThereWholeOrNotAtAll(t *testing.T) {
	start := time.Now()
	if safe := killed(t, filepath.Join(t.TempDir(), "whole"), time.Hour); safe != killedReports {
		t.Fatalf("undisturbed, %d reports came in", safe)
	}
	whole := time.Since(start)
	all := some(0, killedReports)
	cut := 0
	for round := range killRounds {
		path := filepath.Join(t.TempDir(), fmt.Sprintf("killed-%d.lectern", round))
		safe := killed(t, path, time.Duration(rand.Int64N(int64(whole))))
		if safe < killedReports {
			cut++
		}
		l := open(t, path)
		if l.ReadOnly() {
			t.Fatalf("round %d: the dead still hold it: %v", round, l.Why())
		}
		sound(t, l)
		ids, err := l.IDs(ctx, library.Filter{})
		must(t, err)
		if len(ids) < safe || len(ids)%killedBatch != 0 {
			t.Errorf("round %d: %d reports were safe, %d are there", round, safe, len(ids))
		}
		for _, id := range ids {
			d, err := l.Document(ctx, id)
			must(t, err)
			want := all[id-1]
			if d.Body != want.Body || len(d.Passages) != len(want.Reading.Sentences) {
				t.Errorf("round %d: report %d is not whole", round, id)
			}
		}
		// It goes on where it was cut off, and the journal knows of it.
		if again := add(t, l, all...); len(again) != killedReports {
			t.Errorf("round %d: %d reports after going on", round, len(again))
		}
		if n, _ := l.Count(ctx, library.Filter{}); n != killedReports {
			t.Errorf("round %d: %d reports after going on", round, n)
		}
		must(t, l.Close())
	}
	t.Logf("%d of %d kills came in the middle", cut, killRounds)
	if cut < killRounds/4 {
		t.Errorf("only %d of %d kills came in the middle: this shows little", cut, killRounds)
	}
}
