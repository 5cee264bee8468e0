package sandbox

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

func TestPrivateMessages(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		wang, li := r.Person("王", "建国"), r.Person("李", "明")
		if wang.ID() < 1<<31 == (li.ID() < 1<<31) {
			t.Errorf("ids %d and %d: one should exceed 32 bits", wang.ID(), li.ID())
		}
		hello := m{"chat_id": wang.ID(), "text": "您好"}
		r.refused(403, "bot can't initiate conversation with a user", "sendMessage", hello)
		if msg := wang.Starts("u7"); msg.Text != "/start u7" || msg.Entities[0].Length != 6 {
			t.Errorf("started with %+v", msg)
		}
		r.must("sendMessage", hello)
		if wang.Last(nil).Text != "您好" || li.Last(nil) != nil {
			t.Errorf("wang sees %v, li sees %v", wang.Sees(nil), li.Sees(nil))
		}
		wang.Blocks()
		r.refused(403, "bot was blocked by the user", "sendMessage", hello)
		if wang.Says(nil, "x") != nil || len(wang.Sees(nil)) != 2 {
			t.Error("a person who blocks the bot speaks on, or lost the old messages")
		}
		wang.Unblocks()
		r.must("sendMessage", hello)
		if got := r.updates(m{}); len(got) != 3 || got[1].kind() != "my_chat_member" {
			t.Errorf("updates: %v", got)
		}
	})
}

func TestGroupStanding(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		group := r.Group("疫情防控工作群")
		wang := r.Person("王", "建国")
		hello := m{"chat_id": group.ID(), "text": "通知"}
		r.refused(400, "chat not found", "sendMessage", hello)
		if wang.Says(group, "x") != nil || wang.Sees(group) != nil {
			t.Error("a stranger speaks or sees")
		}
		wang.Joins(group)
		group.AddBot(false)
		id := r.say(group.ID(), "通知")
		said := wang.Says(group, "收到")
		r.refused(400, "not enough rights", "pinChatMessage", m{"chat_id": group.ID(), "message_id": id})
		r.refused(400, "can't be deleted", "deleteMessage", m{"chat_id": group.ID(), "message_id": said.ID})
		r.refused(400, "can't be edited", "editMessageText", m{"chat_id": group.ID(), "message_id": said.ID, "text": "x"})
		group.AddBot(true)
		r.must("pinChatMessage", m{"chat_id": group.ID(), "message_id": id})
		if last := wang.Sees(group); !wang.messageIn(group, id).Pinned || last[len(last)-1].Service != "pinned" {
			t.Errorf("seen %+v", last)
		}
		r.must("unpinChatMessage", m{"chat_id": group.ID()})
		if wang.messageIn(group, id).Pinned {
			t.Error("still pinned")
		}
		r.must("deleteMessage", m{"chat_id": group.ID(), "message_id": said.ID})
		if wang.messageIn(group, said.ID) != nil {
			t.Error("still there")
		}
		if posts := group.Posts(); len(posts) != 1 || posts[0].ID != id {
			t.Errorf("posts %+v", posts)
		}
		old := wang.Says(group, "旧")
		time.Sleep(48 * time.Hour)
		r.refused(400, "can't be deleted", "deleteMessage", m{"chat_id": group.ID(), "message_id": old.ID})
		r.refused(400, "can't be deleted", "deleteMessages", m{"chat_id": group.ID(), "message_ids": []int{id, old.ID}})
		group.RemoveBot()
		r.refused(403, "bot was kicked from the supergroup chat", "sendMessage", hello)
	})
}

func (p *Person) messageIn(where Chat, id int) *Message {
	for _, m := range p.Sees(where) {
		if m.ID == id {
			return &m
		}
	}
	return nil
}

func TestPrivacy(t *testing.T) {
	for _, tc := range []struct {
		text  string
		heard bool
	}{{"大家好", false}, {"/summary 昨天", true}, {"请看/summary", true}, {"/summary@fangkong_bot", true}, {"/summary@other_bot", false},
		{"@fangkong_bot 在吗", true}, {"@other_bot 在吗", false}} {
		inBubble(t, Options{}, func(t *testing.T, r *rig) {
			group := r.Group("群")
			group.AddBot(false)
			wang := r.Person("王", "建国")
			wang.Joins(group)
			before := r.Pending()
			wang.Says(group, tc.text)
			if heard := r.Pending() > before; heard != tc.heard {
				t.Errorf("%q heard = %t", tc.text, heard)
			}
			wang.Replies(&Message{Chat: group.ID(), ID: r.say(group.ID(), "?")}, "是")
			if got := r.updates(m{}); !strings.Contains(string(got[len(got)-1]["message"]), "reply_to_message") {
				t.Error("a reply to the bot was not heard")
			}
		})
	}
}

