package rehearsal

import (
	"fmt"
	"strings"
	"testing"

	"fangkong/store/workgroup"
)

// press is a button of one of the telephones, in the words of each language.
type press struct {
	phone  int
	zh, en string
}

func (p press) in(lang workgroup.Language) string {
	if lang == workgroup.English {
		return p.en
	}
	return p.zh
}

// Without the tour, too, one finds what there is to do and who does it: a press lays their telephones, and what the page says to do can
// be done, down to the signed paper.
func TestWhatElseThereIsToDo(t *testing.T) {
	walks := map[string][]press{
		"report": {{0, "确认报送", "File"}},
		"urgent": {{0, "启动紧急报告", "Start the urgent report"}},
		"notice": {{0, "发布", "Publish"}, {1, "已阅", "Read"}, {0, "回执", "Receipts"}},
		"draft":  {{0, "上报稿", "Report"}, {0, "拟稿送审", "Draft and send round"}},
		"sign":   {{0, "签发", "Sign"}, {0, "签发", "Sign"}},
	}
	for _, lang := range workgroup.Languages {
		b := visit(t, profile(t), open(t, Options{Language: lang}).stopped(t).url, 1440, 900)
		b.hasRoom()
		b.shoot("offers-" + string(lang))
		for _, o := range offers {
			b.clicks("#tour [data-offer=" + o.name + "]")
			b.until("its words", "!!document.querySelector('#tour [data-offer="+o.name+"][aria-pressed=true]')")
			b.until("its telephones", "document.querySelector('#tour [aria-pressed=true]').dataset.panesOf === telephones().map(p => p.dataset.who + ' ' + p.dataset.where).join(';')")
			if o.name == "sign" {
				b.sees(0, map[workgroup.Language]string{"zh-CN": "待签", "en": "to be signed"}[lang])
			}
			b.shoot("offer-" + o.name + "-" + string(lang))
			b.hasRoom()
			if line := "offer." + o.name + ".line"; spoken(lang).has(line) {
				b.until("its line", fmt.Sprintf("telephones()[0].querySelector('textarea').value === %q && !!telephones()[0].querySelector('.cue[type=submit]')", spoken(lang).say(line)))
				b.clicks(".telephone [type=submit]")
			}
			if o.name == "urgent" {
				for _, answer := range tourWalks[lang].call {
					b.presses(0, answer)
				}
			}
			for i, p := range walks[o.name] {
				label := p.in(lang)
				if i == 0 && o.last.verb != "" {
					b.alone(".keys button")
					b.until(label+" glows", fmt.Sprintf("%s[0].innerText.includes(%q)", glowing, label))
				}
				if said := get[string](b, "document.querySelector('#tour').innerText"); !strings.Contains(said, label) {
					t.Errorf("%s: the page says nothing of %q: %s", o.name, label, said)
				}
				b.presses(p.phone, label)
			}
			if o.name == "notice" {
				b.until("the receipts from where they begin", `(() => {
					const list = telephones()[0].querySelector(".messages"), top = list.getBoundingClientRect().top;
					const first = [...list.querySelectorAll(".message")].find((m) => m.innerText.includes("1/66"));
					return first && first.getBoundingClientRect().top >= top && first.getBoundingClientRect().top < top + 100;
				})()`)
			}
			b.shoot("offered-" + o.name + "-" + string(lang))
		}
		get[bool](b, `desk("/trouble", {plug: false}).then(() => desk("/trouble", {plug: true})).then(() => true)`)
		b.until("it is signed", fmt.Sprintf("document.querySelector('#tour').innerText.includes(%q)", spoken(lang).say("next.done")))
		b.quiet()
	}
}

// What the visitor has done of a report already stays when the rest is done for them, however far they have come; a signed one is left alone.
func TestWhatIsBegunIsBroughtToTheSignature(t *testing.T) {
	atLength(t)
	h := open(t, Options{}).stopped(t)
	for range 2 {
		if err := h.guide(tourAsked{Do: "try", Offer: "draft"}); err != nil {
			t.Fatal(err)
		}
		err := h.do(func(p *performance) error {
			cast, _ := p.troupe()
			hand := p.hands()
			if p.todaysPaper().State == "" {
				p.draftToday(hand, cast)
				return hand.Err
			}
			for range 2 {
				hand.PressVerb(p.cast[cast.director], nil, "signoff", "/sign")
				hand.Wait(moment)
			}
			return hand.Err
		})
		if err == nil {
			err = h.guide(tourAsked{Do: "try", Offer: "sign"})
		}
		if err != nil {
			t.Fatal(err)
		}
		h.mu.Lock()
		if p := h.playing; p.tour.failed || !p.todaysPaper().Signable() && !p.todaysPaper().Signature.Done() {
			t.Errorf("it is %s, failed %v", p.todaysPaper().State, p.tour.failed)
		}
		h.mu.Unlock()
	}
}
