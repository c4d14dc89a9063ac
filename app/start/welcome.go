package start

func (p *Program) welcome(path string) { p.welcomed(); p.first(path) }
