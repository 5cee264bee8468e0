package square

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
)

// modules reads a picture back into its modules, the white around it included.
func modules(t *testing.T, raw []byte) [][]bool {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	n := img.Bounds().Dx() / dot
	if img.Bounds() != image.Rect(0, 0, n*dot, n*dot) {
		t.Fatalf("no square: %v", img.Bounds())
	}
	out := make([][]bool, n)
	for y := range out {
		out[y] = make([]bool, n)
		for x := range out[y] {
			r, _, _, _ := img.At(x*dot+dot/2, y*dot+dot/2).RGBA()
			out[y][x] = r == 0
		}
	}
	return out
}

// unmask is the mask with a number, as the standard numbers them.
func unmask(mask, y, x int) bool {
	switch mask {
	case 0:
		return (y+x)%2 == 0
	case 1:
		return y%2 == 0
	case 2:
		return x%3 == 0
	case 3:
		return (y+x)%3 == 0
	case 4:
		return (y/2+x/3)%2 == 0
	case 5:
		return y*x%2+y*x%3 == 0
	case 6:
		return (y*x%2+y*x%3)%2 == 0
	}
	return ((y+x)%2+y*x%3)%2 == 0
}

// reading walks the modules as a telephone does, and returns the bytes of the first block: a link of ours fits two, interleaved.
func reading(grid [][]bool) (bits []bool) {
	n := len(grid)
	at := func(y, x int) bool { return grid[y][x] }
	mask := 0
	for i, x := range []int{2, 3, 4} {
		if at(8, x) != (0b101>>(2-i)&1 == 1) {
			mask |= 1 << (2 - i)
		}
	}
	align := n - 7 // of versions 2 to 6
	function := func(y, x int) bool {
		return y < 9 && (x < 9 || x >= n-8) || x < 9 && y >= n-8 || y == 6 || x == 6 || y >= align-2 && y <= align+2 && x >= align-2 && x <= align+2
	}
	up := true
	for x := n - 1; x > 0; x -= 2 {
		if x == 6 {
			x--
		}
		for i := range n {
			y := i
			if up {
				y = n - 1 - i
			}
			for _, col := range []int{x, x - 1} {
				if !function(y, col) {
					bits = append(bits, at(y, col) != unmask(mask, y, col))
				}
			}
		}
		up = !up
	}
	return bits
}

func TestThePictureSaysTheLink(t *testing.T) {
	link := "https://t.me/fangkong_bot?start=i2s_ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	raw, err := PNG(link)
	if err != nil {
		t.Fatal(err)
	}
	all := modules(t, raw)
	n := len(all) - 2*quiet
	grid := make([][]bool, n)
	for y := range all {
		for x := range all {
			if inside := y >= quiet && x >= quiet && y < quiet+n && x < quiet+n; !inside && all[y][x] {
				t.Fatalf("black at the edge: %d, %d", x, y)
			}
		}
	}
	for y := range grid {
		grid[y] = all[y+quiet][quiet : quiet+n]
	}
	// Version 4 with a sixth to spare: two blocks of 32 bytes, their bytes in turn. Mode (4 bits), length (8), then the text.
	if n != 33 {
		t.Fatalf("%d modules", n)
	}
	bits := reading(grid)
	var words []byte
	for i := range 64 {
		var b byte
		for _, bit := range bits[8*i : 8*i+8] {
			b <<= 1
			if bit {
				b |= 1
			}
		}
		words = append(words, b)
	}
	var data []byte
	for block := range 2 {
		for i := range 32 {
			data = append(data, words[2*i+block])
		}
	}
	var said strings.Builder
	for i := range len(link) {
		said.WriteByte(data[i+1]<<4 | data[i+2]>>4)
	}
	if data[0]>>4 != 4 || int(data[0]<<4|data[1]>>4) != len(link) || said.String() != link {
		t.Errorf("mode %d, %q", data[0]>>4, said.String())
	}
	if len(raw) > 4096 {
		t.Errorf("%d bytes", len(raw))
	}
}

func TestWhatIsTooLongIsRefused(t *testing.T) {
	if _, err := PNG(strings.Repeat("x", 5000)); err == nil {
		t.Error("drawn all the same")
	}
}
