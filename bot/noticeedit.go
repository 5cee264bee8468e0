package bot

import (
	"strings"

	"fangkong/bot/pattern"
	"fangkong/bot/understand"
	"fangkong/store/workgroup"
)

// noticeWord is what people write in private before the text of a notice: the word, and a space or a colon.
var noticeWord = pattern.MustCompile(`^\s*(?i:/notice(?:@\w+)?|notice|通知)(?:[\s:：]+|$)`)

// noticeAfter is the text of a notice, without the word that begins it.
func noticeAfter(text string) string {
	return strings.TrimSpace(text[len(noticeWord.FindString(text)):])
}

// editedNotice takes an edit of the message that a notice's text was written in. A draft is renewed by it and shown again; what has
// gone out, or goes out at a time, stays as it is, and the writer is told how it is changed.
func (t *turn) editedNotice() (bool, error) {
	if !t.edited || !t.known || !t.person.Holds(workgroup.Publishers...) {
		return false, nil
	}
	text, from := noticeAfter(t.msg.Text+t.msg.Caption), workgroup.SourceKey(t.chat.ID, t.msg.ID)
	if d, ok := workgroup.NoticeDrafts.Get(t.b, string(t.person.ID)); ok && d.From == from {
		if text == "" || text == d.Text {
			return true, nil
		}
		old := d.Text
		if d.Text = text; d.Length() <= workgroup.LongestNotice {
			d = t.asWritten(d, old).Keep(t.b, t.now)
		}
		t.maybeCase(t.read(text, understand.Context{}))
		return true, t.drafted(d)
	}
	for p := range workgroup.NoticePlans.Each(t.b, "") {
		if p.Draft.From == from && text != p.Draft.Text {
			t.whisper("say/notice-edited", workgroup.Facts{"no": uint64(0)}, []workgroup.Button{{Label: "button/notice-unplan", Verb: "unplan", Object: p.Key()}})
			return true, nil
		}
	}
	for _, n := range workgroup.RecentNotices(t.b) {
		if n.From == from && text != n.Text {
			t.maybeCase(t.read(text, understand.Context{}))
			t.whisper("say/notice-edited", workgroup.Facts{"no": n.ID}, n.OfficeButtons()...)
			return true, nil
		}
	}
	return false, nil
}
