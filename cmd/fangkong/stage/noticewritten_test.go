package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// The class and the deadline that the office writes into a notice are set, and shown to be; what cannot be read as one is pointed at.
func TestANoticeIsSetAsItIsWritten(t *testing.T) {
	t.Parallel()
	p := early(t, "09:00")
	office := p.office()
	said := p.says(office, nil, "/notice 紧急 请各单位今天下午4点前报送返校学生名单，不得有误")
	p.sees(office, nil, "紧急，只需已阅，1月31日 16:00 前（正文写的“今天下午4点前”）")
	// Another deadline in the text is the deadline, until its author sets one.
	office.Edits(said, "/notice 紧急 请各单位今天下午5点前报送返校学生名单")
	p.settle()
	p.sees(office, nil, "1月31日 17:00 前（正文写的“今天下午5点前”）")
	p.presses(office, nil, "一般")
	p.presses(office, nil, "2月1日 12:00 前")
	p.sees(office, nil, "一般，只需已阅，2月1日 12:00 前", "⚠️ 正文写了“今天下午5点前”，与截止时间不一致")
	office.Edits(said, "/notice 紧急 请各单位今天下午6点前报送返校学生名单")
	p.settle()
	p.sees(office, nil, "一般，只需已阅，2月1日 12:00 前", "⚠️ 正文写了“今天下午6点前”")
	p.presses(office, nil, "放弃")
	for words, shows := range map[string]string{
		"今天早上8点前报名单":         "⚠️ 正文写了“今天早上8点前”，没有设截止时间",
		"上午10点前报名单，下午4点前报总结": "⚠️ 正文写了“上午10点前、下午4点前”，没有设截止时间",
		"今天下午三点开会":           "一般，只需已阅，不限时间\n·",
	} {
		p.says(office, nil, "通知："+words)
		p.sees(office, nil, shows)
		p.presses(office, nil, "放弃")
	}
	// In English; and what somebody else was notified of is no notice of theirs.
	english := p.Holder(workgroup.Director)
	p.says(english, nil, "/language")
	p.presses(english, nil, "English")
	p.says(english, nil, "notice: Urgent: send the list by 4 pm")
	p.sees(english, nil, "Pressing, to be read", "16:00 (the text says “4 pm”)")
	p.presses(english, nil, "Publish")
	if n := p.notice(); n.Class != workgroup.NoticePressing || n.Deadline.In(p.College.Zone).Format("15:04") != "16:00" {
		t.Errorf("%+v", n.Wording)
	}
	duty := p.Holder(workgroup.DutyStaff)
	p.says(p.Head("ruanjian"), nil, "通知：软件学院一名学生刚被确诊")
	if p.withText(duty, nil, "一名学生刚被确诊") == nil {
		t.Error("nobody was woken")
	}
}
