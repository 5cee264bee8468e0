package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot"
	"fangkong/bot/card"
	"fangkong/bot/errand"
	"fangkong/bot/text"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// largestPeople is the longest sheet of people that is read, in bytes.
const largestPeople = 8 << 20

// operator is whoever runs the program: the office's word, under nobody's name.
var operator = workgroup.Person{Duties: []workgroup.Duty{{Role: workgroup.Admin}}}

// errLooked takes back what was tried only to be shown.
var errLooked = errors.New("only looked")

// sheet shows what a sheet of people would change and, with --yes, changes it. People read of it when the bot runs again.
func (i *importCommand) sheet(c console) error {
	s, err := c.settings(i.Config)
	if err != nil {
		return err
	}
	info, err := os.Stat(i.File)
	if err != nil {
		return c.file(i.File, err)
	}
	if info.Size() > largestPeople {
		c.say("%s 太大，一行都没有读", "%s is too large; no line was read", i.File)
		return errTold
	}
	raw, err := os.ReadFile(i.File)
	if err != nil {
		return c.file(i.File, err)
	}
	file, err := errand.ReadPeople(filepath.Base(i.File), raw)
	if err != nil {
		c.say("%s 读不出人员表：要有一行表头，写明姓名和单位、角色、电话", "%s holds no sheet of people: it needs a line that names the columns 姓名 (name), 单位 (unit), 角色 (role), 电话 (phone)", i.File)
		return errTold
	}
	book, err := i.open(c, s)
	if err != nil {
		return err
	}
	return errors.Join(i.staff(c, book, file, s), book.Close())
}

func (i *importCommand) staff(c console, s *store.Store, file errand.PeopleFile, settings settings.Settings) error {
	college, now := settings.College, time.Now().In(settings.College.Zone)
	texts, err := text.Load(college.Bodies)
	if err != nil {
		return err
	}
	rules := bot.New(bot.Options{Teller: card.NewTeller(college, texts, zerolog.Nop())})
	var staffing workgroup.Staffing
	var differences []workgroup.Difference
	err = s.Update(func(b workgroup.Book) error {
		staffing = rules.ProposePeople(b, operator, file.Name, file.Sheets, now)
		differences = slices.Concat(staffing.Differences(b), staffing.Follows(college, b, now))
		if !i.Yes || len(staffing.Changes) == 0 {
			return errLooked
		}
		_, err := college.MakeStaffing(b, staffing.Key(), staffing.Version, operator, now)
		return err
	})
	if shown := c.differences(texts, differences); shown != nil {
		return shown
	}
	for _, f := range staffing.Faults {
		line, err := texts.Plain(c.lang, "part/staff-fault", workgroup.Facts{"line": f.Line, "kind": "fault/" + string(f.Code), "facts": f.Facts})
		if err != nil {
			return err
		}
		c.say("%s", "%s", line)
	}
	var refusal *workgroup.Refusal
	switch n := len(staffing.Changes); {
	case errors.As(err, &refusal):
		line, err := texts.Plain(c.lang, "refusal/"+string(refusal.Code), refusal.Facts)
		if err != nil {
			return err
		}
		c.say("%s", "%s", line)
		return errTold
	case err != nil && !errors.Is(err, errLooked):
		return fmt.Errorf("people %s: %w", i.File, err)
	case n == 0:
		c.say("没有可以变更的，名册没有动", "there is nothing to change; the roster is as it was")
	case i.Yes:
		c.say("已变更 %d 人", "changed: %d person(s)", n)
	default:
		c.say("共 %d 人，尚未改动；加 --yes 更新", "%d person(s), none of them changed; add --yes to do it", n)
	}
	return nil
}
