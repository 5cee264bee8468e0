package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"fangkong/bot/clerk"
	"fangkong/bot/understand"
	"fangkong/cmd/fangkong/settings"
	"fangkong/store/workgroup"
)

type understandCommand struct {
	Config string `help:"设置文件，缺省用样例学院 the settings file; the sample college without one." type:"path" placeholder:"F"`
	Why    bool   `help:"说明每个数据出自哪些字 which words gave each figure."`

	in io.Reader
}

// sentence is one line to read. Context is what stood before it: the bot's question, or the unit's previous message.
type sentence struct {
	Text    string `json:"text"`
	Context string `json:"context"`
	Unit    string `json:"unit"`
	Date    string `json:"date"`
}

// answer is what one line was read as, with units by their full names. Ask holds the doubts that the office's records know,
// Doubts every doubt with the words it is about.
type answer struct {
	Kind       understand.Kind   `json:"kind"`
	Fields     map[string]*int   `json:"fields"`
	Unit       string            `json:"unit,omitempty"`
	Name       string            `json:"name,omitempty"`
	Rows       []answerRow       `json:"rows,omitempty"`
	Ask        []string          `json:"ask,omitempty"`
	Escalate   bool              `json:"escalate,omitempty"`
	UrgentType string            `json:"urgent_type,omitempty"`
	Amend      *answerAmend      `json:"amend,omitempty"`
	DateRef    string            `json:"date_ref,omitempty"`
	Doubts     []answerDoubt     `json:"doubts,omitempty"`
	Why        map[string]string `json:"why,omitempty"`
}

type answerRow struct {
	Unit   string          `json:"unit"`
	Kind   understand.Kind `json:"kind"`
	Fields map[string]*int `json:"fields"`
	Ask    []string        `json:"ask,omitempty"`
}

type answerAmend struct {
	From *int   `json:"from,omitempty"` // absent where the old figure is not said
	To   int    `json:"to"`
	Key  string `json:"key,omitempty"`
}

type answerDoubt struct {
	Code  understand.DoubtCode `json:"code"`
	Key   string               `json:"key,omitempty"`
	Words string               `json:"words,omitempty"`
}

// Run reads sentences as JSON lines from standard input and writes what each means. A line that is no JSON is answered with
// its number, and the rest goes on.
func (o *understandCommand) Run(c console) error {
	s, roster := settings.Sample()
	if o.Config != "" {
		var faults settings.Faults
		if s, roster, faults = settings.Examine(o.Config, files{Config: o.Config}.roster()); len(faults) > 0 {
			return c.faults(faults)
		}
	}
	in := o.in
	if in == nil {
		in = os.Stdin
	}
	r := newScribe(roster.Units, s.College.Forms, workgroup.DateOf(time.Now().In(s.College.Zone)))
	lines, out := bufio.NewReader(in), json.NewEncoder(c.out)
	out.SetEscapeHTML(false)
	for n := 1; ; n++ {
		line, err := lines.ReadString('\n')
		if text := strings.TrimSpace(line); text != "" {
			if err := out.Encode(r.answer(text, n, o.Why)); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
}

// scribe reads sentences for one college on one day.
type scribe struct {
	reader *understand.Reader
	units  []workgroup.Unit
	today  string
}

func newScribe(units []workgroup.Unit, forms []workgroup.Form, today workgroup.Date) scribe {
	known := make([]understand.Unit, len(units))
	for i, u := range units {
		known[i] = understand.Unit{ID: string(u.ID), Name: u.Name, Aliases: append([]string{u.English}, u.Aliases...)}
	}
	return scribe{understand.New(known, clerk.Wordings(forms)...), units, string(today)}
}

// answer reads line n of the input.
func (k scribe) answer(line string, n int, why bool) any {
	var s sentence
	if err := json.Unmarshal([]byte(line), &s); err != nil {
		return map[string]any{"line": n, "error": "不是 JSON not JSON: " + err.Error()}
	}
	// A day that the line does not give is today's for 昨天 and for the year, but a written date differs from nothing.
	about := understand.Context{Before: s.Context, Unit: k.unit(s.Unit), Date: s.Date, Undated: s.Date == ""}
	if s.Date == "" {
		about.Date = k.today
	} else if _, err := time.Parse(time.DateOnly, s.Date); err != nil {
		return map[string]any{"line": n, "error": "date 应为 2020-01-31 这样 must look like 2020-01-31: " + s.Date}
	}
	r := k.reader.Read(s.Text, about)
	a := answer{Kind: r.Kind, Fields: figures(r.Fields, r.Unknown), Unit: k.name(r.Unit), Ask: asked(r.Doubts),
		Escalate: r.Escalates(), DateRef: r.DateRef, Name: r.Name}
	if r.Case != "" {
		one := 1
		a.Fields[r.Case] = &one
	}
	if r.Kind == understand.Urgent {
		a.UrgentType = r.UrgentType
	}
	for _, row := range r.Rows {
		unit := row.Label
		if row.Unit != "" {
			unit = k.name(row.Unit)
		}
		a.Rows = append(a.Rows, answerRow{unit, row.Kind, figures(row.Fields, row.Unknown), asked(row.Doubts)})
	}
	if r.Amend != nil {
		a.Amend = &answerAmend{To: r.Amend.To, Key: r.Amend.Key}
		if !r.Amend.Blind {
			a.Amend.From = &r.Amend.From
		}
	}
	for _, d := range r.Doubts {
		a.Doubts = append(a.Doubts, answerDoubt(d))
	}
	if why {
		a.Why = map[string]string{}
		for _, w := range r.Why {
			a.Why[w.Key] = w.Words
		}
	}
	return a
}

// unit is the id of a unit by its name, an alias or the id itself; a name nobody has is no unit.
func (k scribe) unit(name string) string {
	for _, u := range k.units {
		if name == u.Name || name == string(u.ID) {
			return string(u.ID)
		}
		for _, a := range u.Aliases {
			if name == a {
				return string(u.ID)
			}
		}
	}
	return ""
}

func (k scribe) name(id string) string {
	for _, u := range k.units {
		if id == string(u.ID) {
			return u.Name
		}
	}
	return id
}

// figures are the fields with null for those that have no exact figure.
func figures(fields map[string]int, unknown []string) map[string]*int {
	out := map[string]*int{}
	for key, n := range fields {
		out[key] = &n
	}
	for _, key := range unknown {
		out[key] = nil
	}
	return out
}

// asked are the doubts by the codes that the records have for them.
func asked(doubts []understand.Doubt) (out []string) {
	seen := map[understand.DoubtCode]bool{}
	for _, d := range doubts {
		if d.Code.Public() && !seen[d.Code] {
			seen[d.Code] = true
			out = append(out, string(d.Code))
		}
	}
	return out
}
