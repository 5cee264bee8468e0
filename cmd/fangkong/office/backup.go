package office

import (
	"context"
	"errors"
	"io/fs"
	"syscall"
	"time"

	"fangkong/schedule"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// Backup makes a backup now, beside whatever else goes on. One is made at a time.
func (h *Office) Backup(progress store.Progress) (store.Backup, error) {
	h.backing.Lock()
	defer h.backing.Unlock()
	made, err := h.backups.Make(h.Store, "", progress)
	if err != nil {
		return made, err
	}
	if made.Left != nil {
		h.log.Warn().Err(made.Left).Msg("old backups not forgotten")
	}
	return made, h.Store.Update(func(b workgroup.Book) error { workgroup.BackedUp(b, made.Bytes, h.now()); return nil })
}

// Verify verifies the data as it is now, while it is worked on.
func (h *Office) Verify(progress store.Progress) (store.Findings, error) {
	h.backing.Lock()
	defer h.backing.Unlock()
	return h.backups.Try(h.Store, progress)
}

// BackUp makes the day's backup when it is due: the newest is older than the last time that was set for one. Where it cannot be
// made the office is told, and it is tried again after an hour.
func (h *Office) BackUp() {
	now := h.now()
	if h.backups.Dir == "" || now.Before(h.tryAgain) {
		return
	}
	newest, _, err := h.backups.Newest(now)
	if err == nil && !h.backupDue(newest.At, now) {
		return
	}
	if err == nil {
		_, err = h.Backup(nil)
	}
	if err == nil {
		h.log.Info().Msg("backup made")
		return
	}
	h.tryAgain = now.Add(time.Hour)
	h.log.Error().Err(err).Msg("backup not made")
	err = h.Store.Update(func(b workgroup.Book) error { h.Bot.College.BackupFailing(b, whyNot(err), newest.At, now); return nil })
	if err != nil {
		h.log.Error().Err(err).Msg("that no backup was made is not told")
	}
	h.Courier.Kick()
}

// backupDue tells whether a time for a backup has come since the newest was made.
func (h *Office) backupDue(newest, now time.Time) bool { return latest(h.backupDay, now).After(newest) }

// latest is the last time a day's moment has come; zero when it has not for a month.
func latest(day schedule.Day, now time.Time) (at time.Time) {
	for _, m := range day.Between(now.AddDate(0, 0, -31), now) {
		at = m.At
	}
	return at
}

// whyNot is why a backup could not be made, as far as somebody can do something about it.
func whyNot(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "full"
	case errors.Is(err, syscall.EROFS):
		return "readonly"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrNotExist):
		return "denied"
	case errors.Is(err, store.ErrUnsound), errors.Is(err, store.ErrForeign):
		return "unsound"
	}
	return "other"
}

// care looks each minute whether a self-check or a backup is due.
func (h *Office) care(ctx context.Context) error {
	beat := time.NewTicker(time.Minute)
	defer beat.Stop()
	for {
		h.SelfCheck()
		h.BackUp()
		select {
		case <-ctx.Done():
			return nil
		case <-beat.C:
		}
	}
}
