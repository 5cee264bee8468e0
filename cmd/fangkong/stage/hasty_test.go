package stage

import (
	"strings"
	"testing"
)

// The button that opens the case stands where the answer before it stood: a double click answers the question and opens nothing.
func TestADoubleClickOpensNoCase(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	head := p.Head("ruanjian")
	p.says(head, nil, "我院学生李小明今天确诊")
	p.presses(head, nil, "刚刚")
	press, err := head.Presses(p.withButton(head, nil, "启动紧急报告"), "🚨 启动紧急报告")
	if err != nil {
		t.Fatal(err)
	}
	p.settle()
	if toast, _, _ := press.Answered(); !strings.Contains(toast, "按得太快") || len(p.open()) != 0 {
		t.Fatalf("%d cases, answered %q", len(p.open()), toast)
	}
	if p.presses(head, nil, "启动紧急报告"); len(p.open()) != 1 {
		t.Errorf("%d cases:\n%s", len(p.open()), p.transcript(head, nil))
	}
}
