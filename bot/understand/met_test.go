package understand

import (
	"strings"
	"testing"
)

// The day on which somebody met a case is no day whose figures are told.
func TestTheDayOfAMeetingWithACaseIsNoFigureOfIt(t *testing.T) {
	r := New(roster())
	for _, words := range []string{"我们一个保安昨天跟确诊病人同车，现在发烧", "我们一个学生昨天和确诊病人同车", "我院1名学生昨天与确诊病例同车"} {
		got := r.Read(words, Context{Date: "2020-01-31"})
		if got.Urgent != Yes {
			t.Errorf("%s: urgent %s", words, got.Urgent)
		}
		for key := range got.Fields {
			if strings.Contains(key, "_prev") {
				t.Errorf("%s: %v", words, got.Fields)
			}
		}
	}
}
