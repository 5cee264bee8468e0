package bot

import (
	"bytes"
	"slices"
	"sync"
	"time"

	"fangkong/store/workgroup"
)

// ahead decodes updates while the disk is at work on them: that costs as much as deciding over them, and unlike it can be
// done before they are safe.
type ahead struct {
	mu      sync.Mutex // held while decoding
	most    int
	decoded map[int64]workgroup.Input // by update
}

// decode decodes updates in the background. The list stays the caller's, who may go on filling it in.
func (a *ahead) decode(received []workgroup.Received, now time.Time) {
	received = slices.Clone(received)
	a.mu.Lock()
	go func() {
		defer a.mu.Unlock()
		if len(a.decoded) > a.most {
			clear(a.decoded) // announced and never kept
		}
		for _, r := range received {
			a.decoded[r.Update] = Input(r, now)
		}
	}()
}

// inputs makes inputs of what the inbox holds. What was decoded ahead counts only if it is what is kept, byte by byte.
func (a *ahead) inputs(received []workgroup.Received, now time.Time) []workgroup.Input {
	a.mu.Lock()
	defer a.mu.Unlock()
	out := make([]workgroup.Input, len(received))
	for i, r := range received {
		in, ok := a.decoded[r.Update]
		delete(a.decoded, r.Update)
		if !ok || !bytes.Equal(in.Raw, r.Raw) {
			in = Input(r, now)
		}
		in.Inbox, in.Stored, in.Now = r.Inbox, r.Stored.In(now.Location()), now
		out[i] = in
	}
	return out
}
