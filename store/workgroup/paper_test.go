package workgroup

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// office is a rig with two people of the office who draft and check.
func office(t *testing.T) *rig {
	r := newRig(t)
	for i, id := range []PersonID{"gao", "shi"} {
		p := Bind(r, Person{ID: id, Name: string(id), Duties: []Duty{{Role: Staff}}}, int64(200+i), at("07:00"))
		p.Reach = Open
		People.Put(r, p)
	}
	return r
}

// words are a paper's, as short as can be.
func words(p Paper, t Tally) ([]PaperPart, bool) {
	return []PaperPart{{Lines: []string{fmt.Sprint(t.Filed())}}, {Heading: "四", Lines: []string{p.Work}}}, false
}

// paper is the day's last.
func (r *rig) paper() Paper {
	p, _ := LastPaper(r, day)
	return p
}

// round brings a date's paper as far as to be checked.
func (r *rig) goesRound(by PersonID, now time.Time) Paper {
	r.Helper()
	p, err := r.DraftPaper(r, day, r.person(by), now)
	if err == nil && p.Work == "" {
		p, err = r.WordPaper(r, p.Key(), "宿舍消毒", "无", r.person(by), now)
	}
	if err == nil {
		p, err = r.SubmitPaper(r, p.Key(), p.Version, words, r.person(by), now)
	}
	if err != nil {
		r.Fatal(err)
	}
	return p
}

