package settings

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"fangkong/bot"
	"fangkong/bot/button"
	"fangkong/store/workgroup"
)

// longest composes every kind of button with keys of these lengths, as the rules and cards do, at its longest.
func longest(unit, person, key int) map[string][]button.Press {
	u, p, k := strings.Repeat("u", unit), strings.Repeat("p", person), strings.Repeat("k", key)
	standing := workgroup.StandingKey(someDay, workgroup.UnitID(u))
	account := workgroup.Claim{Telegram: lastAccount}.Key()
	message := workgroup.SourceKey(-1_000_000_000_000-lastAccount, 1<<31-1)
	one := func(object string, version uint64) []button.Press {
		return []button.Press{{Object: object, Version: version}}
	}
	out := map[string][]button.Press{
		"zero": one(standing, 0), "fill": one(standing, 0), "sheet": one(standing, 0),
		"num": one(standing+"/5", lastVersion), "back": one(standing, lastVersion), "pick": one(standing, lastVersion),
		"ok": one(standing, lastVersion), "drop": one(standing, lastVersion),
		"ask": one(standing+"/"+k, lastVersion), "which": one(standing+"/"+k, lastVersion),
		"grant": one(standing+"/"+u, 0), "deny": one(standing+"/"+u, 0), "alarm": {{Object: standing}, {Object: message + "/ours"}},
		"is":    {{Object: account + "/" + p, Version: lastVersion}, {Object: account + "/" + string(workgroup.Deputy), Version: lastVersion}},
		"isnot": one(account, lastVersion), "undo": one(workgroup.Approval{}.Key(), 0), "iam": one("", 0), "unit": one(u, 0), "group": one(message[:strings.Index(message, "/")], 0),
	}
	out["turn"] = []button.Press{{Object: standing + "/i/" + k}, {Object: standing + "/u/" + u}, {Object: standing + "/r/999"}}
	out["gap"], out["sum"], out["unsum"], out["keep"] = one(standing+"/"+u+"/9", 0), one(standing+"/"+k, 0), one(standing+"/"+k, 0), one(standing, 1<<32-1)
	query := workgroup.Query{Date: someDay, Number: 9999}.Key()
	out["query"], out["mend"], out["stands"] = one(standing+"/"+u+"/ok", 0), one(query, 0), one(query, 0)
	out["flow"], out["ledger"], out["export"] = one(query, 0), one(standing+"/s", 0), one(standing, 0)
	kase := workgroup.Case{Date: someDay, Number: 9999}.Key()
	for verb, rest := range map[string]string{"take": "", "decline": "", "seen": "", "leg": "/individual", "verdict": "/excluded", "told": "/community-again", "word": "/outcome", "give": "", "offer": "",
		"pause": "/contact", "more": "/less", "same": "/yes", "phoned": "", "answer": "/9999999999"} {
		out[verb] = one(kase+rest, lastVersion)
	}
	out["hand"], out["detail"] = one(kase+"/"+p, 0), one(kase+"/unit/"+u, 0)
	out["urgent"], out["call"], out["erase"], out["cases"] = one("", 0), one("unit/"+u, lastVersion), one(message, 0), one("", lastVersion)
	out["slip"] = one(message+"/in-"+workgroup.Case{Date: someDay, Number: 9999}.Code(), 0)
	out["rumour"] = one(message+"/yes", 0)
	// A roster has a number, and a shift its time and one: a million of them are two thousand years of day and night.
	rota, shift := workgroup.Rota{ID: 1<<64 - 1}.Key(), workgroup.Shift{From: time.Date(2020, 1, 31, 20, 30, 0, 0, time.UTC), Number: 999_999}.Key()
	for _, verb := range []string{"rota", "norota", "unrota"} {
		out[verb] = one(rota, 0)
	}
	out["whichrota"] = one(rota+"/11", 0)
	for _, verb := range []string{"arrive", "phoneok", "phonedead", "handover", "relieve", "swap"} {
		out[verb] = one(shift, 0)
	}
	out["swapto"], out["standin"], out["standback"] = one(string(someDay)+"/"+p, 999_999), one(string(someDay)+"/"+p, 999_999), one(shift+"/999", 0)
	out["swapyes"], out["swapno"] = one(workgroup.Swap{ID: 1<<64 - 1}.Key(), 0), one(workgroup.Swap{ID: 1<<64 - 1}.Key(), 0)
	out["draftout"], out["signoff"] = one(string(someDay), 0), one(workgroup.Paper{Date: someDay, Number: 99}.Key()+"/submit", lastVersion)
	out["annex"] = one(workgroup.Pack{Date: someDay, Version: 99}.Key()+"/attendance", 0)
	out["meet"], out["decide"] = one(workgroup.Meeting{Date: someDay, Number: 99}.Key()+"/minutes", 0), one(workgroup.Decision{Date: someDay, Number: 999}.Key()+"/record", lastVersion)
	out["register"] = one("9999", 0)
	out["paper"] = one(string(someDay)+"/attendance", 0)
	notice := workgroup.Notice{ID: 1<<64 - 1}.Key()
	for _, verb := range []string{"read", "unread", "did"} {
		out[verb] = one(notice, lastVersion)
	}
	for _, verb := range []string{"receipts", "renew", "recall", "unplan"} {
		out[verb] = one(notice, 0)
	}
	out["nowords"] = []button.Press{{Object: "deadline/" + p}, {Object: "result/" + notice + "/18446744073709551615"}}
	out["notice"], out["publish"], out["nonotice"] = one("audience/"+string(workgroup.GroupHeads), lastVersion), one("", lastVersion), one("", lastVersion)
	invite := workgroup.Invite{ID: 1<<64 - 1}.Key()
	for _, verb := range []string{"staff", "nostaff", "unstaff"} {
		out[verb] = one(workgroup.Staffing{ID: 1<<64 - 1}.Key(), 0)
	}
	out["whichstaff"] = one(workgroup.Staffing{ID: 1<<64 - 1}.Key()+"/99", 0)
	out["me"], out["inviteall"], out["revoke"] = one(invite+"/"+p, 0), one("", 0), one(invite+"/"+invite, 0)
	out["lend"], out["unlend"] = one(p+"/"+workgroup.Delegation{From: someDay, Until: someDay.Add(30)}.Dates(), 0), one(workgroup.Delegation{ID: 1<<64 - 1}.Key(), 0)
	for _, reason := range workgroup.Reasons {
		out["why"] = append(out["why"], button.Press{Object: standing + "/" + reason})
	}
	for _, l := range workgroup.Languages {
		out["speak"] = append(out["speak"], button.Press{Object: string(l)})
	}
	return out
}

