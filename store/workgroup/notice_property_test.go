package workgroup

import (
	"math/rand/v2"
	"testing"
	"time"
)

// Whatever people press, reply, write and take back, in whatever order, what a notice counts is what its receipts say.
func TestTheCountsAreWhatTheReceiptsSay(t *testing.T) {
	people := []PersonID{"wang", "zhao", "li", "chen", "xu", "ren", "hou", "ban", "zhu"}
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 20200131))
		r := newRig(t)
		w := plain()
		w.Need, w.Audience.Kind = NoticeNeeds[random.IntN(2)], AudienceKinds[random.IntN(2)]
		n, now := r.publishes(w, at("09:00")), at("09:00")
		for range 80 {
			now = now.Add(time.Duration(random.IntN(240)) * time.Second)
			by, version := r.person(people[random.IntN(len(people))]), n.Version
			if random.IntN(10) == 0 {
				version = uint64(random.IntN(5))
			}
			switch random.IntN(10) {
			case 0, 1, 2, 3:
				_, _, _, _ = r.ReadNotice(r, n.Key(), version, by, now)
			case 4, 5:
				_, _ = r.UndoRead(r, n.Key(), version, by, now)
			case 6:
				_ = r.ReplyNotice(r, n.Key(), version, by, now, now)
			case 7, 8:
				_, _ = r.DoNotice(r, n.Key(), version, "已办", by, now)
			case 9:
				if random.IntN(8) == 0 {
					d, err := r.StartVersion(r, n.Key(), r.person("zhu"), now)
					if err != nil {
						t.Fatal(err)
					}
					if _, err := r.Publish(r, r.person("zhu"), d.Version, now); err != nil {
						t.Fatal(err)
					}
				}
				r.WakeNotice(r, n.Key(), now)
			}
			n = r.notice(n)
			var seats, read, replied, did int
			for _, s := range n.All(r) {
				seats++
				if s.Read.Done() {
					read++
				}
				if s.Weak() {
					replied++
				}
				if s.Done.Done() {
					did++
				}
				if s.Done.Done() && !s.Read.Done() {
					t.Fatalf("seed %d: done and not read: %+v", seed, s)
				}
			}
			if seats != n.Seats || read != n.Read || replied != n.Replied || did != n.Did {
				t.Fatalf("seed %d: counted %d seats, %d read, %d replied, %d done; the receipts say %d, %d, %d, %d", seed, n.Seats, n.Read, n.Replied, n.Did, seats, read, replied, did)
			}
		}
	}
}
