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

// minutes takes a number of minutes; what is not there stays as it is.
func (t *table) minutes(key string, d *time.Duration) {
	if n, ok := take1[int64](t, key, strconv.Itoa(int(d.Minutes()))); ok {
		*d = time.Duration(n) * time.Minute
	}
}

// quiet are the hours in which an ordinary notice asks nobody; both times the same: there are none.
func (t *table) quiet() workgroup.QuietHours {
	q := workgroup.DefaultQuietHours()
	from, until := t.text("from", clock(q.From)), t.text("until", clock(q.Until))
	t.close()
	for _, one := range []struct {
		key, said string
		to        *time.Duration
	}{{"from", from, &q.From}, {"until", until, &q.Until}} {
		at, err := time.Parse("15:04", one.said)
		if err != nil {
			t.fault(t.at(one.key), TimeBad, map[string]string{"time": one.said, "like": clock(*one.to)})
			continue
		}
		*one.to = time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute
	}
	return q
}

// clock is a time of day as people write it.
func clock(d time.Duration) string { return time.Time{}.Add(d).Format("15:04") }

// notices are how those who have not read a notice are asked, class by class; what the file does not say is as usual.
func (t *table) notices() (map[workgroup.NoticeClass]workgroup.NoticeLadder, workgroup.QuietHours) {
	out := workgroup.DefaultNoticeLadders()
	all := t.sub("notices")
	quiet := all.sub("quiet").quiet()
	for _, class := range workgroup.NoticeClasses {
		l, one := out[class], all.sub(string(class))
		if nudges, ok := take1[[]any](one, "nudges", "[60, 120]"); ok {
			l.Nudges = nil
			for i, v := range nudges {
				n, _ := cast[int64](t.reading, fmt.Sprintf("%s[%d]", one.at("nudges"), i), "nudges", "60", v)
				l.Nudges = append(l.Nudges, time.Duration(n)*time.Minute)
			}
		}
		one.minutes("names", &l.Names)
		one.minutes("list", &l.List)
		one.close()
		out[class] = l
	}
	all.close()
	return out, quiet
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
