package text_test

import "fangkong/store/workgroup"

// care are the facts of the texts about the bot's own state.
func (w world) care() map[string][]facts {
	day := workgroup.Date("2020-01-30")
	newest := facts{"at": "03:00", "on": day, "day": "yesterday"}
	var failed []facts
	for i, why := range workgroup.BackupFailures {
		f := facts{"why": why, "newest": nil}
		if i%2 == 0 {
			f["newest"] = newest
		}
		failed = append(failed, f)
	}
	return map[string][]facts{"say/backup-failed": failed}
}
