package paper

import "testing"

// The number of a point is no part of the date that its words begin with.
func TestTheNumberOfAPointIsNoDate(t *testing.T) {
	for words, want := range map[string]string{"2月1日10点前给每名学生打电话。": "1. 2月1日10点前给每名学生打电话。", "学生处明天报名单。": "1.学生处明天报名单。", "": "1."} {
		if got := pointOf(1, words); got != want {
			t.Errorf("%q is %q, want %q", words, got, want)
		}
	}
}
