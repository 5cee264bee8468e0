package courier

import (
	"testing"
	"time"

	"fangkong/store/workgroup"
)

func TestSinceWhenTheOldestLetterWaits(t *testing.T) {
	ago := func(minutes int) time.Time { return noon.Add(time.Duration(-minutes) * time.Minute) }
	for _, c := range []struct {
		sentence string
		letters  []workgroup.Letter
		since    time.Time
	}{
		{"nothing waits", nil, time.Time{}},
		{"the oldest counts, in whatever chat", []workgroup.Letter{{Chat: wang, Written: ago(2)}, {Chat: li, Written: ago(5)}, {Chat: li, Written: ago(1)}}, ago(5)},
		{"an attempt without an outcome is not sent", []workgroup.Letter{{Chat: wang, Written: ago(20), Trying: ago(20)}}, ago(20)},
		{"one that is to wait has a reason", []workgroup.Letter{{Chat: wang, Written: ago(30), Wait: ago(-1)}}, time.Time{}},
		{"and so have those behind it in its chat, but in no other", []workgroup.Letter{{Chat: wang, Written: ago(30), Wait: ago(-1)}, {Chat: wang, Written: ago(20)}, {Chat: li, Written: ago(3)}}, ago(3)},
		{"a wait that is over counts from its end", []workgroup.Letter{{Chat: wang, Written: ago(30), Wait: ago(4)}}, ago(4)},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			b := workgroup.NewMemory()
			for _, l := range c.letters {
				workgroup.Tell(b, l)
			}
			b.Write(workgroup.Letters.Name, workgroup.NumberKey(99), []byte("{"), time.Time{})
			if since := Waiting(b, noon); !since.Equal(c.since) {
				t.Errorf("since %v, want %v", since, c.since)
			}
		})
	}
}
