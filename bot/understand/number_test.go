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
		{"卅", 30, false, false}, {"卅二", 32, false, false}, {"卌", 40, false, false},
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

// Nobody is counted in parts, and what is only added up by whoever reads it is asked; a sum that is stated is the figure.
func TestPartsAndSums(t *testing.T) {
	r := New(roster())
	for text, want := range map[string]int{
		"居家隔离2.5人": -1, "居家隔离二点五人": -1, "居家隔离2个半": -1, "居家隔离两个半": -1, "居家隔离2+1人": -1, "居家隔离（2+1）人": -1, "居家隔离3人+2人": -1, "居家隔离2+1=4人": -1,
		"居家隔离2+1=3人": 3, "居家隔离3人+2人，共5人": 5, "一对夫妻居家隔离": 2, "居家隔离夫妻俩": 2, "居家隔离30+人": -1, "居家隔离15（+2，-1）": 15,
		"home quarantine twenty-three": 23, "one hundred and two in home quarantine": 102, "thirteen people in home quarantine": 13,
		"居家隔离2人，值班两点五个人开会": 2,
	} {
		g := r.Read(text, Context{Date: today})
		n, exact := g.Fields["home_quarantine_now"]
		if want < 0 && (exact || !g.Doubtful(Approximate)) || want >= 0 && n != want {
			t.Errorf("%s: %s", text, describe(g))
		}
	}
}
