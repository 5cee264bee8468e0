package bot

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/card"
	"fangkong/bot/text"
	"fangkong/store/workgroup"
)

// small is a college of two units and one person of each sort, in the middle of its day.
type small struct {
	bot  *Bot
	now  time.Time
	base func() *workgroup.Memory
}

const smallGroup = -1001500000001

func newSmall(t testing.TB) small {
	t.Helper()
	zone := time.FixedZone("Asia/Shanghai", 8*3600)
	texts, err := text.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2020, 1, 31, 14, 5, 0, 0, zone)
	at := func(d workgroup.Date, h, m int) time.Time {
		return d.In(zone).Add(time.Duration(h)*time.Hour + time.Duration(m)*time.Minute)
	}
	steps := func(d workgroup.Date) []workgroup.Step {
		return []workgroup.Step{{Name: workgroup.StepOpen, At: at(d, 6, 0)}, {Name: workgroup.StepRemind, At: at(d, 14, 0)},
			{Name: workgroup.StepUnits, At: at(d, 14, 30)}, {Name: workgroup.StepLeads, At: at(d, 15, 0)}}
	}
	college := workgroup.College{Name: "学院", Zone: zone, Language: workgroup.Chinese, Group: smallGroup, DutyPhone: "1", Forms: []workgroup.Form{workgroup.DefaultForm()}}
	b := New(Options{Teller: card.NewTeller(college, texts, zerolog.New(io.Discard)), ID: 1, Username: "fangkong_bot", Steps: steps})
	return small{b, now, func() *workgroup.Memory {
		m := workgroup.NewMemory()
		workgroup.Units.Put(m, workgroup.Unit{ID: "ruanjian", Order: 1, Name: "软件学院", Kind: workgroup.CollegeUnit, Feeds: []workgroup.UnitID{"xuesheng"}})
		workgroup.Units.Put(m, workgroup.Unit{ID: "xuesheng", Order: 2, Name: "学生处", Kind: workgroup.OfficeUnit, Leads: workgroup.Students})
		for i, p := range []workgroup.Person{
			{ID: "head", Name: "何望桥", Duties: []workgroup.Duty{{Role: workgroup.Head, Unit: "ruanjian"}}},
			{ID: "lead", Name: "谢思岚", Duties: []workgroup.Duty{{Role: workgroup.Head, Unit: "xuesheng"}, {Role: workgroup.Deputy, Unit: "ruanjian"}}},
			{ID: "office", Name: "赵望朴", Duties: []workgroup.Duty{{Role: workgroup.Staff}, {Role: workgroup.Admin}, {Role: workgroup.Director}}},
		} {
			p.Reach = workgroup.Open
			workgroup.Bind(m, p, int64(100+i), now)
		}
		college.OpenRound(m, "2020-01-31", steps("2020-01-31"), now.Add(-8*time.Hour))
		college.TakeStep(m, "2020-01-31", now)
		return m
	}}
}

// apply has the bot decide over one raw update as the store would, and returns what it toasted.
func (s small) apply(t testing.TB, m *workgroup.Memory, raw []byte, now time.Time) (answer workgroup.Answer, pressed bool) {
	t.Helper()
	in := Input(workgroup.Received{Update: 7, Inbox: "1", Stored: now, Raw: raw}, now)
	u, read := in.Body.(Update)
	answer, err := s.bot.Decide(m, in)
	if err != nil {
		var refusal *workgroup.Refusal
		if read && !errors.As(err, &refusal) {
			t.Errorf("set aside: %v\n%s", err, raw)
		}
		answer = s.bot.Refuse(m, in, err, "1")
	}
	return answer, read && u.Message == nil && u.EditedMessage == nil && u.MyChatMember == nil && u.CallbackQuery != nil
}

// rendered fails unless everything that is to be told can be.
func (s small) rendered(t testing.TB, m *workgroup.Memory, now time.Time) {
	t.Helper()
	draws := card.Renderer{Teller: s.bot.Teller, Username: s.bot.Username}
	for l := range workgroup.Letters.Each(m, "") {
		if _, err := draws.Letter(l); err != nil {
			t.Errorf("letter %s: %v", l.Text, err)
		}
	}
	for c := range workgroup.Cards.Each(m, "") {
		if c.Gone {
			continue
		}
		if _, err := draws.Card(m, c, now); err != nil {
			t.Errorf("card %s: %v", c.Key(), err)
		}
	}
}

func quoted(s string) string {
	raw, _ := json.Marshal(s)
	return string(raw)
}

