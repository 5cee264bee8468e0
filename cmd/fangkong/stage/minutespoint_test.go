package stage

import (
	"slices"
	"strings"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// pointNotes are what the minutes of the day's meeting say under a point.
func (p *play) pointNotes(of workgroup.Point) (notes []string) {
	p.t.Helper()
	p.view(func(b workgroup.Book) {
		m, _ := workgroup.LastMeeting(b, "2020-01-31")
		notes = m.NotesOn(of)
	})
	return notes
}

// What stands under a point of the minutes is put right in people's own words, during the meeting and after it; nothing of the correction is minuted.
func TestAPointOfTheMinutesIsPutRight(t *testing.T) {
	t.Parallel()
	for _, over := range []bool{false, true} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, "主持：于思霖")
		if over {
			p.endsMeeting(office)
		}
		for _, c := range []struct {
			first, words string
			of           workgroup.Point
			want         []string
		}{
			{"传达：省厅通知", "传达写错了，应该是市里通知", workgroup.PointHeard, []string{"市里通知"}},
			{"传达：1.教育厅电话会精神；2.市里5号通告", "传达第2条写错了，是6号通告", workgroup.PointHeard, []string{"1.教育厅电话会精神；2.市里6号通告"}},
			{"传达：1.教育厅电话会精神；2.市里5号通告", "传达：第一条改为省教育厅电视电话会议精神", workgroup.PointHeard, []string{"1.省教育厅电视电话会议精神；2.市里5号通告"}},
			{"传达：市里通告", "传达再加一条：省疾控消毒指南", workgroup.PointHeard, []string{"市里通告", "省疾控消毒指南"}},
			{"传达：市里通告", "传达漏了一条：省疾控消毒指南，加上", workgroup.PointHeard, []string{"市里通告", "省疾控消毒指南"}},
			{"传达：市里通告", "传达还有一条，省疾控消毒指南", workgroup.PointHeard, []string{"市里通告", "省疾控消毒指南"}},
			{"分析：居家隔离平稳", "分析那条改成居家隔离略增", workgroup.PointSituation, []string{"居家隔离略增"}},
			{"分析：居家隔离30人", "把分析里的30人改成32人", workgroup.PointSituation, []string{"居家隔离32人"}},
			{"安排：明天9点开碰头会", "安排改成10点", workgroup.PointArranged, []string{"明天10点开碰头会"}},
			{"安排：明天9点开碰头会", "安排部署不对，应为后天9点开碰头会", workgroup.PointArranged, []string{"后天9点开碰头会"}},
			{"安排：明天9点开碰头会", "第五点不要了", workgroup.PointArranged, nil},
			{"安排：1.明天9点开碰头会；2.查寝；3.消毒", "去掉安排第2条", workgroup.PointArranged, []string{"1.明天9点开碰头会；2.消毒"}},
			{"安排：明天9点开碰头会", "纪要里安排那条改成后天开碰头会", workgroup.PointArranged, []string{"后天开碰头会"}},
		} {
			for range 4 {
				for len(p.pointNotes(c.of)) > 0 {
					p.says(office, nil, map[workgroup.Point]string{workgroup.PointHeard: "传达", workgroup.PointSituation: "分析", workgroup.PointArranged: "安排"}[c.of]+"第1条删掉")
				}
			}
			p.says(office, nil, c.first)
			p.says(office, nil, c.words)
			if got := p.pointNotes(c.of); !slices.Equal(got, c.want) {
				t.Errorf("over %v, %s: %q\n%s", over, c.words, got, p.lastOf(office))
			}
		}
	}
}

// lastOf are the last things that somebody reads.
func (p *play) lastOf(who *sandbox.Person) string {
	all := strings.Split(p.transcript(who, nil), "\n")
	return strings.Join(all[max(0, len(all)-20):], "\n")
}

// Of several it is asked which; what only begins like a correction is minuted, and a question is none.
func TestWhichOfSeveralPointsIsAsked(t *testing.T) {
	t.Parallel()
	p := wholeEarly(t, "15:58")
	office, other := p.Person("zhao-wangpu"), p.Person("zhu-sixi")
	p.until("16:01")
	p.says(office, nil, "传达：1.省厅通知；2.市里通告")
	p.says(other, nil, "传达写错了，应该是教育部通知")
	p.sees(other, nil, "传达学习下面有 2 条，没有改")
	p.says(other, nil, "传达第3条改成教育部通知")
	p.sees(other, nil, "传达学习下面有 2 条，没有改")
	for _, words := range []string{"传达了省里会议精神，要求把测温改成两次", "安排：把后门岗亭改成双岗", "分析：各学院上报的数字有误，已更正"} {
		p.says(office, nil, words)
	}
	p.says(office, nil, "传达第1条写错了吗")
	if got := p.pointNotes(workgroup.PointHeard); !slices.Equal(got, []string{"1.省厅通知；2.市里通告", "省里会议精神，要求把测温改成两次"}) {
		t.Errorf("heard: %q", got)
	}
	if got := p.pointNotes(workgroup.PointArranged); !slices.Equal(got, []string{"把后门岗亭改成双岗"}) {
		t.Errorf("arranged: %q", got)
	}
	if got := p.pointNotes(workgroup.PointSituation); !slices.Equal(got, []string{"各学院上报的数字有误，已更正"}) {
		t.Errorf("situation: %q", got)
	}
}
