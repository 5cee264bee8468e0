package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/rs/zerolog"

	"fangkong/store/workgroup"
)

// sheetEvery is how often a sheet that has not changed is written all the same.
const sheetEvery = time.Hour

// sheetKeeper keeps a fresh call sheet beside the data: when Telegram is out the bot still runs, and nobody else can read
// its data.
type sheetKeeper struct {
	data string
	make func() (workgroup.CallSheet, error)
	sheetRenderer

	last []byte // what was written last, without its time
	at   time.Time
}

// keep looks each minute whether the sheet has changed, until the context ends.
func (k *sheetKeeper) keep(ctx context.Context, log zerolog.Logger) {
	beats := time.NewTicker(time.Minute)
	defer beats.Stop()
	for {
		if err := k.renew(); err != nil {
			log.Warn().Err(err).Msg("call sheet")
		}
		select {
		case <-ctx.Done():
			return
		case <-beats.C:
		}
	}
}

// renew writes the sheet when it has changed, or is an hour old.
func (k *sheetKeeper) renew() error {
	s, err := k.make()
	if err != nil {
		return fmt.Errorf("call sheet: %w", err)
	}
	timeless := s
	timeless.At = time.Time{}
	content, err := json.Marshal(timeless)
	if err != nil {
		return fmt.Errorf("call sheet: %w", err)
	}
	if bytes.Equal(content, k.last) && s.At.Sub(k.at) < sheetEvery {
		return nil
	}
	raw, err := json.Marshal(s)
	if err == nil {
		err = replace(sheetJSON(k.data), append(raw, '\n'))
	}
	if err == nil {
		err = replace(sheetText(k.data), []byte(k.text(s)))
	}
	if err != nil {
		return fmt.Errorf("call sheet: %w", err)
	}
	k.last, k.at = content, s.At
	return nil
}

// replace writes a file whole, readable for its owner only: whoever reads sees the one before or this one.
func replace(path string, raw []byte) error {
	if err := os.WriteFile(path+".new", raw, 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}
