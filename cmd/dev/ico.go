package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
)

// icoSizes are the pictures of Windows' icon, in pixels.
var icoSizes = [...]int{16, 32, 48, 256}

// writeICO makes Windows' icon out of the pictures in dir. The small ones are
// bitmaps, since setup programs and old dialogs know no others.
func writeICO(dir, to string) error {
	var head, body bytes.Buffer
	put(&head, uint16(0), uint16(1), uint16(len(icoSizes)))
	start := 6 + 16*len(icoSizes)
	for _, size := range icoSizes {
		picture, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("icon-%d.png", size)))
		if err != nil {
			return err
		}
		if size < 256 {
			if picture, err = bitmap(picture, size); err != nil {
				return err
			}
		}
		side := byte(size) // 256 is written as 0
		put(&head, side, side, byte(0), byte(0), uint16(1), uint16(32), uint32(len(picture)), uint32(start+body.Len()))
		body.Write(picture)
	}
	return os.WriteFile(to, append(head.Bytes(), body.Bytes()...), 0o644)
}

// bitmap turns a PNG of size by size into BITMAPINFOHEADER, colours from the last
// line to the first, and the mask that stands for transparency where there is
// no alpha.
func bitmap(picture []byte, size int) ([]byte, error) {
	img, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return nil, err
	}
	if b := img.Bounds(); b.Dx() != size || b.Dy() != size {
		return nil, fmt.Errorf("the icon of %d pixels is %d by %d", size, b.Dx(), b.Dy())
	}
	maskLine := (size + 31) / 32 * 4
	var out bytes.Buffer
	put(&out, uint32(40), int32(size), int32(2*size), uint16(1), uint16(32), uint32(0),
		uint32(4*size*size+maskLine*size), int32(0), int32(0), uint32(0), uint32(0))
	for y := size - 1; y >= 0; y-- {
		for x := range size {
			c := straight(img, x, y)
			out.Write([]byte{c[2], c[1], c[0], c[3]})
		}
	}
	out.Write(make([]byte, maskLine*size))
	return out.Bytes(), nil
}

// straight is the pixel's red, green, blue and alpha, not multiplied.
func straight(img image.Image, x, y int) [4]byte {
	r, g, b, a := img.At(img.Bounds().Min.X+x, img.Bounds().Min.Y+y).RGBA()
	if a == 0 {
		return [4]byte{}
	}
	return [4]byte{byte(r * 255 / a), byte(g * 255 / a), byte(b * 255 / a), byte(a >> 8)}
}

// put writes values of fixed size as Windows does, the low byte first.
func put(to *bytes.Buffer, values ...any) {
	for _, v := range values {
		_ = binary.Write(to, binary.LittleEndian, v) // a buffer takes everything
	}
}
