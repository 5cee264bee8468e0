package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"fangkong/cmd/fangkong/settings"
)

type initCommand struct {
	Dir string `arg:"" optional:"" default:"." type:"path" help:"目录，缺省为当前目录 the directory, by default this one."`
}

// Run lays out both sample files or, when one of them is there already, none.
func (i *initCommand) Run(c console) error {
	names := []string{settings.File, settings.RosterFile}
	there := false
	for _, name := range names {
		path := filepath.Join(i.Dir, name)
		switch _, err := os.Lstat(path); {
		case err == nil:
			c.say("%s 已存在，没有改动任何文件", "%s exists; nothing was changed", path)
			there = true
		case !errors.Is(err, fs.ErrNotExist):
			return c.file(path, err)
		}
	}
	if there {
		return errTold
	}
	if err := os.MkdirAll(i.Dir, 0o755); err != nil {
		return c.file(i.Dir, err)
	}
	for n, name := range names {
		if err := layOut(filepath.Join(i.Dir, name), settings.SampleFile(name)); err != nil {
			// Half of the samples would look like the work of a person.
			for _, done := range names[:n] {
				err = errors.Join(err, os.Remove(filepath.Join(i.Dir, done)))
			}
			return c.file(filepath.Join(i.Dir, name), err)
		}
	}
	c.say("已生成 %s 和 %s。\n下一步：改成本单位的单位和人员，再运行 fangkong check。",
		"%s and %s are laid out.\nNext: put in your own units and people, then run “fangkong check”.",
		filepath.Join(i.Dir, names[0]), filepath.Join(i.Dir, names[1]))
	return nil
}

// layOut writes a file that must not exist, readable for its owner only: a roster holds telephone numbers.
func layOut(path string, text []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}