func TestPresses(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		wang := r.Person("王", "建国")
		wang.Starts()
		send := m{"chat_id": wang.ID(), "text": "请报", "reply_markup": buttons([]m{button("零报告", "z"), button("零报告（代）", "d")}, []m{button("同昨日", "y")})}
		r.must("sendMessage", send)
		card := wang.Last(nil)
		for label, data := range map[string]string{"零报告": "z", "代": "d", "昨日": "y"} {
			press, err := wang.Presses(card, label)
			if err != nil {
				t.Fatal(err)
			}
			if _, _, ok := press.Answered(); ok {
				t.Error("answered before it was")
			}
			got := r.updates(m{})
			last := got[len(got)-1]["callback_query"]
			if !strings.Contains(string(last), `"data":"`+data+`"`) {
				t.Errorf("%s: %s", label, last)
			}
			r.must("answerCallbackQuery", m{"callback_query_id": press.ID, "text": "将报：零", "show_alert": true})
			r.must("answerCallbackQuery", m{"callback_query_id": press.ID, "text": "第二次"})
			if text, alert, ok := press.Answered(); text != "将报：零" || !alert || !ok {
				t.Errorf("toast %q %t %t", text, alert, ok)
			}
		}
		for _, label := range []string{"报告", "更正", ""} {
			if _, err := wang.Presses(card, label); err == nil {
				t.Errorf("pressed %q", label)
			}
		}
		if _, err := r.Person("李", "明").Presses(card, "零报告"); err == nil {
			t.Error("a stranger pressed")
		}
		if _, err := wang.Presses(nil, "零报告"); err == nil {
			t.Error("pressed under nothing")
		}
		press, err := wang.PressesData(card, "forged:1")
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(150 * time.Second)
		r.refused(400, "query is too old", "answerCallbackQuery", m{"callback_query_id": press.ID})

		// Behind a press on an old or deleted message there is only its place.
		time.Sleep(48 * time.Hour)
		checkGone := func() {
			t.Helper()
			if _, err := wang.PressesData(card, "y"); err != nil {
				t.Fatal(err)
			}
			got := r.updates(m{})
			var q struct{ Message map[string]json.RawMessage }
			if err := json.Unmarshal(got[len(got)-1]["callback_query"], &q); err != nil {
				t.Fatal(err)
			}
			if len(q.Message) != 3 || string(q.Message["date"]) != "0" {
				t.Errorf("message %s", q.Message)
			}
		}
		checkGone()
		fresh := r.must("sendMessage", send).id(t)
		card = wang.messageIn(nil, fresh)
		r.must("deleteMessage", m{"chat_id": wang.ID(), "message_id": fresh})
		if _, err := wang.Presses(card, "零报告"); err == nil {
			t.Error("pressed under a deleted message")
		}
		checkGone()
	})
}

func TestEdits(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		wang := r.Person("王", "建国")
		wang.Starts()
		markup := buttons([]m{button("阅", "r")})
		id := r.must("sendMessage", m{"chat_id": wang.ID(), "text": "<b>已阅</b> 0/2", "parse_mode": "HTML", "reply_markup": markup}).id(t)
		at := m{"chat_id": wang.ID(), "message_id": id}
		with := func(more m) m {
			out := m{}
			for k, v := range at {
				out[k] = v
			}
			for k, v := range more {
				out[k] = v
			}
			return out
		}
		same := with(m{"text": "<b>已阅</b> 0/2", "parse_mode": "HTML", "reply_markup": markup})
		r.refused(400, "message is not modified: ", "editMessageText", same)
		r.refused(400, "message is not modified: ", "editMessageReplyMarkup", with(m{"reply_markup": markup}))
		r.must("editMessageReplyMarkup", with(m{"reply_markup": buttons([]m{button("阅", "r2")})}))
		if got := wang.Last(nil); got.Buttons[0][0].Data != "r2" || !got.EditDate.IsZero() {
			t.Errorf("%+v", got)
		}
		time.Sleep(time.Minute)
		r.must("editMessageText", with(m{"text": "已阅 1/2"}))
		got := wang.Last(nil)
		if got.Text != "已阅 1/2" || got.Buttons != nil || got.EditDate.Sub(got.Date) != time.Minute {
			t.Errorf("%+v", got)
		}

		said := wang.Says(nil, "隔离2人")
		if wang.Edits(said, "隔离2人") != nil || r.Person("李", "明").Edits(said, "x") != nil || wang.Edits(got, "x") != nil {
			t.Error("an edit that changes nothing, or someone else's words, went through")
		}
		if edited := wang.Edits(said, "隔离3人"); edited == nil || edited.Text != "隔离3人" {
			t.Errorf("%+v", edited)
		}
		all := r.updates(m{})
		if all[len(all)-1].kind() != "edited_message" {
			t.Errorf("%v", all)
		}
	})
}

func TestReactions(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		wang := r.Person("王", "建国")
		said := wang.Starts()
		react := func(emoji string) m {
			return m{"chat_id": wang.ID(), "message_id": said.ID, "reaction": []m{{"type": "emoji", "emoji": emoji}}}
		}
		r.refused(400, "REACTION_INVALID", "setMessageReaction", react("✅"))
		for _, ok := range []string{"👌", "👍", "🙏"} {
			r.must("setMessageReaction", react(ok))
		}
		if got := wang.Last(nil).Reactions; len(got) != 1 || got[0] != "🙏" {
			t.Errorf("reactions %q", got)
		}
		r.must("setMessageReaction", m{"chat_id": wang.ID(), "message_id": said.ID})
		if got := wang.Last(nil).Reactions; len(got) != 0 {
			t.Errorf("reactions %q", got)
		}
		if wang.Reacts(said, "✅") == nil {
			t.Error("a person reacted with ✅")
		}
	})
}

