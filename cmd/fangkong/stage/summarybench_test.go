package stage

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"fangkong/bot"
	"fangkong/bot/card"
	"fangkong/store/workgroup"
)

// How many days an office has behind it.
const (
	month = 30
	years = 3650
)

// history files so many days before today, as they would have been filed: a round with its steps, an answer of every unit, each
// eighth of them corrected, the board and the journal; and what was said in the last two days. Fifty days are one commit.
func (s *Stage) history(days int) error {
	units := s.Roster.Units
	today := workgroup.DateOf(s.Now())
	heads := map[workgroup.UnitID]workgroup.Person{}
	for _, u := range units {
		for _, p := range s.Roster.People {
			if p.Speaks(u.ID) {
				heads[u.ID] = p
				break
			}
		}
	}
	var inputs []workgroup.Input
	for i := days; i > 0; i-- {
		inputs = append(inputs, workgroup.Input{Body: today.Add(-i)})
	}
	rules := deciding(func(b workgroup.Book, in workgroup.Input) error {
		date := in.Body.(workgroup.Date)
		noon := date.In(s.College.Zone).Add(14*time.Hour + 10*time.Minute)
		steps := s.steps(date)
		for i := range steps {
			steps[i].Done = steps[i].At
		}
		round := s.College.OpenRound(b, date, steps, noon)
		round.Steps[len(round.Steps)-1].Done = noon
		workgroup.Rounds.Put(b, round)
		workgroup.Cards.Put(b, workgroup.Card{Kind: workgroup.BoardCard, Object: string(date), Chat: s.College.Group, Want: 40, Shown: 40, Message: 1, Digest: "x"})
		form := s.College.FormOn(date)
		for i, u := range units {
			n := workgroup.Count(i % 5)
			for revision := range 1 + (i+len(date)*date.In(s.College.Zone).Day())%8/7 {
				figures := form.Rest(u.Kind, workgroup.Figures{"home_quarantine_now": n + workgroup.Count(revision)})
				s.College.File(b, round, workgroup.Filing{Unit: u, Date: date, By: heads[u.ID], Figures: figures, At: noon, Now: noon,
					Sources: []workgroup.Source{{Chat: s.College.Group, Message: int(date.In(s.College.Zone).Unix()/86400)*100 + 2*i + revision,
						Text: u.Name + " 居家隔离2人，无发热", At: noon}}})
			}
			if date >= today.Add(-2) {
				workgroup.Sent.Put(b, workgroup.Letter{ID: b.Number(workgroup.Letters.Name), Chat: 1, Text: "say/owe-remind", SentAt: noon, Written: noon})
			}
		}
		return nil
	})
	for batch := range slices.Chunk(inputs, 50) {
		if _, err := s.Store.Apply(batch, rules); err != nil {
			return err
		}
	}
	return nil
}

// steps are the day's of a date.
func (s *Stage) steps(d workgroup.Date) (out []workgroup.Step) {
	for _, m := range s.Day.On(d.In(s.College.Zone)) {
		out = append(out, workgroup.Step{Name: workgroup.StepName(m.Name), At: m.At})
	}
	return out
}

// deciding is a rule that refuses nothing.
type deciding func(workgroup.Book, workgroup.Input) error

func (d deciding) Decide(b workgroup.Book, in workgroup.Input) (workgroup.Answer, error) {
	return workgroup.Answer{}, d(b, in)
}

func (d deciding) Refuse(workgroup.Book, workgroup.Input, error, string) workgroup.Answer {
	return workgroup.Answer{}
}

// withHistory is a stage with so many days behind it, in the middle of one on which half the units have filed.
func withHistory(b *testing.B, days int) *Stage {
	b.Helper()
	s := newStage(b)
	must(b, s.history(days))
	must(b, s.Store.Update(func(book workgroup.Book) error {
		if _, ok := workgroup.FiledOn(book, workgroup.DateOf(s.Now()).Add(-days), s.Roster.Units[0].ID); !ok {
			return errors.New("the history was not written")
		}
		round, _ := workgroup.Rounds.Get(book, string(workgroup.DateOf(s.Now())))
		for _, u := range s.Roster.Units[:len(s.Roster.Units)/2] {
			s.College.File(book, round, workgroup.Filing{Unit: u, Date: round.Date, By: workgroup.Speakers(book, u.ID)[0], Zero: true,
				Figures: s.College.FormOn(round.Date).Zeros(u.Kind), Sources: []workgroup.Source{{Text: "零报告", At: s.Now()}}, At: s.Now(), Now: s.Now()})
		}
		return nil
	}))
	return s
}

