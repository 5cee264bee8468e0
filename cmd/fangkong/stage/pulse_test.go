package stage

import (
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/office"
	"fangkong/store/workgroup"
)

func (p *play) pulse() office.Pulse {
	p.t.Helper()
	pulse, err := p.Pulse()
	must(p.t, err)
	return pulse
}

// The heartbeat says how the work goes, in times alone.
func TestThePulseOfTheHouse(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	p.until("14:05")
	now := p.Now()
	if got := p.pulse(); !got.At.Equal(now) || now.Sub(got.Swept) > time.Minute || now.Sub(got.Polled) > time.Minute || !got.Inbox.IsZero() || !got.Letter.IsZero() || !got.Heard().Equal(now) {
		t.Errorf("at work: %+v", got)
	}

	// Telegram goes away: polls end in nothing, and the clock is followed all the same.
	p.Telegram.Fail(sandbox.Fault{Kind: sandbox.Gateway502, Method: "getUpdates", Times: -1})
	p.wait(5 * time.Minute)
	got := p.pulse()
	if got.At.Sub(got.Polled) < 4*time.Minute || got.At.Sub(got.Swept) > time.Minute || !got.Heard().Equal(got.Polled) {
		t.Errorf("without Telegram: %+v", got)
	}
	p.Telegram.Heal()

	// What is on disk and not decided shows; so does a letter that nobody carries.
	offset, err := p.Store.Offset()
	must(t, err)
	p.rawOffset(900, p.written(p.Head("huli"), p.Head("huli").ID(), "private", "/whoami", ""), offset)
	p.update(func(b workgroup.Book) {
		workgroup.Tell(b, workgroup.Letter{Chat: p.Head("huli").ID(), Text: "say/reason-kept", Language: workgroup.Chinese, Written: p.Now()})
	})
	if got := p.pulse(); !got.Inbox.Equal(p.Now()) || !got.Letter.Equal(p.Now()) {
		t.Errorf("with work lying: %+v at %v", got, p.Now())
	}
	// After a fall it counts from when the house stood again: before, nobody could have done it.
	must(t, p.Fall())
	p.clock.set(p.Now().Add(time.Hour))
	must(t, p.Raise())
	now = p.Now()
	if got := p.pulse(); !got.Inbox.Equal(now) || !got.Letter.Equal(now) || !got.Swept.Equal(now) || !got.Polled.Equal(now) {
		t.Errorf("raised at %v: %+v", now, got)
	}
	p.settle()
	if got := p.pulse(); !got.Inbox.IsZero() || !got.Letter.IsZero() {
		t.Errorf("settled: %+v", got)
	}
}
