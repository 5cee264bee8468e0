package workgroup

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// publishes publishes a notice of the director's at a moment.
func (r *rig) publishes(w Wording, now time.Time) Notice {
	r.Helper()
	d, err := StartNotice(r, r.person("zhu"), w.Text, w.Source, now)
	if err != nil {
		r.Fatal(err)
	}
	if w.Text == "" {
		w.Text = "明天起各单位晨检"
	}
	d.Wording = w
	d = d.Keep(r, now)
	n, err := r.Publish(r, r.person("zhu"), d.Version, now)
	if err != nil {
		r.Fatal(err)
	}
	return n
}

// plain is an ordinary notice to each head, with copies.
func plain() Wording {
	return Wording{Class: NoticeOrdinary, Need: NeedRead, Audience: Audience{Kind: EveryHead}, Copies: true}
}

func (r *rig) notice(n Notice) Notice {
	out, _ := Notices.Get(r, n.Key())
	return out
}

// reads has somebody press 「已阅」.
func (r *rig) reads(n Notice, by PersonID, now time.Time) (Receipt, bool) {
	r.Helper()
	_, rec, fresh, err := r.ReadNotice(r, n.Key(), r.notice(n).Version, r.person(by), now)
	if err != nil {
		r.Fatalf("%s reads: %v", by, err)
	}
	return rec, fresh
}

func (r *rig) seat(n Notice, seat string) Receipt {
	out, ok := Receipts.Get(r, n.Key()+"/"+seat)
	if !ok {
		r.Fatalf("no receipt %s", seat)
	}
	return out
}

// asked are the people in whose private chats a notice is at, or on its way to, the bottom.
func (r *rig) asked(n Notice) []PersonID {
	out := []PersonID{}
	for c := range Cards.Each(r, NoticeCard+"/"+n.Key()+"@") {
		if c.Chat > 0 && c.Repost {
			out = append(out, c.Person)
		}
	}
	slices.Sort(out)
	return out
}

// deliver plays the courier: everything is up.
func (r *rig) deliver(n Notice) {
	for c := range Cards.Each(r, NoticeCard+"/"+n.Key()+"@") {
		if c.Message == 0 || c.Repost {
			c.Posted = c.WantedAt
		}
		c.Message, c.Repost, c.Shown = int(c.Want), false, c.Want
		Cards.Put(r, c)
	}
}

func TestWhomANoticeIsFor(t *testing.T) {
	r := newRig(t)
	for _, c := range []struct {
		sentence string
		audience Audience
		seats    []string
	}{
		{"each head has a receipt, a deputy has none", Audience{Kind: EveryHead}, []string{"person/chen", "person/hou", "person/li", "person/ren", "person/wang", "person/xu"}},
		{"each unit has one", Audience{Kind: OneAUnit}, []string{"unit/houqin", "unit/jiaowu", "unit/jidian", "unit/renshi", "unit/ruanjian", "unit/xuesheng"}},
		{"those named", Audience{Kind: ByName, People: []PersonID{"li", "dai"}}, []string{"person/dai", "person/li"}},
		{"a college without working groups has no heads of them", Audience{Kind: GroupHeads}, []string{}},
	} {
		got := []string{}
		for _, s := range c.audience.Seats(r) {
			got = append(got, s.Seat)
		}
		slices.Sort(got)
		same(t, c.sentence, got, c.seats)
	}
	people, unknown, _ := PeopleNamed(r, "王一、李三，王一 没有这人")
	same(t, "people named", people, []PersonID{"wang", "li"})
	same(t, "names nobody has", unknown, []string{"没有这人"})
	for i, name := range []string{"王和平", "John Smith"} {
		p := r.person([]PersonID{"ban", "shu"}[i])
		p.Name = name
		People.Put(r, p)
	}
	for _, list := range []string{"王和平、John Smith和李三", "王和平和李三，John Smith", "John Smith, 李三 and 王和平", "John Smith, 李三, and 王和平.", "李三 王和平\nJohn Smith", "李三　王和平\tJohn Smith", "李三 和 王和平、John Smith"} {
		people, unknown, _ := PeopleNamed(r, list)
		slices.Sort(people)
		same(t, list, people, []PersonID{"ban", "li", "shu"})
		same(t, list, unknown, nil)
	}
	p := r.person("dai")
	p.Name = "李三"
	People.Put(r, p)
	_, _, doubtful := PeopleNamed(r, "李三")
	same(t, "a name that two people have", doubtful, []string{"李三"})
}

