package ingest

import (
	"strings"
	"testing"

	"lectern/data"
)

const chart = `<?xml version="1.0" encoding="UTF-8"?><!-- drawn by hand --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://a.example/svg11.dtd" [<!ENTITY x "y">]>
<svg xmlns="http://www.w3.org/2000/svg"><title>Crossings a week</title><style>text { fill: red }</style><script>alert("a word")</script>
<defs><text>never drawn</text></defs><g><text x="1">Lorries <tspan font-weight="bold">waiting</tspan></text><text><tspan x="1">Upper</tspan><tspan x="1">Tarn</tspan></text></g>
<switch><foreignObject><div xmlns="http://www.w3.org/1999/xhtml"><p>Lower</p><p>bank</p></div></foreignObject><text>Lower b…</text></switch></svg>`

func TestADrawingIsReadByItsWords(t *testing.T) {
	doc, err := Read(t.Context(), "map.txt", []byte(chart))
	if err != nil || doc.Format != "svg" || doc.Title != "Crossings a week" || doc.Text != "Crossings a week\n\nLorries waiting\n\nUpper Tarn\n\nLower bank" {
		t.Errorf("%+v, %v", doc, err)
	}
	for what, c := range map[string]struct {
		b    string
		want data.FaultCode
	}{
		"a picture":     {`<svg><path d="M0 0"/><script>words()</script></svg>`, data.FaultNotText},
		"deep":          {`<svg>` + strings.Repeat("<g>", 100_000) + "<text>word</text>", data.FaultBroken},
		"entities":      {`<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg><path/></svg>`, data.FaultNotText},
		"half a string": {`<svg><text x="word`, data.FaultBroken},
	} {
		if _, err := Read(t.Context(), "a.svg", []byte(c.b)); err == nil || data.FaultOf(err).Code != c.want {
			t.Errorf("%s: %v, want %s", what, err, c.want)
		}
	}
	if doc, err := Read(t.Context(), "a.html", []byte("<html><p>The envoys met.</p><svg><text>no</text></svg></html>")); err != nil || doc.Format != "html" {
		t.Errorf("a page with a drawing: %q, %v", doc.Format, err)
	}
}

func FuzzSVG(f *testing.F) {
	f.Add([]byte(chart[strings.Index(chart, "<svg")+4:]))
	f.Add([]byte("><switch><text>a</text></switch><title>b</title></svg>"))
	f.Fuzz(func(t *testing.T, b []byte) { promise(t, "a.svg", append([]byte("<svg"), b...)) })
}
