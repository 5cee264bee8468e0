package stage

import (
	"testing"

	"fangkong/store/workgroup"
)

// A part of the frame that was written wrong is put right in people's own words, during the meeting and after it.
func TestAPartOfTheFrameThatWasWrong(t *testing.T) {
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
			words string
			of    workgroup.Frame
			want  string
		}{
			{"主持人写错了，应该是许清朴", workgroup.FrameChair, "许清朴"},
			{"主持写错了，是许清朴", workgroup.FrameChair, "许清朴"},
			{"主持人不对，应为许清朴", workgroup.FrameChair, "许清朴"},
			{"地点写错了，是行政楼301", workgroup.FramePlace, "行政楼301"},
			{"地点错了，应该是行政楼301", workgroup.FramePlace, "行政楼301"},
			{"记录人弄错了，应该是赵望朴", workgroup.FrameRecorder, "赵望朴"},
			{"缺席加上何松石，请假", workgroup.FrameAbsent, "何松石（请假）"},
			{"缺席加上何松石（请假）", workgroup.FrameAbsent, "何松石（请假）"},
			{"缺席：何松石，出差", workgroup.FrameAbsent, "何松石（出差）"},
			{"缺席：何松石、许景舟，请假", workgroup.FrameAbsent, "何松石、许景舟（请假）"},
			{"参会加上张秋溪", workgroup.FramePresent, "吕景霖、张秋溪"},
		} {
			p.says(office, nil, "主持：于思霖 记录：朱思溪 地点：行政楼201 参会：吕景霖 缺席：无")
			p.says(office, nil, c.words)
			if got := p.frame("2020-01-31")[c.of]; got != c.want {
				t.Errorf("over %v, %s: %q\n%s", over, c.words, got, p.transcript(office, nil))
			}
		}
	}
}

// The heads of the minutes are read without colons while a meeting goes on; a sentence that only holds such a word is none.
func TestTheHeadsOfTheMinutesWithoutColons(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"主持于思霖 记录赵望朴", "主持于思霖，记录赵望朴", "主持人于思霖，记录人赵望朴", "地点行政楼301，主持于思霖，记录赵望朴"} {
		p := wholeEarly(t, "15:58")
		office := p.Person("zhao-wangpu")
		p.until("16:01")
		p.says(office, nil, words)
		if f := p.frame("2020-01-31"); f[workgroup.FrameChair] != "于思霖" || f[workgroup.FrameRecorder] != "赵望朴" {
			t.Errorf("%s: %q\n%s", words, f, p.transcript(office, nil))
		}
	}
	p := wholeEarly(t, "15:58")
	office := p.Person("zhao-wangpu")
	p.until("16:01")
	for _, words := range []string{"记录本在谁那里", "主持工作要加强，记录要全", "地点待定"} {
		p.says(office, nil, words)
	}
	if f := p.frame("2020-01-31"); len(f) > 0 && (f[workgroup.FrameChair] != "" || f[workgroup.FrameRecorder] != "") {
		t.Errorf("no heads: %q", f)
	}
}
