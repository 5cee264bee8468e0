package workgroup

import "time"

// BackedUp notes that the data has been backed up; whoever was told that it could not be needs no more telling.
func BackedUp(b Book, bytes int64, now time.Time) {
	b.Note(Event{At: now, Kind: BackupMade, Payload: Facts{"bytes": Count(bytes)}})
	if p := Office(b); !p.BackupFailed.IsZero() {
		p.BackupFailed = time.Time{}
		p.Keep(b)
	}
	Withdraw(b, backupObject)
}

const backupObject = "backup"

// BackupFailures are why a backup cannot be made, as far as anybody can do something about it; anything else is the last.
var BackupFailures = []string{"full", "denied", "readonly", "unsound", "other"}

// BackupFailing tells the office in private that the data could not be backed up, why, and how old the newest backup is (zero:
// there is none). It is told once, until one has been made again.
func (c College) BackupFailing(b Book, why string, newest, now time.Time) {
	p := Office(b)
	if !p.BackupFailed.IsZero() {
		return
	}
	p.BackupFailed = now
	p.Keep(b)
	b.Note(Event{At: now, Kind: BackupFailed, Payload: Facts{"why": why}})
	facts := Facts{"why": why, "newest": nil}
	if !newest.IsZero() {
		facts["newest"] = c.MomentFacts(newest, now)
	}
	for _, who := range Holders(b, Deciders...) {
		c.Tell(b, who, Letter{Text: "say/backup-failed", Facts: facts, Urgency: Deadline, Written: now, About: Ref{Object: backupObject}})
	}
}