// FuzzUpdate lets anybody send anything: raw updates, words, and button data by anybody anywhere. Nothing panics, no book
// is faulty, every press is answered exactly once, and whatever is to be told can be written.
func FuzzUpdate(f *testing.F) {
	for i, words := range []string{
		"软件学院 居家隔离2人，无发热", "零报告", "/report", "/report 软件学院", "更正：居家隔离3人", "我是软件学院王老师", "请学生处代报", "同昨日", "2", "对", "/summary 昨天",
		"我院一名学生今天确诊", "软件学院 现有疑似1人", "/start ABC", "日报", "/help@fangkong_bot", "\u202e居家\u200b隔离２人", "", "软件学院零报告，学生处零报告", "1月30日 居家隔离2人",
		"zero:2020-01-31:0", "fill:2020-01-31:0", "num:2020-01-31/ruanjian/2:1", "ok:2020-01-31/ruanjian:1", "pick:2020-01-31/ruanjian:1", "ask:2020-01-31/ruanjian/fever_now:1",
		"which:2020-01-31/ruanjian/fever_now:1", "drop:2020-01-31/ruanjian:1", "back:2020-01-31/ruanjian:2", "sheet:2020-01-31/xuesheng:0", "grant:2020-01-31/ruanjian/xuesheng:0",
		"why:2020-01-31/ruanjian/verify:0", "alarm:2020-01-31/ruanjian:0", "alarm:100/5:0", "is:300/head:1", "isnot:300:1", "undo:0000000000000001:0", "iam::0", "unit:ruanjian:0", "group:-5:0", "speak:en:0",
	} {
		f.Add([]byte(words), byte(i), byte(i%4))
		f.Add([]byte(words), byte(i+1), byte((i+1)%4))
	}
	for _, raw := range []string{
		`{"update_id":7}`, `{"update_id":7,"message":{}}`, `{"update_id":7,"callback_query":{"id":"1","from":{"id":100},"data":"zero:2020-01-31:0"}}`,
		`{"update_id":7,"my_chat_member":{"chat":{"id":100,"type":"private"},"from":{"id":100},"new_chat_member":{"status":"kicked","user":{"id":1}},"old_chat_member":{"status":"member","user":{"id":1}}}}`,
		`{"update_id":7,"message":{"message_id":1,"chat":{"id":-5,"type":"group"},"migrate_to_chat_id":-1001500000001}}`,
		`{"update_id":7,"message":{"message_id":1,"chat":{"id":-1001500000001,"type":"supergroup"},"migrate_to_chat_id":-1002}}`,
		`{"update_id":7,"callback_query":{"id":"1","from":{"id":100},"message":{"chat":{"id":100,"type":"private"},"message_id":5,"date":0},"data":"ok:2020-01-31/ruanjian:1"}}`,
	} {
		f.Add([]byte(raw), byte(0), byte(4))
	}
	s := newSmall(f)
	f.Fuzz(func(t *testing.T, data []byte, who, how byte) {
		m, now := s.base(), s.now
		from := []int64{100, 101, 102, 300}[who%4]
		chat := fmt.Sprintf(`{"id":%d,"type":"private"}`, from)
		if how&1 == 1 {
			chat = fmt.Sprintf(`{"id":%d,"type":"supergroup"}`, smallGroup)
		}
		person := fmt.Sprintf(`{"id":%d,"is_bot":false,"first_name":"x"}`, from)
		var raws []string
		for _, part := range strings.Split(string(data), "\x00") {
			switch how % 5 {
			case 0, 1: // words, and then whatever the answer's buttons offer
				raws = append(raws, fmt.Sprintf(`{"update_id":7,"message":{"message_id":%d,"date":%d,"chat":%s,"from":%s,"text":%s}}`, 10+len(raws), now.Unix(), chat, person, quoted(part)))
			case 2, 3:
				raws = append(raws, fmt.Sprintf(`{"update_id":7,"callback_query":{"id":"9","from":%s,"chat_instance":"1","data":%s,"message":{"message_id":5,"date":%d,"chat":%s}}}`, person, quoted(part), now.Unix(), chat))
			default:
				raws = append(raws, part)
			}
			if len(raws) == 4 {
				break
			}
		}
		for _, raw := range raws {
			now = now.Add(2 * time.Second)
			answer, pressed := s.apply(t, m, []byte(raw), now)
			if want := map[bool]int{true: 1}[pressed]; len(answer.Toasts) != want {
				t.Errorf("%d toasts, not %d, for %s", len(answer.Toasts), want, raw)
			}
		}
		if len(m.Faults) > 0 {
			t.Errorf("faults: %v", m.Faults)
		}
		s.rendered(t, m, now)
	})
}
