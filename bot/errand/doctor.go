package errand

import (
	"context"
	"time"

	"fangkong/store/workgroup"
)

// Machine is what the machine itself knows of the bot's state.
type Machine struct {
	Free    int64     // bytes its disk has left; -1: not known
	Need    int64     // how many it should have
	BacksUp bool      // there is a folder for backups
	Backup  time.Time // of the newest; zero: there is none
	Polled  time.Time // Telegram last answered, whether or not there was an update

	Ahead    time.Duration // of Telegram's clock, as it dates what we send
	Compared bool          // something has been sent since the start
}

// Examination is what an errand ForDoctor brings back.
type Examination struct {
	Machine
	Answered bool // Telegram said who we are: the token is good
	Refused  bool // Telegram does not know the token
	Hears    bool // it hears all that is written in groups
	Group    int64
	Member   Rights
	Outside  bool  // the group is not there, or we are not in it
	Moved    int64 // the group has become this supergroup
	Unasked  bool  // Telegram did not say
}

// examine asks Telegram and the machine. What gets no answer is a finding too.
func (r *Runner) examine(ctx context.Context) (any, error) {
	x := Examination{Machine: r.Machine()}
	err := r.Desk.View(func(b workgroup.Book) error { x.Group = r.College.GroupChat(b); return nil })
	if err != nil {
		return nil, err
	}
	me, err := r.Asked.GetMe(ctx)
	switch trouble := asTrouble(err); {
	case err == nil:
		x.Answered, x.Hears = true, me.CanReadAllGroupMessages
	case trouble != nil && trouble.TokenRefused():
		x.Refused = true
	}
	if x.Group == 0 {
		return x, nil
	}
	m, err := r.Asked.ChatMember(ctx, x.Group, r.ID)
	switch trouble := asTrouble(err); {
	case err == nil:
		x.Member, x.Outside = rightsOf(m), m.Left != nil || m.Banned != nil
	case trouble != nil && trouble.MigrateTo != 0:
		x.Moved = trouble.MigrateTo
	case trouble != nil && trouble.Lasting():
		x.Outside = true
	default:
		x.Unasked = true
	}
	return x, nil
}
