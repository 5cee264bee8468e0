package bot

import (
	"slices"
	"strings"

	"fangkong/bot/errand"
	"fangkong/store/workgroup"
)

// command is one thing people can ask for by name.
type command struct {
	Name    string                // /name
	Words   []string              // what people type in private instead
	Roles   []workgroup.Role      // who may; none: everybody
	Open    bool                  // strangers too
	Private bool                  // answered in private alone; in the group its sender is asked there
	Refuses workgroup.RefusalCode // what whoever may not is told; "": that it is the office's
	do      func(*turn, string) error
}

// commands feed the routing, /help and Telegram's menu, in this order.
var commands []command

func init() {
	// Filled here because /help reads the table it stands in.
	commands = []command{
		{Name: "report", Words: []string{"日报", "填报", "报送", "report"}, do: (*turn).reportCommand},
		{Name: "urgent", Words: []string{"紧急", "报警", "urgent"}, Open: true, do: (*turn).urgentCommand},
		{Name: "case", Words: []string{"急", "紧急情况", "case"}, do: (*turn).caseCommand},
		{Name: "board", Words: []string{"看板", "board"}, do: (*turn).boardCommand},
		{Name: "missing", Words: []string{"未报", "missing"}, do: (*turn).missingCommand},
		{Name: "summary", Words: []string{"汇总", "summary"}, Roles: workgroup.Overseers, do: (*turn).summaryCommand},
		{Name: "pack", Words: []string{"研判材料", "材料", "pack"}, Roles: workgroup.PackReaders, Private: true, Refuses: workgroup.PackNotYours, do: (*turn).packCommand},
		{Name: "meeting", Words: []string{"研判会", "研判", "开会", "meeting"}, Roles: workgroup.PackReaders, Private: true, Refuses: workgroup.PackNotYours, do: (*turn).meetingCommand},
		{Name: "decisions", Words: []string{"议定事项", "督办", "decisions"}, Private: true, do: (*turn).decisionsCommand},
		{Name: "asof", Words: []string{"当时", "asof"}, Roles: workgroup.Overseers, Private: true, do: (*turn).asOfCommand},
		{Name: "sheet", Words: []string{"汇总表", "sheet"}, Private: true, do: (*turn).sheetCommand},
		{Name: "ledger", Words: []string{"台账", "日台账", "ledger"}, Private: true, do: (*turn).ledgerCommand},
		{Name: "archive", Words: []string{"档案", "archive"}, Roles: workgroup.Overseers, Private: true, Refuses: workgroup.PaperCollege, do: (*turn).archiveCommand},
		{Name: "duty", Words: []string{"值班", "值班表", "duty"}, do: (*turn).dutyCommand},
		{Name: "notice", Words: []string{"通知", "notice"}, Roles: workgroup.Publishers, do: (*turn).noticeCommand},
		{Name: "unread", Words: []string{"未阅", "unread"}, do: (*turn).unreadCommand},
		{Name: "receipts", Words: []string{"回执", "receipts"}, Roles: workgroup.Overseers, do: (*turn).receiptsCommand},
		{Name: "doctor", Words: []string{"自检", "doctor"}, Roles: workgroup.Deciders, do: (*turn).doctorCommand},
		{Name: "invite", Words: []string{"邀请", "invite"}, Roles: workgroup.Deciders, do: (*turn).inviteCommand},
		{Name: "delegate", Words: []string{"委托", "delegate"}, Roles: []workgroup.Role{workgroup.Head}, Refuses: workgroup.HeadsOnly, do: (*turn).delegateCommand},
		{Name: "people", Words: []string{"人员", "名册", "people"}, Roles: workgroup.Deciders, do: (*turn).peopleCommand},
		{Name: "whoami", Words: []string{"我是谁", "whoami"}, Open: true, do: (*turn).whoamiCommand},
		{Name: "language", Words: []string{"语言", "language"}, do: (*turn).languageCommand},
		{Name: "cancel", Words: []string{"取消", "放弃", "cancel"}, Open: true, do: (*turn).cancelCommand},
		{Name: "help", Words: []string{"帮助", "help", "?", "？"}, Open: true, do: (*turn).helpCommand},
		{Name: "start", Open: true, do: (*turn).startCommand},
	}
}

// may tells whether a person may use the command.
func (c command) may(p workgroup.Person, known bool) bool {
	return c.Open || known && (len(c.Roles) == 0 || p.Holds(c.Roles...))
}

// listed tells whether the command stands in somebody's menu and /help: it is of use to them.
func (c command) listed(p workgroup.Person, known bool) bool {
	switch heads := len(p.Units()) > 0; c.Name {
	case "start":
		return false
	case "report":
		return known && heads
	case "sheet", "ledger", "decisions":
		return known && (heads || p.Holds(workgroup.Overseers...))
	}
	return c.may(p, known)
}

// run runs the command if the sender may.
func (t *turn) run(c command, args string) error {
	switch {
	case !t.known && !c.Open:
		return workgroup.Refuse(workgroup.Stranger)
	case !c.may(t.person, t.known) && c.Refuses != "":
		return workgroup.Refuse(c.Refuses)
	case !c.may(t.person, t.known):
		return workgroup.Refuse(workgroup.NotForYou)
	case c.Private && !t.private():
		t.whisper("say/ask-in-private", workgroup.Facts{"bot": t.Username, "word": "/" + c.Name, "open": t.person.Reachable()})
		return nil
	}
	return c.do(t, args)
}

// parseCommand reads “/name@bot args”. For another bot's it says foreign; Telegram's own matching misses commands with
// @name, so it is not used.
func (bot *Bot) parseCommand(text string) (name, args string, is, foreign bool) {
	if !strings.HasPrefix(text, "/") {
		return "", "", false, false
	}
	head, args, _ := strings.Cut(strings.ReplaceAll(text[1:], "\n", " "), " ")
	name, at, addressed := strings.Cut(head, "@")
	if addressed && !strings.EqualFold(at, bot.Username) {
		return "", "", true, true
	}
	return strings.ToLower(name), strings.TrimSpace(args), true, false
}

func findCommand(name string) (command, bool) {
	i := slices.IndexFunc(commands, func(c command) bool { return c.Name == name })
	if i < 0 {
		return command{}, false
	}
	return commands[i], true
}

// findWord finds a command by what people type in private: the word alone, or the word, a space and its arguments.
func findWord(text string) (command, string, bool) {
	if rosterLines(text) {
		c, ok := findCommand("duty")
		return c, "", ok
	}
	if code, rest := cutCode(text); code != "" && rest == "" {
		c, ok := findCommand("case")
		return c, code, ok
	}
	word, args, _ := strings.Cut(strings.TrimSpace(text), " ")
	bare := strings.TrimSuffix(word, packVersion.FindString(word)) // “研判材料v1”
	for _, c := range commands {
		switch {
		case slices.Contains(c.Words, strings.ToLower(word)):
			return c, strings.TrimSpace(args), true
		case c.Name == "pack" && slices.Contains(c.Words, bare):
			return c, word[len(bare):], true
		}
	}
	return command{}, "", false
}

// Commands are those there are, in the order of the menus, for whoever sets them.
func Commands() (all []errand.Command) {
	for _, c := range commands {
		all = append(all, errand.Command{Name: c.Name, Listed: c.listed})
	}
	return all
}
