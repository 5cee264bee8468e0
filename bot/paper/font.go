package paper

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/golang/freetype/truetype"
)

//go:embed font/wqy-microhei-gbk.ttf
var microhei []byte

// font is the only one that pictures use: it has every character of GBK and Latin, and stands beside its licence.
var font = sync.OnceValue(func() *truetype.Font {
	f, err := truetype.Parse(microhei)
	if err != nil {
		panic(fmt.Sprintf("paper: the embedded font: %v", err)) // the program was built wrongly
	}
	return f
})

// drawable is a text in which □ stands for what the font does not have.
func drawable(words string) string {
	return strings.Map(func(r rune) rune {
		if font().Index(r) == 0 {
			return '□'
		}
		return r
	}, words)
}
