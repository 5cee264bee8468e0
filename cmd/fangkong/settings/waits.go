package settings

import (
	"strconv"
	"time"

	"fangkong/store/workgroup"
)

// waited are how long the office waits for what, by the name that the file calls it.
func waited(w *workgroup.Waits) map[string]*time.Duration {
	return map[string]*time.Duration{"answer": &w.Answer, "sheet": &w.Sheet, "receipt": &w.Receipt, "sending": &w.Sending}
}

// waits are how long the office waits for what people owe beside their reports; what the file does not say is as usual.
func (t *table) waits() workgroup.Waits {
	w, all := workgroup.DefaultWaits(), t.sub("waits")
	for key, d := range waited(&w) {
		all.minutes(key, d)
	}
	all.close()
	return w
}

// mostWaiting is how many minutes anything of an office's afternoon may wait.
const mostWaiting = 4 * 60

// waits checks that nothing waits for ever, or not at all.
func (r *reading) waits(w workgroup.Waits) {
	for key, d := range waited(&w) {
		if *d < time.Minute || *d > mostWaiting*time.Minute {
			r.fault("waits."+key, MinutesBad, map[string]string{"minutes": strconv.Itoa(int(d.Minutes())), "most": strconv.Itoa(mostWaiting)})
		}
	}
}
