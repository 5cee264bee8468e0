package bot

import (
	"slices"
	"strings"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

var (
	// sheetReady are the words with which the head of a lead unit lets a sheet go, in place of those on its button: “汇总没问题，报吧”, “数都对，提交”, “可以报了”.
	sheetReady = pattern.MustCompile(`^(?:好|行|嗯|好的|那)?(?:学生|教职工|后勤|我们的?|我处的?|今天的?|这张|本处)*(?:的)?(?:汇总表?|表|数据?|数字|合计|各单位|都|全|全部|已经?|我|核对?过?|看过?|查过?|了)*(?:没有?问题|没错|没毛病|无误|对的?|对上了|对得上|核对完|核完|核好|准确|齐|ok)了?(?:那|就|那就|请|现在|可以|能|直接|给)*(?:报送?|上报|呈报|提交|交|发)(?:了|吧|上去|出去|走|给?防控办)*$` +
		`|^(?:好|行|嗯|好的|那|那就|汇总表?|现在|就|数|表|这下|差不多)*(?:可以|能|该)(?:报送?|上报|提交|交|发)(?:汇总表?)?(?:了|吧|上去|给?防控办)+$` +
		`|^汇总表?(?:核对?过?|看过?|我|都|了)*(?:没有?问题|无误|没错|都对|对的?)了?$` +
		`|^(?i)(?:the )?(?:sheet|consolidation|sums?|figures|numbers|totals?) (?:is|are|looks?|all) (?:all )?(?:fine|right|correct|good|ok|okay|ready)[ ,;.]+(?:please )?(?:file|submit|send) (?:it|them)?$|^(?i)(?:all (?:right|correct|good)[ ,;.]+)?(?:you can |please )?(?:file|submit) the sheet now$`)
	// goAhead follows the read-back of a sheet, behind a yes or alone: the same as the words on its button once more (“好的，报吧”, “嗯报上去”).
	goAhead = pattern.MustCompile(`^(?:好|嗯|行|对|是|可以|能|没错|没有?问题|确认|无误|同意|中|那|就|现在|直接|先|请|麻烦|这样|这么|都|一起|[的啊呀哈呢吧了滴，,。！!、\s])*(?:报送?|上报|呈报|提交|交|发|(?:再|重新?)(?:报送?|提交)(?:一次|一遍|一下)?)(?:吧|了吧|上去|出去|走|给?防控办|啊|呀)*$|^(?:好|嗯|[的，,\s])*(?:可以|能)(?:报送?|上报|提交|交|发)了$` +
		`|^(?i:(?:yes|ok|okay|sure|right|fine|please)[ ,.!]+)*(?i:go ahead|do it|(?:submit|file|send)(?: it)?(?: now)?)$`)
	// pauses are what stands between the parts of such words.
	pauses = strings.NewReplacer("，", "", ",", "", "。", "", "！", "", "!", "", "、", "", " ", "", "~", "")
)

// letsSheetGo tells whether words file a lead unit's sheet, or follow its read-back; while another sum is asked for, a bare “对” is no answer to the
// read-back, and while it is asked why a unit is missing, the words on the button are no reason. A read-back of one's own unit that waits is meant
// by what does not name the sheet.
func (t *turn) letsSheetGo(word string, asked workgroup.Awaited) bool {
	if len(word) > 150 {
		return false
	}
	says := sheetReady.MatchString(word) || sheetReady.MatchString(pauses.Replace(word)) || asked == workgroup.GapDesk && goAhead.MatchString(word)
	if intent, armed := workgroup.Armed(t.b, t.person.ID, t.now); !says && armed && asked != workgroup.SumDesk && intent.What == "sheet" {
		says = all(word, plain) || saysRight(word) || goAhead.MatchString(word) // “好的” is as much a courtesy
	}
	says = says || asked == nothing && strings.Contains(word, "报") && goAhead.MatchString(word) && t.owesOnlySheet()
	if !says || strings.Contains(word, "汇总") || strings.Contains(word, "sheet") {
		return says
	}
	_, waits := t.readsBack()
	return !waits
}

// sheetStillWaits tells whoever says yes or thanks to the read-back of a sheet that it is not filed yet, and how it is.
func (t *turn) sheetStillWaits(desk workgroup.Desk, word string) (bool, error) {
	intent, armed := workgroup.Armed(t.b, t.person.ID, t.now)
	armed = armed && intent.What == "sheet"
	if desk.Expect == workgroup.SumDesk || !armed && desk.Expect != workgroup.GapDesk || !saysYes(word) && !slices.Contains(thanks, word) {
		return false, nil
	}
	of := intent.Of
	if !armed {
		of = desk.Of
	}
	round, lead, err := workgroup.RoundAndUnit(t.b, strings.Join(strings.Split(of, "/")[:2], "/"))
	_, waits := t.readsBack()
	if _, filed := workgroup.LastSheet(t.b, round.Date, lead.ID); err != nil || filed || waits || round.Date != t.today() {
		return false, nil
	}
	t.reply("say/sheet-waits", workgroup.Facts{"group": lead.Leads, "armed": armed})
	return true, nil
}
