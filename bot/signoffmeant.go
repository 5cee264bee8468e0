package bot

import (
	"slices"
	"strings"

	"fangkong/bot/card"
	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// What people say of a report on its way in words of their own, beside those of its buttons.

// meantAs are such words, and the act that they are for; of two acts the one that waits for the sender.
var meantAs = []struct {
	says *pattern.Pattern
	acts []string
}{
	{pattern.MustCompile(`^(?:(?:都|我|已经?|四|五|和|、|上报件|上报稿|稿子|数据|数字|内容)*(?:写|弄|拟|改|填|补|核|核对|核实|审|看|查)(?:好|完|全|过|对)*了?[，, ]*)?(?:那就?|就|现在|请|可以|能|帮我|麻烦|再|重新|直接|先)*(?:送审核?|提请审核|提交审核|报审)(?:了|吧|啦|一下|去)*$`), []string{"submit"}},
	{pattern.MustCompile(`^(?:(?:都|我|已经?|上报件|上报稿|稿子|数据|数字|内容)*(?:写|弄|改|核|核对|核实|审|看|查)(?:好|完|全|过|对)*了?[，, ]*)?(?:可以|能|请|直接|就)*(?:送签|呈签|提请签发)(?:了|吧|啦)*$`), []string{"check", "submit"}},
	{pattern.MustCompile(`^(?:(?:领导小组|书记|院长|会上|领导|我们)*(?:已经?|都|刚|开会|会上)*(?:研究|商议|议|讨论)(?:过|完|好)?了?[，, ]*)(?:大家|都|一致|原则上?)*同意(?:上报|报送|签发|报)?(?:了|的)?$`), []string{"review"}},
	{pattern.MustCompile(`^(?:请|给我|让我|我要|我想|想|先|把|能)*(?:(?:看|发|读|打开)(?:一?下|看|一遍|我)?|给我)?(?:的)?(?:上报件|上报稿|报告|稿子)?的?全文(?:给我)?(?:看看|发我|看一?下|发来|吧|呢)*$`), []string{"read"}},
}

// meantOnPaper is the act that words are for; "" for none.
func (t *turn) meantOnPaper(word string) string {
	for _, one := range meantAs {
		if !one.says.MatchString(word) {
			continue
		}
		for _, act := range one.acts {
			if a, _ := card.PaperActOf(act); act == "review" || t.waitsFor(a) {
				return act
			}
		}
		return one.acts[len(one.acts)-1]
	}
	return ""
}

// waitsFor tells whether a report waits for an act of the sender's.
func (t *turn) waitsFor(a card.PaperAct) bool {
	_, waits := t.papersFor(a)
	return waits
}

var (
	// sawIt opens a clause that says what its writer found of what they have looked at: “看过了可以”.
	sawIt = pattern.MustCompile(`^((?:我|都|已经?|刚|又)*(?:看|审|审核|审阅|核|核对)(?:过|完|好)?了?(?:一遍|一下)?)(没有?问题|没啥问题|可以的?|无误|没意见|okay|ok|行)(?:了|的)?$`)
	// lookedIt is such a look alone.
	lookedIt = pattern.MustCompile(`^(?:我|都|已经?|刚|又)*(?:看|审|审核|审阅|核|核对)(?:过|完|好)?了(?:一遍|一下)?$`)
	// rewrites wants a part of a report written anew, and says why.
	rewrites = pattern.MustCompile(`^(?:(?:上报件|上报稿|报告|稿子|这一?份)的?(?:里面?)?第?[四五]|第[四五](?:部分|项)|[四五](?:部分|项|里面?|写得?|的?内容))(?:部分|项)?(?:里面?)?(?:写得?|的|内容)*.{0,14}(?:太|不够|不行|不对|重写|重拟|重新写|改)`)
	// ofParts begins what is written for a part, and not a point of a list.
	ofParts = pattern.MustCompile(`^(?:写|第)?[四五](?:部分|项)?\s*[：:]`)
	// asksCorrection asks how a report that is out is corrected, or wants that.
	asksCorrection = pattern.MustCompile(`^.{0,24}(?:要|得|想|需要|能|可以|怎么样?|如何|重新)(?:再)?(?:出|发|拟|做|写|报|弄)(?:一?[份个])?更正件(?:吧|吗|了|呢)*$|^(?:那)?更正件(?:要|该|应该)?(?:怎么样?|如何|咋|由谁|谁)(?:来)?(?:弄|办|出|写|拟|做|起草|发|报|走|搞)*(?:呢|的|啊)*$`)
	// givenUp is an authority to which something was given, with no way: “传给市指挥部了”.
	givenUp = pattern.MustCompile(`^(?:都|已经?|刚才?|刚刚|报告|上报件)*(?:传|报|送|发|交|寄)(?:送|过去)?(?:给|到)(.{2,16}?)了?$`)
)

// writtenLate tells whether somebody who drafts writes a part of today's report, which is no draft any more: they read how far it is.
func (t *turn) writtenLate(act string) bool {
	p, drafted := workgroup.LastPaper(t.b, t.today())
	return drafted && p.State != workgroup.PaperDraft && slices.Contains(draftParts, act) && !t.heads() && workgroup.MayDraft(t.b, t.person) == nil && ofParts.MatchString(strings.TrimSpace(t.msg.Text))
}

// saysWhatToPress answers words that find a report right, and are no plain word for it, with what passes it.
func (t *turn) saysWhatToPress(word string) bool {
	if t.paperStep() != "check" || !all(word, finds) {
		return false
	}
	a, _ := card.PaperActOf("check")
	found, _ := t.papersFor(a)
	if len(found) != 1 {
		return false
	}
	t.reply("say/paper-press", workgroup.Facts{"date": found[0].Date, "words": word})
	t.showPapers()
	return true
}
