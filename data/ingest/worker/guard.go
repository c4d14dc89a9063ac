package worker

import (
	"fmt"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// maxStack is where endless recursion ends, in bytes; Go alone would let it have
// a gigabyte.
const maxStack = 64 << 20

// keepTo makes this process keep to its limits: the collector works harder near
// the limit, a watch ends the process beyond it, and the system, where it can,
// refuses more.
func keepTo(set settings) {
	if set.Memory <= 0 {
		return
	}
	debug.SetMaxStack(maxStack)
	debug.SetMemoryLimit(set.Memory * 3 / 4)
	limitMemory(set.Memory)
	go func() {
		for range time.Tick(5 * time.Millisecond) {
			if taken := memoryTaken(); taken > set.Memory {
				fmt.Fprintf(os.Stderr, "took %d bytes\n", taken)
				os.Exit(exitHungry)
			}
		}
	}()
}

// memoryTaken is what Go holds from the system, in bytes.
func memoryTaken() int64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64() - sample[1].Value.Uint64())
}
