package understand

import "testing"

func TestEnglishDates(t *testing.T) {
	r := New(roster())
	for text, want := range map[string]string{
		"Jan 31: home quarantine 5": "2020-01-31", "January 31st, home quarantine 5": "2020-01-31", "Feb 4, 2020 - home quarantine 5": "2020-02-04",
		"On the 3rd of February 5 in home quarantine": "2020-02-03", "31 Jan 2020: home quarantine 5": "2020-01-31", "Report for Feb 3: home quarantine 5": "2020-02-03",
		"home quarantine 5 since Jan 31": "", "home quarantine 5, one of them since the 31st": "", "we may quarantine 5 at home": "",
	} {
		if g := r.Read(text, Context{Date: today}); g.DateRef != want || g.Fields["home_quarantine_now"] != 5 && want != "" {
			t.Errorf("%s: %s", text, describe(g))
		}
	}
}

// A year without a day is no day, wherever the message ends.
func TestAYearAloneIsNoDay(t *testing.T) {
	r := New(roster())
	for _, text := range []string{"2020年", "截至2020年", "居家隔离5人，2020年", "2020年2020年2月3日", "2020年元", "2020年2", "2020年2月"} {
		if g := r.Read(text, Context{Date: today}); g.DateRef != "" && text != "2020年2020年2月3日" {
			t.Errorf("%s: %s", text, describe(g))
		}
	}
}
