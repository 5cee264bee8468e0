package main

import (
	"context"

	"fangkong/cmd/fangkong/day"
)

// demo plays the day. --day is what it does anyway; the flag keeps its meaning when there is more to show.
func demo(_ context.Context, o DemoOptions) error {
	return day.Play(day.Options{Out: o.Console, Dir: o.Out, Language: o.Lang})
}
