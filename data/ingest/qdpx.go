package ingest

import (
	"context"
	"encoding/xml"
	"errors"
	"path"
	"strings"

	"lectern/data"
)

// isQDPX tells a project in the exchange format of programs for qualitative
// analysis, REFI-QDA.
func isQDPX(f *file) bool { return hasEntry(f, "project.qde") }

// maxProject is how much of a project's sources is unpacked, in bytes.
const maxProject = 8 << 30

// eachQDPX gives a project's texts: each source once, under the name it has in
// the project.
func eachQDPX(ctx context.Context, f *file, in *inside) error {
	archive := f.archive()
	if archive == nil {
		return in.refuse("", data.FaultBroken, errNoPart)
	}
	parts, err := bundleOf(archive)
	if err != nil {
		return in.refuse("", data.FaultTooMuch, err)
	}
	parts.left = maxProject
	project := &qdaProject{}
	if err := scanPart(ctx, parts, "project.qde", project); err != nil {
		if ctx.Err() != nil {
			return stopped(f.name, ctx.Err())
		}
		return in.refuse("", data.FaultOf(err).Code, err)
	}
	names := map[string]string{} // programs differ in the case of "Sources"
	for name := range parts.parts {
		names[strings.ToLower(name)] = name
	}
	for _, s := range project.sources {
		if err := ctx.Err(); err != nil {
			return stopped(f.name, err)
		}
		if err := s.give(ctx, parts, names, in); err != nil {
			return err
		}
	}
	if in.found == 0 {
		return in.refuse("", data.FaultNoText, nil)
	}
	return nil
}

// qdaSource is a text of a project: where its forms lie, the best for reading
// first, or the text itself.
type qdaSource struct {
	name    string
	paths   []string
	content string
}

var errOutside = errors.New("the source lies outside of the project's file")

func (s qdaSource) give(ctx context.Context, parts *bundle, names map[string]string, in *inside) error {
	if s.content != "" {
		return in.file(ctx, s.name, []byte(s.content))
	}
	last := &data.Fault{Code: data.FaultNotFound, Err: errOutside}
	for _, p := range s.paths {
		name, inside := strings.CutPrefix(p, "internal://")
		if !inside {
			continue
		}
		name, ok := names[strings.ToLower(partName("Sources/"+name))]
		if !ok {
			continue
		}
		b, err := parts.read(name)
		if err != nil {
			last = data.FaultOf(err)
			continue
		}
		label := s.name
		if path.Ext(label) == "" {
			label += path.Ext(name)
		}
		return in.file(ctx, label, b)
	}
	return in.refuse(s.name, last.Code, last.Err)
}

// qdaProject reads project.qde.
type qdaProject struct {
	sources []qdaSource
	reading bool // a source is being read
	content bool // its text stands in the project itself
	words   strings.Builder
}

const maxSources = 200_000

func (p *qdaProject) open(e xml.StartElement) bool {
	switch e.Name.Local {
	case "TextSource", "PDFSource":
		p.reading = true
		p.sources = append(p.sources, qdaSource{name: orElse(CleanLine(xmlAttr(e, "name")), "?")})
		p.paths(e, "path", "plainTextPath", "richTextPath")
	case "PictureSource", "AudioSource", "VideoSource":
		p.reading = false
	case "Transcript":
		p.reading = true
		p.sources = append(p.sources, qdaSource{name: orElse(CleanLine(xmlAttr(e, "name")), "?")})
		p.paths(e, "plainTextPath", "richTextPath")
	case "Representation":
		if p.reading {
			p.paths(e, "plainTextPath")
		}
	case "PlainTextContent":
		p.content = p.reading
		p.words.Reset()
	case "PlainTextSelection", "CodeBook", "Cases", "Users":
		return false
	}
	return true
}

func (p *qdaProject) paths(e xml.StartElement, attrs ...string) {
	s := &p.sources[len(p.sources)-1]
	for _, a := range attrs {
		if value := xmlAttr(e, a); value != "" {
			s.paths = append(s.paths, value)
		}
	}
}

func (p *qdaProject) text(s string) {
	if p.content && p.words.Len() <= MaxText {
		p.words.WriteString(s)
	}
}

func (p *qdaProject) close(name xml.Name) {
	switch name.Local {
	case "PlainTextContent":
		if p.content {
			p.sources[len(p.sources)-1].content = p.words.String()
		}
		p.content = false
	case "TextSource", "PDFSource", "Transcript":
		p.reading = false
	}
}

func (p *qdaProject) full() bool { return len(p.sources) > maxSources }
