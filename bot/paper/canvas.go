package paper

import (
	"math"

	"github.com/go-analyze/charts"

	"fangkong/store/workgroup"
)

// The colours of pictures: fills light enough for the words on them.
var (
	ink    = charts.ColorFromHex("#1f2933")
	faint  = charts.ColorFromHex("#6b7785")
	rule   = charts.ColorFromHex("#cbd2d9")
	paper  = charts.ColorFromHex("#ffffff")
	good   = charts.ColorFromHex("#c6efce")
	warn   = charts.ColorFromHex("#ffeb9c")
	bad    = charts.ColorFromHex("#f8cbad")
	worst  = charts.ColorFromHex("#e06666")
	absent = charts.ColorFromHex("#edf0f3")
)

// canvas is a picture while it is drawn.
type canvas struct {
	*charts.Painter
	language workgroup.Language
}

func newCanvas(width, height int, language workgroup.Language) canvas {
	p := charts.NewPainter(charts.PainterOptions{OutputFormat: charts.ChartOutputPNG, Width: width, Height: height, Font: font()})
	p.FilledRect(0, 0, width, height, paper, paper, 0)
	return canvas{p, language}
}

func (c canvas) in(zh, en string) string {
	if c.language == workgroup.English {
		return en
	}
	return zh
}

func (c canvas) word(name string, pairs ...any) string { return worded(c.language, name, pairs...) }

// write puts words down from the left, y being the middle of the line. A character that the font lacks stands as □.
func (c canvas) write(words string, x, y int, size float64, color charts.Color) {
	words = drawable(words)
	style := charts.FontStyle{FontSize: size, FontColor: color, Font: font()}
	c.Text(words, x, y+c.MeasureText("国", 0, style).Height()/2, 0, style)
}

// slant writes words from the lower left to the upper right, faintly: a watermark.
func (c canvas) slant(words string, x, y int, size float64) {
	c.Text(drawable(words), x, y, -math.Pi/7, charts.FontStyle{FontSize: size, FontColor: absent, Font: font()})
}

// centre puts words down with x as their middle.
func (c canvas) centre(words string, x, y int, size float64, color charts.Color) {
	c.write(words, x-c.wide(words, size)/2, y, size, color)
}

// fit is the words, cut short where they would be wider than that.
func (c canvas) fit(words string, width int, size float64) string {
	if c.wide(words, size) <= width {
		return words
	}
	runes := []rune(words)
	for len(runes) > 1 && c.wide(string(runes)+"…", size) > width {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

func (c canvas) wide(words string, size float64) int {
	return c.MeasureText(drawable(words), 0, charts.FontStyle{FontSize: size, FontColor: ink, Font: font()}).Width()
}
