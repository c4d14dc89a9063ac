//go:build race

package ingest

import "time"

// hostileTime is what a hostile document may take here: under the race detector
// the same work takes some ten times as long, and other tests run beside it.
const hostileTime = 100 * time.Second
