package stage

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// What is written under a file of one's own is heard as if it were typed, also where it only may be a case.
func TestTheCaptionOfAFileIsHeard(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"这是李明的诊断书，确诊", "李明的核酸报告，阳性"} {
		p := newPlay(t, Options{})
		p.until("14:05")
		he := p.Head("ruanjian")
		he.SendsDocument(nil, "诊断.jpg", []byte("x"), words)
		p.settle()
		if p.withButton(he, nil, "是，提醒值班员") != nil {
			p.presses(he, nil, "是，提醒值班员")
		}
		p.alarmed(1, "何望桥", words)
		p.wait(workgroup.CallLife + time.Second)
		if k := p.kase(); k.Unit != "ruanjian" {
			t.Errorf("%s: opened %+v", words, k)
		}
	}
}
