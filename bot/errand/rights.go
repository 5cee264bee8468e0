package errand

import (
	"context"
	"fmt"

	"github.com/go-telegram/bot/models"

	"fangkong/store/workgroup"
)

// Rights are what an errand ForRights brings back: what the bot may do in a group.
type Rights struct {
	Admin, Pin, Delete bool
	Hears              bool // what is written there without naming it
}

func (r *Runner) rights(ctx context.Context, e workgroup.Errand) (any, error) {
	var chat int64
	if _, err := fmt.Sscan(e.Object, &chat); err != nil {
		return nil, fmt.Errorf("errand %d: %w", e.ID, err)
	}
	m, err := r.Asked.ChatMember(ctx, chat, r.ID)
	if err != nil {
		return nil, err
	}
	rights := rightsOf(m)
	if !rights.Admin { // an administrator hears everything
		me, err := r.Asked.GetMe(ctx)
		if err != nil {
			return nil, err
		}
		rights.Hears = me.CanReadAllGroupMessages
	}
	return rights, nil
}

func rightsOf(m models.ChatMember) Rights {
	if a := m.Administrator; a != nil {
		return Rights{Admin: true, Pin: a.CanPinMessages, Delete: a.CanDeleteMessages, Hears: true}
	}
	return Rights{}
}

// Lacks names what the bot cannot do in the group; empty: nothing is lacking.
func (r Rights) Lacks() string {
	switch {
	case !r.Admin:
		return "admin"
	case !r.Pin && !r.Delete:
		return "pin, delete"
	case !r.Pin:
		return "pin"
	case !r.Delete:
		return "delete"
	}
	return ""
}
