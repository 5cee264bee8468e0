package settings

import (
	"fmt"
	"strconv"
	"time"

	"fangkong/store/workgroup"
)

// longestWait is how many minutes a notice may wait for anything: two weeks.
const longestWait = 14 * 24 * 60

// mostNudges is how often a notice may be asked for in private.
const mostNudges = 5

// notices are how those who have not read a notice are asked, class by class; what the file does not say is as usual.
func (t *table) notices() map[workgroup.NoticeClass]workgroup.NoticeLadder {
	out := workgroup.DefaultNoticeLadders()
	all := t.sub("notices")
	for _, class := range workgroup.NoticeClasses {
		l, one := out[class], all.sub(string(class))
		if nudges, ok := take1[[]any](one, "nudges", "[60, 120]"); ok {
			l.Nudges = nil
			for i, v := range nudges {
				n, _ := cast[int64](t.reading, fmt.Sprintf("%s[%d]", one.at("nudges"), i), "nudges", "60", v)
				l.Nudges = append(l.Nudges, time.Duration(n)*time.Minute)
			}
		}
		for key, d := range map[string]*time.Duration{"names": &l.Names, "list": &l.List} {
			if n, ok := take1[int64](one, key, strconv.Itoa(int(d.Minutes()))); ok {
				*d = time.Duration(n) * time.Minute
			}
		}
		one.close()
		out[class] = l
	}
	all.close()
	return out
}

// notices checks that each step of each class comes after the one before it.
func (r *reading) notices(all map[workgroup.NoticeClass]workgroup.NoticeLadder) {
	for _, class := range workgroup.NoticeClasses {
		l, path := all[class], "notices."+string(class)
		if len(l.Nudges) > mostNudges {
			r.fault(path+".nudges", NudgesMany, map[string]string{"n": strconv.Itoa(len(l.Nudges)), "most": strconv.Itoa(mostNudges)})
			continue
		}
		before := time.Duration(0)
		step := func(at string, d time.Duration) {
			if d <= before || d > longestWait*time.Minute {
				r.fault(at, NoticeOrder, map[string]string{"minutes": strconv.Itoa(int(d.Minutes())), "before": strconv.Itoa(int(before.Minutes())), "most": strconv.Itoa(longestWait)})
			}
			before = d
		}
		for i, d := range l.Nudges {
			step(fmt.Sprintf("%s.nudges[%d]", path, i), d)
		}
		step(path+".names", l.Names)
		step(path+".list", l.List)
	}
}