func TestWhatCannotBePublished(t *testing.T) {
	for _, c := range []struct {
		sentence string
		by       PersonID
		change   func(*NoticeDraft)
		code     RefusalCode
	}{
		{"without text", "zhu", func(d *NoticeDraft) { d.Text = "" }, NoticeEmpty},
		{"longer than a message", "zhu", func(d *NoticeDraft) { d.Text = strings.Repeat("长", 5000) }, NoticeLong},
		{"to nobody", "zhu", func(d *NoticeDraft) { d.Audience = Audience{Kind: GroupHeads} }, NoticeNobody},
		{"with a deadline that has passed", "zhu", func(d *NoticeDraft) { d.Deadline = at("08:59") }, DeadlinePast},
	} {
		r := newRig(t)
		d, err := StartNotice(r, r.person(c.by), "通知", 0, at("09:00"))
		if err != nil {
			t.Fatal(err)
		}
		c.change(&d)
		d = d.Keep(r, at("09:00"))
		_, err = r.Publish(r, r.person(c.by), d.Version, at("09:00"))
		refused(t, err, c.code)
		if n := Office(r).LastNotice; n != 0 {
			t.Errorf("%s: published as %d", c.sentence, n)
		}
	}
	r := newRig(t)
	_, err := StartNotice(r, r.person("wang"), "通知", 0, at("09:00"))
	refused(t, err, NotForYou)
	_, err = r.Publish(r, r.person("zhu"), 1, at("09:00"))
	refused(t, err, Settled)
}

func TestPublishingTwiceIsOnce(t *testing.T) {
	r := newRig(t)
	d, _ := StartNotice(r, r.person("zhu"), "通知", 0, at("09:00"))
	if _, err := r.Publish(r, r.person("zhu"), d.Version, at("09:00")); err != nil {
		t.Fatal(err)
	}
	_, err := r.Publish(r, r.person("zhu"), d.Version, at("09:00"))
	refused(t, err, Settled)
	// A button of a draft that was given up fits no later one.
	d, _ = StartNotice(r, r.person("zhu"), "又一份", 0, at("09:01"))
	d.Drop(r)
	if _, err := StartNotice(r, r.person("zhu"), "第三份", 0, at("09:02")); err != nil {
		t.Fatal(err)
	}
	_, err = r.Publish(r, r.person("zhu"), d.Version, at("09:02"))
	refused(t, err, Changed)
}

func TestThreeNoticesADayStandInTheGroup(t *testing.T) {
	r := newRig(t)
	w := plain()
	for i := range 5 {
		if n := r.publishes(w, at("09:00")); n.Group != (i < NoticesADay) {
			t.Errorf("notice %d of the day in the group: %v", i+1, n.Group)
		}
	}
	w.Class = NoticePressing
	if n := r.publishes(w, at("09:00")); n.Group {
		t.Error("a pressing notice is one post too many")
	}
	w = plain()
	w.Copies = false
	d, _ := StartNotice(r, r.person("zhu"), "通知", 0, at("09:00"))
	d.Copies = false
	d = d.Keep(r, at("09:00"))
	_, err := r.Publish(r, r.person("zhu"), d.Version, at("09:00"))
	refused(t, err, NoticeNowhere)
	if n := r.publishes(plain(), on(day.Add(1), "09:00")); !n.Group {
		t.Error("the next day has no notices either")
	}
}

// A notice that moves down on another day is one of that day's posts.
func TestAMovedNoticeIsAPostOfItsDay(t *testing.T) {
	r := newRig(t)
	n, late := r.publishes(plain(), at("17:00")), r.publishes(plain(), at("20:00"))
	r.deliver(n)
	r.deliver(late)
	r.wakes(n, on(day.Add(1), "07:59"))
	if r.notice(n).Named.IsZero() || Office(r).Notices.on(day.Add(1)) != 1 {
		t.Errorf("named at %v, %+v", r.notice(n).Named, Office(r).Notices)
	}
	// With no room left it is changed where it stands.
	for range 2 {
		r.publishes(plain(), on(day.Add(1), "08:00"))
	}
	r.wakes(late, on(day.Add(1), "12:00"))
	card, _ := Cards.Get(r, CardKey(NoticeCard, late.Key(), group))
	if r.notice(late).Named.IsZero() || card.Repost || card.Want == card.Shown || Office(r).Notices.on(day.Add(1)) != 3 {
		t.Errorf("%+v, %+v", card, Office(r).Notices)
	}
}

