//go:build !race

package ingest

import "time"

// hostileTime is what a hostile document may take.
const hostileTime = 10 * time.Second
