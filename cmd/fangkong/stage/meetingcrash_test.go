package stage

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"fangkong/store/workgroup"
)

// The power fails over and over around the freeze and all through the meeting: there is one pack, one meeting and one decision, everybody is
// told, and nobody twice but for what was on its way at a cut.
func TestCutsAroundTheMeeting(t *testing.T) {
	t.Parallel()
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			on, random := false, rand.New(rand.NewPCG(2020, seed))
			r := newRough(t, scratch(t), func(int) bool { return on && random.IntN(3) == 0 })
			t.Cleanup(func() { r.Close() })
			head, director := r.Head("xuesheng"), r.Holder(workgroup.Director)
			head.Starts()
			director.Starts()
			r.settle()
			r.until("14:05")
			r.says(head, nil, "居家隔离2人")
			r.presses(head, nil, "确认报送")
			r.until("15:49")
			on = true
			r.until("16:01")
			r.says(director, nil, "决定：增加测温点，由学生处负责，明天前完成")
			r.presses(director, nil, "记为议定事项")
			r.presses(head, nil, "收到")
			r.presses(director, nil, "结束会议")
			r.wait(2 * time.Second)
			r.presses(director, nil, "结束会议")
			r.wait(20 * time.Second)
			on = false
			r.wait(time.Hour) // an errand that was cut is done again later
			must(t, r.Store.View(func(b workgroup.Book) error {
				p, _ := workgroup.LastPack(b, "2020-01-31")
				m, _ := workgroup.LastMeeting(b, "2020-01-31")
				all := workgroup.DecisionsOf(b, m.Key())
				if p.Version != 1 || m.Number != 1 || m.Open() || len(all) != 1 || !all[0].Seen.Done() || !all[0].Recorded.Done() {
					t.Errorf("pack v%d, meeting %+v, decisions %+v", p.Version, m, all)
				}
				return nil
			}))
			for what, begins := range map[string]string{"the pack": "📑 1月31日 研判材料 v1", "the minutes": "1月31日 每日分析研判会议纪要"} {
				n := 0
				for _, one := range director.Sees(nil) {
					if strings.HasPrefix(one.Text, begins) {
						n++
					}
				}
				if n == 0 || n > 1+r.cuts {
					t.Errorf("%s came %d times, after %d cuts", what, n, r.cuts)
				}
			}
			if r.cuts < 5 {
				t.Errorf("the power failed %d times only", r.cuts)
			}
			if found, err := r.Store.Verify(); err != nil || !found.Sound() {
				t.Errorf("%v, %v", found.Faults, err)
			}
		})
	}
}
