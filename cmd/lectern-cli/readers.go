package main

import (
	"lectern/data/ingest/pdf"
	"lectern/data/ingest/worker"
)

// readers are what the children of lectern-cli read with.
func readers(cache string) worker.Readers { return pdf.Readers(cache) }
