package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/errand"
	"fangkong/bot/paper"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store"
	"fangkong/store/workgroup"
)

type exportCommand struct {
	Folder string         `arg:"" type:"path" help:"写到哪个新文件夹 the new folder to write."`
	From   workgroup.Date `required:"" help:"从哪天起 the first day." placeholder:"2020-01-01"`
	To     workgroup.Date `required:"" help:"到哪天止 the last day." placeholder:"2020-12-31"`
	held
}

// longestExport is in days: a sheet of a workbook holds a row for each unit of as many.
const longestExport = 3 * 366

// Run writes what the office keeps of some days (统一留存) into a new folder: the daily reports as a workbook, each year's register of
// reports to the authorities, every filed report as it was signed, and the digests of all. Of a running bot's data it takes a
// backup first.
func (o *exportCommand) Run(c console) error {
	switch {
	case !o.From.Valid() || !o.To.Valid():
		c.say("日期写成 2020-01-31 这样", "write dates like 2020-01-31")
		return errTold
	case o.To < o.From:
		c.say("--to 早于 --from", "--to is before --from")
		return errTold
	case o.To > o.From.Add(longestExport-1):
		c.say("一次最多导出三年，请分几次", "at most three years at a time")
		return errTold
	}
	s, err := c.settings(o.Config)
	if err != nil {
		return err
	}
	book, err := o.look(c, s)
	if err != nil {
		return err
	}
	files, err := o.files(c, book, s.College)
	if err = errors.Join(err, book.Close()); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if len(files) == 0 {
		c.say("%s 至 %s 没有日报，也没有备案的上报件", "there are neither daily reports nor filed reports from %s to %s", o.From, o.To)
		return errTold
	}
	return o.write(c, files)
}

// look opens the data for reading, or of a running bot's a fresh backup.
func (o *exportCommand) look(c console, s settings.Settings) (*store.Store, error) {
	path := o.path(s)
	book, err := store.Look(path, clock(s))
	if errors.Is(err, store.ErrInUse) {
		made, fault := (&backupCommand{held: o.held}).make(c, s, path)
		if fault != nil {
			return nil, fault
		}
		c.say("机器人正在运行，按刚做的备份 %s 导出", "the bot is running; this is of the backup just made, %s", made.Path)
		path = made.Path
		book, err = store.Look(path, clock(s))
	}
	if err != nil {
		return nil, c.data(path, err)
	}
	return book, nil
}

// exported is one file, under a name below the folder.
type exported struct {
	name  string
	bytes []byte
}

// files are what there is of those days.
func (o *exportCommand) files(c console, book *store.Store, college workgroup.College) (out []exported, err error) {
	now := time.Now().In(college.Zone)
	period := paper.Period{College: college, From: o.From, To: o.To, Cases: map[workgroup.Date][]workgroup.Case{}, Language: c.lang, At: now}
	var registers []paper.Register
	if err := book.View(func(b workgroup.Book) error {
		period.Days = college.CountFrom(b, o.From, o.To)
		for _, t := range period.Days {
			period.Cases[t.Round.Date] = workgroup.CasesOf(b, t.Round.Date)
		}
		year := 0
		for entry := range workgroup.PaperEntries.Each(b, "") {
			p, _ := workgroup.Papers.Get(b, entry.Paper)
			if p.Date < o.From || p.Date > o.To {
				continue
			}
			if entry.Year != year { // a report of the last day of a year may be in the register of the next
				year = entry.Year
				registers = append(registers, errand.RegisterOf(b, college, strconv.Itoa(year), c.lang, now))
			}
			number := filepath.Join(c.in("上报件", "reports"), c.in(entry.Named().Name, entry.Named().English))
			for _, one := range []struct{ digest, name string }{{p.Copy, number + ".docx"}, {p.Annex, number + c.in("附件", ", annex") + ".xlsx"}} {
				if kept, ok := workgroup.PaperCopies.Get(b, one.digest); ok {
					out = append(out, exported{one.name, kept.Bytes})
				}
			}
		}
		return nil
	}); err != nil {
		return nil, err
	}
	if len(period.Days) > 0 {
		raw, err := period.Workbook()
		if err != nil {
			return nil, err
		}
		out = append(out, exported{period.FileName(), raw})
	}
	for _, r := range registers {
		raw, err := r.Workbook()
		if err != nil {
			return nil, err
		}
		out = append(out, exported{r.FileName(), raw})
	}
	return out, nil
}

// write lays the files out in the folder, which must be new, with the digest of each as “sha256sum -c” reads them. It is there whole, or
// not at all.
func (o *exportCommand) write(c console, files []exported) error {
	if _, err := os.Lstat(o.Folder); err == nil {
		c.say("%s 已存在，没有改动", "%s exists; it was not changed", o.Folder)
		return errTold
	}
	part, err := os.MkdirTemp(filepath.Dir(o.Folder), ".export")
	if err != nil {
		return c.file(o.Folder, err)
	}
	defer func() { _ = os.RemoveAll(part) }()
	var sums strings.Builder
	for _, f := range files {
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(f.bytes), filepath.ToSlash(f.name))
	}
	for _, f := range append(files, exported{"SHA256SUMS", []byte(sums.String())}) {
		path := filepath.Join(part, f.name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), layOut(path, f.bytes)); err != nil {
			return c.file(filepath.Join(o.Folder, f.name), err)
		}
	}
	if err := os.Rename(part, o.Folder); err != nil {
		return c.file(o.Folder, err)
	}
	for _, f := range files {
		c.say("  %s", "  %s", f.name)
	}
	c.say("已导出到 %s。内有人员和病情信息，按保密要求保管。", "exported to %s. It holds people's health: keep it accordingly.", o.Folder)
	return nil
}