// A new version always reaches somebody, and the old one stands nowhere with live buttons.
func TestANewVersionReachesItsReaders(t *testing.T) {
	version := func(r *rig, n Notice, now time.Time, change func(*NoticeDraft)) (Notice, error) {
		d, err := r.StartVersion(r, n.Key(), r.person("zhu"), now)
		if err != nil {
			t.Fatal(err)
		}
		d.Text = "改为后天起"
		change(&d)
		return r.Publish(r, r.person("zhu"), d.Keep(r, now).Version, now)
	}
	silent := func(d *NoticeDraft) { d.Copies = false }
	r := newRig(t)
	for range NoticesADay {
		r.publishes(plain(), at("09:00"))
	}
	n := r.publishes(plain(), at("09:00")) // in private only
	r.deliver(n)
	_, err := version(r, n, at("10:00"), silent)
	refused(t, err, NoticeNowhere)
	// Tomorrow the group has room; what stands in private says the new text there.
	if n, err = version(r, n, on(day.Add(1), "09:00"), silent); err != nil || !n.Group || n.CameUp(on(day.Add(1), "09:00")) != Anew {
		t.Fatalf("%+v %v", n, err)
	}
	card, _ := Cards.Get(r, CardKey(NoticeCard, n.Key(), r.person("li").Telegram))
	if card.Want == card.Shown || card.Repost {
		t.Errorf("the copy of before: %+v", card)
	}
	// Its post too old to go: it is changed where it stands, which nobody hears.
	r.deliver(n)
	_, err = version(r, n, on(day.Add(4), "09:00"), silent)
	refused(t, err, NoticeNowhere)
	// Nor is it out where nobody can be reached.
	r = newRig(t)
	r.Group = 0
	n = r.publishes(plain(), at("09:00"))
	for _, id := range []PersonID{"wang", "li", "chen", "xu", "ren", "hou"} {
		Lost(r, id, at("09:30"))
	}
	_, err = version(r, n, at("10:00"), func(*NoticeDraft) {})
	refused(t, err, NoticeNowhere)
}

func TestAReadingIsOnePressAndItsFirstTimeStays(t *testing.T) {
	r := newRig(t)
	n := r.publishes(plain(), at("09:00"))
	if rec, fresh := r.reads(n, "wang", at("09:05")); !fresh || !rec.Read.At.Equal(at("09:05")) {
		t.Errorf("first press: %+v %v", rec, fresh)
	}
	if rec, fresh := r.reads(n, "wang", at("09:30")); fresh || !rec.Read.At.Equal(at("09:05")) {
		t.Errorf("second press: %+v %v", rec, fresh)
	}
	if got := r.notice(n); got.Read != 1 || got.Seats != 6 {
		t.Errorf("counts %d/%d", got.Read, got.Seats)
	}
	_, _, _, err := r.ReadNotice(r, n.Key(), 1, r.person("ban"), at("09:06"))
	refused(t, err, NotAddressed)
	_, _, _, err = r.ReadNotice(r, NumberKey(99), 1, r.person("wang"), at("09:06"))
	refused(t, err, Changed)
}

func TestADeputyReadsForTheHead(t *testing.T) {
	r := newRig(t)
	n := r.publishes(plain(), at("09:00"))
	rec, fresh := r.reads(n, "zhao", at("09:05"))
	if !fresh || !rec.Proxy || rec.Person != "wang" || rec.Read.By != "zhao" {
		t.Errorf("a deputy's press: %+v", rec)
	}
	// The head's own press takes its place; the deputy's is put by, and the count stays.
	rec, fresh = r.reads(n, "wang", at("09:20"))
	if got := r.seat(n, "person/wang"); !fresh || rec.Proxy || got.Read.By != "wang" || len(got.Earlier) != 1 || got.Earlier[0].Read.By != "zhao" || r.notice(n).Read != 1 {
		t.Errorf("then the head: %+v, %d read", got, r.notice(n).Read)
	}
	w := plain()
	w.Audience = Audience{Kind: OneAUnit}
	n = r.publishes(w, at("10:00"))
	if rec, _ := r.reads(n, "zhao", at("10:05")); !rec.Proxy || rec.Seat != "unit/ruanjian" {
		t.Errorf("one a unit, by a deputy: %+v", rec)
	}
}

