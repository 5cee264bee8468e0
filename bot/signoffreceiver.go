package bot

import (
	"slices"
	"strings"
	"time"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// What tells of a sending is taken apart: its way is a known word, its time is one, and who took it stands behind 给 or before 收. The words of the
// act are none of the three.

var (
	// whenSent is a time inside a clause: “15:12传真给王科长”.
	whenSent = pattern.MustCompile(`(?:今天|今日|昨天|昨日|昨晚|明天|明日|后天|[0-9]{1,2}月[0-9]{1,2}[日号])?(?:上午|下午|中午|晚上|早上|早|晚)?(?:[0-9]{1,2}[:：][0-9]{2}|(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})[点时](?:[一三]刻|零?[0-9]{1,2}分?|[零〇]?[一二三四五六七八九十]{1,3}分?|半|整|钟)?)|[0-9一二两三四五六七八九十半]{1,3}(?:个)?(?:分钟|小时)(?:之|以)?前|刚刚|刚才`)
	// actBefore are words of the act before who took something.
	actBefore = pattern.MustCompile(`^(?:其实|实际上?|应该|上报件|上报稿|报告|材料|文件|今天|今日|的|是|我们|已经?|也|就|都|登记|上报|报送|发送|发出|报|发|传|送|寄|打|交|拿|过去|出去|上去|到了|到|至|给|由|用|方式|时间|接收人|收件人|签收人|报送对象|对方|成功|了|把|它|[：: “”"])+`)
	// actBehind are those behind.
	actBehind = pattern.MustCompile(`(?:那边|接收|签收|收到|收下|收|接|过去|出去|上去|了|的|过|完毕|上报|报送|发送|[：: “”"])+$`)
	// titled is who is called by what they do, with the act behind it: “给王科长发了”.
	titled = pattern.MustCompile(`^(.+(?:科长|主任|老师|处长|局长|部长|秘书|同志))(?:发|传|送|报)$`)
	// tookInEnglish says who took it.
	tookInEnglish = pattern.MustCompile(`(?i)^(?:received|taken) by (.{2,24})$|^(.{2,24}) (?:took|received) it$`)
	// givenTo and takenBy say it, and not only name somebody.
	givenTo, takenBy = pattern.MustCompile(`给|交|^由|报送|送到`), pattern.MustCompile(`(?:接收|签收|收到|收下|收|接)(?:了|的)*$|^由`)
	// noName is in words that nobody is called by.
	noName = pattern.MustCompile(`[吗呢啊吧问坏没撤]|等[我一下]|不[了到行是]|报(?:告|了|送|上)|改了|出去|一下|[0-9]|^.$`)
	// undelivered tells that something could not be sent.
	undelivered = pattern.MustCompile(`坏了|不通|占线|忙音|没信号|(?:发|传|报|送)不(?:出去?|了|过去|上去)|(?:还|都)?没有?(?:发|传|报|送)`)
	// office is an authority, which takes nothing by itself.
	office = pattern.MustCompile(`(?:指挥部|局|委|厅|中心|政府|办公室|防控办)$`)
)

// sendingTold is how, when and to whom a report went, as clauses tell it; what cannot be read, or may be one or another, is left open.
func (t *turn) sendingTold(words string) (s workgroup.Sending) {
	if undelivered.MatchString(words) {
		return s
	}
	rank, several := 0, false
	takes := func(name string, sure int) {
		switch {
		case sure > rank:
			s.Received, rank, several = name, sure, false
		case sure == rank && s.Received != name:
			several = true
		}
	}
	for _, c := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("，,；;。\n 　", r) }) {
		if way := byWay.FindStringSubmatch(c); way != nil && s.How == "" {
			s.How = way[1]
		}
		c = byWay.ReplaceAllString(c, "\n")
		if at := whenSent.FindString(c); at != "" {
			s.At, _ = understand.Moment(at, t.said)
			c = strings.Replace(c, at, "\n", 1)
		}
		for _, part := range strings.Split(c, "\n") {
			if name, sure := t.receiverIn(part); sure > 0 {
				takes(name, sure)
			}
		}
	}
	if m := tookInEnglish.FindStringSubmatch(lastClause(words)); m != nil {
		s.Received, several = m[1]+m[2], false
	}
	if several {
		s.Received = ""
	}
	return s
}

