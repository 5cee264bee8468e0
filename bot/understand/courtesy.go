package understand

import (
	"unicode/utf8"

	"fangkong/bot/pattern"
)

// Whom people address and how they greet and thank says nothing of the day: @防控办 各位领导好，…，请知悉，谢谢.
var (
	salutation = pattern.MustCompile(`^(?:@?(?:疫情)?防控办(?:公室)?(?:的?(?:老师|同志|领导))?[ ，：！]+|(?:尊敬的|各位)?(?:领导|主任|书记|院长|处长|部长|老师|同志)们?(?:您?好|[上下中]午好|早上好|晚上好)[，：！。]+ ?|(?:尊敬的|各位)?(?:领导|主任|书记|院长|处长|部长|老师)们?，|报告(?:领导|防控办|指挥部)?[，：] ?)+`)
	closing    = pattern.MustCompile(`(?:[，。；！ ]+(?:特此(?:报告|汇报|上报|说明|告知)|(?:敬?请|望)(?:各位)?(?:领导|老师)?(?:知悉|周知|查收|审阅|查阅|放心|知晓)|(?:非常)?(?:谢谢|感谢|多谢)(?:领导|老师|您)?|(?:您|领导|老师)?辛苦了?))+[。！~ ]*$`)
)

// civil is how many characters of a message may be an address, or a closing.
const civil = 128

// courtesy takes out whom a message addresses and what it closes with, where something is said between.
func (t *text) courtesy() {
	head := utf8.RuneCountInString(salutation.FindString(string(t.runes[:min(len(t.runes), civil)])))
	tail := utf8.RuneCountInString(closing.FindString(string(t.runes[max(0, len(t.runes)-civil):])))
	if head+tail >= len(t.runes) {
		return
	}
	end := len(t.runes) - tail
	t.runes, t.at = t.runes[head:end], t.at[head:end]
}
