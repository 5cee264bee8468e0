package bot

import (
	"encoding/json"
	"errors"
	"strconv"
	"time"

	"github.com/go-telegram/bot/models"

	"fangkong/store/workgroup"
)

// Update is what a person did, or what Telegram says happened.
type Update struct{ models.Update }

// Unreadable is an update no model fits: set aside, never a stall.
type Unreadable struct {
	ID  int64
	Err error
}

// Input makes an input of a raw update.
func Input(r workgroup.Received, now time.Time) workgroup.Input {
	in := workgroup.Input{Mark: "u" + strconv.FormatInt(r.Update, 10), Inbox: r.Inbox, Now: now, Stored: r.Stored.In(now.Location()), Raw: r.Raw}
	var u Update
	if err := json.Unmarshal(r.Raw, &u.Update); err != nil {
		// The decoder's own words may quote the message: say only that it did not fit.
		in.Body = Unreadable{r.Update, errors.New("no model fits")}
		return in
	}
	in.Body = u
	return in
}
