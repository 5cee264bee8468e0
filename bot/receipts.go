package bot

import (
	"maps"
	"strconv"
	"strings"
	"time"

	"fangkong/bot/card"
	"fangkong/store/workgroup"
)

// pressRead is 「已阅」.
func (t *turn) pressRead() error {
	n, r, fresh, err := t.College.ReadNotice(t.b, t.button.Object, t.button.Version, t.person, t.now)
	if err != nil {
		return err
	}
	reader, _ := workgroup.People.Get(t.b, string(r.Read.By))
	t.toast("toast/notice-read", false, workgroup.Facts{"again": !fresh, "at": t.Clock(r.Read.At), "on": workgroup.DateOf(r.Read.At.In(t.College.Zone)), "today": t.today(),
		"by": reader.Name, "self": r.Read.By == t.person.ID, "proxy": r.Proxy && fresh, "undo": t.undoes(n), "read": n.Read, "seats": n.Seats, "late": fresh && n.Need == workgroup.NeedRead && n.LateAt(r.Read.At)})
	return nil
}

// undoes is where the sender can take a press back: under a copy of their own, else from a list in private; “” for nowhere.
func (t *turn) undoes(n workgroup.Notice) string {
	card, ok := workgroup.Cards.Get(t.b, workgroup.CardKey(workgroup.NoticeCard, n.Key(), t.person.Telegram))
	switch {
	case !t.person.Reachable():
		return ""
	case ok && card.Message != 0 && card.Failure == "":
		return "copy"
	}
	return "list"
}

// pressUnread takes 「已阅」 back.
func (t *turn) pressUnread() error {
	if _, err := t.College.UndoRead(t.b, t.button.Object, t.button.Version, t.person, t.now); err != nil {
		return err
	}
	t.toast("toast/notice-unread", false, nil)
	return nil
}

// whisperOnly answers in private; whoever cannot be answered there is told to open the chat.
func (t *turn) whisperOnly(text string, facts workgroup.Facts, rows ...[]workgroup.Button) {
	if t.private() || t.person.Reachable() {
		t.whisper(text, facts, rows...)
		return
	}
	t.reply("refusal/"+string(workgroup.NoticePrivate), workgroup.Facts{"bot": t.Username})
}

// receiptsCommand is /receipts N: what became of a notice, seat by seat; without a number the newest.
func (t *turn) receiptsCommand(args string) error {
	no := workgroup.Office(t.b).LastNotice
	if args = strings.Trim(args, "第号# "); args != "" {
		n, err := strconv.ParseUint(args, 10, 64)
		if err != nil {
			return workgroup.Refuse(workgroup.NoNotice, "words", args)
		}
		no = n
	}
	n, ok := workgroup.Notices.Get(t.b, workgroup.NumberKey(no))
	if !ok {
		return workgroup.Refuse(workgroup.NoNotice, "words", args)
	}
	t.receipts(n)
	return nil
}

// pressReceipts is 「回执」.
func (t *turn) pressReceipts() error {
	n, ok := workgroup.Notices.Get(t.b, t.button.Object)
	switch {
	case !t.person.Holds(workgroup.Overseers...):
		return workgroup.Refuse(workgroup.NotForYou)
	case !ok || !t.private():
		return workgroup.Refuse(workgroup.Changed)
	}
	t.receipts(n)
	return nil
}

func (t *turn) receipts(n workgroup.Notice) {
	all := n.All(t.b)
	lines, delivered := []workgroup.Facts{}, 0
	for _, r := range all {
		line := t.College.ReceiptFacts(t.b, n, r)
		if line["delivery"] == workgroup.Delivered {
			delivered++
		}
		lines = append(lines, line)
	}
	facts := t.College.NoticeFacts(t.b, n)
	facts["out"] = []string{}
	for _, r := range n.Ever(t.b) {
		if p, there := workgroup.People.Get(t.b, string(r.Person)); r.Out.Done() && there {
			facts["out"] = append(facts["out"].([]string), p.Name)
		}
	}
	facts["text"], facts["delivered"], facts["copies"], facts["median"] = card.FirstLine(n.Text), delivered, n.Copies, nil
	if times := workgroup.ReadingTimes(n, all); len(times) > 0 {
		facts["median"] = int(times[len(times)/2].Round(time.Minute).Minutes())
	}
	parts := pages(lines)
	for i, page := range parts {
		one := maps.Clone(facts)
		one["lines"], one["page"], one["pages"] = page, i+1, len(parts)
		var rows [][]workgroup.Button
		if i == len(parts)-1 && t.person.Holds(workgroup.Publishers...) {
			rows = n.OfficeButtons()
		}
		t.whisperOnly("say/receipts", one, rows...)
	}
}

// pages parts receipts so that each part fits a message, whatever the results say.
func pages(lines []workgroup.Facts) [][]workgroup.Facts {
	const most, row = 3400, 150 // UTF-16 units: of a message's list, of a line without its result
	out, room := [][]workgroup.Facts{{}}, most
	for _, line := range lines {
		size := row + workgroup.Length(line["result"].(string))
		if room -= size; room < 0 && len(out[len(out)-1]) > 0 {
			out, room = append(out, nil), most-size
		}
		out[len(out)-1] = append(out[len(out)-1], line)
	}
	return out
}
