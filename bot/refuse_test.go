package bot

import (
	"errors"
	"testing"

	"fangkong/store/workgroup"
)

// A fault of ours gives up the first step of a signature without reading the words again, at which it may have come; of what is refused a plain yes keeps it.
func TestNoSignatureOutlivesAFault(t *testing.T) {
	t.Parallel()
	s := newSmall(t)
	for _, c := range []struct {
		why  error
		left bool
	}{{errors.New("it broke"), false}, {workgroup.Refuse(workgroup.Changed), true}} {
		m := s.base()
		workgroup.Papers.Put(m, workgroup.Paper{Date: "2020-01-31", Number: 1, State: workgroup.PaperToSign, Version: 1})
		workgroup.Intents.Put(m, workgroup.Intent{Person: "office", What: "sign", Of: "2020-01-31/001", At: s.now})
		in := Input(workgroup.Received{Update: 7, Inbox: "1", Stored: s.now, Raw: []byte(`{"update_id":7,"message":{"message_id":1,"date":1580450700,"chat":{"id":102,"type":"private"},"from":{"id":102,"first_name":"a"},"text":"签发"}}`)}, s.now)
		s.bot.Refuse(m, in, c.why, "1")
		if _, left := workgroup.Armed(m, "office", s.now); left != c.left {
			t.Errorf("%v: the first step is left: %v", c.why, left)
		}
	}
}