// lastClause is the last of the clauses of some words.
func lastClause(words string) string {
	all := parted[2].Split(strings.Trim(words, "；;，,。.\n "), -1)
	return all[len(all)-1]
}

// receiverIn is who took something in a part of a clause that holds no way and no time, and how surely: they are said to have taken it, to have been given it,
// or are only named.
func (t *turn) receiverIn(part string) (name string, sure int) {
	name = strings.TrimSpace(actBehind.ReplaceAllString(actBefore.ReplaceAllString(part, ""), ""))
	if m := titled.FindStringSubmatch(name); m != nil {
		name = m[1]
	}
	switch {
	case name == "" || strings.HasPrefix(part, "不是") || t.onlyAddressee(name) || noName.MatchString(name):
		return "", 0
	case takenBy.MatchString(part):
		return name, 3
	case office.MatchString(name):
		return "", 0
	case givenTo.MatchString(part):
		return name, 2
	}
	return name, 1
}

// onlyAddressee tells whether words name one of the authorities, and nobody there.
func (t *turn) onlyAddressee(words string) bool {
	return slices.ContainsFunc(t.College.Addressees(), func(r workgroup.Recipient) bool {
		return strings.Contains(r.Name, words) || strings.EqualFold(r.English, words) || shortFor([]rune(words), []rune(r.Name))
	})
}

// sendingParted is a sending of three fields that are one thing each, whatever their order. Not whole: they are not.
func (t *turn) sendingParted(fields []string) (s workgroup.Sending, whole bool) {
	if len(fields) != 3 {
		return s, false
	}
	when := slices.IndexFunc(fields, t.isMoment)
	if when < 0 {
		return s, false
	}
	at, _ := understand.Moment(fields[when], t.said)
	left := slices.Delete(slices.Clone(fields), when, when+1)
	if !isWay(left[0]) && isWay(left[1]) {
		left[0], left[1] = left[1], left[0] // “15:12；王科长；传真”
	}
	name, sure := t.receiverIn(left[1])
	if !isWay(left[0]) || isWay(left[1]) || sure == 0 {
		return s, false
	}
	how := ""
	for _, way := range byWay.FindAllStringSubmatch(left[0], -1) {
		how += way[1]
	}
	return workgroup.Sending{How: how, At: at, Received: name}, true
}

// isWay tells whether words are a known way, and nothing else.
func isWay(words string) bool {
	return byWay.MatchString(words) && actBefore.ReplaceAllString(byWay.ReplaceAllString(words, ""), "") == ""
}

// wholeSending tells whether it is known how, when and to whom something went.
func wholeSending(s workgroup.Sending) bool {
	return s.How != "" && s.Received != "" && !s.At.IsZero()
}

// completes is a sending with what was told of it before.
func completes(s, before workgroup.Sending) workgroup.Sending {
	if s.How == "" && before.How == "" && before.Received != "" && !before.At.IsZero() {
		s.How, s.Received = s.Received, "" // of which only the way was asked
	}
	if s.To == "" {
		s.To = before.To
	}
	if s.How == "" {
		s.How = before.How
	}
	if s.Received == "" {
		s.Received = before.Received
	}
	if s.At.IsZero() {
		s.At = before.At
	}
	return s
}

// keptSending is a sending that lies on a desk until the rest of it is told, and back.
func keptSending(s workgroup.Sending) string {
	return strings.Join([]string{s.To, s.How, s.At.Format(time.RFC3339), s.Received}, "\n")
}

func sendingKept(words string) (s workgroup.Sending) {
	if f := strings.Split(words, "\n"); len(f) == 4 {
		s = workgroup.Sending{To: f[0], How: f[1], Received: f[3]}
		s.At, _ = time.Parse(time.RFC3339, f[2])
	}
	return s
}

// restOfSending takes the rest of a sending that was told in part.
func (t *turn) restOfSending(p workgroup.Paper, version uint64, words string, before workgroup.Sending) error {
	s, err := t.sendingIn(words)
	if err != nil {
		return err
	}
	s = completes(s, before)
	return t.entersSending(p, version, s, words, false)
}
