package bot

import (
	"fmt"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

func TestOnlyWhatIsKeptCounts(t *testing.T) {
	now := time.Date(2020, 1, 31, 14, 5, 0, 0, time.FixedZone("CST", 8*3600))
	update := func(id int64, words string) workgroup.Received {
		return workgroup.Received{Update: id, Stored: now, Raw: fmt.Appendf(nil, `{"update_id":%d,"message":{"message_id":1,"text":%q}}`, id, words)}
	}
	said := func(in workgroup.Input) string { return in.Body.(Update).Message.Text }
	a := &ahead{most: 2, decoded: map[int64]workgroup.Input{}}
	a.decode([]workgroup.Received{update(1, "announced"), update(2, "announced")}, now)

	kept := []workgroup.Received{update(1, "announced"), update(2, "kept"), update(3, "never announced")}
	for i := range kept {
		kept[i].Inbox, kept[i].Stored = workgroup.NumberKey(uint64(i+1)), now.Add(time.Second)
	}
	inputs := a.inputs(kept, now.Add(time.Minute))
	for i, words := range []string{"announced", "kept", "never announced"} {
		in := inputs[i]
		if said(in) != words || in.Inbox != kept[i].Inbox || !in.Stored.Equal(kept[i].Stored) || !in.Now.Equal(now.Add(time.Minute)) || in.Mark != fmt.Sprint("u", i+1) {
			t.Errorf("%q is %+v", words, in)
		}
	}

	// What was announced and never kept is forgotten.
	for id := range int64(10) {
		a.decode([]workgroup.Received{update(100+id, "lost")}, now)
	}
	a.inputs(nil, now)
	if len(a.decoded) > a.most+1 {
		t.Errorf("%d kept in memory", len(a.decoded))
	}
}
