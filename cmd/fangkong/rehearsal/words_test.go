package rehearsal

import (
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// named finds the names of words in templates and in Go.
var named = regexp.MustCompile(`(?:Say|say\() ?"([^"%]+)"`)

func TestEveryWordIsThereInEachLanguage(t *testing.T) {
	zh := languages[workgroup.Chinese]
	for lang, w := range languages {
		if got, want := slices.Sorted(maps.Keys(w.table)), slices.Sorted(maps.Keys(zh.table)); !slices.Equal(got, want) {
			t.Errorf("%s has other words than zh-CN: %v", lang, difference(got, want))
		}
		if len(w.lines) != len(zh.lines) {
			t.Errorf("%s has %d lines, zh-CN %d", lang, len(w.lines), len(zh.lines))
		}
		for name, text := range w.table {
			if strings.TrimSpace(text) == "" || strings.Count(text, "%") != strings.Count(zh.table[name], "%") {
				t.Errorf("%s: %s is %q", lang, name, text)
			}
		}
	}
	var used []string
	for _, p := range []string{"*.go", "page/*.tmpl"} {
		files, err := fs.Glob(os.DirFS("."), p)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range named.FindAllStringSubmatch(string(raw), -1) {
				if name := m[1]; !strings.HasSuffix(name, ".") {
					used = append(used, name)
				}
			}
		}
	}
	used = append(used, scripted...)
	for _, m := range []mistake{errUnclear, errLong, errBig, errGone, errBlocked, errEmpty, errNoLine, errNotNow, errNoTour, errOver, errBroken} {
		used = append(used, "error."+string(m))
		if !slices.Contains(scripted, "error."+string(m)) {
			t.Errorf("the script does not know the words for %s", m)
		}
	}
	for _, o := range offers {
		used = append(used, "offer."+o.name, "offer."+o.name+".text")
	}
	for _, s := range steps {
		used = append(used, "tour."+s.name+".title", "tour."+s.name+".text")
	}
	for _, name := range []string{"climbs", "stands", "rung"} { // what a case comes to while the visitor looks on
		used = append(used, "tour.urgent."+name)
	}
	set, _ := settings.Sample()
	for name := range set.Times {
		used = append(used, "step."+name)
	}
	for _, r := range workgroup.Roles {
		used = append(used, "tag."+string(r))
	}
	for _, name := range used {
		if zh.table[name] == "" {
			t.Errorf("there are no words %q", name)
		}
	}
	for name := range zh.table {
		if !slices.Contains(used, name) && !strings.HasPrefix(name, "service.") && !strings.HasPrefix(name, "tour.signature.") && !strings.HasPrefix(name, "next.") && !strings.HasPrefix(name, "told.") && !strings.HasSuffix(name, ".line") && !strings.HasSuffix(name, ".after") && !strings.HasPrefix(name, "role.") {
			t.Errorf("nobody says %q", name)
		}
	}
}

func difference(a, b []string) (out []string) {
	for _, one := range slices.Concat(a, b) {
		if slices.Contains(a, one) != slices.Contains(b, one) {
			out = append(out, one)
		}
	}
	return out
}