func TestMigration(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		group := r.BasicGroup("群")
		group.AddBot(true)
		wang := r.Person("王", "建国")
		wang.Joins(group)
		before := group.ID()
		id := r.say(before, "看板")
		board := wang.Last(group)
		r.updates(m{"offset": r.updates(m{})[0].id(t) + 10})
		group.Migrate()
		after := group.ID()
		if after > -1_000_000_000_000 || after == before {
			t.Fatalf("id %d became %d", before, after)
		}
		for method, params := range map[string]m{
			"sendMessage":     {"chat_id": before, "text": "x"},
			"editMessageText": {"chat_id": before, "message_id": id, "text": "x"},
			"deleteMessage":   {"chat_id": before, "message_id": id},
		} {
			a := r.refused(400, "upgraded to a supergroup", method, params)
			if a.Parameters == nil || a.Parameters.MigrateToChatID != after {
				t.Errorf("%s: parameters %+v", method, a.Parameters)
			}
		}
		r.refused(400, "message to edit not found", "editMessageText", m{"chat_id": after, "message_id": id + 1000, "text": "x"})
		got := r.updates(m{})
		if len(got) != 2 || !strings.Contains(string(got[0]["message"]), `"migrate_to_chat_id":`+itoa(after)) ||
			!strings.Contains(string(got[1]["message"]), `"migrate_from_chat_id":`+itoa(before)) {
			t.Errorf("updates %s", got)
		}
		if next := r.say(after, "看板"); next != 2 {
			t.Errorf("the first post in the new group is number %d, after the service line", next)
		}
		if wang.Says(group, "在") == nil || wang.Edits(board, "x") != nil {
			t.Error("members did not move along, or the old chat is still open")
		}
		if len(group.Posts()) != 2 {
			t.Errorf("posts %+v", group.Posts())
		}
	})
}

func TestFilesFromPeople(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		wang := r.Person("王", "建国")
		wang.SendsDocument(nil, "值班表.xlsx", []byte("PK"), "二月")
		var u struct {
			Caption  string
			Document wireDocument
		}
		if err := json.Unmarshal(r.updates(m{})[0]["message"], &u); err != nil || u.Document.Name != "值班表.xlsx" || u.Caption != "二月" {
			t.Fatalf("%+v %v", u, err)
		}
		var f wireFile
		if err := json.Unmarshal(r.must("getFile", m{"file_id": u.Document.FileID}).Result, &f); err != nil {
			t.Fatal(err)
		}
		get := func(path string) int {
			resp, err := r.http.Get("http://sandbox/file/bot" + token + "/" + path)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = resp.Body.Close() }()
			if resp.StatusCode == 200 && resp.ContentLength != 2 {
				t.Errorf("%v", resp)
			}
			return resp.StatusCode
		}
		if code := get(f.Path); code != 200 {
			t.Errorf("a file is answered %d", code)
		}
		time.Sleep(linkLives + time.Second)
		if code := get(f.Path); code != 404 {
			t.Errorf("an old path is answered %d", code)
		}
		other := r.Person("李", "强").SendsDocument(nil, "b.csv", []byte("ab"), "")
		if code := get("documents/FILE000002.csv"); code != 404 || other == nil {
			t.Errorf("a path nobody was given is answered %d", code)
		}
	})
}

func TestWatch(t *testing.T) {
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		wang := r.Person("王", "建国")
		wang.Says(nil, "先前")
		var heard []string
		r.Watch(func(e Event) {
			heard = append(heard, e.Who+" "+string(e.What)+" "+e.Text)
			_ = r.Pending() // a watcher may use the Server
		})
		id := r.must("sendMessage", m{"chat_id": wang.ID(), "text": "请报", "reply_markup": buttons([]m{button("零报告", "z")})}).id(t)
		press, err := wang.Presses(wang.Last(nil), "零报告")
		if err != nil {
			t.Fatal(err)
		}
		r.must("answerCallbackQuery", m{"callback_query_id": press.ID, "text": "已报"})
		r.must("editMessageText", m{"chat_id": wang.ID(), "message_id": id, "text": "已报"})
		r.must("deleteMessage", m{"chat_id": wang.ID(), "message_id": id})
		want := "防控助手 said 请报|王建国 pressed 零报告|王建国 toast 已报|防控助手 edited 已报|防控助手 deleted 已报"
		if got := strings.Join(heard, "|"); got != want {
			t.Errorf("heard\n%s, want\n%s", got, want)
		}
		if got := r.Transcript(); len(got) != 6 || got[0].Text != "先前" || !got[1].Private {
			t.Errorf("transcript %+v", got)
		}
	})
}
