package paper

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// Whatever a drill makes says that it is one: on each page, signed or not, and on each picture.
func TestADrillSaysSo(t *testing.T) {
	c, all := days(t, 3)
	for _, of := range []struct {
		drill, signed bool
		want          string
	}{{false, false, "送审稿"}, {true, false, "演练　送审稿"}, {true, true, "演练"}} {
		c.Drill = of.drill
		raw, err := Official{College: c, Date: "2020-01-31", Signed: of.signed}.Document()
		if err != nil {
			t.Fatal(err)
		}
		if _, head, _ := parts(t, raw); strings.TrimSpace(head) != of.want {
			t.Errorf("every page is headed %q, and not %q", head, of.want)
		}
	}
	s := Span{College: c, Days: all, At: at}
	for name, draw := range map[string]func(Span) ([]byte, error){"attendance": Span.Attendance, "trend": Span.Trend} {
		s.College.Drill = false
		real, err := draw(s)
		if err != nil {
			t.Fatal(err)
		}
		s.College.Drill = true
		drill, err := draw(s)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(real, drill) {
			t.Errorf("%s of a drill cannot be told from a real one", name)
		}
		if dir := os.Getenv("SHOTS"); dir != "" {
			_ = os.WriteFile(dir+"/drill-"+name+".png", drill, 0o644)
		}
	}
}
