package day

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// teller prints the day as people see it.
type teller struct {
	out   io.Writer
	lang  workgroup.Language
	told  int // events printed so far
	alike int // private messages not printed because they say what the one before says
}

func (t *teller) in(chinese, english string) string {
	if t.lang == workgroup.English {
		return english
	}
	return chinese
}

func (t *teller) printf(format string, args ...any) { _, _ = fmt.Fprintf(t.out, format, args...) }

// scene heads what comes next.
func (d *day) scene(chinese, english string) {
	if d.Err == nil {
		d.printf("\n━━ %s\n", d.in(chinese, english))
	}
}

// tellNews prints what has happened since it was asked last. What says the same to many, or shows the same again, is
// counted instead; the transcript has all of it.
func (d *day) tellNews() {
	events := d.Telegram.Transcript()
	for i := d.told; i < len(events); i++ {
		e := events[i]
		switch {
		case i > d.told && sameReminder(events[i-1], e):
			d.alike++
			continue
		case e.Bot && e.Private && e.What == sandbox.Edited && strings.HasPrefix(e.Text, "📊"):
			continue // a lead unit's live sheet, once more
		case e.Bot && e.Private && e.What == sandbox.Edited && strings.HasPrefix(e.Text, "🚨 急-"):
			continue // what was just pressed, on each copy of a case's card
		}
		d.tellAlike()
		d.tell(e)
	}
	d.tellAlike()
	d.told = len(events)
}

func (d *day) tellAlike() {
	if d.alike > 0 {
		d.printf("           %s\n", fmt.Sprintf(d.in("（另有 %d 条私聊提醒发给其他人）", "(%d more private reminders to others)"), d.alike))
	}
	d.alike = 0
}

// skip leaves out what has happened so far.
func (d *day) skip() { d.told = len(d.Telegram.Transcript()) }

// sameReminder tells whether two things that happened one after the other are one to whoever reads the day: private messages to several
// people, or a card that several have, edited alike.
func sameReminder(a, b sandbox.Event) bool {
	alike := a.What == sandbox.Said || a.What == sandbox.Edited && a.Text == b.Text
	return a.Private && b.Private && a.Bot && b.Bot && a.What == b.What && alike && a.Chat != b.Chat
}

func (d *day) tell(e sandbox.Event) {
	where := d.in("群", "group")
	if e.Private {
		where = d.in("私聊·", "private, ") + e.ChatTitle
	}
	who := e.Who
	if e.Bot {
		who = d.in("助手", "bot")
	}
	head := fmt.Sprintf("%s [%s] %s%s", e.Time.In(d.College.Zone).Format("15:04:05"), where, who, d.act(e))
	lines := strings.Split(strings.TrimSpace(e.Text), "\n")
	switch {
	case e.What == sandbox.Deleted || e.What == sandbox.Pinned:
		lines = nil
	case e.What == sandbox.Edited && (strings.HasPrefix(e.Text, "📋") || strings.HasPrefix(e.Text, "🚨 急-")):
		// The board or a case once more: how far it has come.
		d.printf("%s %s\n", head, strings.Join(lines[:min(3, len(lines))], "　"))
		return
	}
	if len(lines) == 1 {
		head, lines = head+" "+lines[0], nil
	}
	d.printf("%s\n", head)
	for _, line := range lines {
		if line != "" {
			d.printf("           %s\n", line)
		}
	}
	for _, row := range e.Buttons {
		d.printf("           %s\n", labels(row))
	}
}

func labels(row []sandbox.Button) string {
	var out []string
	for _, b := range row {
		out = append(out, "["+b.Text+"]")
	}
	return strings.Join(out, " ")
}

// act is what was done, in words.
func (d *day) act(e sandbox.Event) string {
	words := map[sandbox.What][2]string{
		sandbox.Said:     {"：", ":"},
		sandbox.Edited:   {" 改为：", " edits:"},
		sandbox.Deleted:  {" 撤下一条", " takes a message away"},
		sandbox.Pinned:   {" 置顶", " pins"},
		sandbox.Pressed:  {" 按", " presses"},
		sandbox.Toast:    {" 看到", " sees"},
		sandbox.Reaction: {" 表情：", " reacts:"},
	}
	w, ok := words[e.What]
	if !ok {
		return " " + string(e.What)
	}
	return d.in(w[0], w[1])
}

// write keeps the transcript, one line an event.
func (d *day) write(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	var out strings.Builder
	for _, e := range d.Telegram.Transcript() {
		chat := e.ChatTitle
		if e.Private {
			chat = "private:" + e.ChatTitle
		}
		var buttons []string
		for _, row := range e.Buttons {
			buttons = append(buttons, labels(row))
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s\t%s\t%s\n", e.Time.In(d.College.Zone).Format("2006-01-02T15:04:05"), chat, e.Who, e.What,
			strings.ReplaceAll(e.Text, "\n", " / "), strings.Join(buttons, " "))
	}
	return os.WriteFile(path, []byte(out.String()), 0o644)
}
