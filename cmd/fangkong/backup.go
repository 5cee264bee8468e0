package main

import (
	"errors"
	"io/fs"
	"os"

	"fangkong/cmd/fangkong/settings"
	"fangkong/store"
)

// keptBackups is how many backups are kept: two weeks of days.
const keptBackups = 14

// backups is where the data is backed up: the settings' folder, else one beside it.
func backups(s settings.Settings, data string) store.Backups {
	dir := s.Backup.Folder
	if dir == "" {
		dir = data + ".backups"
	}
	return store.Backups{Dir: dir, Keep: keptBackups}
}

// progress shows how far a piece of work has come, where it takes longer than a second.
func (c console) progress() store.Progress {
	return eachSecond(func(s store.Stage, done, total int64) {
		switch {
		case s == store.Copying:
			c.say("正在复制：%d / %d MB", "copying: %d of %d MB", done>>20, total>>20)
		case done == 0:
			c.say("正在核对", "checking")
		default:
			c.say("正在核对台账：%d / %d 行", "checking the journal: %d of %d lines", done, total)
		}
	})
}

// found says what a data file holds, and names each fault.
func (c console) found(path string, f store.Findings) error {
	if f.Sound() {
		c.say("%s 完好：台账 %d 行，链条未断；记录 %d 条。", "%s is sound: %d lines of the journal, their chain unbroken; %d records.", path, f.Lines, f.Records)
		if f.Papers > 0 {
			c.say("上报件 %d 份，编号连续，存件与签发时一致。", "%d reports to the authorities: their numbers have no gap, each is as it was signed.", f.Papers)
		}
		if f.Erased > 0 {
			c.say("按规定清除内容的台账 %d 行。", "the contents of %d lines were erased by rule.", f.Erased)
		}
		if !f.Until.IsZero() {
			c.say("最后一行：%s", "the last line is of %s", f.Until.Format("2006-01-02 15:04:05"))
		}
		return nil
	}
	for _, fault := range f.Faults {
		c.say("  %s", "  %s", fault)
	}
	c.say("%s 核对不过，有损坏（以上 %d 处）。不要覆盖以前的备份；停下机器人，把文件移开，用 fangkong restore 恢复最近一份好的备份。",
		"%s does not verify: it is damaged (%d fault(s) above). Keep the earlier backups; stop the bot, move the file away, and restore the newest sound backup with “fangkong restore”.", path, len(f.Faults))
	return errTold
}

// unasked says why a running bot could not be asked.
func (c console) unasked(path string, err error) error {
	if errors.Is(err, errUnanswered) {
		return &trouble{c.in("数据文件 "+path+" 正被另一个 fangkong 使用，而它没有应答；稍候再试，或先停掉它", "the data file "+path+" is in use by another fangkong, which does not answer; try again, or stop that one first"), err}
	}
	return c.file(controlPath(path), err)
}

type backupCommand struct {
	File string `arg:"" optional:"" type:"path" help:"另写到哪个新文件，缺省只放在备份文件夹 the new file to write, by default one in the backup folder only."`
	held
}

// Run makes a backup: itself, or through the bot that runs on the data.
func (o *backupCommand) Run(c console) error {
	s, err := c.settings(o.Config)
	if err != nil {
		return err
	}
	data := o.path(s)
	if o.File != "" {
		if _, err := os.Lstat(o.File); err == nil {
			return c.file(o.File, fs.ErrExist)
		}
	}
	made, err := o.make(c, s, data)
	if err != nil {
		return err
	}
	if o.File != "" {
		if _, err := store.Restore(made.Path, o.File, clock(s), c.progress()); err != nil {
			return c.kept(o.File, err)
		}
		c.say("已备份到 %s", "backed up to %s", o.File)
		return nil
	}
	c.say("已备份到 %s（%d KB，核对无误）。留最近 %d 份。", "backed up to %s (%d KB, verified). The last %d are kept.", made.Path, made.Bytes>>10, keptBackups)
	return nil
}

func (o *backupCommand) make(c console, s settings.Settings, data string) (store.Backup, error) {
	folder := backups(s, data)
	book, err := store.Look(data, clock(s))
	switch {
	case errors.Is(err, store.ErrInUse):
		r, err := ask(data, askBackup, c.progress())
		if err != nil {
			return store.Backup{}, c.unasked(data, err)
		}
		return store.Backup{Path: r.Path, Bytes: r.Bytes}, c.kept(folder.Dir, r.err())
	case err != nil:
		return store.Backup{}, c.data(data, err)
	}
	made, err := folder.Make(book, "", c.progress())
	return made, c.kept(folder.Dir, errors.Join(err, book.Close()))
}

// kept says why a copy of the data could not be made there; nothing half-written is left.
func (c console) kept(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, store.ErrUnsound), errors.Is(err, store.ErrForeign):
		return &trouble{c.in("写好的备份核对不过，没有算数；请运行 fangkong verify", "the copy does not verify and was not counted; run “fangkong verify”"), err}
	}
	words := c.file(path, err).Error()
	return &trouble{c.in("没有备份成，也没有留下半份文件。", "nothing was backed up, and nothing half-written is left. ") + words, err}
}

type verifyCommand struct {
	File string `arg:"" optional:"" type:"path" help:"要核对的备份，缺省核对数据本身 the backup to verify, by default the data itself."`
	held
}

// Run verifies the data or a backup. A running bot's data is verified through the bot.
func (o *verifyCommand) Run(c console) error {
	s, err := c.settings(o.Config)
	if err != nil {
		return err
	}
	path := o.File
	if path == "" {
		path = o.path(s)
	}
	f, err := store.Examine(path, clock(s), c.progress())
	if errors.Is(err, store.ErrInUse) && o.File == "" {
		r, fault := ask(path, askVerify, c.progress())
		if fault != nil {
			return c.unasked(path, fault)
		}
		f, err = r.Found, r.err()
		if err != nil && !r.Bad {
			return c.kept(backups(s, path).Dir, err)
		}
	}
	if err != nil && f.Sound() {
		return c.data(path, err)
	}
	f.Until = f.Until.In(s.College.Zone)
	return c.found(path, f)
}

type restoreCommand struct {
	File string `arg:"" type:"path" help:"备份文件 the backup."`
	held
}

// Run puts a backup where no data is.
func (o *restoreCommand) Run(c console) error {
	s, err := c.settings(o.Config)
	if err != nil {
		return err
	}
	data := o.path(s)
	if _, err := os.Lstat(data); err == nil {
		c.say("%s 已存在，没有改动。要换成备份，先停下机器人，把它移到别处。", "%s exists; it was not changed. To put the backup in its place, stop the bot and move it away first.", data)
		return errTold
	}
	f, err := store.Examine(o.File, clock(s), c.progress()) // said of the backup, not of its copy
	switch {
	case err != nil && !f.Sound():
		return c.found(o.File, f)
	case err != nil:
		return c.data(o.File, err)
	}
	if f, err = store.Restore(o.File, data, clock(s), c.progress()); err != nil {
		return c.file(data, err)
	}
	f.Until = f.Until.In(s.College.Zone)
	if err := c.found(data, f); err != nil {
		return err
	}
	c.say("已恢复。此后报送的内容不在这份备份里，请对照群里的消息补报；然后照常运行 fangkong run。",
		"restored. What was filed after that is not in it: hold it against the group's messages, have it filed again, and start “fangkong run” as usual.")
	return nil
}
