package stage

import (
	"flag"
	"hash/fnv"
	"os"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// play is a stage whose methods fail the test instead of returning errors, so that a scenario reads like the requirement.
type play struct {
	*Stage
	t        *testing.T
	forgiven []string // what Telegram may refuse in this scenario
	log      *syncBuffer
	pressed  time.Time // when somebody pressed something last
}

// TestMain lets garbage lie longer than a server would: hundreds of houses are opened and closed here, and a fifth of the
// time would go into tidying up after them. Benchmarks run as the server does.
func TestMain(m *testing.M) {
	flag.Parse()
	if flag.Lookup("test.bench").Value.String() == "" {
		debug.SetGCPercent(400)
	}
	os.Exit(m.Run())
}

// newPlay sets a stage in which all who have a private chat have opened it. Telegram keeps its limits.
// Those named in silent have not. Where no roster is given the college is one of a few units.
func newPlay(t *testing.T, o Options, silent ...workgroup.PersonID) *play {
	t.Helper()
	if name := fnv.New32(); testing.Short() {
		_, _ = name.Write([]byte(t.Name()))
		if name.Sum32()%16 != 0 {
			t.Skip("short: every sixteenth scenario, by name")
		}
	}
	if o.Dir == "" {
		o.Dir = scratch(t)
	}
	o.Strict = true
	if o.Roster == nil {
		o.Roster = fewUnits()
	}
	log := &syncBuffer{}
	if o.Log.GetLevel() == zerolog.Disabled || reflect.DeepEqual(o.Log, zerolog.Logger{}) {
		o.Log = zerolog.New(log)
	}
	o.fill()
	for _, who := range o.Roster.People {
		if !slices.Contains(silent, who.ID) && !slices.Contains(o.Strangers, who.ID) {
			o.Met = append(o.Met, who.ID)
		}
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		s.Close()
		*s = Stage{} // package testing keeps what a cleanup holds until the last test has ended: hundreds of houses
	})
	p := &play{Stage: s, t: t, log: log}
	t.Cleanup(p.leavesClean)
	for _, id := range o.Strangers {
		if !slices.Contains(silent, id) {
			s.Person(id).Starts()
		}
	}
	p.settle()
	return p
}

func (p *play) settle() {
	p.t.Helper()
	if err := p.Stage.Settle(); err != nil {
		p.t.Fatal(err)
	}
}

func (p *play) until(at string) {
	p.t.Helper()
	if err := p.Stage.Until(at); err != nil {
		p.t.Fatal(err)
	}
}

func (p *play) wait(d time.Duration) {
	p.t.Helper()
	if err := p.Stage.Advance(d); err != nil {
		p.t.Fatal(err)
	}
}

// says has somebody write, and the house answer. A nil chat is their private one.
func (p *play) says(who *sandbox.Person, where sandbox.Chat, text string) *sandbox.Message {
	p.t.Helper()
	m := who.Says(where, text)
	p.settle()
	return m
}

// presses has somebody press a button of the newest message in a chat that has it, and returns the toast.
func (p *play) presses(who *sandbox.Person, where sandbox.Chat, label string) string {
	p.t.Helper()
	m := p.withButton(who, where, label)
	if more := p.withButton(who, where, unfolds(p)); m == nil && more != nil && label != unfolds(p) {
		p.presses(who, where, unfolds(p)) // it stands behind that
		m = p.withButton(who, where, label)
	}
	if m == nil {
		p.t.Fatalf("%s sees no button %q in:\n%s", who.Name(), label, p.transcript(who, where))
	}
	if soon := p.pressed.Add(time.Second).Sub(p.Now()); soon > 0 {
		p.wait(soon) // people read before they press again
	}
	press, err := who.Presses(m, label)
	if err != nil {
		p.t.Fatal(err)
	}
	p.pressed = p.Now()
	p.settle()
	text, _, ok := press.Answered()
	if !ok {
		p.t.Fatalf("%s pressed %q and got no answer", who.Name(), label)
	}
	return text
}

// unfolds is the button behind which the others of a card are.
func unfolds(p *play) string {
	if p.College.Language == workgroup.English {
		return "More…"
	}
	return "更多…"
}

func (p *play) withButton(who *sandbox.Person, where sandbox.Chat, label string) *sandbox.Message {
	seen := who.Sees(where)
	for _, m := range slices.Backward(seen) {
		for _, row := range m.Buttons {
			for _, b := range row {
				if strings.Contains(b.Text, label) {
					return &m
				}
			}
		}
	}
	return nil
}

// sees fails unless the newest message of the bot in a chat holds all the words.
func (p *play) sees(who *sandbox.Person, where sandbox.Chat, words ...string) sandbox.Message {
	p.t.Helper()
	var last sandbox.Message
	for _, m := range slices.Backward(who.Sees(where)) {
		if m.From.Bot && m.Service == "" {
			last = m
			break
		}
	}
	for _, w := range words {
		if !strings.Contains(last.Text, w) {
			p.t.Fatalf("%s should see %q in the last message of the bot:\n%s", who.Name(), w, p.transcript(who, where))
		}
	}
	return last
}

func (p *play) transcript(who *sandbox.Person, where sandbox.Chat) string {
	var out strings.Builder
	for _, m := range who.Sees(where) {
		if m.Service == "joined" {
			continue
		}
		out.WriteString(m.Date.In(p.College.Zone).Format("15:04:05 ") + m.From.Name + ": " + m.Text + m.Service + "\n")
		for _, row := range m.Buttons {
			for _, b := range row {
				out.WriteString(" [" + b.Text + "]")
			}
		}
		out.WriteString("\n")
	}
	return out.String()
}

// filed is a unit's answer of today as it stands.
func (p *play) filed(unit workgroup.UnitID) (workgroup.Standing, bool) {
	p.t.Helper()
	var s workgroup.Standing
	var ok bool
	err := p.Store.View(func(b workgroup.Book) error {
		s, ok = workgroup.FiledOn(b, workgroup.DateOf(p.Now()), unit)
		return nil
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return s, ok
}

// zero files a unit's zero report with two presses on the board.
func (p *play) zero(unit workgroup.UnitID) {
	p.t.Helper()
	who := p.Head(unit)
	p.presses(who, p.Group, "零报告")
	p.wait(2 * time.Second)
	if toast := p.presses(who, p.Group, "零报告"); !strings.Contains(toast, "已报送") {
		p.t.Fatalf("zero report of %s: %q", unit, toast)
	}
}