func TestAReplyIsWeakerThanAPress(t *testing.T) {
	r := newRig(t)
	n := r.publishes(plain(), at("09:00"))
	if err := r.ReplyNotice(r, n.Key(), 1, r.person("li"), at("09:01"), at("09:01")); err != nil {
		t.Fatal(err)
	}
	if got := r.notice(n); got.Read != 0 || got.Replied != 1 || got.Unread() != 5 {
		t.Errorf("after a reply %d read, %d replied", got.Read, got.Replied)
	}
	r.reads(n, "li", at("09:02"))
	if got := r.notice(n); got.Read != 1 || got.Replied != 0 {
		t.Errorf("after the press %d read, %d replied", got.Read, got.Replied)
	}
	if err := r.ReplyNotice(r, n.Key(), 1, r.person("li"), at("09:03"), at("09:03")); err != nil || r.notice(n).Replied != 0 {
		t.Errorf("a reply after the press counts: %v", err)
	}
	refused(t, r.ReplyNotice(r, n.Key(), 1, r.person("ban"), at("09:03"), at("09:03")), NotAddressed)
}

func TestAPressCanBeTakenBackForFiveMinutes(t *testing.T) {
	r := newRig(t)
	n := r.publishes(plain(), at("09:00"))
	r.reads(n, "li", at("09:01"))
	if _, err := r.UndoRead(r, n.Key(), 1, r.person("li"), at("09:06")); err != nil || r.notice(n).Read != 0 {
		t.Errorf("taken back: %v, %d read", err, r.notice(n).Read)
	}
	_, err := r.UndoRead(r, n.Key(), 1, r.person("li"), at("09:06"))
	refused(t, err, Settled)
	r.reads(n, "li", at("09:10"))
	_, err = r.UndoRead(r, n.Key(), 1, r.person("li"), at("09:15:01"))
	refused(t, err, UndoLate)
	// Only who pressed.
	r.reads(n, "zhao", at("09:20"))
	_, err = r.UndoRead(r, n.Key(), 1, r.person("wang"), at("09:21"))
	refused(t, err, Settled)
}

// What a press had taken the place of counts again once the press is taken back.
func TestAPressTakenBackLeavesWhatWasThere(t *testing.T) {
	r := newRig(t)
	n := r.publishes(plain(), at("09:00"))
	if err := r.ReplyNotice(r, n.Key(), 1, r.person("li"), at("09:01"), at("09:01")); err != nil {
		t.Fatal(err)
	}
	r.reads(n, "li", at("09:02"))
	if _, err := r.UndoRead(r, n.Key(), 1, r.person("li"), at("09:03")); err != nil {
		t.Fatal(err)
	}
	if got := r.notice(n); got.Read != 0 || got.Replied != 1 || !r.seat(n, "person/li").Weak() {
		t.Errorf("the reply is gone: %+v", got)
	}
	r.reads(n, "zhao", at("09:04"))
	r.reads(n, "wang", at("09:05"))
	if _, err := r.UndoRead(r, n.Key(), 1, r.person("wang"), at("09:06")); err != nil {
		t.Fatal(err)
	}
	if s, got := r.seat(n, "person/wang"), r.notice(n); got.Read != 1 || !s.Proxy || s.Read.By != "zhao" || len(s.Earlier) != 1 || !s.Earlier[0].Undone.Done() {
		t.Errorf("the deputy's reading is gone: %+v, %d read", s, got.Read)
	}
	// Taken back by the deputy, it comes back by nobody's undo.
	if _, err := r.UndoRead(r, n.Key(), 1, r.person("zhao"), at("09:07")); err != nil {
		t.Fatal(err)
	}
	r.reads(n, "wang", at("09:08"))
	if _, err := r.UndoRead(r, n.Key(), 1, r.person("wang"), at("09:09")); err != nil || r.notice(n).Read != 0 {
		t.Errorf("%v, %d read", err, r.notice(n).Read)
	}
}

