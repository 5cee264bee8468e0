package main

import (
	"context"
	"os"

	"fangkong/cmd/fangkong/day"
	"fangkong/cmd/fangkong/rehearsal"
)

// demo opens the page, or plays the day.
func demo(ctx context.Context, o DemoOptions) error {
	c := console{o.Console, o.Lang}
	if !o.Day && o.Out == "" {
		return c.rehearse(ctx, o.pageOptions, rehearsal.Options{Language: o.Lang})
	}
	if o.Out != "" {
		if err := os.MkdirAll(o.Out, 0o755); err != nil {
			return c.file(o.Out, err)
		}
	}
	return day.Play(day.Options{Out: o.Console, Dir: o.Out, Language: o.Lang})
}
