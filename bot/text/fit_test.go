package text

import (
	"strings"
	"testing"
)

func TestFit(t *testing.T) {
	const more = "…"
	short := "<b>汇总</b>\n" + strings.Repeat("😷", 2000)
	if Fit(short, more) != short {
		t.Error("a message that fits was changed")
	}
	line := "<b>" + strings.Repeat("护", 99) + "</b>\n"
	long := strings.Repeat(line, 60)
	got := Fit(long, more)
	if n := length(got); n > Longest || n < Longest-200 {
		t.Errorf("%d units left", n)
	}
	if strings.Count(got, "<b>") != strings.Count(got, "</b>") || !strings.HasSuffix(got, "\n"+more) {
		t.Errorf("cut badly: …%q", got[len(got)-20:])
	}
	// A tag that stays open over many lines is left out whole.
	quoted := "头\n<blockquote>" + strings.Repeat(strings.Repeat("护", 99)+"\n", 60) + "</blockquote>"
	if got := Fit(quoted, more); got != "头\n"+more {
		t.Errorf("an open tag was left: %q", got[:min(60, len(got))])
	}
}
