package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"fangkong/bot/courier"
	"fangkong/bot/sandbox"
	"fangkong/cmd/fangkong/office"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

const (
	killToken = "31012020:Killed-Fifty-Times"

	// What a child of the test is told: to be the program itself, or the program with its clock moved by so many
	// nanoseconds; whether it may hurry, where the day has too few lives for Telegram's limits.
	childRuns  = "FANGKONG_TEST_PROGRAM"
	childClock = "FANGKONG_TEST_CLOCK"
	childHurry = "FANGKONG_TEST_HURRY"
)

func TestMain(m *testing.M) {
	switch {
	case os.Getenv(childRuns) != "":
		main()
	case os.Getenv(childClock) != "":
		if err := livesThrough(os.Args[1], os.Args[2]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(fault)
		}
	default:
		os.Exit(m.Run())
	}
}

// livesThrough is “fangkong run” on a day of the test's own: the same house on the same files until a signal ends it.
func livesThrough(config, api string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	shift, err := strconv.ParseInt(os.Getenv(childClock), 10, 64)
	if err != nil {
		return err
	}
	s, faults := settings.Load(config)
	roster, more := settings.LoadRoster(filepath.Join(filepath.Dir(config), settings.RosterFile))
	if all := append(faults, more...); len(all) > 0 {
		return errors.New(all.Text(workgroup.English))
	}
	h, err := office.Open(ctx, office.Options{
		College: s.College, Zone: s.Zone, Times: s.Times, Data: s.Data, Token: os.Getenv("FANGKONG_TOKEN"), API: api,
		Now: func() time.Time { return time.Now().Add(time.Duration(shift)) }, Log: zerolog.New(os.Stderr),
		Seed:   func(b workgroup.Book, now time.Time) { roster.Seed(b, now) },
		Limits: courier.Limits{Off: os.Getenv(childHurry) != ""},
	})
	if err != nil {
		return err
	}
	return errors.Join(h.Run(ctx), h.Close())
}

// killing is one day in which the program dies again and again. Its clock runs as ours does while the program lives, and
// leaps while it is dead, so that an afternoon fits into half a minute.
type killing struct {
	t        *testing.T
	telegram *sandbox.Server
	group    *sandbox.Group
	url      string
	dir      string
	settings settings.Settings
	roster   settings.Roster
	cast     map[workgroup.PersonID]*sandbox.Person

	shift  atomic.Int64 // from our clock to the day's
	life   atomic.Int64
	births []time.Time // of each life, in the day's time
	output locked
	random *rand.Rand

	mu    sync.Mutex
	asked int                         // /whoami said
	seen  map[workgroup.UnitID]int    // ✅ seen
	want  map[workgroup.UnitID]expect // how each unit's answer must stand in the end
}

// expect is what a unit means to have filed.
type expect struct {
	revision int
	at_home  workgroup.Count
}

// locked is a buffer that several processes write to.
type locked struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *locked) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

func (k *killing) now() time.Time {
	return time.Now().Add(time.Duration(k.shift.Load())).In(k.settings.College.Zone)
}

// leap moves the day's clock forward to a moment.
func (k *killing) leap(to time.Time) {
	if d := to.Sub(k.now()); d > 0 {
		k.shift.Add(int64(d))
	}
}

func (k *killing) clock(hm string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04:05", "2020-01-31 "+hm, k.settings.College.Zone)
	if err != nil {
		k.t.Fatal(err)
	}
	return t
}

