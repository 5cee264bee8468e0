package sandbox

import (
	"sync"
	"testing"
)

// Everybody talks at once while the bot sends, polls and is watched.
func TestConcurrentUse(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		group := r.Group("群")
		group.AddBot(true)
		heard := 0
		r.Watch(func(Event) { heard++ }) // one at a time, so a plain counter will do
		var all sync.WaitGroup
		for range 8 {
			p := r.Person("王", "建国")
			p.Joins(group)
			all.Go(func() {
				for range 20 {
					p.Edits(p.Says(group, "零"), "零报告")
					p.Sees(group)
					r.bot("sendMessage", m{"chat_id": group.ID(), "text": "收"})
					r.bot("getUpdates", m{})
					r.Pending()
				}
			})
		}
		all.Wait()
		if posts := len(group.Posts()); posts != 160 {
			t.Errorf("%d posts", posts)
		}
		if want := len(r.Transcript()); heard != want || heard != 8+3*160 {
			t.Errorf("heard %d events of %d", heard, want)
		}
	})
}
