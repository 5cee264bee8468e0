package main

import (
	"context"
	"os"

	"fangkong/cmd/fangkong/day"
)

// demo plays the day. --day is what it does anyway; the flag keeps its meaning when there is more to show.
func demo(_ context.Context, o DemoOptions) error {
	if o.Out != "" {
		if err := os.MkdirAll(o.Out, 0o755); err != nil {
			return console{o.Console, o.Lang}.file(o.Out, err)
		}
	}
	return day.Play(day.Options{Out: o.Console, Dir: o.Out, Language: o.Lang})
}
