package sandbox

import (
	"testing"
	"time"
)

func TestPrivateLimit(t *testing.T) {
	inBubble(t, Options{Limits: true}, func(t *testing.T, r *rig) {
		wang := r.Person("王", "建国")
		wang.Starts()
		id := 0
		for range 3 {
			id = r.say(wang.ID(), "x")
		}
		a := r.refused(429, "retry after 1", "sendMessage", m{"chat_id": wang.ID(), "text": "x"})
		if a.Parameters == nil || a.Parameters.RetryAfter != 1 {
			t.Errorf("parameters %+v", a.Parameters)
		}
		r.refused(429, "", "editMessageText", m{"chat_id": wang.ID(), "message_id": id, "text": "y"})
		r.must("deleteMessage", m{"chat_id": wang.ID(), "message_id": id})
		time.Sleep(time.Second)
		r.say(wang.ID(), "x")
		r.refused(429, "", "sendMessage", m{"chat_id": wang.ID(), "text": "x"})
	})
}

func TestGroupLimit(t *testing.T) {
	inBubble(t, Options{Limits: true}, func(t *testing.T, r *rig) {
		group := r.Group("群")
		group.AddBot(true)
		for range 20 {
			r.say(group.ID(), "x")
		}
		time.Sleep(20 * time.Second)
		a := r.refused(429, "", "sendMessage", m{"chat_id": group.ID(), "text": "x"})
		if a.Parameters.RetryAfter != 40 {
			t.Errorf("retry after %d, want 40", a.Parameters.RetryAfter)
		}
		time.Sleep(40 * time.Second)
		r.say(group.ID(), "x")
	})
}

func TestOverallLimit(t *testing.T) {
	inBubble(t, Options{Limits: true}, func(t *testing.T, r *rig) {
		for range 30 {
			p := r.Person("李", "明")
			p.Starts()
			r.say(p.ID(), "x")
		}
		last := r.Person("李", "明")
		last.Starts()
		r.refused(429, "", "sendMessage", m{"chat_id": last.ID(), "text": "x"})
		time.Sleep(time.Second)
		r.say(last.ID(), "x")
	})
}
