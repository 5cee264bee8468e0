// Package square draws a link as the square code (二维码) that a telephone's camera reads.
package square

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

	"github.com/boombuler/barcode/qr"
)

const (
	dot   = 8 // pixels a module: readable from paper and from across a desk
	quiet = 4 // modules of white around it, without which readers do not find it
)

// PNG is the picture of a text of some hundred letters at most. A sixth of it may be spoilt and it still reads.
func PNG(text string) ([]byte, error) {
	code, err := qr.Encode(text, qr.M, qr.Unicode)
	if err != nil {
		return nil, err
	}
	n := code.Bounds().Dx()
	side := (n + 2*quiet) * dot
	img := image.NewPaletted(image.Rect(0, 0, side, side), color.Palette{color.White, color.Black})
	for y := range n * dot {
		for x := range n * dot {
			if r, _, _, _ := code.At(x/dot, y/dot).RGBA(); r == 0 {
				img.SetColorIndex(x+quiet*dot, y+quiet*dot, 1)
			}
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
