package bot

import "testing"

// What is signed or put on record wants a plain yes; what only looks like one is none of anything.
func TestWhatIsAYes(t *testing.T) {
	t.Parallel()
	for word, want := range map[string][2]bool{ // says yes, agrees plainly
		"同意": {true, true}, "同意吧": {true, true}, "我同意": {true, true}, "嗯嗯没错": {true, false}, "是的没错啊": {true, false}, "就这些": {true, false},
		"嗯嗯呢": {true, false}, "对了": {false, false}, "好了": {false, false}, "行了": {false, false}, "对吧": {false, false}, "是吧": {false, false},
		"可以吧": {false, false}, "没问题吧": {false, false}, "不对": {false, false}, "": {false, false},
	} {
		if got := [2]bool{saysYes(word), agreesPlainly(word)}; got != want {
			t.Errorf("%q: %v, want %v", word, got, want)
		}
	}
}
