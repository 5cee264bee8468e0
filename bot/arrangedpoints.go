package bot

import (
	"fangkong/bot/pattern"
	"fangkong/bot/people"
	"fangkong/store/workgroup"
)

var (
	// pointBegins begins a point in the midst of words: 消毒两次（2）学生处….
	pointBegins = pattern.MustCompile(`[（(][1-9一二三四五六七八九][)）]`)
	// arrangedHead is the head of what was arranged, where its sentence keeps it.
	arrangedHead = pattern.MustCompile(`^\s*(?:强调|要求|部署|安排|提出)(?:了|如下)?(?:工作|事项|任务)?\s*[：:，,]?\s*`)
)

// decidesArranged reads back as decisions what numbered points of what was arranged say is to be done by whom and until when.
func (t *turn) decidesArranged(m workgroup.Meeting, l minutedLine) error {
	if l.as != workgroup.PointArranged {
		return nil
	}
	words := pointBegins.ReplaceAllString(arrangedHead.ReplaceAllString(l.words, ""), "；$0")
	for _, one := range pointsOf(words) {
		if _, timed := t.DeadlineOf(people.Narrow(one), t.said); !timed || !t.readsAsResolution(one) {
			continue
		}
		if err := t.decides(m, one); err != nil {
			return err
		}
	}
	return nil
}
