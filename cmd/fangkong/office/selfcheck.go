package office

import (
	"os"
	"path/filepath"

	"fangkong/bot/errand"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// SelfCheck sends for the bot's own state when its time has come; the office reads what is found. One that fell into an outage
// is made up for.
func (h *Office) SelfCheck() {
	now := h.now()
	at := latest(h.checkDay, now)
	if at.IsZero() {
		return
	}
	err := h.Store.Update(func(b workgroup.Book) error {
		if workgroup.SelfCheckDue(b, at, now) {
			h.Bot.SelfCheck(b, now)
		}
		return nil
	})
	if err != nil {
		h.log.Error().Err(err).Msg("self-check")
	}
}

// spare is what should be free beside twice the data: it grows, and is backed up.
const spare = 100 << 20

// machine is what the machine knows.
func (h *Office) machine() errand.Machine {
	m := errand.Machine{Free: -1, Need: spare, BacksUp: h.backups.Dir != "", Polled: h.since(h.Poller.Last())}
	m.Ahead, m.Compared = h.Client.Ahead()
	if free, known := store.Free(filepath.Dir(h.data)); known {
		m.Free = free
	}
	if info, err := os.Stat(h.data); err == nil {
		m.Need += 2 * info.Size()
	}
	if newest, ok, err := h.backups.Newest(h.now()); err == nil && ok {
		m.Backup = newest.At
	}
	return m
}
