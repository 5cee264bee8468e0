package stage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// checksItself has the house look whether a self-check is due, as it does each minute.
func (p *play) checksItself() {
	p.t.Helper()
	p.SelfCheck()
	p.settle()
}

func TestDoctorInBothLanguages(t *testing.T) {
	t.Parallel()
	for lang, words := range map[workgroup.Language][2][]string{
		workgroup.Chinese: {{"一切正常", "令牌有效", "能置顶、能删除消息", "时钟与 Telegram 一致", "磁盘剩余", "最近备份", "接收正常", "没有积压", "级都叫得到人"},
			{"有事要办", "我在群里不是管理员", "群主设为管理员", "群里的话听不全", "/setprivacy"}},
		workgroup.English: {{"all is well", "The token is good", "I may pin and delete", "The clock agrees", "left on the disk", "Newest backup", "Messages come in", "No messages wait", "rungs of the ladder reach somebody"},
			{"something to do", "I am no administrator", "makes me one", "do not hear all", "/setprivacy"}},
	} {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			sample, _ := settings.Sample()
			sample.College.Language = lang
			p := newPlay(t, Options{Settings: &sample, Backups: store.Backups{Dir: filepath.Join(t.TempDir(), "b"), Keep: 14}})
			p.BackUp()
			staff := p.Holder(workgroup.Staff)
			p.says(staff, nil, "/doctor")
			p.sees(staff, nil, words[0]...)

			// In the group the answer comes in private, and nothing is posted.
			posts := len(p.Group.Standing())
			p.Group.AddBot(false)
			p.says(staff, p.Group, "/doctor")
			p.sees(staff, nil, words[1]...)
			for _, m := range p.Group.Standing()[posts:] {
				if m.From.Bot {
					t.Errorf("posted in the group: %s", m.Text)
				}
			}
			// Whoever is not of the office is not told how the machine is.
			head := p.Head("ruanjian")
			p.says(head, nil, "/doctor")
			for _, m := range head.Sees(nil) {
				if strings.Contains(m.Text, words[0][1]) {
					t.Errorf("a head reads %s", m.Text)
				}
			}
		})
	}
}

func TestTheSelfCheckIsOneLineOrWhatIsToDo(t *testing.T) {
	t.Parallel()
	sample, _ := settings.Sample()
	zone := sample.College.Zone
	p := newPlay(t, Options{Start: time.Date(2020, 1, 31, 9, 0, 0, 0, zone), Backups: store.Backups{Dir: filepath.Join(t.TempDir(), "b"), Keep: 14}})
	p.BackUp()
	staff := p.Holder(workgroup.Staff)
	read := func() (texts []string) {
		for _, m := range staff.Sees(nil) {
			if strings.Contains(m.Text, "助手自检") {
				texts = append(texts, m.Text)
			}
		}
		return texts
	}
	p.checksItself()
	p.until("13:29")
	p.checksItself()
	if got := read(); len(got) != 0 {
		t.Fatalf("before its time: %q", got)
	}
	p.says(staff, nil, "/whoami") // what dates a message keeps the clock known
	p.until("13:30")
	p.checksItself()
	p.checksItself()
	if got := read(); len(got) != 1 || got[0] != "✓ 13:30 助手自检：一切正常。" {
		t.Fatalf("all is well: %q", got)
	}

	// A day later there is no backup of that day, and the first rung reaches nobody; the bot was down at its hour.
	must(t, p.Fall())
	must(t, p.Skip("13:20"))
	must(t, p.Skip("14:05"))
	must(t, os.RemoveAll(p.options.Backups.Dir))
	must(t, p.Raise())
	p.settle()
	p.checksItself()
	got := read()
	if len(got) != 2 || !strings.Contains(got[1], "有事要办") || !strings.Contains(got[1], "还没有备份") || strings.Contains(got[1], "令牌") {
		t.Fatalf("something to do: %q", got)
	}
	// Nobody else hears of it.
	for _, m := range p.Head("ruanjian").Sees(nil) {
		if strings.Contains(m.Text, "自检") {
			t.Errorf("a head reads %s", m.Text)
		}
	}
}

func TestDoctorNamesWhatIsWrongWithTheGroup(t *testing.T) {
	t.Parallel()
	p := newPlay(t, Options{})
	staff := p.Holder(workgroup.Staff)
	p.Group.RemoveBot()
	p.says(staff, nil, "自检")
	p.sees(staff, nil, "有事要办", "我不在工作群", "重新拉我进群")
	p.Group.AddBot(true)
	p.Telegram.Fail(sandbox.Fault{Method: "getChatMember", Kind: sandbox.Broken500, Times: 2}) // the rights of who has just been added are asked, too
	p.says(staff, nil, "自检")
	p.wait(time.Minute)
	p.sees(staff, nil, "这次没有问到")
}
