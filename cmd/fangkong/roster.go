package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"fangkong/bot/errand"
	"fangkong/bot/text"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store"
	"fangkong/store/workgroup"
)

type rosterCommand struct {
	Import importCommand       `cmd:"" help:"用名册文件更新数据，先列出差别 bring the data up to a roster file; shows the differences first."`
	Export rosterExportCommand `cmd:"" help:"把数据里的名册写成文件，从不覆盖 write the roster the data holds as a file; overwrites nothing."`
}

// held is where the data is.
type held struct {
	Config string `help:"设置文件 the settings file." default:"fangkong.toml" type:"path" placeholder:"F"`
	Data   string `help:"数据文件，缺省见设置 the data file, by default what the settings say." type:"path" placeholder:"F"`
}

// path is the data file: the one named, else the settings'.
func (h held) path(s settings.Settings) string {
	if h.Data != "" {
		return h.Data
	}
	return s.Data
}

// open opens the data, which must be there and nobody's.
func (h held) open(c console, s settings.Settings) (*store.Store, error) {
	book, err := h.enter(c, s)
	if err != nil && !errors.Is(err, errTold) {
		return nil, c.data(h.path(s), err)
	}
	return book, err
}

// enter opens the data, which must be there; a running bot's is store.ErrInUse.
func (h held) enter(c console, s settings.Settings) (*store.Store, error) {
	path := h.path(s)
	// Opening would make an empty file, and a misspelt name would look like an office without a past.
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		c.say("没有数据文件 %s；第一次启动时名册会自动载入", "there is no data file %s; the roster is loaded at the first start", path)
		return nil, errTold
	}
	return store.Open(path, store.Options{Now: clock(s), Backups: backups(s, path)})
}

// clock is the time in the college's zone.
func clock(s settings.Settings) func() time.Time {
	return func() time.Time { return time.Now().In(s.College.Zone) }
}

type importCommand struct {
	File string `arg:"" type:"path" help:"名册文件（.toml），或人员表（.xlsx、.csv） the roster file (.toml), or a sheet of people (.xlsx, .csv)."`
	held
	Yes bool `help:"确认更新；不写只列差别 do it; without it only the differences are shown."`
}

// Run shows what a roster, or a sheet of people, would change and, with --yes, changes it.
func (i *importCommand) Run(c console) error {
	if errand.IsPeopleFile(i.File) {
		return i.sheet(c)
	}
	s, r, faults := settings.Examine(i.Config, i.File)
	if len(faults) > 0 {
		return c.faults(faults)
	}
	book, err := i.open(c, s)
	if err != nil {
		return err
	}
	return errors.Join(i.bring(c, book, r.Register, s.College), book.Close())
}

func (i *importCommand) bring(c console, s *store.Store, r workgroup.Register, college workgroup.College) error {
	var differences, consequences []workgroup.Difference
	now := time.Now().In(college.Zone)
	look := func(b workgroup.Book) error {
		differences = r.Differences(b)
		consequences = college.Consequences(b, now, func(b workgroup.Book) { r.Import(b, now) })
		return nil
	}
	work, access := look, s.View
	if i.Yes {
		access = s.Update
		work = func(b workgroup.Book) error {
			_ = look(b)
			r.Import(b, now)
			return nil
		}
	}
	if err := access(work); err != nil {
		return fmt.Errorf("roster %s: %w", i.File, err)
	}
	texts, err := text.Load(college.Bodies)
	if err != nil {
		return err
	}
	if err := c.differences(texts, slices.Concat(differences, consequences)); err != nil {
		return err
	}
	switch n := workgroup.Changes(differences); {
	case n == 0:
		c.say("名册与数据一致，没有改动", "the data is as the roster says; nothing was changed")
	case i.Yes:
		c.say("已更新，共 %d 处", "done, %d change(s)", n)
	default:
		c.say("共 %d 处，尚未改动；加 --yes 更新", "%d change(s), none of them made; add --yes to make them", n)
	}
	return nil
}

// differences says what a change of the roster does, a line each.
func (c console) differences(texts *text.Texts, differences []workgroup.Difference) error {
	for _, d := range differences {
		line, err := texts.Difference(c.lang, d)
		if err != nil {
			return err
		}
		c.say("%s", "%s", line)
	}
	return nil
}

type rosterExportCommand struct {
	File string `arg:"" optional:"" type:"path" help:"写到哪个新文件，缺省直接打印 the new file to write, by default the roster is printed."`
	held
}

// Run writes the roster the data holds.
func (e *rosterExportCommand) Run(c console) error {
	s, err := c.settings(e.Config)
	if err != nil {
		return err
	}
	book, err := e.open(c, s)
	if err != nil {
		return err
	}
	var text []byte
	err = book.View(func(b workgroup.Book) error { text = settings.Export(b); return nil })
	if err := errors.Join(err, book.Close()); err != nil {
		return fmt.Errorf("roster: %w", err)
	}
	if e.File == "" {
		_, err := c.out.Write(text)
		return err
	}
	err = layOut(e.File, text)
	if errors.Is(err, fs.ErrExist) {
		c.say("%s 已存在，没有改动", "%s exists; it was not changed", e.File)
		return errTold
	}
	if err != nil {
		return c.file(e.File, err)
	}
	c.say("已写出 %s", "%s is written", e.File)
	return nil
}