// tooLong are the verbs that do not fit with keys of these lengths.
func tooLong(t *testing.T, unit, person, key int) []string {
	t.Helper()
	var out []string
	all := longest(unit, person, key)
	for _, verb := range slices.Sorted(maps.Keys(all)) {
		for _, p := range all[verb] {
			_, err := button.Encode(verb, p.Object, p.Version)
			switch {
			case errors.Is(err, button.ErrLong):
				out = append(out, verb)
			case err != nil:
				t.Errorf("%s: %v", verb, err)
			}
		}
	}
	return out
}

func TestEveryButtonHoldsTheLongestKeys(t *testing.T) {
	if got, all := slices.Sorted(maps.Keys(longest(1, 1, 1))), bot.Verbs(); !slices.Equal(got, all) {
		t.Fatalf("buttons are %v, composed here are %v", all, got)
	}
	if out := tooLong(t, mostOfUnit, mostOfPerson, mostOfKey); len(out) > 0 {
		t.Errorf("keys of %d, %d, %d bytes are too long for %v", mostOfUnit, mostOfPerson, mostOfKey, out)
	}
	for _, c := range []struct {
		unit, person, key int
		full              []string
	}{{mostOfUnit + 1, 1, mostOfKey, []string{"which"}}, {1, mostOfPerson + 1, 1, []string{"is"}}, {mostOfUnit, 1, mostOfKey + 1, []string{"which"}}} {
		if out := tooLong(t, c.unit, c.person, c.key); !slices.Equal(out, c.full) {
			t.Errorf("one byte more than %d, %d, %d fills %v, not %v", mostOfUnit, mostOfPerson, mostOfKey, out, c.full)
		}
	}
}

// What a key may hold goes under a button.
func TestKeysHoldWhatAButtonMay(t *testing.T) {
	for c := range rune(0x250) {
		for _, key := range []string{"a" + string(c), "a" + string(c) + "a"} {
			_, err := button.Encode("unit", key, 0)
			if err != nil && (idShape.MatchString(key) || keyShape.MatchString(key)) {
				t.Errorf("%q passes and cannot be under a button", key)
			}
		}
	}
}

// The office's own words and the sample are no longer than they may be.
func TestKnownQuestionsFit(t *testing.T) {
	for base := range workgroup.Labels {
		if k := workgroup.K(base, workgroup.Now, workgroup.Everybody); len(k) > mostOfKey {
			t.Errorf("%s has %d bytes, %d may be", k, len(k), mostOfKey)
		}
	}
}
