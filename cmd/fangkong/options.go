package main

import (
	"io"
	"path/filepath"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

// files are the two files of an office on the command line.
type files struct {
	Config string `help:"设置文件 the settings file." default:"fangkong.toml" type:"path" placeholder:"F"`
	Roster string `help:"名册文件，缺省与设置文件同目录 the roster file, by default beside the settings." type:"path" placeholder:"F"`
}

// roster is the roster file: the one named, else the one beside the settings.
func (f files) roster() string {
	if f.Roster != "" {
		return f.Roster
	}
	return filepath.Join(filepath.Dir(f.Config), settings.RosterFile)
}

// RunOptions are what “fangkong run” is given; what is empty is for the settings to say.
type RunOptions struct {
	files
	Data      string `help:"数据文件，缺省见设置 the data file, by default what the settings say." type:"path" placeholder:"F"`
	API       string `name:"api" help:"Telegram 接口地址 address of the Bot API." placeholder:"URL" env:"FANGKONG_API"`
	TokenFile string `help:"存放令牌的文件，缺省见设置 the file that holds the token, by default what the settings say." type:"path" placeholder:"F" env:"FANGKONG_TOKEN_FILE"`
	Alive     string `help:"运行时每分钟写一次的文件，供 health 查看 written each minute, for “health” to look at." type:"path" placeholder:"F"`
	Webhook   string `help:"由 Telegram 推送到此公网地址，须同时写 --listen the public address Telegram brings updates to; needs --listen." placeholder:"URL"`
	Listen    string `help:"在此地址应答 /healthz 和 /metrics where /healthz and /metrics are answered." placeholder:"ADDR"`

	Lang workgroup.Language `kong:"-"`
}

// DemoOptions are what “fangkong demo” is given.
type DemoOptions struct {
	pageOptions
	Day bool   `help:"不开页面，把完整一天打印出来，核对承诺 no page: print the whole day and check the promises."`
	Out string `help:"同 --day，另存文字记录和文件的目录 as --day, and where to keep the transcript and the papers." type:"path" placeholder:"DIR"`

	Lang    workgroup.Language `kong:"-"`
	Console io.Writer          `kong:"-"`
}