// raw is an update as Telegram would send it.
func raw(b *testing.B, update any) workgroup.Received {
	b.Helper()
	text, err := json.Marshal(update)
	must(b, err)
	return workgroup.Received{Update: 1, Raw: text}
}

// asks is somebody's words in their private chat.
func asks(b *testing.B, telegram int64, text string) workgroup.Received {
	type object = map[string]any
	return raw(b, object{"update_id": 1, "message": object{"message_id": 9, "date": 1580450000, "text": text,
		"from": object{"id": telegram, "is_bot": false, "first_name": "x"}, "chat": object{"id": telegram, "type": "private"}}})
}

var errUndone = errors.New("decided, and undone")

// decides measures one update decided over a stage's store, undone each time so that the next finds the same book.
func decides(b *testing.B, s *Stage, u workgroup.Received) time.Duration {
	b.Helper()
	u.Stored = s.Now()
	in := bot.Input(u, s.Now())
	start := time.Now()
	err := s.Store.Update(func(book workgroup.Book) error {
		if _, err := s.Bot.Decide(book, in); err != nil {
			return err
		}
		return errUndone
	})
	took := time.Since(start)
	if !errors.Is(err, errUndone) {
		b.Fatal(err)
	}
	return took
}

// BenchmarkSummary has the director ask /summary of an office with one day behind it, and of one with ten years. The middle
// of many turns is what counts; the two take turns, so that both meet the same weather.
func BenchmarkSummary(b *testing.B) { overTheYears(b, "/summary") }

// BenchmarkAsOf asks what was known yesterday at ten past two in the same way.
func BenchmarkAsOf(b *testing.B) { overTheYears(b, "/asof 14:10 昨天") }

func overTheYears(b *testing.B, words string) {
	b.Helper()
	short, long := withHistory(b, 1), withHistory(b, years)
	telegram := short.Holder(workgroup.Director).ID()
	question := asks(b, telegram, words)
	var one, ten []time.Duration
	for b.Loop() {
		one = append(one, decides(b, short, question))
		ten = append(ten, decides(b, long, question))
	}
	a, z := middle(one), middle(ten)
	b.ReportMetric(float64(a.Nanoseconds()), "one-day-ns")
	b.ReportMetric(float64(z.Nanoseconds()), "ten-years-ns")
	b.ReportMetric(z.Seconds()/a.Seconds(), "ratio")
}

func middle(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

// BenchmarkPress decides the first press of a zero report on the board, with a month behind it.
func BenchmarkPress(b *testing.B) {
	s := withHistory(b, month)
	unit := s.Roster.Units[len(s.Roster.Units)-1].ID
	type object = map[string]any
	press := raw(b, object{"update_id": 1, "callback_query": object{"id": "1", "chat_instance": "1", "data": s.Group.Posts()[0].Buttons[0][0].Data,
		"from":    object{"id": s.Head(unit).ID(), "is_bot": false, "first_name": "x"},
		"message": object{"message_id": 9, "date": 1580450000, "chat": object{"id": s.Group.ID(), "type": "supergroup"}}}})
	for b.Loop() {
		decides(b, s, press)
	}
}

// BenchmarkBoard renders the board, with a month behind it.
func BenchmarkBoard(b *testing.B) {
	s := withHistory(b, month)
	renderer := card.Renderer{Teller: s.Bot.Teller, Username: s.Bot.Username}
	card := workgroup.Card{Kind: workgroup.BoardCard, Object: fmt.Sprint(workgroup.DateOf(s.Now())), Chat: s.Group.ID()}
	for b.Loop() {
		must(b, s.Store.View(func(book workgroup.Book) error {
			_, err := renderer.Card(book, card, s.Now())
			return err
		}))
	}
}
