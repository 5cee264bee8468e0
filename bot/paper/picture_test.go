package paper

import (
	"bytes"
	"image/png"
	"os"
	"slices"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"fangkong/store/workgroup"
)

func TestPicturesAreReadableOnATelephone(t *testing.T) {
	c, tallies := days(t, 14)
	for _, lang := range []workgroup.Language{workgroup.Chinese, workgroup.English} {
		for name, draw := range map[string]func() ([]byte, error){
			"attendance": Span{College: c, Days: tallies, Language: lang, At: at}.Attendance,
			"trend":      Span{College: c, Days: tallies, Language: lang, At: at}.Trend,
		} {
			raw, err := draw()
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			img, err := png.Decode(bytes.NewReader(raw))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if img.Bounds().Dx() != pictureWidth || len(raw) > 1<<20 {
				t.Errorf("%s is %d wide and %d bytes", name, img.Bounds().Dx(), len(raw))
			}
			if dir := os.Getenv("PAPERS"); dir != "" {
				if err := os.WriteFile(dir+"/"+name+"-"+string(lang)+".png", raw, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			again, err := draw()
			if err != nil || !bytes.Equal(raw, again) {
				t.Errorf("%s drawn again differs: %v", name, err)
			}
		}
	}
}

func TestNoDayNoPicture(t *testing.T) {
	c, _ := days(t, 1)
	if _, err := (Span{College: c}).Attendance(); err == nil {
		t.Error("a picture of no day")
	}
	if _, err := (Span{College: c}).Trend(); err == nil {
		t.Error("a picture of no day")
	}
}

// What pictures are made of can be drawn on a machine without a font: the form's words, and every character of GBK's first
// levels, which is what units are called by.
func TestNoGlyphIsMissing(t *testing.T) {
	words := "【演练演示】✓逾迟补待未按时补报确认应已送情况项现有人数单位不计入较昨日□–…（），　OLM?%+-/:0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	for _, label := range workgroup.Labels {
		words += label.Name + label.English
	}
	decode := simplifiedchinese.GBK.NewDecoder()
	for lead := byte(0xB0); lead <= 0xF7; lead++ {
		for trail := byte(0xA1); trail <= 0xFE; trail++ {
			if lead == 0xD7 && trail > 0xF9 {
				continue // nothing is there
			}
			char, err := decode.Bytes([]byte{lead, trail})
			if err != nil {
				t.Fatal(err)
			}
			words += string(char)
		}
	}
	if got := drawable(words); got != words {
		for i, r := range []rune(got) {
			if want := []rune(words)[i]; r != want {
				t.Errorf("no glyph for %c", want)
			}
		}
	}
	if got := drawable("软件学院🚑"); got != "软件学院□" {
		t.Errorf("drawn as %q", got)
	}
}

// BenchmarkPicture draws who filed when, 33 units on 14 days, and the figures of those days.
func BenchmarkPicture(b *testing.B) {
	c, tally := large(b)
	tallies := slices.Repeat([]workgroup.Tally{tally}, 14)
	for name, draw := range map[string]func() ([]byte, error){
		"attendance": Span{College: c, Days: tallies, At: at}.Attendance,
		"trend":      Span{College: c, Days: tallies, At: at}.Trend,
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := draw(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A college that began this week has no empty weeks before on its pictures; a week is shown at least, and a gap between days stays.
func TestAPictureBeginsWithTheFirstDay(t *testing.T) {
	day := func(kept bool) (out workgroup.Tally) {
		if kept {
			out.Lines = []workgroup.UnitLine{{}}
		}
		return out
	}
	for _, c := range []struct {
		kept  []bool
		shown int
	}{
		{[]bool{false, false, false, false, false, false, false, false, false, true}, 7},
		{[]bool{false, false, true, false, false, false, false, false, false, true}, 8},
		{[]bool{true, false, false, false, false, false, false, false, false, true}, 10},
		{[]bool{false, true}, 2},
	} {
		s := Span{}
		for _, kept := range c.kept {
			s.Days = append(s.Days, day(kept))
		}
		if n := len(s.begun().Days); n != c.shown {
			t.Errorf("%v: %d days, want %d", c.kept, n, c.shown)
		}
	}
}
