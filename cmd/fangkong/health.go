package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"fangkong/cmd/fangkong/office"
)

// silence is how old the last heartbeat may be: run beats each minute, and may be late once.
const silence = 3 * time.Minute

type healthCommand struct {
	Config string `help:"设置文件 the settings file." default:"fangkong.toml" type:"path" placeholder:"F"`
	Data   string `help:"数据文件，缺省见设置 the data file, by default what the settings say." type:"path" placeholder:"F"`
	Alive  string `help:"心跳文件，缺省在数据文件旁 the heartbeat's file, by default beside the data." type:"path" placeholder:"F"`
}

// Run fails when the bot that works on the data has not beaten for a while, or its last heartbeat says that work lies.
func (h *healthCommand) Run(c console) error {
	data := h.Data
	if data == "" && h.Alive == "" {
		s, err := c.settings(h.Config)
		if err != nil {
			return err
		}
		data = s.Data
	}
	if err := look(c, alivePath(data, h.Alive), time.Now()); err != nil {
		return err
	}
	c.say("正常", "well")
	return nil
}

// look reads the last heartbeat and says on one line everything that is wrong, and since when.
func look(c console, path string, now time.Time) error {
	p, err := heard(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New(c.in("还没有心跳："+path+"（机器人没有运行过，或数据文件写错了）", "no heartbeat yet: "+path+" (the bot has not run, or the data file is another one)"))
	case err != nil:
		return c.file(path, err)
	case p.Stopped:
		return fmt.Errorf(c.in("已于 %s 停止运行", "stopped at %s"), p.At.Format("2006-01-02 15:04:05"))
	}
	if wrong := c.ails(p, now); len(wrong) > 0 {
		return errors.New(strings.Join(wrong, c.in("；", "; ")))
	}
	return nil
}

// ails are what is wrong by a heartbeat, and since when.
func (c console) ails(p office.Pulse, now time.Time) (wrong []string) {
	ail := func(since, at time.Time, patience time.Duration, chinese, english string) {
		if !since.IsZero() && at.Sub(since) >= patience {
			wrong = append(wrong, fmt.Sprintf(c.in(chinese, english), since.Format("2006-01-02 15:04:05")))
		}
	}
	ail(p.At, now, silence, "自 %s 起没有心跳", "no heartbeat since %s")
	if len(wrong) == 0 { // what a heartbeat long ago said is no news
		ail(p.Swept, p.At, 2*time.Minute, "自 %s 起没有处理到期事项，提醒可能没有发出", "what is due has not been dealt with since %s, reminders among it")
		ail(p.Polled, p.At, 3*time.Minute, "自 %s 起收不到 Telegram 的更新", "nothing could be fetched from Telegram since %s")
		ail(p.Inbox, p.At, 2*time.Minute, "自 %s 起收到的消息没有处理", "messages received have not been dealt with since %s")
		ail(p.Letter, p.At, 10*time.Minute, "自 %s 起有通知没有发出", "letters have not been sent since %s")
		ail(p.Ring, p.At, 3*time.Minute, "自 %s 起紧急呼叫没有送达任何人，请打电话", "urgent rings have reached nobody since %s, please telephone")
	}
	return wrong
}

// heard reads the last heartbeat. An empty file says no more than when it was touched.
func heard(path string) (office.Pulse, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return office.Pulse{}, err
	}
	if len(raw) == 0 {
		info, err := os.Stat(path)
		if err != nil {
			return office.Pulse{}, err
		}
		return office.Pulse{At: info.ModTime()}, nil
	}
	var p office.Pulse
	if err := json.Unmarshal(raw, &p); err != nil {
		return p, fmt.Errorf("%s: %w", path, err)
	}
	return p, nil
}

// alivePath is the heartbeat's file: the one named, else the one beside the data.
func alivePath(data, named string) string {
	if named != "" {
		return named
	}
	return data + ".alive"
}

// rest writes down that the bot was stopped in order, and when.
func rest(path string, at time.Time) error { return beat(path, office.Pulse{At: at, Stopped: true}) }

// beat writes a heartbeat whole: whoever reads sees the one before or this one.
func beat(path string, p office.Pulse) error {
	raw, err := json.Marshal(p)
	if err == nil {
		err = replace(path, append(raw, '\n'))
	}
	if err != nil {
		return fmt.Errorf("heartbeat: %w", err)
	}
	return nil
}