// newKilling lays out the files of an office whose people the sandbox knows.
func newKilling(t *testing.T) *killing {
	t.Helper()
	k := &killing{t: t, dir: t.TempDir(), cast: map[workgroup.PersonID]*sandbox.Person{}, random: rand.New(rand.NewPCG(31, 1)),
		seen: map[workgroup.UnitID]int{}, want: map[workgroup.UnitID]expect{}}
	k.settings, k.roster = settings.Sample()
	k.settings.Data = filepath.Join(k.dir, k.settings.Data)
	k.shift.Store(int64(time.Until(k.clock("13:58:00"))))
	var err error
	if k.telegram, err = sandbox.New(sandbox.Options{Token: killToken, Now: k.now, Seed: 50}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(k.telegram.Close)
	if k.url, err = k.telegram.Start(); err != nil {
		t.Fatal(err)
	}
	k.group = k.telegram.Group("疫情防控工作群")
	k.group.AddBot(true)

	config := strings.Replace(string(settings.SampleFile(settings.File)), "\nid = 0\n", fmt.Sprintf("\nid = %d\n", k.group.ID()), 1)
	people := string(settings.SampleFile(settings.RosterFile))
	for _, p := range k.roster.People {
		name := []rune(p.Name)
		who := k.telegram.Person(string(name[:1]), string(name[1:]))
		who.Joins(k.group)
		who.Starts()
		k.cast[p.ID] = who
		old := fmt.Sprintf("[[people]]\nid = %q\n", p.ID)
		if strings.Count(people, old) != 1 {
			t.Fatalf("the sample roster does not name %s as this test expects", p.ID)
		}
		people = strings.Replace(people, old, old+fmt.Sprintf("telegram = %d\n", who.ID()), 1)
	}
	for name, text := range map[string]string{settings.File: config, settings.RosterFile: people} {
		if err := os.WriteFile(filepath.Join(k.dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return k
}

func (k *killing) config() string { return filepath.Join(k.dir, settings.File) }

// born starts the program.
func (k *killing) born() *exec.Cmd {
	k.t.Helper()
	k.births = append(k.births, k.now())
	k.life.Add(1)
	child := exec.Command(os.Args[0], k.config(), k.url)
	child.Env = append(os.Environ(), fmt.Sprintf("%s=%d", childClock, k.shift.Load()), "FANGKONG_TOKEN="+killToken)
	if testing.Short() {
		child.Env = append(child.Env, childHurry+"=yes")
	}
	child.Stdout, child.Stderr = &k.output, &k.output
	if err := child.Start(); err != nil {
		k.t.Fatal(err)
	}
	return child
}

// program runs a command line as a process of its own, and returns its exit code and all it said.
func (k *killing) program(token string, args ...string) (int, string) {
	k.t.Helper()
	child := exec.Command(os.Args[0], args...)
	child.Env = append(os.Environ(), childRuns+"=yes", "FANGKONG_TOKEN="+token)
	said, err := child.CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		k.t.Fatal(err)
	}
	return child.ProcessState.ExitCode(), string(said)
}

// TestADayOfKills plays an afternoon in which the program is killed at any instant, 50 times; people repeat what got no
// answer. In the end everything that was answered ✅ is there, once.
func TestADayOfKills(t *testing.T) {
	kills := 50
	if testing.Short() {
		kills = 10
	}
	k := newKilling(t)
	people := k.act(kills)
	began := time.Now()

	from, to := k.clock("13:58:30"), k.clock("15:02:00")
	steps := []time.Time{k.clock("14:00:00"), k.clock("14:20:00"), k.clock("14:30:00"), k.clock("14:45:00"), k.clock("15:00:00")}
	for n := range kills {
		k.leap(k.birth(from.Add(to.Sub(from)*time.Duration(n)/time.Duration(kills)), steps))
		child := k.born()
		time.Sleep(time.Duration(60+k.random.IntN(800)) * time.Millisecond)
		next := k.birth(from.Add(to.Sub(from)*time.Duration(n+1)/time.Duration(kills)), steps)
		if slices.ContainsFunc(steps, func(s time.Time) bool { return s.After(k.now()) && !s.After(next.Add(time.Second)) }) {
			// What one step tells is of no use after the next, and a quarter of an hour has just been half a second: before the
			// clock leaps over a step, whoever lives may finish telling, and must have begun to.
			within(20*time.Second, func() bool { return k.reminded(steps) })
			k.rest(800*time.Millisecond, 20*time.Second)
		}
		if n%5 == 0 {
			// It dies in the middle of a burst, with messages that Telegram has taken and not answered yet.
			silent := k.unanswered()
			k.telegram.Fail(sandbox.Fault{Method: "sendMessage", Kind: sandbox.Silence, After: true, Times: 3})
			k.burst(n)
			within(5*time.Second, func() bool { return k.unanswered() > silent })
			time.Sleep(time.Duration(k.random.IntN(100)) * time.Millisecond)
		}
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if err := child.Wait(); err == nil || child.ProcessState.Exited() {
			t.Fatalf("life %d ended by itself: %v\n%s", n+1, err, k.output.String())
		}
		k.telegram.Heal()
	}
	killed := time.Since(began)

	// The last life ends as an operator ends it.
	k.leap(to.Add(2 * time.Minute))
	child := k.born()
	if !within(40*time.Second, people.done) {
		t.Fatalf("people wait for answers: %v\n%s\n%s", people.waiting(), k.lastWords(people), k.output.String())
	}
	k.quiet()
	k.secondProcess()
	if err := child.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := child.Wait(); err != nil {
		t.Errorf("told to stop, it ended with %v\n%s", err, k.output.String())
	}
	k.wrongToken()
	if strings.Contains(k.output.String(), killToken) {
		t.Error("the token is in the log")
	}
	figures := k.audit()
	t.Logf("%d kills in %v, all in %v: %s", kills, killed.Round(time.Millisecond), time.Since(began).Round(time.Millisecond), figures)
}

// lastWords is what was last to be seen in the group, and in private by those who still wait.
func (k *killing) lastWords(people *crowd) string {
	var b strings.Builder
	last := func(chat int64) {
		all := slices.DeleteFunc(k.telegram.Transcript(), func(e sandbox.Event) bool { return e.Chat != chat })
		for _, e := range all[max(0, len(all)-20):] {
			fmt.Fprintf(&b, "%s %s %s #%d %q\n", e.Time.Format("15:04:05"), e.Who, e.What, e.Message, e.Text)
		}
	}
	last(k.group.ID())
	for _, u := range k.roster.Units {
		if people.doing(u.ID) != "" {
			last(k.head(u.ID).ID())
		}
	}
	return b.String()
}

// reminded tells whether the step that fell due last has reached the unit that never answers; before the first there is
// nothing to tell.
func (k *killing) reminded(steps []time.Time) bool {
	due := slices.DeleteFunc(slices.Clone(steps), func(s time.Time) bool { return s.After(k.now()) })
	return len(due) == 0 || slices.ContainsFunc(k.head(silentUnit).Sees(nil), func(m sandbox.Message) bool {
		return m.From.Bot && !m.Date.Before(due[len(due)-1])
	})
}

// unanswered counts the calls that Telegram has taken and left without an answer.
func (k *killing) unanswered() int {
	n := 0
	for _, c := range k.telegram.Calls() {
		if c.Fault == sandbox.Silence {
			n++
		}
	}
	return n
}

// birth is when a life begins: a step that its leap would pass over falls due just after it, every other time, so that
// steps are met both ways, awake and late.
func (k *killing) birth(at time.Time, steps []time.Time) time.Time {
	for i, s := range steps {
		if just := s.Add(-300 * time.Millisecond); i%2 == 0 && k.now().Before(just) && at.After(just) {
			return just
		}
	}
	return at
}

// quiet waits until the bot has nothing more to say.
func (k *killing) quiet() {
	k.t.Helper()
	if !k.rest(1500*time.Millisecond, 30*time.Second) {
		k.t.Errorf("the bot does not come to rest; %d updates wait", k.telegram.Pending())
	}
}

// rest waits until the bot has asked nothing of Telegram but for updates for a while; false: it never did.
func (k *killing) rest(while, most time.Duration) bool {
	calls, since := 0, time.Now()
	return within(most, func() bool {
		n := 0
		for _, c := range k.telegram.Calls() {
			if c.Method != "getUpdates" {
				n++
			}
		}
		if n != calls || k.telegram.Pending() > 0 {
			calls, since = n, time.Now()
		}
		return time.Since(since) > while
	})
}

// within waits for another process to have done something.
func within(most time.Duration, done func() bool) bool {
	for end := time.Now().Add(most); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if done() {
			return true
		}
	}
	return done()
}

// secondProcess starts the program beside the one that runs.
func (k *killing) secondProcess() {
	k.t.Helper()
	code, said := k.program(killToken, "run", "--config", k.config(), "--api", k.url)
	if code != fault || strings.Count(said, "\n") != 1 || !strings.Contains(said, "另一个 fangkong") || strings.Contains(said, killToken) {
		k.t.Errorf("a second process: exit code %d\n%s", code, said)
	}
}

// wrongToken starts it with a token that Telegram does not know.
func (k *killing) wrongToken() {
	k.t.Helper()
	const wrong = "1:Revoked"
	code, said := k.program(wrong, "run", "--config", k.config(), "--api", k.url)
	if code != fault || strings.Count(said, "\n") != 1 || !strings.Contains(said, "令牌") || strings.Contains(said, wrong) {
		k.t.Errorf("a wrong token: exit code %d\n%s", code, said)
	}
}
