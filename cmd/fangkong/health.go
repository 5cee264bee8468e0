package main

import (
	"fmt"
	"os"
	"time"

	"fangkong/cmd/fangkong/settings"
)

// silence is how old the last heartbeat may be: run beats each minute, and may be late once.
const silence = 3 * time.Minute

type healthCommand struct {
	Config string `help:"设置文件 the settings file." default:"fangkong.toml" type:"path" placeholder:"F"`
	Data   string `help:"数据文件，缺省见设置 the data file, by default what the settings say." type:"path" placeholder:"F"`
	Alive  string `help:"心跳文件，缺省在数据文件旁 the heartbeat's file, by default beside the data." type:"path" placeholder:"F"`
}

// Run fails when the bot that works on the data has not beaten for a while.
func (h *healthCommand) Run(c console) error {
	data := h.Data
	if data == "" && h.Alive == "" {
		s, faults := settings.Load(h.Config)
		if faults.Broken() {
			return c.faults(faults)
		}
		data = s.Data
	}
	path := alivePath(data, h.Alive)
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("health: %w", err)
	}
	if age := time.Since(info.ModTime()); age > silence {
		return fmt.Errorf("health: %s", fmt.Sprintf(c.in("最后一次心跳在 %s 前", "the last heartbeat was %s ago"), age.Round(time.Second)))
	}
	return nil
}

// alivePath is the heartbeat's file: the one named, else the one beside the data.
func alivePath(data, named string) string {
	if named != "" {
		return named
	}
	return data + ".alive"
}

// beat marks that the bot was alive at an instant.
func beat(path string, now time.Time) error {
	f, err := os.OpenFile(path, os.O_CREATE, 0o600)
	if err == nil {
		err = f.Close()
	}
	if err == nil {
		err = os.Chtimes(path, now, now)
	}
	if err != nil {
		return fmt.Errorf("heartbeat: %w", err)
	}
	return nil
}
