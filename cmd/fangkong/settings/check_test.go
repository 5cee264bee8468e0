package settings

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// edited lays out both samples in a directory, edits one of them and examines both. Every old text must be there, once
// or at its first place; an old text “” means: the whole file.
func edited(t *testing.T, name string, edits ...string) Faults {
	t.Helper()
	dir := t.TempDir()
	for _, file := range []string{File, RosterFile} {
		text := string(SampleFile(file))
		for i := 0; file == name && i < len(edits); i += 2 {
			switch {
			case edits[i] == "":
				text = edits[i+1]
				continue
			case !strings.Contains(text, edits[i]):
				t.Fatalf("%s has no %q", file, edits[i])
			}
			text = strings.Replace(text, edits[i], edits[i+1], 1)
		}
		if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, _, faults := Examine(filepath.Join(dir, File), filepath.Join(dir, RosterFile))
	return faults
}

// tenth is a question more than a head may get.
const tenth = "\n[[form.items]]\nkey = \"cough_now\"\n"

var faultCases = []struct {
	name  string
	file  string
	code  Code
	path  string
	edits []string
}{
	{"a line without a value", File, Syntax, "", []string{`zone = "Asia/Shanghai"`, `zone = `}},
	{"a quote that is not closed", RosterFile, Syntax, "", []string{`name = "护理学院"`, `name = "护理学院`}},
	{"GBK from an old editor", File, FileNotUTF8, "", []string{"", "name = \"\xbb\xa4\xc0\xed\"\n"}},
	{"a workbook for the roster", RosterFile, FileWorkbook, "", []string{"", "PK\x03\x04\x14\x00"}},
	{"quotes of a word processor", File, SyntaxMarks, "", []string{`zone = "Asia/Shanghai"`, `zone = “Asia/Shanghai”`}},
	{"a telephone number without quotes", File, SyntaxZero, "", []string{`duty_phone = "0392-0000000"`, `duty_phone = 03920000000`}},
	{"a file of another kind", File, FileTooBig, "", []string{"", strings.Repeat("#\n", biggest)}},
	{"a misspelt key", File, UnknownKey, "zon", []string{`zone = `, `zon = `}},
	{"a misspelt step", File, UnknownKey, "times.unit", []string{`units = "14:30"`, `unit = "14:30"`}},
	{"a misspelt key in a list", RosterFile, UnknownKey, "units[1].alias", []string{`aliases = ["机电"`, `alias = ["机电"`}},
	{"a misspelt key in braces", RosterFile, UnknownKey, "units[0].totals.students", []string{`{ student = `, `{ students = `}},
	{"a number without need", File, WrongType, "duty_phone", []string{`"0392-0000000"`, `3920000000`}},
	{"a time without quotes", File, WrongType, "times.open", []string{`"06:00"`, `06:00:00`}},
	{"text for a number", File, WrongType, "group.id", []string{`id = 0`, `id = "0"`}},
	{"a word for a list", RosterFile, WrongType, "units[0].heads", []string{`heads = ["wang-qiuhe", `, "heads = \"wang-qiuhe\" #"}},
	{"a number in a list of words", RosterFile, WrongType, "units[1].aliases[1]", []string{`"机电院"`, `8`}},
	{"a text for a table", File, WrongType, "bodies.office", []string{`office = { name`, `office = "防控办" #`}},

	{"a college without a name", File, NameMissing, "name", []string{`name = "鹤壁职业技术学院"`, ``}},
	{"no duty phone", File, DutyPhoneMissing, "duty_phone", []string{`"0392-0000000"`, `""`}},
	{"a zone that is none", File, ZoneUnknown, "zone", []string{`Asia/Shanghai`, `Asia/Hebi`}},
	{"a language the bot does not speak", File, LanguageUnknown, "language", []string{`"zh-CN"`, `"fr"`}},
	{"a person's id for the group", File, GroupPositive, "group.id", []string{`id = 0`, `id = 42`}},
	{"an hour too many", File, TimeBad, "times.units", []string{`"14:30"`, `"24:30"`}},
	{"a sentence for a time", File, TimeBad, "times.leads", []string{`"15:00"`, `"下午三点"`}},
	{"a time emptied", File, TimeBad, "times.open", []string{`"06:00"`, `""`}},
	{"a reminder after the deadline", File, TimesOrder, "times.again", []string{`remind = "14:00"`, `remind = "14:25"`}},
	{"both deadlines at once", File, TimesOrder, "times.leads", []string{`"15:00"`, `"0 14 * * *"`}},
	{"an order that breaks on Sundays only", File, TimesOrder, "times.nudge", []string{`"14:45"`, `"0 14 * * 0"`}},
	{"a deadline every half hour", File, TimeOften, "times.units", []string{`"14:30"`, `"*/30 14 * * *"`}},
	{"no deadline at weekends", File, TimeNotDaily, "times.units", []string{`"14:30"`, `"30 14 * * 1-5"`}},
	{"a form without a question", File, FormEmpty, "form[1].items", nil},
	{"a form from no date", File, FormDate, "form[0].from", []string{`from = "2020-01-01"`, `from = "2020-02-30"`}},
	{"a form without a number", File, FormVersion, "form[0].version", []string{`version = 1`, `version = 0`}},
	{"a second form with the first's number", File, FormOrder, "form[1].version", nil},
	{"ten questions", File, QuestionsMany, "form[0].items", nil},
	{"no question for offices", File, FormKindEmpty, "form[0].items", nil},
	{"a flow for a question", File, ItemKey, "form[0].items[0].key", []string{`key = "fever_now"`, `key = "fever_new"`}},
	{"a group in a question", File, ItemKey, "form[0].items[0].key", []string{`key = "fever_now"`, `key = "fever_now_student"`}},
	{"a question named in Chinese", File, ItemKey, "form[0].items[0].key", []string{`key = "fever_now"`, `key = "发热"`}},
	{"a question whose key fills a button", File, ItemLong, "form[0].items[0].key", []string{`key = "fever_now"`, `key = "` + strings.Repeat("f", mostOfKey-3) + `_now"`}},
	{"a question asked twice", File, ItemTwice, "form[0].items[1].key", []string{`key = "symptom_now"`, `key = "fever_now"`}},
	{"a word too short to mean anything", File, WordShort, "form[0].items[0].words[0]", []string{`label = "发热"`, "label = \"发热\"\nwords = [\"热\"]"}},
	{"a word that means something else", File, WordKnown, "form[0].items[0].words[1]", []string{`label = "发热"`, "label = \"发热\"\nwords = [\"发烫\", \"确诊\"]"}},
	{"a word of two questions", File, WordTwice, "form[0].items[1].words[0]", []string{`label = "发热"`, "label = \"发热\"\nwords = [\"发烫\"]", `label = "咳嗽等其他症状"`, "label = \"咳嗽等其他症状\"\nwords = [\"发烫\"]"}},
	{"a detail that is the question", File, ItemTwice, "form[0].items[0].details[0]", []string{`["fever_new"]`, `["fever_now"]`}},
	{"a new question without words", File, LabelMissing, "form[0].items[0].label", []string{`key = "fever_now"`, `key = "cats_now"`, "label = \"发热\"\n", ""}},
	{"two questions of one name", File, LabelTwice, "form[0].items[1].label", []string{`label = "咳嗽等其他症状"`, `label = "发热"`}},
	{"a detail of nothing known", File, DetailUnknown, "form[0].items[0].details[0]", []string{`["fever_new"]`, `["fevr_new"]`}},
	{"a detail of one group", File, DetailUnknown, "form[0].items[0].details[0]", []string{`["fever_new"]`, `["fever_new_staff"]`}},
	{"no check at all", File, ChecksNone, "form[0].items[0].checks", []string{`checks = ["V1", "V2", "V3", "V4", "V5", "V6", "V10", "V15", "V16"]`, `checks = []`}},
	{"a check of another matter", File, CheckUnknown, "form[0].items[0].checks[0]", []string{`checks = ["V1"`, `checks = ["V99"`}},
	{"a kind of unit that is none", File, KindUnknown, "form[0].items[0].kinds[0]", []string{`key = "fever_now"`, "key = \"fever_now\"\nkinds = [\"school\"]"}},
	{"a question that nobody waits for", File, MinutesBad, "waits.answer", []string{`answer = 10 `, `answer = 0 `}},
	{"a reminder of yesterday’s", File, MinutesBad, "waits.sending", []string{`sending = 30`, `sending = 241`}},
	{"an hour between repetitions, and more", File, MinutesBad, "urgent.repeat", []string{`repeat = 10`, `repeat = 61`}},
	{"a ladder without a rung", File, LadderEmpty, "urgent.ladder", nil},
	{"a first rung that waits", File, LadderFirst, "urgent.ladder[0].after", []string{`after = 0`, `after = 2`}},
	{"two rungs at once", File, LadderOrder, "urgent.ladder[2].after", []string{"after = 10\n", "after = 5\n"}},
	{"a notice that names people before it asks them", File, NoticeOrder, "notices.ordinary.names", []string{`names = 480`, `names = 60`}},
	{"quiet hours that are no time", File, TimeBad, "notices.quiet.until", []string{`until = "07:00"`, `until = "7点"`}},
	{"a notice that asks at once", File, NoticeOrder, "notices.pressing.nudges[0]", []string{`nudges = [5, 10]`, `nudges = [0, 10]`}},
	{"a notice that asks all day", File, NudgesMany, "notices.important.nudges", []string{`nudges = [60, 120]`, `nudges = [1, 2, 3, 4, 5, 6]`}},
	{"a rung that rings until supper", File, UntilUnknown, "urgent.ladder[0].until", []string{`until = "taken"`, `until = "supper"`}},
	{"a rung of nobody", File, RungEmpty, "urgent.ladder[2].roles", []string{`roles = ["director"]`, `roles = []`}},
	{"a recipient without a name", File, RecipientNameless, "recipients[0].name", []string{"[urgent]", "[[recipients]]\nhow = \"传真\"\n\n[urgent]"}},
	{"a recipient twice", File, RecipientTwice, "recipients[1].name", []string{"[urgent]", "[[recipients]]\nname = \"甲\"\n[[recipients]]\nname = \"甲\"\n\n[urgent]"}},
	{"a time to have sent by that is none", File, TimeBad, "sent_by", []string{`sent_by = "17:30"`, `sent_by = "下班前"`}},
	{"a recipient’s time that is none", File, TimeBad, "recipients[0].by", []string{"[urgent]", "[[recipients]]\nname = \"甲\"\nby = \"下班前\"\n\n[urgent]"}},
	{"a rung of who cannot take a case", File, RungRole, "urgent.ladder[2].roles[0]", []string{`roles = ["director"]`, `roles = ["head"]`}},

	{"an empty roster", RosterFile, UnitsNone, "units", []string{"", ""}},
	{"an id with a slash", RosterFile, IDShape, "units[0].id", []string{`id = "huli"`, `id = "hu/li"`}},
	{"a person's id in capitals", RosterFile, IDShape, "people[0].id", []string{"id = \"wang-qiuhe\"\nname", "id = \"WANG\"\nname"}},
	{"a unit's id that fills a button", RosterFile, IDLong, "units[0].id", []string{`id = "huli"`, `id = "` + strings.Repeat("h", mostOfUnit+1) + `"`}},
	{"a person's id that fills a button", RosterFile, IDLong, "people[0].id", []string{"id = \"wang-qiuhe\"\nname", "id = \"w" + strings.Repeat("-q", mostOfPerson/2+1) + "\"\nname"}},
	{"a person called like a role", RosterFile, IDReserved, "people[0].id", []string{"id = \"wang-qiuhe\"\nname", "id = \"head\"\nname"}},
	{"a unit without an id", RosterFile, IDShape, "units[0].id", []string{`id = "huli"`, ``}},
	{"two units of one id", RosterFile, UnitTwice, "units[1].id", []string{`id = "jidian"`, `id = "huli"`}},
	{"a unit without a name", RosterFile, UnitNameless, "units[0].name", []string{`name = "护理学院"`, ``}},
	{"two units of one name", RosterFile, NameTwice, "units[1].name", []string{`name = "机电工程学院"`, `name = "护理学院"`}},
	{"one alias for two units", RosterFile, NameTwice, "units[2].aliases[0]", []string{`["电信", `, `["机电", `}},
	{"an alias that is another's name", RosterFile, NameTwice, "units[1].aliases[0]", []string{`["机电", `, `["软件学院", `}},
	{"an empty alias", RosterFile, AliasEmpty, "units[1].aliases[0]", []string{`["机电", `, `["", `}},
	{"a kind that is none", RosterFile, KindUnknown, "units[0].kind", []string{`kind = "college"`, `kind = "faculty"`}},
	{"a unit without a head", RosterFile, UnitHeadless, "units[1].heads", []string{"heads = [\"song-shupu\", \"dong-yunxi\"]\n", ""}},
	{"a head who is also deputy", RosterFile, HeadTwice, "units[1].deputies[0]", []string{`deputies = ["fu-ruozhou"]`, `deputies = ["song-shupu"]`}},
	{"a head nobody knows", RosterFile, PersonUnknown, "units[1].heads[1]", []string{`"dong-yunxi"]`, `"dong-yunx"]`}},
	{"a lead of people that are none", RosterFile, GroupUnknown, "units[23].leads", []string{`leads = "student"`, `leads = "pupils"`}},
	{"a lead unit nobody feeds", RosterFile, LeadUnfed, "units[18].leads", []string{"id = \"jiwei\"\n", "id = \"jiwei\"\nleads = \"staff\"\n"}},
	{"a unit that feeds nobody", RosterFile, FeedsNobody, "units[0].feeds", []string{`feeds = ["xuesheng", "renshi"]`, ``}},
	{"nobody leads anything", RosterFile, LeadsNone, "units", nil},
	{"a unit that feeds one that leads nothing", RosterFile, FeedsNoLead, "units[0].feeds[0]", []string{`["xuesheng", "renshi"]`, `["jiwei", "xuesheng", "renshi"]`}},
	{"a unit that feeds one that is not there", RosterFile, FeedsNoLead, "units[0].feeds[0]", []string{`["xuesheng", "renshi"]`, `["xsc", "xuesheng", "renshi"]`}},
	{"an office that reports students", RosterFile, FeedsForeign, "units[15].feeds[0]", []string{`feeds = ["renshi"]`, `feeds = ["xuesheng", "renshi"]`}},
	{"students whom nobody adds up", RosterFile, FeedsGap, "units[0].feeds", []string{`["xuesheng", "renshi"]`, `["renshi"]`}},
	{"students who are added up twice", RosterFile, FeedsTwice, "units[0].feeds[1]", []string{`feeds = ["xuesheng", "renshi"]`, `feeds = ["xuesheng", "xuesheng", "renshi"]`}},
	{"students whom two units add up", RosterFile, FeedsTwice, "units[0].feeds[1]", []string{`feeds = ["xuesheng", "renshi"]`, `feeds = ["xuesheng", "tuanwei", "renshi"]`,
		"id = \"tuanwei\"\n", "id = \"tuanwei\"\nleads = \"student\"\n"}},
	{"fewer than no people", RosterFile, TotalNegative, "units[0].totals.student", []string{`student = 3120`, `student = -1`}},
	{"students of an office", RosterFile, TotalForeign, "units[15].totals.student", []string{`totals = { staff = 18 }`, `totals = { staff = 18, student = 3 }`}},
	{"a person without an id", RosterFile, PersonNoID, "people[83].id", nil},
	{"two people of one id", RosterFile, PersonTwice, "people[1].id", []string{"id = \"huang-yuanchuan\"\nname", "id = \"wang-qiuhe\"\nname"}},
	{"a person without a name", RosterFile, PersonNameless, "people[0].name", []string{`name = "王秋禾"`, `name = " "`}},
	{"a role that is none", RosterFile, RoleUnknown, "people[74].roles[0]", []string{`roles = ["director"]`, `roles = ["boss"]`}},
	{"a head written with the person", RosterFile, RoleOfUnit, "people[74].roles[1]", []string{`roles = ["director"]`, `roles = ["director", "head"]`}},
	{"nobody directs", RosterFile, RoleUnheld, "people", []string{"roles = [\"director\"]\n", ""}},
	{"nobody leads the duty", RosterFile, RoleUnheld, "people", []string{"roles = [\"duty-leader\"]\n", ""}},
	{"one account for two", RosterFile, TelegramTwice, "people[1].telegram", []string{
		"phone = \"139-0000-0001\"", "phone = \"139-0000-0001\"\ntelegram = 7", "phone = \"139-0000-0002\"", "phone = \"139-0000-0002\"\ntelegram = 7"}},
	{"a group's id for a person", RosterFile, TelegramNegative, "people[0].telegram", []string{
		"phone = \"139-0000-0001\"", "phone = \"139-0000-0001\"\ntelegram = -100"}},
}

// appended are the cases that need more than a word changed.
func appended(name string) []string {
	config, roster := string(SampleFile(File)), string(SampleFile(RosterFile))
	switch name {
	case "a form without a question":
		return []string{"", config + "\n[[form]]\nversion = 2\nfrom = \"2020-03-01\"\n"}
	case "a second form with the first's number":
		return []string{"", config + "\n[[form]]\nversion = 1\nfrom = \"2020-03-01\"\n\n[[form.items]]\nkey = \"fever_now\"\n"}
	case "a ladder without a rung":
		head, rest, _ := strings.Cut(config, "[[urgent.ladder]]")
		return []string{"", head + "ladder = []\n" + rest[strings.Index(rest, "# 没有阅的通知"):]}
	case "ten questions":
		return []string{"", config + tenth}
	case "no question for offices":
		return []string{"", strings.ReplaceAll(config, "split = true", "split = true\nkinds = [\"college\"]")}
	case "nobody leads anything":
		return []string{"", regexp.MustCompile(`(?m)^leads = .*$`).ReplaceAllString(roster, "")}
	case "a person without an id":
		cut := strings.LastIndex(roster, "id = ")
		line := strings.Index(roster[cut:], "\n")
		return []string{"", roster[:cut] + roster[cut+line:]}
	}
	return nil
}

func TestEveryFaultIsNamed(t *testing.T) {
	covered := map[Code]bool{FileMissing: true, FileUnreadable: true} // have a test of their own
	for _, c := range faultCases {
		covered[c.code] = true
		t.Run(c.name, func(t *testing.T) {
			edits := c.edits
			if more := appended(c.name); more != nil {
				edits = more
			}
			faults := edited(t, c.file, edits...)
			for _, f := range faults {
				if f.Code == c.code && f.Path == c.path {
					inWords(t, f)
					return
				}
			}
			t.Errorf("no %s at %q among:\n%s", c.code, c.path, faults.Text(workgroup.English))
		})
	}
	for code := range wordings {
		if !covered[code] {
			t.Errorf("no case shows %s", code)
		}
	}
}

// inWords checks that a fault can be read in both languages, every name in it filled in.
func inWords(t *testing.T, f Fault) {
	t.Helper()
	for _, l := range workgroup.Languages {
		for _, text := range []string{f.What(l), f.Instead(l)} {
			if text == "" || strings.Contains(text, "{") && !strings.Contains(text, "{ …") || strings.Contains(text, "%!") {
				t.Errorf("%s in %s reads %q", f.Code, l, text)
			}
		}
	}
	if f.File == "" || !strings.Contains(f.Text(workgroup.Chinese), f.Path) {
		t.Errorf("%s does not say where: %q", f.Code, f.Text(workgroup.Chinese))
	}
}

// What is proposed instead can be written as it stands.
func TestWhatToWriteInsteadIsRight(t *testing.T) {
	for _, c := range []struct{ file, old, new, instead string }{
		{File, `leads = "15:00"`, `leads = 15`, `leads = "15:00"`},
		{RosterFile, `student = 3120`, `student = "3120"`, `student = 3120`},
		{RosterFile, `student = 3120`, `student = "三千"`, `student = 0`},
		{File, `again = "14:20"`, `again = "*/20 14 * * *"`, `一天一次，如 "14:20"`},
		{File, `remind = "14:00"`, `remind = "14:25"`, `按一天的先后排：open < handover < remind < again < units < nudge < leads < pack < answers < freeze < meeting < evening`},
	} {
		faults := edited(t, c.file, c.old, c.new)
		if len(faults) != 1 || faults[0].Instead(workgroup.Chinese) != c.instead {
			t.Errorf("%s: %s, want instead %s", c.new, faults.Text(workgroup.Chinese), c.instead)
		}
	}
	// Without a lead unit that is said once, and not by every unit.
	roster := regexp.MustCompile(`(?m)^leads = .*$`).ReplaceAllString(string(SampleFile(RosterFile)), "")
	if faults := edited(t, RosterFile, "", roster); len(faults) != 1 {
		t.Errorf("no lead unit: %s", faults.Text(workgroup.Chinese))
	}
}

func TestAFileThatIsNotThere(t *testing.T) {
	dir := t.TempDir()
	_, _, faults := Examine(filepath.Join(dir, File), dir)
	if len(faults) != 2 || faults[0].Code != FileMissing || faults[1].Code != FileUnreadable {
		t.Fatalf("a missing file and a directory are %v", faults)
	}
	for _, f := range faults {
		inWords(t, f)
	}
}

func TestAllFaultsAtOnce(t *testing.T) {
	faults := edited(t, File, `zone = "Asia/Shanghai"`, `zone = 8`, `duty_phone`, `duty_fone`, `"14:30"`, `"2:30 pm"`, `split = true`, `split = "yes"`)
	var got []string
	for _, f := range faults {
		got = append(got, string(f.Code)+" "+f.Path)
	}
	want := []string{"wrong-type zone", "unknown-key duty_fone", "time-bad times.units", "wrong-type form[0].items[0].split", "duty-phone-missing duty_phone"}
	if strings.Join(got, "; ") != strings.Join(want, "; ") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestFaultsNameTheirLine(t *testing.T) {
	lines := func(file string) []string { return strings.Split(string(SampleFile(file)), "\n") }
	for _, c := range []struct{ file, old, new string }{
		{File, `id = 0`, `id = "0"`},
		{File, `key = "symptom_now"`, `key = "fever_now"`},
		{File, `leads = { name`, `leads = { nome`},
		{RosterFile, `kind = "affiliate"`, `kind = "branch"`},
		{RosterFile, `"anbao"`, `"Anbao"`},
		{RosterFile, `roles = ["inspector"]`, `roles = ["spy"]`},
		{RosterFile, `staff = 58, other = 237`, `staff = 58, other = -1`},
		{RosterFile, `name = "后勤集团"`, `name = `},
	} {
		want := 0
		for i, line := range lines(c.file) {
			if strings.Contains(line, c.old) {
				want = i + 1
				break
			}
		}
		faults := edited(t, c.file, c.old, c.new)
		if len(faults) == 0 || faults[0].Line != want {
			t.Errorf("%s for %s: fault at %v, want line %d", c.new, c.old, faults, want)
		}
	}
}

func TestAByteOrderMarkIsNoFault(t *testing.T) {
	if faults := edited(t, File, "", "\ufeff"+string(SampleFile(File))); len(faults) > 0 {
		t.Error(faults.Text(workgroup.English))
	}
}

// A settings file is an operator's, but it may be any file by mistake.
func FuzzLoad(f *testing.F) {
	f.Add(SampleFile(File))
	f.Add(SampleFile(RosterFile))
	f.Add([]byte("name.a = 1\n[name]\n[[form]]\n[form.items.x]\n[[form.items]]"))
	f.Add([]byte("times = [[{a=[{}]}], {units = 1}]\nform = [1, {items=[{details=[{}]}]}]"))
	f.Add([]byte("[[units]]\n[[units.heads]]\n[[people]]\n\"\" = {\"a.b\" = 1}"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		var c, r reading
		s, roster := c.settings(c.parse(raw), "."), r.roster(r.parse(raw))
		for _, fault := range append(append(c.faults, r.faults...), Check(s, roster)...) {
			if fault.What(workgroup.Chinese) == "" || fault.Instead(workgroup.English) == "" {
				t.Errorf("%q has no words", fault.Code)
			}
		}
	})
}
