package stage

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"fangkong/bot/sandbox"
	"fangkong/store"
	"fangkong/store/workgroup"
)

// spoilt is what a text holds when a template was given the wrong facts.
var spoilt = []string{"<no value>", "%!", "ZgotmplZ", "<nil>", "map["}

// botAPI is the machine-readable Bot API, where the environment names one; nil when it does not.
var botAPI = sync.OnceValues(func() (*sandbox.Spec, error) {
	path := os.Getenv("BOTAPI_SPEC")
	if path == "" {
		return nil, nil
	}
	return sandbox.LoadSpec(path)
})

// forgives names refusals of Telegram, or letters lost, that a scenario is about; of anything else none may happen.
func (p *play) forgives(descriptions ...string) { p.forgiven = append(p.forgiven, descriptions...) }

func (p *play) forgave(description string) bool {
	return slices.ContainsFunc(p.forgiven, func(f string) bool { return strings.Contains(description, f) })
}

// leavesClean is what every scenario must leave behind, whatever it was about: nothing refused, nothing unreadable, nothing set
// aside, nothing lost, and a store that verifies.
func (p *play) leavesClean() {
	if p.t.Failed() || p.options.Crash != nil {
		return
	}
	p.traffic()
	p.discreet()
	for _, e := range p.Telegram.Transcript() {
		for _, bad := range spoilt {
			if e.Bot && strings.Contains(e.Text, bad) {
				p.t.Errorf("a text with %q: %s", bad, e.Text)
			}
		}
	}
	p.stored()
}

// traffic holds every request and every update against the sandbox's verdict and the Bot API's own description.
func (p *play) traffic() {
	spec, err := botAPI()
	if err != nil {
		p.t.Fatal(err)
	}
	if spec == nil {
		p.t.Log("BOTAPI_SPEC is not set: this scenario's traffic is not held against the machine-readable Bot API")
	}
	for _, c := range p.Telegram.Calls() {
		if (c.Code == 400 || c.Code == 429) && !p.forgave(c.Description) {
			p.t.Errorf("%s %s was refused: %d %s", c.Time.Format("15:04:05"), c.Method, c.Code, c.Description)
		}
		if spec != nil {
			for _, fault := range spec.CheckRequest(c.Method, c.Params) {
				p.t.Errorf("%s: %s", c.Method, fault)
			}
		}
	}
	if spec == nil {
		return
	}
	for _, raw := range p.Telegram.Emitted() {
		for _, fault := range spec.CheckUpdate(raw) {
			p.t.Errorf("%s\n\t%s", fault, raw)
		}
	}
}

// discreet fails when the group reads of people what it must not, or the log says more than ids: whatever people wrote or are
// called here is Chinese, and none of it is in a line or under a button.
func (p *play) discreet() {
	for _, line := range strings.Split(p.log.String(), "\n") {
		if strings.IndexFunc(line, func(r rune) bool { return r > 127 }) >= 0 || strings.Contains(line, Token) {
			p.t.Errorf("the log holds more than ids: %s", line)
		}
	}
	for _, m := range p.Group.Posts() {
		if leak := p.Leak(m); m.From.Bot && leak != "" && !p.forgave(leak) {
			p.t.Errorf("the group reads %s: %s", leak, m.Text)
		}
	}
	for _, e := range p.Telegram.Transcript() {
		for _, row := range e.Buttons {
			for _, b := range row {
				if strings.IndexFunc(b.Data, func(r rune) bool { return r > 127 }) >= 0 {
					p.t.Errorf("a button holds %q", b.Data)
				}
			}
		}
	}
}

// syncBuffer is a buffer that several goroutines write to.
type syncBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.buf.Write(p)
}

func (s *syncBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.buf.String()
}

func (p *play) stored() {
	findings, err := p.Store.Verify()
	if err != nil || !findings.Sound() {
		p.t.Errorf("the store does not verify: %v %q", err, findings.Faults)
	}
	err = p.Store.Dead(func(d store.DeadInput) bool {
		if !p.forgave(d.Reason) {
			p.t.Errorf("set aside: %s %s\n%s", d.Reason, d.Raw, d.Stack)
		}
		return true
	})
	if err != nil {
		p.t.Error(err)
	}
	err = p.Store.View(func(b workgroup.Book) error {
		for l := range workgroup.Sent.Each(b, "") {
			if l.Failure != "" && !p.forgave(l.Failure) {
				p.t.Errorf("letter %s to %d was lost: %s", l.Text, l.Chat, l.Failure)
			}
		}
		for c := range workgroup.Cards.Each(b, "") {
			if c.Failure != "" && !p.forgave(c.Failure) {
				p.t.Errorf("card %s is not shown: %s", c.Key(), c.Failure)
			}
		}
		return nil
	})
	if err != nil {
		p.t.Error(err)
	}
}

// A wrong template and a refused request are found.
func TestSoundFindsFaults(t *testing.T) {
	p := &play{forgiven: []string{"blocked"}}
	if !p.forgave("bot was blocked by the user") || p.forgave("message to edit not found") {
		t.Error("forgives more or less than it was told")
	}
}
