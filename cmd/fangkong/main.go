// Fangkong runs the prevention office's day in a Telegram group: reminders, reports, who has not answered. This package is
// its command line: each command is a file. Wiring is in office, the settings files in settings.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"fangkong/store/workgroup"
)

// version is set by the build; an ordinary “go build” leaves it to what Go knows of the source.
var version = ""

// Exit codes.
const (
	done  = 0
	fault = 1 // something is wrong with what was given, or went wrong
	usage = 2 // the command line cannot be understood
)

// commands is the command line.
type commands struct {
	Lang    workgroup.Language `help:"输出语言 language of messages: zh-CN, en." enum:"zh-CN,en" default:"zh-CN" env:"FANGKONG_LANG"`
	Version kong.VersionFlag   `help:"版本 print the version."`

	Init       initCommand       `cmd:"" help:"在目录里生成样例设置和名册，从不覆盖 lay out sample settings and a sample roster; overwrites nothing."`
	Check      checkCommand      `cmd:"" help:"检查设置和名册，一次列出全部问题 name everything that is wrong with settings and roster."`
	Run        RunOptions        `cmd:"" help:"运行机器人 run the bot."`
	Demo       DemoOptions       `cmd:"" help:"不连 Telegram，在浏览器里看整个学校怎么用 without Telegram, a whole college in the browser."`
	Drill      drillCommand      `cmd:"" help:"演练：同 demo，用本校的名册和时间表，不碰真实数据 a drill: as demo, with your own roster and timetable; touches no real data."`
	Roster     rosterCommand     `cmd:"" help:"名册 the roster."`
	Callsheet  callsheetCommand  `cmd:"" help:"电话呼叫单：没有 Telegram 时先打给谁 the call sheet: whom to telephone, and in which order, without Telegram."`
	Understand understandCommand `cmd:"" help:"读句子：每行一个 JSON，答它报了什么 read sentences, one JSON a line, and say what each reports."`
	Receipts   receiptsCommand   `cmd:"" help:"把通知回执写成工作簿 write the receipts of notices as a workbook."`
	Export     exportCommand     `cmd:"" help:"把一段日子的台账导出到文件夹：日报汇总、备案登记簿、上报件 write what is kept of some days into a folder: daily reports, the register, filed reports."`
	Backup     backupCommand     `cmd:"" help:"备份数据，机器人运行时也可以 back up the data, also while the bot runs."`
	Restore    restoreCommand    `cmd:"" help:"用备份恢复数据，从不覆盖 put a backup in the place of lost data; overwrites nothing."`
	Verify     verifyCommand     `cmd:"" help:"核对数据或一份备份是否完好 whether the data, or a backup, is sound."`
	Health     healthCommand     `cmd:"" help:"运行中的机器人是否正常工作（容器自检用） whether the running bot does its work, for containers."`
}

// console is where a command talks, and in which language.
type console struct {
	out  io.Writer
	lang workgroup.Language
}

// say writes one line in the language of the console.
func (c console) say(chinese, english string, args ...any) {
	_, _ = fmt.Fprintf(c.out, c.in(chinese, english)+"\n", args...) // nobody is left to tell when the terminal is gone
}

func (c console) in(chinese, english string) string {
	if c.lang == workgroup.English {
		return english
	}
	return chinese
}

// errTold is an error whose every word is on the console already.
var errTold = errors.New("told")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP) // the last when the terminal is closed
	code := execute(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// exited carries an exit code out of the parser, which would end the process after --help and --version.
type exited int

// execute runs one command line and returns its exit code.
func execute(ctx context.Context, args []string, out, errs io.Writer) (code int) {
	defer func() {
		if v := recover(); v != nil {
			c, ok := v.(exited)
			if !ok {
				panic(v)
			}
			code = int(c)
		}
	}()
	var c commands
	parser, err := kong.New(&c,
		kong.Name("fangkong"),
		kong.Description("疫情防控工作群的日报机器人 the daily reports of a prevention work group, on Telegram."),
		kong.Vars{"version": versionText()},
		kong.Writers(out, errs),
		kong.Help(help),
		kong.Exit(func(code int) { panic(exited(code)) }),
		kong.BindTo(ctx, (*context.Context)(nil)),
	)
	if err != nil {
		panic(err) // the struct above is wrong, whatever the arguments
	}
	k, err := parser.Parse(args)
	if err != nil {
		said := "用法有误 usage: %v\n查看帮助 for help: fangkong --help\n"
		if inEnglish(args) {
			said = "usage: %v\nfor help: fangkong --help\n"
		}
		_, _ = fmt.Fprintf(errs, said, err)
		return usage
	}
	if err := k.Run(console{out, c.Lang}); err != nil {
		if !errors.Is(err, errTold) {
			_, _ = fmt.Fprintln(errs, err)
		}
		return fault
	}
	return done
}

// inEnglish tells whether arguments that cannot be read ask for messages in English.
func inEnglish(args []string) bool {
	lang := os.Getenv("FANGKONG_LANG")
	for i, arg := range args {
		if said, is := strings.CutPrefix(arg, "--lang"); is {
			if lang = strings.TrimPrefix(said, "="); lang == "" && i+1 < len(args) {
				lang = args[i+1]
			}
		}
	}
	return lang == string(workgroup.English)
}

func versionText() string {
	text := version
	info, ok := debug.ReadBuildInfo()
	if text == "" && ok {
		text = info.Main.Version
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				text += " " + s.Value
			}
		}
	}
	if text == "" {
		text = "(devel)"
	}
	return "fangkong " + text
}

// Run runs the bot until it is told to stop.
func (o *RunOptions) Run(ctx context.Context, c console) error {
	o.Lang = c.lang
	return run(ctx, *o)
}

// Run plays the demo.
func (o *DemoOptions) Run(ctx context.Context, c console) error {
	o.Lang, o.Console = c.lang, c.out
	return demo(ctx, *o)
}
