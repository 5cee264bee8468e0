package paper

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// Whatever a college that is only played makes says that it is: on each page, signed or not, and on each picture.
func TestWhatIsPlayedSaysSo(t *testing.T) {
	c, all := days(t, 3)
	for _, of := range []struct {
		mark   string
		signed bool
		want   string
	}{{"", false, "送审稿"}, {"演练", false, "演练　送审稿"}, {"演示", true, "演示"}} {
		c.Mark = of.mark
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
		s.College.Mark = ""
		real, err := draw(s)
		if err != nil {
			t.Fatal(err)
		}
		s.College.Mark = "演练"
		drill, err := draw(s)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(real, drill) {
			t.Errorf("%s of a played one cannot be told from a real one", name)
		}
		if dir := os.Getenv("SHOTS"); dir != "" {
			_ = os.WriteFile(dir+"/drill-"+name+".png", drill, 0o644)
		}
	}
}
