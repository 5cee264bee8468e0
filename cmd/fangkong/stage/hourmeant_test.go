package stage

import "testing"

// An hour that corrects another is of the day that stands there already.
func TestACorrectedHourIsOfItsDay(t *testing.T) {
	t.Parallel()
	for words, until := range map[string]string{"不对，是晚上8点": "02-01 20:00", "错了，应该是20点": "02-01 20:00", "不对，是今晚8点": "01-31 20:00", "不对，是2月2日8点": "02-02 08:00", "不对，应该是明天18点": "02-01 18:00"} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, "决定：团委牵头2月1日8点前发布公开信")
		p.says(office, nil, words)
		if _, got := p.owns("001"); got != until {
			t.Errorf("%s: %s\n%s", words, got, p.transcript(office, nil))
		}
	}
	// So is one that puts right what is in force already.
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	p.decides("zhao-wangpu", "团委牵头2月1日8点前发布公开信")
	p.says(office, nil, "不对，是晚上8点")
	p.says(office, nil, "宣传部要审")
	if _, got := p.owns("001"); got != "02-01 20:00" {
		t.Errorf("in force: %s\n%s", got, p.transcript(office, nil))
	}
}

// Where a part of the day was said, an hour is of that part: “6点” before the office closes is in the evening.
func TestAnHourIsOfThePartOfTheDayThatWasSaid(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ decided, hour, until string }{
		{"后勤集团明天下班前把隔离宿舍准备好", "6点", "02-01 18:00"},
		{"后勤集团明天下班前把隔离宿舍准备好", "5点半", "02-01 17:30"},
		{"后勤集团明天下班前把隔离宿舍准备好", "17:30", "02-01 17:30"},
		{"后勤集团明天下班前把隔离宿舍准备好", "12点", "02-01 12:00"},
		{"后勤集团明天下班前把隔离宿舍准备好", "上午10点", "02-01 10:00"},
		{"后勤集团明天晚上前把隔离宿舍准备好", "8点", "02-01 20:00"},
		{"后勤集团明天下午前完成消毒", "3点", "02-01 15:00"},
		{"后勤集团明天上午前完成消毒", "9点", "02-01 09:00"},
	} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, "决定："+c.decided)
		p.says(office, nil, c.hour)
		if _, got := p.owns("001"); got != c.until {
			t.Errorf("%s, %s: %s\n%s", c.decided, c.hour, got, p.transcript(office, nil))
		}
	}
}

// A time is understood as people say it, where until when was asked; “记” records what it is asked of.
func TestATimeAsPeopleSayIt(t *testing.T) {
	t.Parallel()
	for words, until := range map[string]string{"后天吧": "02-03 00:00", "那就2月2号下午5点": "02-02 17:00", "就2月2日吧": "02-03 00:00", "那就明天18点前": "02-01 18:00", "定在后天中午12点吧": "02-02 12:00", "2号下午5点": "02-02 17:00", "最晚明天18点": "02-01 18:00", "后天之前": "02-03 00:00"} {
		for _, asked := range []bool{false, true} {
			p := wholeEarly(t, "15:58")
			leader := p.Person("yu-silin")
			p.until("16:01")
			p.says(leader, nil, "安保处尽快把西门封了")
			if asked {
				p.presses(leader, nil, "写时限")
			}
			p.says(leader, nil, words)
			if _, got := p.owns("001"); got != until {
				t.Errorf("%s: %s\n%s", words, got, p.transcript(leader, nil))
				continue
			}
			p.says(leader, nil, "记")
			if !p.decision("001").Recorded.Done() {
				t.Errorf("记 records nothing\n%s", p.transcript(leader, nil))
			}
		}
	}
}
