// Package day plays the whole of 31 January 2020 (Asia/Shanghai) on a stage: the college of the sample roster, the real
// bot on a real store, Telegram in memory. What people see is printed as they see it; at the end the promises that the day
// touched are checked against what is on disk and what Telegram was asked.
package day

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/stage"
	"fangkong/store/workgroup"
)

// ErrBroken says that a promise did not hold; which one was printed.
var ErrBroken = errors.New("a promise was broken")

// Options of the day.
type Options struct {
	Out      io.Writer
	Dir      string // for transcript.txt and the papers of the day; empty: none is written
	Language workgroup.Language
}

// Play plays the day. It leaves nothing behind but what Options.Dir asks for.
func Play(o Options) (err error) {
	room, err := stage.Room()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(room)) }()
	zone, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		return err
	}
	s, err := stage.New(stage.Options{Dir: room, Strict: true, Start: time.Date(2020, 1, 31, 13, 59, 0, 0, zone)})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()

	d := &day{Hands: stage.Hands{Stage: s}, teller: teller{out: o.Out, lang: o.Language}}
	d.Look = d.tellNews
	d.play()
	if d.Err != nil {
		d.tellNews()
		return fmt.Errorf("the day stopped at %s: %w", s.Now().Format("15:04:05"), d.Err)
	}
	if o.Dir != "" {
		if err := errors.Join(d.write(filepath.Join(o.Dir, "transcript.txt")), d.papers(o.Dir), d.signed(o.Dir), d.minuted(o.Dir), d.received(o.Dir)); err != nil {
			return err
		}
	}
	return d.promises()
}

// day is the stage and the script. The first thing that cannot be done stops the script.
type day struct {
	stage.Hands
	teller
	receipts []receipt // every ✅ somebody was answered
}

// receipt is a filing that was answered.
type receipt struct {
	at   time.Time
	unit workgroup.UnitID
}

// zero files a zero report with two presses on the board.
func (d *day) zero(units ...workgroup.UnitID) {
	for _, u := range units {
		d.Press(d.Head(u), d.Group, "零报告")
		d.Wait(3 * time.Second)
		d.filed(u, d.Press(d.Head(u), d.Group, "零报告"))
		d.Wait(11 * time.Second)
	}
}

// confirm presses the button that files, and remembers what was answered.
func (d *day) confirm(u workgroup.UnitID, who *sandbox.Person, where sandbox.Chat) {
	d.Wait(5 * time.Second)
	d.filed(u, d.Press(who, where, "报送"))
}

// filed remembers what a unit was answered that has filed.
func (d *day) filed(u workgroup.UnitID, toast string) {
	if d.Err != nil {
		return
	}
	if []rune(toast)[0] != '✅' {
		d.Err = fmt.Errorf("%s was not filed: %s", u, toast)
		return
	}
	d.receipts = append(d.receipts, receipt{d.Now(), u})
}