func TestWhatIsDoneIsTimedApart(t *testing.T) {
	r := newRig(t)
	w := plain()
	w.Need, w.Deadline = NeedDone, at("18:00")
	n := r.publishes(w, at("09:00"))
	r.reads(n, "wang", at("09:05"))
	_, err := r.DoNotice(r, n.Key(), 1, "", r.person("wang"), at("10:00"))
	refused(t, err, NoResult)
	if _, err := r.DoNotice(r, n.Key(), 1, "已晨检", r.person("wang"), at("10:00")); err != nil {
		t.Fatal(err)
	}
	// Who has done it without having pressed has read it, then.
	if _, err := r.DoNotice(r, n.Key(), 1, "已办", r.person("li"), at("11:00")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.DoNotice(r, n.Key(), 1, "更正", r.person("li"), at("12:00")); err != nil {
		t.Fatal(err)
	}
	wang, li, got := r.seat(n, "person/wang"), r.seat(n, "person/li"), r.notice(n)
	if !wang.Read.At.Equal(at("09:05")) || !wang.Done.At.Equal(at("10:00")) || !li.Read.At.Equal(at("11:00")) || li.Result != "更正" || len(li.Earlier) != 1 || got.Read != 2 || got.Did != 2 {
		t.Errorf("wang %+v, li %+v, read %d, did %d", wang, li, got.Read, got.Did)
	}
	_, err = r.UndoRead(r, n.Key(), 1, r.person("li"), at("11:01"))
	refused(t, err, Settled)
	_, err = r.MayDo(r, r.publishes(plain(), at("09:00")).Key(), 1, r.person("li"))
	refused(t, err, Changed)
}

func TestANewVersionIsReadAnew(t *testing.T) {
	r := newRig(t)
	n := r.publishes(plain(), at("09:00"))
	r.reads(n, "wang", at("09:05"))
	r.deliver(n)
	d, err := r.StartVersion(r, n.Key(), r.person("zhu"), at("10:00"))
	if err != nil {
		t.Fatal(err)
	}
	d.Text = "改为后天起"
	d = d.Keep(r, at("10:00"))
	if n, err = r.Publish(r, r.person("zhu"), d.Version, at("10:01")); err != nil || n.Version != 2 || n.Read != 0 || n.Seats != 6 {
		t.Fatalf("version 2: %+v, %v", n, err)
	}
	same(t, "everybody is shown it anew", r.asked(n), []PersonID{"chen", "hou", "li", "ren", "wang", "xu"})
	_, _, _, err = r.ReadNotice(r, n.Key(), 1, r.person("li"), at("10:02"))
	refused(t, err, NoticeNewer)
	if rec, fresh := r.reads(n, "wang", at("10:05")); !fresh || len(rec.Earlier) != 1 || !rec.Earlier[0].Read.At.Equal(at("09:05")) {
		t.Errorf("read anew: %+v", rec)
	}
	if Office(r).Notices.N != 1 {
		t.Errorf("a new version counts as another post: %+v", Office(r).Notices)
	}
}

func TestARecalledNoticeAsksNobody(t *testing.T) {
	r := newRig(t)
	n := r.publishes(plain(), at("09:00"))
	_, err := r.Recall(r, n.Key(), "", r.person("zhu"), at("09:10"))
	refused(t, err, RecallReason)
	_, err = r.Recall(r, n.Key(), "错发", r.person("wang"), at("09:10"))
	refused(t, err, NotForYou)
	if n, err = r.Recall(r, n.Key(), "错发", r.person("zhu"), at("09:10")); err != nil || !n.Due().IsZero() {
		t.Fatalf("recalled: %+v %v", n, err)
	}
	_, _, _, err = r.ReadNotice(r, n.Key(), 1, r.person("li"), at("09:11"))
	refused(t, err, NoticeRecalled)
	_, err = r.StartVersion(r, n.Key(), r.person("zhu"), at("09:11"))
	refused(t, err, NoticeRecalled)
	if left := OpenNotices(r); len(left) != 0 {
		t.Errorf("still open: %v", left)
	}
}

func TestTwoWhoRenewOneNoticeLoseNothing(t *testing.T) {
	r := newRig(t)
	two := r.person("ban")
	two.Duties = append(two.Duties, Duty{Role: Staff})
	People.Put(r, two)
	n := r.publishes(plain(), at("09:00"))
	write := func(by PersonID, text string, now time.Time) NoticeDraft {
		d, err := r.StartVersion(r, n.Key(), r.person(by), now)
		if err != nil {
			t.Fatal(err)
		}
		d.Text = text
		return d.Keep(r, now)
	}
	mine, theirs := write("zhu", "改为后天", at("10:00")), write("ban", "改在操场", at("10:01"))
	if _, err := r.Publish(r, r.person("ban"), theirs.Version, at("10:02")); err != nil {
		t.Fatal(err)
	}
	_, err := r.Publish(r, r.person("zhu"), mine.Version, at("10:03"))
	refused(t, err, RenewedByOther)
	_, err = mine.Rebase(r, 1, at("10:04"))
	refused(t, err, Changed)
	if mine, err = mine.Rebase(r, 2, at("10:04")); err != nil || mine.Text != "改为后天" {
		t.Fatalf("%+v %v", mine, err)
	}
	if n, err = r.Publish(r, r.person("zhu"), mine.Version, at("10:05")); err != nil || n.Version != 3 || n.Text != "改为后天" {
		t.Errorf("%+v %v", n, err)
	}
	// What somebody is writing is not wiped by another beginning.
	other := r.publishes(plain(), at("11:00"))
	d, err := StartNotice(r, r.person("zhu"), "写到一半", 0, at("11:01"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.StartVersion(r, n.Key(), r.person("zhu"), at("11:02"))
	refused(t, err, DraftAtWork)
	d.Drop(r)
	d = write("zhu", "改一半", at("11:03"))
	_, err = r.StartVersion(r, other.Key(), r.person("zhu"), at("11:04"))
	refused(t, err, DraftAtWork)
	_, err = StartNotice(r, r.person("zhu"), "又一份", 0, at("11:05"))
	refused(t, err, DraftAtWork)
	if again, err := r.StartVersion(r, n.Key(), r.person("zhu"), at("11:06")); err != nil || again.Text != "改一半" || again.Version != d.Version {
		t.Errorf("its own version goes on: %+v %v", again, err)
	}
}

// What was recalled or renewed long after its cards were forgotten is so wherever it stands.
func TestAForgottenNoticeIsStillReached(t *testing.T) {
	r := newRig(t)
	n := r.publishes(plain(), at("09:00"))
	r.deliver(n)
	for s := range Stale.Each(r, "") {
		Stale.Drop(r, s.Key())
	}
	later := on(day.Add(40), "09:00")
	forgetNotices(r, later)
	if len(r.notice(n).Stands) != 7 {
		t.Fatalf("where it stands: %+v", r.notice(n).Stands)
	}
	// Whoever reads it after all sees that on their copy.
	r.reads(n, "li", later)
	if c, ok := Cards.Get(r, CardKey(NoticeCard, n.Key(), r.person("li").Telegram)); !ok || c.Message == 0 || c.Want == c.Shown {
		t.Errorf("the reader's copy: %+v", c)
	}
	if _, err := r.Recall(r, n.Key(), "过期", r.person("zhu"), later); err != nil {
		t.Fatal(err)
	}
	stale := 0
	for c := range Cards.Each(r, NoticeCard+"/"+n.Key()+"@") {
		if c.Want != c.Shown && !c.Repost && Stale.Has(r, c.Key()) {
			stale++
		}
	}
	if stale != 7 {
		t.Errorf("%d copies say that it is recalled", stale)
	}
}

// A head of one unit who is a deputy of another reads for both with one press; what they have done is their own.
func TestAHeadWhoIsADeputyElsewhere(t *testing.T) {
	r := newRig(t)
	li := r.person("li")
	li.Duties = append(li.Duties, Duty{Deputy, "ruanjian"})
	People.Put(r, li)
	w := plain()
	w.Need = NeedDone
	n := r.publishes(w, at("09:00"))
	if rec, fresh := r.reads(n, "li", at("09:05")); !fresh || rec.Seat != "person/li" || rec.Proxy {
		t.Errorf("their own first: %+v", rec)
	}
	if s := r.seat(n, "person/wang"); s.Read.By != "li" || !s.Proxy || r.notice(n).Read != 2 {
		t.Errorf("for the head of the other: %+v", s)
	}
	if _, err := r.DoNotice(r, n.Key(), 1, "已办", r.person("li"), at("10:00")); err != nil || r.notice(n).Did != 1 || r.seat(n, "person/wang").Done.Done() {
		t.Errorf("done: %d, %v", r.notice(n).Did, err)
	}
	if _, err := r.DoNotice(r, n.Key(), 1, "已办", r.person("zhao"), at("10:00")); err != nil || r.notice(n).Did != 2 {
		t.Errorf("a deputy alone does it for the head: %d, %v", r.notice(n).Did, err)
	}
}
