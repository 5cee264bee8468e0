package settings

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"fangkong/store/workgroup"
)

// Export writes the book's units and people as a roster file. Importing it again changes nothing: people who joined in
// chat stand in it under the key they have, and everybody known in chat with their account.
func Export(b workgroup.Book) []byte {
	e := exporter{}
	e.line("# 名册，由 fangkong roster export 写出；改好后用 fangkong roster import 更新。")
	e.line("# The roster as written by “fangkong roster export”; edit it, then “fangkong roster import”.")
	var people []workgroup.Person
	for p := range workgroup.People.Each(b, "") {
		if p.Left.IsZero() { // an import would bring whoever has left back
			people = append(people, p)
		}
	}
	place := map[workgroup.UnitID]int{}
	for i, u := range workgroup.Roster(b) {
		place[u.ID] = i + 1
		e.unit(u, people)
	}
	// People stand with their first unit's others, and those of none last.
	at := func(p workgroup.Person) int {
		for _, unit := range p.Units() {
			return place[unit]
		}
		return len(place) + 1
	}
	slices.SortStableFunc(people, func(a, b workgroup.Person) int { return cmp.Compare(at(a), at(b)) })
	for _, p := range people {
		e.person(p)
	}
	return e.out.Bytes()
}

type exporter struct{ out bytes.Buffer }

func (e *exporter) line(format string, args ...any) { fmt.Fprintf(&e.out, format+"\n", args...) }

func (e *exporter) unit(u workgroup.Unit, people []workgroup.Person) {
	e.line("\n[[units]]")
	e.text("id", string(u.ID))
	e.text("name", u.Name)
	e.text("english", u.English)
	e.text("kind", string(u.Kind))
	list(e, "aliases", u.Aliases)
	list(e, "feeds", u.Feeds)
	e.text("leads", string(u.Leads))
	var totals []string
	for _, g := range workgroup.Groups {
		if n, ok := u.Totals[g]; ok {
			totals = append(totals, fmt.Sprintf("%s = %d", g, n))
		}
	}
	if len(totals) > 0 {
		e.line("totals = { %s }", strings.Join(totals, ", "))
	}
	for _, duty := range []struct {
		key  string
		role workgroup.Role
	}{{"heads", workgroup.Head}, {"deputies", workgroup.Deputy}} {
		var ids []workgroup.PersonID
		for _, p := range people {
			if slices.Contains(p.Duties, workgroup.Duty{Role: duty.role, Unit: u.ID}) {
				ids = append(ids, p.ID)
			}
		}
		list(e, duty.key, ids)
	}
}

func (e *exporter) person(p workgroup.Person) {
	e.line("\n[[people]]")
	e.text("id", string(p.ID))
	e.text("name", p.Name)
	e.text("title", p.Title)
	e.text("phone", p.Phone)
	if p.Telegram != 0 {
		e.line("telegram = %d", p.Telegram)
	}
	var roles []workgroup.Role
	for _, d := range p.Duties {
		if d.Unit == "" {
			roles = append(roles, d.Role)
		}
	}
	list(e, "roles", roles)
}

// text writes a key; one without a value is left out.
func (e *exporter) text(key, value string) {
	if value != "" {
		e.line("%s = %s", key, quoted(value))
	}
}

// list writes a key with several values; one without any is left out.
func list[T ~string](e *exporter, key string, values []T) {
	var out []string
	for _, v := range values {
		out = append(out, quoted(string(v)))
	}
	if len(out) > 0 {
		e.line("%s = [%s]", key, strings.Join(out, ", "))
	}
}

// quoted is a text as TOML writes it: as JSON does, and DEL escaped too.
func quoted(text string) string {
	var out bytes.Buffer
	j := json.NewEncoder(&out)
	j.SetEscapeHTML(false)
	_ = j.Encode(text) // a string can always be written, and a buffer never refuses
	return strings.ReplaceAll(strings.TrimSuffix(out.String(), "\n"), "\x7f", `\u007f`)
}