// An ordinary paper goes from its drafter by the office to the director, by a person to the authorities, and into the register; nobody
// does two of those in place of another, and nothing twice.
func TestAnOrdinaryPaper(t *testing.T) {
	r := office(t)
	gao, shi, zhu, shu := r.person("gao"), r.person("shi"), r.person("zhu"), r.person("shu")
	r.files("ruanjian", Figures{}, at("14:10"))
	_, err := r.DraftPaper(r, day, r.person("wang"), at("15:10"))
	refused(t, err, NotForYou)
	_, err = r.DraftPaper(r, day, zhu, at("15:10"))
	refused(t, err, PaperNoSigner)
	_, err = r.DraftPaper(r, "2020-01-01", gao, at("15:10"))
	refused(t, err, NoSummary)
	p, err := r.DraftPaper(r, day, gao, at("15:10"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.SubmitPaper(r, p.Key(), p.Version, words, gao, at("15:11"))
	refused(t, err, PaperWordless)
	// What was done is five points at most; five and blank lines between them are taken.
	_, err = r.WordPaper(r, p.Key(), "一\n二\n三\n四\n五\n六", "", gao, at("15:11"))
	refused(t, err, PaperPoints)
	if p, _ := Papers.Get(r, p.Key()); p.Work != "" {
		t.Errorf("six points are kept: %q", p.Work)
	}
	if p, err = r.WordPaper(r, p.Key(), "一\n\n二\n三\n四\n五\n", "无", gao, at("15:11")); err != nil {
		t.Errorf("five points are refused: %v", err)
	}
	if again, err := r.DraftPaper(r, day, shi, at("15:11")); err != nil || again.Key() != p.Key() {
		t.Errorf("a second draft of the date: %v, %v", again.Key(), err)
	}
	p = r.goesRound("gao", at("15:12"))
	if p.Class() != PaperOrdinary || p.State != PaperChecking {
		t.Fatalf("went round as %s, %s", p.Class(), p.State)
	}
	_, err = r.CheckPaper(r, p.Key(), p.Version, gao, at("15:13"))
	refused(t, err, PaperOwn)
	_, err = r.SignPaper(r, p.Key(), p.Version, zhu, at("15:13"))
	refused(t, err, PaperElsewhere)
	old := p.Version
	if p, err = r.CheckPaper(r, p.Key(), p.Version, shi, at("15:14")); err != nil || p.State != PaperToSign {
		t.Fatal(p.State, err)
	}
	for _, c := range []struct {
		by      Person
		version uint64
		want    RefusalCode
	}{{gao, p.Version, PaperSigner}, {shu, p.Version, PaperSigner}, {zhu, old, PaperNewer}} {
		_, err = r.SignPaper(r, p.Key(), c.version, c.by, at("15:15"))
		refused(t, err, c.want)
	}
	_, err = r.LowerPaper(r, p.Key(), p.Version, "误报", gao, at("15:15"))
	refused(t, err, PaperLower)
	if p, err = r.SignPaper(r, p.Key(), p.Version, zhu, at("16:30")); err != nil || p.Signature.Digest != p.Content.Digest() {
		t.Fatal(p.State, err)
	}
	_, err = r.SignPaper(r, p.Key(), p.Version, zhu, at("16:31"))
	refused(t, err, PaperElsewhere)
	sent := Sending{At: at("16:40"), How: "传真", Received: "王科长"}
	_, err = r.SendPaper(r, p.Key(), p.Version, sent, gao, at("16:41"))
	refused(t, err, PaperCopyless)
	if _, kept := KeepCopy(r, p.Key(), "another", Attachment{Name: "a.docx", Bytes: []byte("a")}, Attachment{Name: "a.xlsx", Bytes: []byte("x")}, at("16:31")); kept {
		t.Error("a document of another signature was kept")
	}
	p, _ = KeepCopy(r, p.Key(), p.Signature.Digest, Attachment{Name: "a.docx", Bytes: []byte("a")}, Attachment{Name: "a.xlsx", Bytes: []byte("x")}, at("16:31"))
	for _, c := range []struct {
		s    Sending
		want RefusalCode
	}{{Sending{At: at("16:40"), How: "传真"}, PaperSendWords}, {Sending{At: at("16:50"), How: "传真", Received: "王"}, NotYet}, {Sending{At: at("16:20"), How: "传真", Received: "王"}, PaperSentEarly}} {
		_, err = r.SendPaper(r, p.Key(), p.Version, c.s, gao, at("16:41"))
		refused(t, err, c.want)
	}
	_, err = r.FilePaper(r, p.Key(), p.Version, gao, at("16:41"))
	refused(t, err, PaperElsewhere)
	if p, err = r.SendPaper(r, p.Key(), p.Version, sent, gao, at("16:41")); err != nil {
		t.Fatal(err)
	}
	// Who puts an entry right stands with it, as whoever entered it first stands with what it said.
	if p, err = r.AmendSending(r, p.Key(), p.Version, 0, Sending{At: at("16:40"), How: "政务邮箱", Received: "王科长"}, shi, at("16:42")); err != nil {
		t.Fatal(err)
	}
	if p.Sent.Entered.By != "shi" || p.Sendings[0].Entered.By != "shi" || p.Struck[0].Entered.By != "gao" {
		t.Errorf("entered by %q, before by %q", p.Sendings[0].Entered.By, p.Struck[0].Entered.By)
	}
	if p, err = r.FilePaper(r, p.Key(), p.Version, shi, at("16:45")); err != nil {
		t.Fatal(err)
	}
	if e, ok := EntryOf(r, p); !ok || e.Named().Name != "防控信〔2020〕1号" {
		t.Errorf("filed as %+v", e)
	}
	_, err = r.FilePaper(r, p.Key(), p.Version, shi, at("16:46"))
	refused(t, err, PaperElsewhere)
	if n, faults := AuditPapers(r); n != 1 || len(faults) > 0 {
		t.Errorf("%d papers, %v", n, faults)
	}
	copied, _ := PaperCopies.Get(r, p.Copy)
	copied.Bytes = []byte("b")
	PaperCopies.Put(r, copied)
	p.Content.Parts[1].Lines[0] = "别的话"
	Papers.Put(r, p)
	if _, faults := AuditPapers(r); len(faults) != 2 {
		t.Errorf("a copy and a text were changed: %v", faults)
	}
}

// What a paper says proposes its class; it is raised freely, and lowered by the leading group only. Nobody signs an important one
// before the group's review of what it says now.
func TestAnImportantPaper(t *testing.T) {
	r := office(t)
	gao, shi, zhu, shu := r.person("gao"), r.person("shi"), r.person("zhu"), r.person("shu")
	study := Review{Time: "16:16", Met: at("16:16"), Form: "会议", People: "书记、主任", Conclusion: "同意上报"}
	r.files("ruanjian", Figures{"close_contact_now": 1}, at("14:10"))
	p := r.goesRound("gao", at("15:10"))
	same(t, "important because of", p.Grounds, []PaperGround{GroundFigure})
	_, err := r.LowerPaper(r, p.Key(), p.Version, "误报", shi, at("15:11"))
	refused(t, err, PaperLower)
	if p, err = r.CheckPaper(r, p.Key(), p.Version, shi, at("15:12")); err != nil || p.State != PaperReview {
		t.Fatal(p.State, err)
	}
	_, err = r.SignPaper(r, p.Key(), p.Version, zhu, at("15:13"))
	refused(t, err, PaperReviewFirst)
	_, err = r.ReviewPaper(r, p.Key(), p.Version, study, gao, at("16:10"))
	refused(t, err, PaperReviewer)
	_, err = r.ReviewPaper(r, p.Key(), p.Version, Review{Time: "16:00"}, shu, at("16:10"))
	refused(t, err, PaperReviewWords)
	early := study
	early.Met = at("15:09")
	_, err = r.ReviewPaper(r, p.Key(), p.Version, early, shu, at("16:20"))
	refused(t, err, PaperReviewEarly)
	early.Met = time.Time{}
	_, err = r.ReviewPaper(r, p.Key(), p.Version, early, shu, at("16:20"))
	refused(t, err, PaperReviewTime)
	_, err = r.ReviewPaper(r, p.Key(), p.Version, study, shu, at("16:10"))
	refused(t, err, NotYet)
	study.Met = at("16:05")
	against := study
	against.Conclusion = "不同意上报"
	_, err = r.ReviewPaper(r, p.Key(), p.Version, against, shu, at("16:10"))
	refused(t, err, PaperAgainst)
	if p, err = r.ReviewPaper(r, p.Key(), p.Version, study, shu, at("16:10")); err != nil || p.State != PaperReviewed {
		t.Fatal(p.State, err)
	}
	_, err = r.ReturnPaper(r, p.Key(), p.Version, "", zhu, at("16:12"))
	refused(t, err, PaperReason)
	if p, err = r.ReturnPaper(r, p.Key(), p.Version, "第三部分请写清", zhu, at("16:12")); err != nil || p.State != PaperDraft {
		t.Fatal(p.State, err)
	}
	// A new round is a new content: it is checked and reviewed again.
	p = r.goesRound("gao", at("16:15"))
	if p, err = r.CheckPaper(r, p.Key(), p.Version, shi, at("16:16")); err != nil || p.State != PaperReview {
		t.Fatal(p.State, err)
	}
	_, err = r.LowerPaper(r, p.Key(), p.Version, "", shu, at("16:17"))
	refused(t, err, PaperLowerWhy)
	if p, err = r.LowerPaper(r, p.Key(), p.Version, "复核为误报", shu, at("16:17")); err != nil || p.State != PaperToSign || p.Class() != PaperOrdinary {
		t.Fatal(p.State, err)
	}
	if p, err = r.RaisePaper(r, p.Key(), p.Version, gao, at("16:18")); err != nil || p.State != PaperReview || p.Class() != PaperImportant {
		t.Fatal(p.State, err)
	}
	study.Met = at("16:19")
	p, err = r.ReviewPaper(r, p.Key(), p.Version, study, shu, at("16:20"))
	if err == nil {
		p, err = r.SignPaper(r, p.Key(), p.Version, zhu, at("16:30"))
	}
	if err != nil || p.Signature.Digest != p.Review.Digest {
		t.Fatalf("signed %s, reviewed %s, %v", p.Signature.Digest, p.Review.Digest, err)
	}
}

// A case that is opened while a paper waits to be signed is not in it: the paper goes back.
func TestACaseThatThePaperDoesNotTellOf(t *testing.T) {
	r := office(t)
	p := r.goesRound("gao", at("15:10"))
	p, err := r.CheckPaper(r, p.Key(), p.Version, r.person("shi"), at("15:12"))
	if err != nil {
		t.Fatal(err)
	}
	Cases.Put(r, Case{Date: day, Number: 1, Kind: CaseSuspected, Opened: at("15:20"), Known: at("15:15")})
	_, err = r.SignPaper(r, p.Key(), p.Version, r.person("zhu"), at("15:30"))
	refused(t, err, PaperCaseSince)
	if p, err = r.ReturnPaper(r, p.Key(), p.Version, "有新情况", r.person("zhu"), at("15:31")); err != nil {
		t.Fatal(err)
	}
	p = r.goesRound("gao", at("15:40"))
	same(t, "important because of", p.Grounds, []PaperGround{GroundCase})
	// What is found of it after that is news too.
	if p, err = r.CheckPaper(r, p.Key(), p.Version, r.person("shi"), at("15:41")); err != nil {
		t.Fatal(err)
	}
	k, _ := Cases.Get(r, CasesOf(r, day)[0].Key())
	k.found(Finding{At: at("15:45"), What: FoundVerdict, Now: string(VerdictStands)})
	Cases.Put(r, k)
	_, err = r.SignPaper(r, p.Key(), p.Version, r.person("zhu"), at("15:50"))
	refused(t, err, PaperCaseSince)
}

// A correction of what a paper stands on takes its signature away and says what changed; what was sent stays, and is corrected by the next.
func TestACorrectionVoidsTheSignature(t *testing.T) {
	r := office(t)
	gao, shi, zhu, shu := r.person("gao"), r.person("shi"), r.person("zhu"), r.person("shu")
	sign := func(p Paper, now time.Time) Paper {
		t.Helper()
		p, err := r.CheckPaper(r, p.Key(), p.Version, shi, now)
		if err == nil && p.State == PaperReview {
			p, err = r.ReviewPaper(r, p.Key(), p.Version, Review{Time: "16:00", Met: now, Form: "会议", People: "书记", Conclusion: "同意"}, shu, now)
		}
		if err == nil {
			p, err = r.SignPaper(r, p.Key(), p.Version, zhu, now)
		}
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	r.files("ruanjian", Figures{"home_quarantine_now": 2}, at("14:10"))
	p := sign(r.goesRound("gao", at("15:10")), at("15:20"))
	r.hush()
	r.files("ruanjian", Figures{"home_quarantine_now": 5}, at("15:30"))
	p, _ = Papers.Get(r, p.Key())
	if p.State != PaperDraft || p.Signature.Done() || len(p.Void) != 1 || p.Void[0].By != "zhu" {
		t.Fatalf("after the correction: %s, %+v", p.State, p.Void)
	}
	told := []string{}
	for _, l := range r.said() {
		if l.Text == "say/paper-moved" {
			told = append(told, string(l.Person))
			if changes := l.Facts["changes"].([]any); len(changes) != 1 || fmt.Sprint(changes[0].(map[string]any)["before"], changes[0].(map[string]any)["after"]) != "2 5" {
				t.Errorf("told of %v", changes)
			}
		}
	}
	slices.Sort(told)
	same(t, "told of it are", told, []string{"gao", "shi", "zhu"})

	p = sign(r.goesRound("gao", at("15:40")), at("15:50"))
	p, _ = KeepCopy(r, p.Key(), p.Signature.Digest, Attachment{Name: "a.docx", Bytes: []byte("a")}, Attachment{Name: "a.xlsx", Bytes: []byte("x")}, at("15:51"))
	p, err := r.SendPaper(r, p.Key(), p.Version, Sending{At: at("15:55"), How: "传真", Received: "王"}, gao, at("15:56"))
	if err != nil {
		t.Fatal(err)
	}
	first := p
	r.files("ruanjian", Figures{"home_quarantine_now": 6}, at("16:20"))
	if p, _ = LastPaper(r, day); p.Corrects != first.Key() || p.State != PaperDraft || p.Work != first.Work {
		t.Fatalf("the correction is %+v", p)
	}
	if kept, _ := Papers.Get(r, first.Key()); kept.State != PaperSent || kept.Signature.Digest != kept.Content.Digest() {
		t.Errorf("what was sent is %s", kept.State)
	}
	p = r.goesRound("gao", at("16:30"))
	same(t, "important because of", p.Grounds, []PaperGround{GroundCorrection})
	// The first can be filed meanwhile.
	if _, err = r.FilePaper(r, first.Key(), first.Version, gao, at("16:40")); err != nil {
		t.Error(err)
	}
}

// A signed paper that nobody has sent yet does not tell of a case opened since, or of what was found of one since: its signature no longer
// holds, and who signed and drafted are told. It can be returned as well. What was sent stays.
func TestNewsOfACaseVoidsTheSignature(t *testing.T) {
	r := office(t)
	gao, shi, zhu := r.person("gao"), r.person("shi"), r.person("zhu")
	signed := func(from, to time.Time) Paper {
		t.Helper()
		p, err := r.CheckPaper(r, r.goesRound("gao", from).Key(), r.paper().Version, shi, to)
		if err == nil && p.State == PaperReview {
			p, err = r.ReviewPaper(r, p.Key(), p.Version, Review{Time: "16:00", Met: to, Form: "会议", People: "书记", Conclusion: "同意"}, r.person("shu"), to)
		}
		if err == nil {
			p, err = r.SignPaper(r, p.Key(), p.Version, zhu, to)
		}
		if err != nil {
			t.Fatal(err)
		}
		r.hush()
		return p
	}
	void := func(what string, times int, told ...string) {
		t.Helper()
		if p := r.paper(); p.State != PaperDraft || p.Signature.Done() || p.Copy != "" || len(p.Void) != times {
			t.Fatalf("%s: %s, %+v", what, p.State, p.Void)
		}
		var heard []string
		for _, l := range r.said() {
			if l.Text == "say/paper-moved" {
				heard = append(heard, string(l.Person)+" "+fmt.Sprint(l.Facts["case"]))
			}
		}
		slices.Sort(heard)
		same(t, what+": told", heard, told)
	}
	signed(at("15:10"), at("15:12"))
	k := r.Open(r, Opening{Kind: CaseSuspected, Unit: "ruanjian", Group: Students, Known: at("15:15"), Reporter: Reporter{Person: "gao", Name: "高"}}, at("15:20"))
	void("a case is opened", 1, "gao 0131-01", "shi 0131-01", "zhu 0131-01")

	signed(at("15:30"), at("15:31"))
	k, err := r.TakeCase(r, k.Key(), gao, at("15:32"))
	if r.paper().State != PaperSigned {
		t.Error("that somebody has a case is no news of it")
	}
	if err == nil {
		_, err = r.Verify(r, k.Key(), VerdictStands, gao, at("15:33"))
	}
	if err != nil {
		t.Fatal(err)
	}
	void("it stands", 2, "gao 0131-01", "shi 0131-01", "zhu 0131-01")

	p := signed(at("15:40"), at("15:41"))
	if _, err = r.ReturnPaper(r, p.Key(), p.Version, "接收单位要改一处", shi, at("15:42")); err != nil {
		t.Fatal(err)
	}
	void("it is returned", 3)

	// The first of two authorities has it: it is out.
	r.Recipients = []Recipient{{Named: Named{Name: "市指挥部办公室"}}, {Named: Named{Name: "省教育厅"}}}
	p = signed(at("15:50"), at("15:51"))
	p, _ = KeepCopy(r, p.Key(), p.Signature.Digest, Attachment{Name: "a.docx", Bytes: []byte("a")}, Attachment{Name: "a.xlsx", Bytes: []byte("x")}, at("15:52"))
	if _, err = r.SendPaper(r, p.Key(), p.Version, Sending{At: at("15:55"), How: "传真", Received: "王"}, gao, at("15:56")); err != nil {
		t.Fatal(err)
	}
	if _, err = r.Verify(r, k.Key(), VerdictExcluded, gao, at("16:30")); err != nil || r.paper().State != PaperSigned || !r.paper().Out() {
		t.Errorf("what was sent: %s %v", r.paper().State, err)
	}
	_, err = r.ReturnPaper(r, p.Key(), r.paper().Version, "晚了", shi, at("16:31"))
	refused(t, err, PaperElsewhere)
}

// Whatever the order in which papers of several dates and two years are sent and filed, and whichever steps are refused, the numbers of a
// year are 1, 2, 3 …
func TestNumbersHaveNoGaps(t *testing.T) {
	for seed := range uint64(20) {
		rnd := rand.New(rand.NewPCG(seed, 6))
		r := office(t)
		var keys []string
		for i := range 30 {
			p := Paper{Date: Date("2020-12-20").Add(i), Number: 1, Version: 1, State: PaperSigned, Content: PaperContent{Class: PaperOrdinary, Sums: Figures{}}}
			p.Signature = Signature{Act: Act{"zhu", p.Date.In(zone)}, Digest: p.Content.Digest()}
			Papers.Put(r, p)
			keys = append(keys, p.Key())
		}
		for range 600 {
			p, _ := Papers.Get(r, keys[rnd.IntN(len(keys))])
			now := p.Date.In(zone).Add(17 * time.Hour)
			version := p.Version - rnd.Uint64N(2)
			switch rnd.IntN(3) {
			case 0:
				KeepCopy(r, p.Key(), p.Signature.Digest, Attachment{Name: "a.docx", Bytes: []byte(p.Key())}, Attachment{Name: "a.xlsx", Bytes: []byte("x")}, now)
			case 1:
				_, _ = r.SendPaper(r, p.Key(), version, Sending{At: now, How: "传真", Received: "王"}, r.person("gao"), now)
			case 2:
				_, _ = r.FilePaper(r, p.Key(), version, r.person("gao"), now)
			}
		}
		n := len(slices.Collect(PaperEntries.Each(r, "")))
		if _, faults := AuditPapers(r); len(faults) > 0 || n < 10 {
			t.Errorf("seed %d: %d filed, %s", seed, n, strings.Join(faults, "; "))
		}
	}
}
