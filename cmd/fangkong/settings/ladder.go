package settings

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"fangkong/store/workgroup"
)

// longestStep is how many minutes anything of the ladder may take: the hour is over then.
const longestStep = 60

// ladder is who is woken for an urgent case, and when; what the file does not say is as usual.
func (t *table) ladder() workgroup.Ladder {
	l := workgroup.DefaultLadder()
	urgent := t.sub("urgent")
	for key, d := range map[string]*time.Duration{"repeat": &l.Repeat, "hurry": &l.Hurry, "quiet": &l.Quiet, "grace": &l.Grace} {
		if n, ok := take1[int64](urgent, key, strconv.Itoa(int(d.Minutes()))); ok {
			*d = time.Duration(n) * time.Minute
		}
	}
	if rungs, written := urgent.subs("ladder"); written {
		l.Rungs = nil
		for _, r := range rungs {
			rung := workgroup.Rung{After: time.Duration(r.number("after")) * time.Minute, Until: workgroup.Until(r.text("until", string(workgroup.UntilTaken))), All: r.flag("all")}
			roles, _ := r.texts("roles")
			for _, role := range roles {
				rung.Roles = append(rung.Roles, workgroup.Role(role))
			}
			r.close()
			l.Rungs = append(l.Rungs, rung)
		}
	}
	urgent.close()
	return l
}

// ladder checks that the ladder climbs, and that each rung is somebody who may take a case.
func (r *reading) ladder(l workgroup.Ladder) {
	minutes := func(d time.Duration) string { return strconv.Itoa(int(d.Minutes())) }
	for key, d := range map[string]time.Duration{"repeat": l.Repeat, "hurry": l.Hurry, "quiet": l.Quiet, "grace": l.Grace} {
		if d < time.Minute || d > longestStep*time.Minute {
			r.fault("urgent."+key, MinutesBad, map[string]string{"minutes": minutes(d), "most": strconv.Itoa(longestStep)})
		}
	}
	if len(l.Rungs) == 0 {
		r.fault("urgent.ladder", LadderEmpty, nil)
	}
	for i, rung := range l.Rungs {
		path := fmt.Sprintf("urgent.ladder[%d]", i)
		switch {
		case i == 0 && rung.After != 0:
			r.fault(path+".after", LadderFirst, map[string]string{"minutes": minutes(rung.After)})
		case i > 0 && (rung.After <= l.Rungs[i-1].After || rung.After > longestStep*time.Minute):
			r.fault(path+".after", LadderOrder, map[string]string{"minutes": minutes(rung.After), "before": minutes(l.Rungs[i-1].After), "most": strconv.Itoa(longestStep)})
		}
		if rung.Until != workgroup.UntilTaken && rung.Until != workgroup.UntilClosed {
			r.fault(path+".until", UntilUnknown, map[string]string{"until": string(rung.Until)})
		}
		if len(rung.Roles) == 0 {
			r.fault(path+".roles", RungEmpty, map[string]string{"known": listed(workgroup.Watch)})
		}
		for n, role := range rung.Roles {
			if !slices.Contains(workgroup.Watch, role) {
				r.fault(fmt.Sprintf("%s.roles[%d]", path, n), RungRole, map[string]string{"role": string(role), "known": listed(workgroup.Watch)})
			}
		}
	}
}
