package stage

import (
	"maps"
	"testing"

	"fangkong/store/workgroup"
)

// Who leads, writes, is there and is not is told in one breath, in people's own words: everybody stands where they belong, and the writer by their name.
func TestTheFrameInOneBreath(t *testing.T) {
	t.Parallel()
	type frame = map[workgroup.Frame]string
	const chair, recorder, present, absent, place, form = workgroup.FrameChair, workgroup.FrameRecorder, workgroup.FramePresent, workgroup.FrameAbsent, workgroup.FramePlace, workgroup.FrameForm
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	for _, c := range []struct {
		before, words string
		want          frame
	}{
		{"", "主持：于书记\n记录：我", frame{chair: "于书记", recorder: "赵望朴"}},
		{"", "主持改为许清朴，于思霖没来", frame{chair: "许清朴", absent: "于思霖"}},
		{"缺席：马云帆", "主持改为许清朴，于思霖没来", frame{chair: "许清朴", absent: "马云帆、于思霖"}},
		{"", "参加人员：于思霖、许清朴、吕景霖、朱思溪；马云帆因病请假", frame{present: "于思霖、许清朴、吕景霖、朱思溪", absent: "马云帆（因病请假）"}},
		{"", "参会：于思霖、许清朴、马云帆请假", frame{present: "于思霖、许清朴", absent: "马云帆（请假）"}},
		{"", "参会：于思霖、许清朴，马云帆没来", frame{present: "于思霖、许清朴", absent: "马云帆"}},
		{"", "到会：许清朴 吕景霖 朱思溪", frame{present: "许清朴、吕景霖、朱思溪"}},
		{"参会：许清朴 吕景霖", "参会：增加邓松川", frame{present: "许清朴、吕景霖、邓松川"}},
		{"参会：于思霖、许清朴", "参会少写了吕景霖，加上", frame{present: "于思霖、许清朴、吕景霖"}},
		{"参会：于思霖、许清朴", "把吕景霖加到参会里", frame{present: "于思霖、许清朴、吕景霖"}},
		{"参会：于思霖、许清朴", "把参会的许清朴去掉", frame{present: "于思霖"}},
		{"参会：于思霖、许清朴", "参会漏了吕景霖，补上", frame{present: "于思霖、许清朴、吕景霖"}},
		{"参会：于思霖、许清朴", "把于思霖从参会里去掉", frame{present: "许清朴"}},
		{"参会：于思霖、许清朴", "参会名单把于思霖去掉", frame{present: "许清朴"}},
		{"地点：三楼", "地点改一下，是二楼会议室", frame{place: "二楼会议室"}},
		{"参会：于思霖、许清朴", "缺席改一下，加上许清朴请假", frame{present: "于思霖", absent: "许清朴（请假）"}},
		{"缺席：许清朴（请假）", "参会：加许清朴", frame{present: "许清朴", absent: "无"}},
		{"", "今天会议许清朴主持，我记录，视频会", frame{chair: "许清朴", recorder: "赵望朴", form: "视频会"}},
		{"", "主持人于书记，记录我，地点三楼会议室，线下", frame{chair: "于书记", recorder: "赵望朴", place: "三楼会议室", form: "线下"}},
		{"", "我今天外出，会议请清朴主持", frame{chair: "许清朴", absent: "赵望朴（外出）"}},
		{"", "纪要里地点是三楼会议室", frame{place: "三楼会议室"}},
		{"", "由于思霖主持，朱思溪记录", frame{chair: "于思霖", recorder: "朱思溪"}},
		{"", "主持：于思霖，记录：朱思溪，许清朴出差", frame{chair: "于思霖", recorder: "朱思溪", absent: "许清朴（出差）"}},
		{"", "参会：领导小组全体，各学院书记列席", frame{present: "领导小组全体，各学院书记列席"}},
		{"", "地点：行政楼三楼，钥匙在值班室", frame{place: "行政楼三楼，钥匙在值班室"}},
	} {
		p.update(func(b workgroup.Book) {
			m, _ := workgroup.LastMeeting(b, "2020-01-31")
			m.Frame = nil
			workgroup.Meetings.Put(b, m)
		})
		if c.before != "" {
			p.says(office, nil, c.before)
		}
		p.says(office, nil, c.words)
		if got := p.frame("2020-01-31"); !maps.Equal(got, c.want) {
			t.Errorf("%s, %s: %q\n%s", c.before, c.words, got, p.lastOf(office))
		}
	}
	for _, words := range []string{"我今天外出", "视频会", "许清朴主持工作", "我明天请假，李明代我报", "线下开会吗"} {
		was := p.frame("2020-01-31")
		p.says(office, nil, words)
		if got := p.frame("2020-01-31"); !maps.Equal(got, was) {
			t.Errorf("%s is no frame: %q", words, got)
		}
	}
	p.says(office, nil, "上报信息审了，没意见")
	if got := p.pointNotes(workgroup.PointReports); len(got) != 1 || got[0] != "上报信息审了，没意见" {
		t.Errorf("reviewed: %q\n%s", got, p.lastOf(office))
	}
}
