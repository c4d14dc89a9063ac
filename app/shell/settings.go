package shell

// ShowSettings is filled in below.
func (s *Shell) ShowSettings() {}
