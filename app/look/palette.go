// Package look is Lectern's appearance: colours, type and spacing for every
// mode a person can choose. Screens ask it for colours by meaning ("the ink of
// the caveat lane") and never name a colour themselves.
package look

import (
	"image/color"

	"lectern/data"
)

// Mode is the look a person chose.
type Mode string

// The modes. System follows the light or dark setting of the desktop.
const (
	System    Mode = "system"
	Light     Mode = "light"
	Dark      Mode = "dark"
	Sepia     Mode = "sepia"
	Contrast  Mode = "contrast"
	Projector Mode = "projector"
)

// Modes returns the modes a person can choose for reading, in menu order.
// Projector is left out: the stage and the pictures use it.
func Modes() []Mode { return []Mode{System, Light, Dark, Sepia, Contrast} }

// LaneColours are one lane's colours. A lane is never told by them alone: its
// letter, its name and its place go with them.
type LaneColours struct {
	Ink  color.NRGBA // words and marks; readable on Wash, Sheet and Paper
	Wash color.NRGBA // background of a passage
	Edge color.NRGBA // the bar at a passage's side
}

// Palette is every colour of one mode.
type Palette struct {
	Dark   bool        // whether ink is lighter than paper
	Paper  color.NRGBA // the room: behind everything
	Sheet  color.NRGBA // what text is read on
	Raised color.NRGBA // bars, menus, fields
	Ink    color.NRGBA // text
	Dim    color.NRGBA // secondary text, still readable
	Faint  color.NRGBA // text stepped back while something else is chosen
	Line   color.NRGBA // hairlines
	Accent color.NRGBA // what can be pressed, focus
	OnAcc  color.NRGBA // text on Accent
	Select color.NRGBA // behind selected text and rows
	Found  color.NRGBA // behind search hits
	Alarm  color.NRGBA // errors

	Statement, Caveat, Reaction, Background LaneColours
}

// Lane returns the colours of a lane; NoLane has those of Background.
func (p Palette) Lane(l data.Lane) LaneColours {
	switch l {
	case data.Statement:
		return p.Statement
	case data.Caveat:
		return p.Caveat
	case data.Reaction:
		return p.Reaction
	}
	return p.Background
}

// PaletteOf returns the colours of a mode. For System, dark tells what the
// desktop asks for.
func PaletteOf(m Mode, dark bool) Palette {
	p := paletteOf(m, dark)
	p.Faint = Fade(p.Dim, 0.75)
	if m == Contrast {
		p.Faint = p.Dim // whoever chose this look needs every word
	}
	return p
}

func paletteOf(m Mode, dark bool) Palette {
	switch m {
	case Dark:
		return darkPalette()
	case Sepia:
		return sepiaPalette()
	case Contrast:
		return contrastPalette()
	case Projector:
		return projectorPalette()
	case System:
		if dark {
			return darkPalette()
		}
	}
	return lightPalette()
}

// rgb reads 0xRRGGBB.
func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

// Fade returns c with its opacity multiplied by share, 0 to 1.
func Fade(c color.NRGBA, share float32) color.NRGBA {
	c.A = uint8(float32(c.A) * share)
	return c
}

func lane(ink, wash, edge uint32) LaneColours {
	return LaneColours{Ink: rgb(ink), Wash: rgb(wash), Edge: rgb(edge)}
}

func lightPalette() Palette {
	return Palette{
		Paper: rgb(0xf4f2ed), Sheet: rgb(0xfffefb), Raised: rgb(0xfaf8f4),
		Ink: rgb(0x1c2126), Dim: rgb(0x5c636b), Line: rgb(0xdedad1),
		Accent: rgb(0x2b5c86), OnAcc: rgb(0xffffff),
		Select: rgb(0xd3e3f2), Found: rgb(0xffe27a), Alarm: rgb(0xa8281e),
		Statement:  lane(0x1d5a8c, 0xe7f0f8, 0x4a8bc2),
		Caveat:     lane(0x7c5200, 0xfbf1da, 0xd79b2a),
		Reaction:   lane(0x862c66, 0xf8e9f2, 0xc0609f),
		Background: lane(0x525b64, 0xefefec, 0xa3a9ae),
	}
}

func darkPalette() Palette {
	return Palette{
		Dark:  true,
		Paper: rgb(0x14171a), Sheet: rgb(0x1b1f23), Raised: rgb(0x20252a),
		Ink: rgb(0xe4e2dc), Dim: rgb(0x9ea6ae), Line: rgb(0x33393f),
		Accent: rgb(0x86b8e6), OnAcc: rgb(0x10202e),
		Select: rgb(0x2a4560), Found: rgb(0x6b5610), Alarm: rgb(0xf09a8f),
		Statement:  lane(0x93c5f2, 0x1d2f40, 0x4a8bc2),
		Caveat:     lane(0xeec274, 0x352b17, 0xc18c2c),
		Reaction:   lane(0xeaa5d0, 0x362434, 0xb0609a),
		Background: lane(0xb7bfc7, 0x272c31, 0x6d757d),
	}
}

func sepiaPalette() Palette {
	return Palette{
		Paper: rgb(0xece0c8), Sheet: rgb(0xf7eedc), Raised: rgb(0xf2e7d1),
		Ink: rgb(0x37291b), Dim: rgb(0x695541), Line: rgb(0xd9c8a8),
		Accent: rgb(0x7a4a1e), OnAcc: rgb(0xfdf6e8),
		Select: rgb(0xe3cfa4), Found: rgb(0xf5d06a), Alarm: rgb(0x982a1a),
		Statement:  lane(0x1d5069, 0xe2e7df, 0x4f879c),
		Caveat:     lane(0x764800, 0xf4e0b6, 0xc88b22),
		Reaction:   lane(0x7b2c58, 0xf1dcdb, 0xb05c86),
		Background: lane(0x5a5140, 0xeae0cb, 0xa3977f),
	}
}

func contrastPalette() Palette {
	return Palette{
		Dark:  true,
		Paper: rgb(0x000000), Sheet: rgb(0x000000), Raised: rgb(0x0d0d0d),
		Ink: rgb(0xffffff), Dim: rgb(0xd8d8d8), Line: rgb(0x8f8f8f),
		Accent: rgb(0xffe14d), OnAcc: rgb(0x000000),
		Select: rgb(0x004a8f), Found: rgb(0x665200), Alarm: rgb(0xff9d91),
		Statement:  lane(0x8fd0ff, 0x001c33, 0x8fd0ff),
		Caveat:     lane(0xffd24d, 0x2a2000, 0xffd24d),
		Reaction:   lane(0xffa6e2, 0x31001f, 0xffa6e2),
		Background: lane(0xf0f0f0, 0x1c1c1c, 0xd0d0d0),
	}
}

func projectorPalette() Palette {
	return Palette{
		Dark:  true,
		Paper: rgb(0x0b0e12), Sheet: rgb(0x10141a), Raised: rgb(0x171c23),
		Ink: rgb(0xf7f5ef), Dim: rgb(0xc3c8ce), Line: rgb(0x4a525b),
		Accent: rgb(0x9ccbf5), OnAcc: rgb(0x0b1520),
		Select: rgb(0x23486b), Found: rgb(0x5c4a0c), Alarm: rgb(0xffada3),
		Statement:  lane(0xa9d5fb, 0x142738, 0x5aa0dc),
		Caveat:     lane(0xf8d187, 0x2d2410, 0xdba23a),
		Reaction:   lane(0xf5b9df, 0x301c2c, 0xcc73b2),
		Background: lane(0xd2d8de, 0x1f252b, 0x8b949d),
	}
}
