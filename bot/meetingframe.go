package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// frames writes a part of a meeting's frame down. Who is there is not absent any more, and the other way round.
func (t *turn) frames(m workgroup.Meeting, what workgroup.Frame, words string) error {
	now, _ := workgroup.Meetings.Get(t.b, m.Key()) // with the lines above this one
	was := now.Frame[what]
	words = t.writtenNames(what, words)
	now, err := t.College.FrameMeeting(t.b, m.Key(), what, framed(was, words), t.person, t.now)
	if err != nil {
		return err
	}
	facts := workgroup.Facts{"what": string(what), "was": was, "now": now.Frame[what], "moved": []string{}, "from": "", "replaced": framed(was, words) == words}
	if other := otherSide[what]; other != "" && now.Frame[other] != "" {
		left, moved := without(now.Frame[other], namesIn(now.Frame[what]))
		if facts["moved"], facts["from"] = moved, string(other); len(moved) > 0 {
			if now, err = t.College.FrameMeeting(t.b, m.Key(), other, left, t.person, t.now); err != nil {
				return err
			}
		}
	}
	same := was == now.Frame[what]
	if same {
		facts["was"] = ""
	}
	if was != "" && (!same || was != words) || len(facts["moved"].([]string)) > 0 {
		t.reply("say/meeting-framed", facts)
	}
	return nil
}

// excused says behind who is absent why, which is nobody’s name: “何松石，请假”.
var excused = pattern.MustCompile(`^(.*?\p{Han})[，,、\s]+((?:因|由于)?(?:公|病|事)?(?:请假|请病假|请事假|出差|外出|病假|事假|产假|公出|公差|值班|休假|开会|有事|生病|未请假))$`)

// otherSide is where nobody stands who stands here.
var otherSide = map[workgroup.Frame]workgroup.Frame{workgroup.FramePresent: workgroup.FrameAbsent, workgroup.FrameAbsent: workgroup.FramePresent}

// namesIn are the names of a part of the frame.
func namesIn(words string) []string {
	names := strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("、，,；;\n", r) })
	for i, one := range names {
		names[i] = strings.TrimSpace(one)
	}
	return names
}

// without is a part of the frame with some names taken from it, “无” where that leaves nobody, and which they were.
func without(words string, names []string) (left string, taken []string) {
	var stay []string
	for _, one := range namesIn(words) {
		if slices.ContainsFunc(names, func(name string) bool { return bareName(name) == bareName(one) }) && one != "无" {
			taken = append(taken, one)
		} else {
			stay = append(stay, one)
		}
	}
	if len(stay) == 0 {
		return "无", taken
	}
	return strings.Join(stay, "、"), taken
}

// What people write before a name that is to stand beside those that stand there already, or not any more.
var (
	addsNames  = []string{"增加", "新增", "补充", "另增加", "另有", "另外还有", "另外", "另加", "另", "再加上", "再加", "加上", "添加", "加", "还有", "add ", "also "}
	takesNames = []string{"去掉", "减去", "删去", "删除", "remove ", "without "}
)

// framed is what a part of a meeting's frame says once somebody has written words for it: they take the place of what stood there, unless they
// say that they are to be added to it or taken from it.
func framed(was, words string) string {
	rest := func(marks []string) (string, bool) {
		for _, mark := range marks {
			if name, is := strings.CutPrefix(strings.ToLower(words), mark); is && strings.TrimSpace(name) != "" {
				return strings.Trim(words[len(mark):], "了：:，,、。 "), true
			}
		}
		return "", false
	}
	if was == "无" {
		was = ""
	}
	if name, adds := rest(addsNames); adds {
		was, _ = without(was, namesIn(name)) // said again, perhaps with why
		was = strings.TrimPrefix(was, "无")
		return strings.TrimPrefix(was+"、"+name, "、")
	}
	names, takes := rest(takesNames)
	switch left, taken := without(was, namesIn(names)); {
	case len(taken) > 0:
		return left
	case takes:
		return was // nobody of that name stands there
	}
	return words
}
