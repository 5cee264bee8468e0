package understand

import "testing"

func TestScanNumber(t *testing.T) {
	cases := []struct {
		text   string
		value  int
		approx bool
		noise  bool
	}{
		{"0", 0, false, false}, {"零", 0, false, false}, {"12", 12, false, false}, {"十二", 12, false, false},
		{"两", 2, false, false}, {"俩", 2, false, false}, {"仨", 3, false, false}, {"廿三", 23, false, false},
		{"二十", 20, false, false}, {"一百零三", 103, false, false}, {"一百二", 120, false, false},
		{"一百一十", 110, false, false}, {"一千零二十", 1020, false, false}, {"两千三百四十五", 2345, false, false},
		{"三四", 34, true, false}, {"十三四", 14, true, false}, {"十几", 10, true, false}, {"20几", 20, true, false},
		{"一九零二", 1902, false, true}, {"13912345678", 0, false, true},
	}
	for _, c := range cases {
		r := []rune(c.text)
		n := scanNumber(r)
		if n.length != len(r) || n.approx != c.approx || n.noise != c.noise || !c.approx && !c.noise && n.value != c.value {
			t.Errorf("%s: %+v, want %d approx %v noise %v", c.text, n, c.value, c.approx, c.noise)
		}
	}
}

// TestNotCounts holds the numbers of rule V23: none of them is a figure.
func TestNotCounts(t *testing.T) {
	r := New(roster())
	for _, text := range []string{
		"2020年2月4日", "2月4号14时30分", "14:50", "15点半", "体温36.5", "体温36度5", "电话13912345678", "0392-3312345",
		"护理1902班", "软件19-3班", "19级", "第3天", "隔离14天", "84消毒液", "3号楼", "2单元201室", "两点半", "5个学院", "18个班级群", "100%", "24小时值班",
		"2020-02-04", "2020.2.4", "G1234次", "鹤职院党发〔2020〕1号",
	} {
		if g := r.Read(text, Context{Date: today}); len(g.Fields) != 0 {
			t.Errorf("%s became %v", text, g.Fields)
		}
		if g := r.Read("居家隔离2人，"+text, Context{Date: today}); g.Fields["home_quarantine_now"] != 2 || len(g.Fields) != 1 {
			t.Errorf("居家隔离2人，%s became %v %v", text, g.Fields, g.Doubts)
		}
	}
}
