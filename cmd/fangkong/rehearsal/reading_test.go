package rehearsal

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"fangkong/store/workgroup"
)

// read is how long people read a text: two hundred words a minute, or three hundred characters. What is said twice on end is read
// once: as much of it as stood there before.
func read(lang workgroup.Language, before, text string) time.Duration {
	text = strings.TrimPrefix(text, before)
	if lang == workgroup.English {
		return time.Duration(len(strings.Fields(text))) * time.Minute / 200
	}
	n, within := 0, false
	for _, r := range text {
		word := r < unicode.MaxLatin1 && !unicode.IsSpace(r) && !unicode.IsPunct(r)
		if unicode.Is(unicode.Han, r) || word && !within { // a number or a foreign word is taken in at a glance
			n++
		}
		within = word
	}
	return time.Duration(n) * time.Minute / 300
}

// The panel leaves time for everything else: three minutes are soon gone. What it says when a step was done, and leads on by itself, is
// how the next one begins, so that whoever reads reads on; and what is said while a case climbs is read before the director is rung.
func TestThePanelIsReadInTime(t *testing.T) {
	for _, lang := range workgroup.Languages {
		p := open(t, Options{Language: lang}).stopped(t).playing
		cast, _ := p.troupe()
		all, before := read(lang, "", p.words.say("intro")), ""
		for _, s := range steps[1:] {
			panel := func(which string) string { return p.words.say("tour."+s.name+"."+which, s.said(cast)...) }
			text := panel("text")
			if !strings.HasPrefix(text, before) {
				t.Errorf("%s: after %q comes %q", lang, before, text)
			}
			all += read(lang, before, text)
			before = text
			if s.name == "urgent" {
				if climbs := read(lang, "", panel("climbs")); climbs > 10*time.Second {
					t.Errorf("%s: while the case climbs %s are read", lang, climbs)
				}
				all += read(lang, "", panel("climbs")) + read(lang, "", panel("rung"))
			}
			if s.name == "signature" {
				continue // signed by then
			}
			before = panel("after")
			all += read(lang, "", before)
			if !s.leads {
				before = ""
			}
		}
		if all > 75*time.Second {
			t.Errorf("%s: until it is signed the panel takes %s to read", lang, all)
		}
	}
}
