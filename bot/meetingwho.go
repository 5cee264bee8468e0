package bot

import (
	"unicode/utf8"

	"fangkong/bot/pattern"
	"fangkong/store/workgroup"
)

// asksWhoMeets asks who takes part in the daily analysis, or whether its writer does: “下午四点的会我要参加吗”.
var asksWhoMeets = pattern.MustCompile(`^(?:请问|那个?|我想问一?下|问一下)?[，,]?(?:今天|今日|每日|下午|四点|4点|十六点|16点|16[:：]00|这次|那个|的|疫情|分析|研判)*(?:会议?|研判会|分析会)[，,]?(?:我们?(?:院|处|部门?|单位|学院)?|各?(?:学院|单位)?负责人)?(?:要不要|用不用|需不需要|是不是要|是否要?|要|用|需要?|得|必须)?(?:都)?(?:去|来)?(?:参加|出席|开|到会|去)(?:吗|么|呢|不)?[?？]?$` +
	`|^(?:请问|问一下)?(?:今天|今日|下午|四点|4点|16[:：]00|的)*(?:会议?|研判会|分析会)(?:都)?(?:是|由)?(?:有)?(?:谁|哪些人|什么人|哪几个人)(?:要|得|来|去)*(?:参加|出席|开|到会)?[?？]?$|^(?:谁|哪些人|我们?)(?:要|得|用|需要)*(?:去|来)?(?:参加|出席|开)(?:今天|下午|四点|4点|的)*(?:研判会|分析会|会议?)(?:吗|么|呢)?[?？]?$` +
	`|^(?i:(?:do|should|must) (?:i|we) (?:have to |need to )?(?:attend|join|come to) (?:the|today's) (?:daily )?(?:meeting|analysis)|who (?:attends|takes part in|is at) (?:the|today's) (?:daily )?(?:meeting|analysis))[?]?$`)

// saysWhoMeets answers, in private, who takes part in the daily analysis, and whether its writer does.
func (t *turn) saysWhoMeets() (bool, error) {
	if utf8.RuneCountInString(t.msg.Text) > longestAsked || !asksWhoMeets.MatchString(bareWord(t.msg.Text)) {
		return false, nil
	}
	round, err := t.round(t.today())
	if err != nil {
		return false, nil
	}
	t.reply("say/meeting-who", workgroup.Facts{"at": t.Clock(round.At(workgroup.StepMeeting)), "yours": t.person.Holds(workgroup.PackReaders...), "phone": t.dutyPhone()})
	return true, nil
}
