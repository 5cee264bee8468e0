package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"fangkong/bot/text"
	"fangkong/store"
	"fangkong/store/workgroup"
)

type callsheetCommand struct {
	held
	XLSX string `name:"xlsx" help:"写成工作簿，从不覆盖 write a workbook instead; overwrites nothing." type:"path" placeholder:"FILE"`
}

// staleSheet is how old the running bot's sheet may be: it is written each hour, and may be late once.
const staleSheet = 2 * time.Hour

// Run prints whom to telephone, and in which order. The running bot has the data to itself: then its own last sheet is
// printed, which says when it was written.
func (o *callsheetCommand) Run(c console) error {
	s, err := c.settings(o.Config)
	if err != nil {
		return err
	}
	texts, err := text.Load(s.College.Bodies)
	if err != nil {
		return err
	}
	now := time.Now().In(s.College.Zone)
	var sheet workgroup.CallSheet
	book, err := o.enter(c, s)
	kept := errors.Is(err, store.ErrInUse)
	switch {
	case kept:
		if sheet, err = keptSheet(o.path(s), s.College.Zone); err != nil {
			c.say("%s 正由运行中的 fangkong 使用，而它写的呼叫单读不到（%v）；停下它再试",
				"%s is in use by a running fangkong, and the call sheet it keeps cannot be read (%v); stop it and try again", o.path(s), err)
			return errTold
		}
	case errors.Is(err, errTold):
		return err
	case err != nil:
		return c.data(o.path(s), err)
	default:
		err = book.View(func(b workgroup.Book) error { sheet = s.College.CallSheet(b, now); return nil })
		if err := errors.Join(err, book.Close()); err != nil {
			return fmt.Errorf("call sheet: %w", err)
		}
	}
	if kept {
		o.sayKept(c, sheet, now)
	}
	r := sheetRenderer{c, texts}
	if o.XLSX == "" {
		_, err := c.out.Write([]byte(r.text(sheet)))
		return err
	}
	raw, err := r.workbook(sheet)
	if err == nil {
		err = layOut(o.XLSX, raw)
	}
	if errors.Is(err, fs.ErrExist) {
		c.say("%s 已存在，没有改动", "%s exists; it was not changed", o.XLSX)
		return errTold
	}
	if err != nil {
		return c.file(o.XLSX, err)
	}
	c.say("已写出 %s", "%s is written", o.XLSX)
	return nil
}

// sayKept says of when the running bot's sheet is, before anything of it is read.
func (o *callsheetCommand) sayKept(c console, s workgroup.CallSheet, now time.Time) {
	at := s.At.Format("2006-01-02 15:04")
	if now.Sub(s.At) >= staleSheet {
		c.say("fangkong 正在运行；这是它 %s 写的呼叫单，此后没有更新，请用 fangkong health 检查", "fangkong is running; this is the call sheet it wrote at %s and has not renewed since: see “fangkong health”", at)
		return
	}
	c.say("fangkong 正在运行；这是它 %s 写的呼叫单", "fangkong is running; this is the call sheet it wrote at %s", at)
}

// The running bot keeps its sheet twice: to be read by anybody, and for the command, which speaks both languages and makes
// workbooks.
func sheetText(data string) string { return data + ".callsheet.txt" }
func sheetJSON(data string) string { return data + ".callsheet.json" }

// keptSheet reads the sheet that the running bot keeps beside its data.
func keptSheet(data string, zone *time.Location) (s workgroup.CallSheet, err error) {
	raw, err := os.ReadFile(sheetJSON(data))
	if err == nil {
		err = json.Unmarshal(raw, &s)
	}
	s.At = s.At.In(zone)
	return s, err
}
