package pdf

import "lectern/data/ingest/worker"

// Readers are what a child of Lectern reads with: all formats, PDF among them.
func Readers(cache string) worker.Readers { return worker.Readers{PDF: New(cache)} }
