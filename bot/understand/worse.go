package understand

import "fangkong/bot/pattern"

var (
	// danger are words of somebody who cannot wait.
	danger = pattern.MustCompile(`(?i)救命|救救|快来人|来不及了|喘不[上过]|喘不动|透不过气|呼吸困难|憋[得的]慌|胸[闷痛]|昏迷|昏倒|晕倒|晕过去|抽搐|休克|吐血|[咯咳]血|没有?呼吸|不省人事|失去意识|快不行|病危|病重|抢救|去世|死亡|自杀|跳楼|` +
		`\b(?:help me|can(?:not|'t|’t) breathe|short(?:ness)? of breath|unconscious|fainted|collapsed|dying|died)\b`)
	// struck are words of what has happened to somebody in danger; 救命 tells nothing of it.
	struck = pattern.MustCompile(`(?i)[晕昏](?:倒|迷|过去|厥)|抽搐|休克|[吐咯咳]血|不省人事|失去意识|去世|死亡|跳楼|没有?呼吸|\b(?:unconscious|fainted|collapsed|dying|died)\b`)
	// higher is a temperature that somebody has.
	higher = pattern.MustCompile(`(?i)(?:体温|烧到|烧了|发烧|发热|高烧)[^，。；]{0,6}?(?:3[789]|4[0-2])|(?:3[89]|4[0-2])(?:\.[0-9])?\s*(?:度|℃)`)
	// noDanger takes such words back.
	noDanger = pattern.MustCompile(`(?i)(?:没有?|未|无|不)(?:出现|再)?(?:胸闷|胸痛|呼吸困难|昏迷|[晕昏]倒|抽搐|休克|发热|发烧|高烧|生命危险)|退烧|\b(?:no|not|without)\b[^,.;!]{0,12}(?:fever|short(?:ness)? of breath)`)
)

// Endangered tells whether words call for help, or say that somebody cannot wait (“喘不上气”).
func Endangered(words string) bool { return danger.MatchString(noDanger.ReplaceAllString(words, "")) }

// Struck tells whether words say what has happened to somebody in danger (“有人晕倒了”), and do not only call for help.
func Struck(words string) bool { return struck.MatchString(noDanger.ReplaceAllString(words, "")) }

// Worse tells whether words say that somebody is in danger, or has a fever.
func Worse(words string) bool {
	said := noDanger.ReplaceAllString(notIll.ReplaceAllString(words, ""), "")
	return danger.MatchString(said) || fevered.MatchString(said) || higher.MatchString(said)
}
