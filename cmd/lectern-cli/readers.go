package main

import "lectern/data/ingest/worker"

// readers are what a child process reads files with.
func readers(string) worker.Readers { return worker.Readers{} }
