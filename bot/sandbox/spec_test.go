package sandbox

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// botAPI is the machine-readable Bot API, where the environment names one.
func botAPI(t *testing.T) *Spec {
	t.Helper()
	path := os.Getenv("BOTAPI_SPEC")
	if path == "" {
		t.Log("BOTAPI_SPEC is not set: nothing here is held against the machine-readable Bot API")
		return nil
	}
	spec, err := LoadSpec(path)
	if err != nil {
		t.Fatal(err)
	}
	return spec
}

func TestDeclarationsMatchTheBotAPI(t *testing.T) {
	// Without the Bot API the tables can at least be held against themselves.
	for _, method := range methods {
		if (method.run == nil) == (method.wait == nil) {
			t.Errorf("method %s needs exactly one way to run", method.name)
		}
		for _, f := range method.params {
			checkDeclared(t, method.name, f)
		}
	}
	for name, s := range objects {
		for _, f := range s.fields {
			checkDeclared(t, name, f)
		}
		for _, v := range s.variants {
			checkDeclared(t, name, field{name: "variant", types: []string{v}})
		}
	}
	if spec := botAPI(t); spec != nil {
		for _, fault := range spec.checkDeclarations() {
			t.Error(fault)
		}
	}
}

func checkDeclared(t *testing.T, where string, f field) {
	t.Helper()
	for _, typ := range f.types {
		for strings.HasPrefix(typ, "Array of ") {
			typ = strings.TrimPrefix(typ, "Array of ")
		}
		switch typ {
		case "String", "Integer", "Boolean", "Float", "InputFile":
		default:
			if _, ok := objects[typ]; !ok {
				t.Errorf("%s.%s: type %s is not declared", where, f.name, typ)
			}
		}
	}
}

// One update of every kind, one message of every kind, one result of every method: all as the Bot API describes them.
func TestTrafficMatchesTheBotAPI(t *testing.T) {
	spec := botAPI(t)
	inBubble(t, Options{}, func(t *testing.T, r *rig) {
		var results []reply
		var names []string
		do := func(method string, params m) reply {
			a := r.must(method, params)
			results, names = append(results, a), append(names, method)
			return a
		}
		do("getMe", m{})
		do("getUpdates", m{"allowed_updates": updateKinds})
		wang := r.Person("王", "建国")
		group := r.BasicGroup("疫情防控工作群")
		group.AddBot(false)
		group.AddBot(true)
		wang.Joins(group)
		group.Migrate()
		chat := group.ID()
		group.Promotes(wang)
		said := wang.Says(group, "/summary@fangkong_bot 请@fangkong_bot看")
		wang.Edits(said, "收到")
		wang.Replies(said, "再报")
		wang.Forwards(group, "接龙", "李明")
		wang.SendsSticker(group)
		wang.SendsDocument(group, "表.xlsx", []byte("PK"), "值班表")
		wang.SaysAsGroup(group, "匿名")
		group.ChannelPosts("校园频道", "通知")
		if err := wang.Reacts(said, "👍"); err != nil {
			t.Fatal(err)
		}
		markup := buttons([]m{button("阅", "r"), {"text": "链", "url": "https://a.cn"}})
		id := do("sendMessage", m{"chat_id": chat, "text": `<b>看板</b> <a href="tg://user?id=` + itoa(wang.ID()) + `">王</a>`, "parse_mode": "HTML",
			"reply_markup": markup, "reply_parameters": m{"message_id": said.ID}}).id(t)
		card := wang.messageIn(group, id)
		press, err := wang.Presses(card, "阅")
		if err != nil {
			t.Fatal(err)
		}
		do("answerCallbackQuery", m{"callback_query_id": press.ID, "text": "已阅"})
		r.Forget(card)
		if _, err := wang.Presses(card, "阅"); err != nil {
			t.Fatal(err)
		}
		do("pinChatMessage", m{"chat_id": chat, "message_id": id})
		do("getChat", m{"chat_id": chat})
		do("getChat", m{"chat_id": wang.ID()})
		do("unpinChatMessage", m{"chat_id": chat, "message_id": id})
		do("editMessageText", m{"chat_id": chat, "message_id": id, "text": "看板二", "reply_markup": markup})
		do("editMessageReplyMarkup", m{"chat_id": chat, "message_id": id})
		do("setMessageReaction", m{"chat_id": chat, "message_id": said.ID, "reaction": []m{{"type": "emoji", "emoji": "👌"}}})
		do("sendChatAction", m{"chat_id": chat, "action": "typing"})
		do("getChatMember", m{"chat_id": chat, "user_id": wang.ID()})
		do("getChatMember", m{"chat_id": chat, "user_id": r.BotID()})
		do("getChatMember", m{"chat_id": chat, "user_id": r.Person("李", "明").ID()})
		do("getChatAdministrators", m{"chat_id": chat})
		do("deleteMessage", m{"chat_id": chat, "message_id": id})
		do("deleteMessages", m{"chat_id": chat, "message_ids": []int{id, said.ID}})
		do("sendDocument", m{"chat_id": chat, "document": "FILE000001", "caption": "表"})
		do("sendPhoto", m{"chat_id": chat, "photo": "FILE000001"})
		do("getFile", m{"file_id": "FILE000001"})
		do("copyMessage", m{"chat_id": chat, "from_chat_id": chat, "message_id": do("sendDocument", m{"chat_id": chat, "document": "FILE000001"}).id(t), "caption": "附件"})
		do("setMyCommands", m{"commands": []m{{"command": "summary", "description": "汇总"}}, "scope": m{"type": "chat", "chat_id": chat}})
		do("getMyCommands", m{"scope": m{"type": "chat", "chat_id": chat}})
		do("deleteMyCommands", m{"scope": m{"type": "chat", "chat_id": chat}})
		wang.Leaves(group)
		wang.Starts("u7")
		wang.Blocks()
		wang.Unblocks()
		group.RemoveBot()
		group.AddBot(false)
		do("getUpdates", m{})
		do("leaveChat", m{"chat_id": chat})
		do("setWebhook", m{"url": "https://a.cn/hook"})
		do("getWebhookInfo", m{})
		do("deleteWebhook", m{})

		tried := map[string]bool{}
		for _, name := range names {
			tried[name] = true
		}
		for _, method := range methods {
			if !tried[method.name] {
				t.Errorf("no %s in this test", method.name)
			}
		}
		kinds := map[string]bool{}
		for _, raw := range r.Emitted() {
			var u gotUpdate
			if err := json.Unmarshal(raw, &u); err != nil {
				t.Fatal(err)
			}
			kinds[u.kind()] = true
		}
		for _, kind := range []string{"message", "edited_message", "callback_query", "my_chat_member", "chat_member", "message_reaction"} {
			if !kinds[kind] {
				t.Errorf("no %s in this test", kind)
			}
		}
		if spec == nil {
			return
		}
		for _, raw := range r.Emitted() {
			for _, fault := range spec.CheckUpdate(raw) {
				t.Errorf("%s\n\t%s", fault, raw)
			}
		}
		for i, a := range results {
			for _, fault := range spec.CheckResult(names[i], a.Result) {
				t.Errorf("%s\n\t%s", fault, a.Result)
			}
		}
		for _, c := range r.Calls() {
			for _, fault := range spec.CheckRequest(c.Method, c.Params) {
				t.Errorf("%s", fault)
			}
		}
	})
}

// The checks themselves find what is wrong.
func TestSpecFindsFaults(t *testing.T) {
	spec := &Spec{methods: map[string]specEntry{"sendMessage": {Fields: []specField{{Name: "chat_id", Types: []string{"Integer"}, Required: true}}}},
		shapes: catalogue{"Update": object(need("update_id", "Integer"), may("message", "Message")),
			"Message": object(need("message_id", "Integer"), may("text", "String"))}}
	for raw, words := range map[string]string{
		`{"message":{"message_id":1}}`:                          "update.update_id is required",
		`{"update_id":1,"message":{"message_id":"1"}}`:          "message_id must be of type Integer",
		`{"update_id":1,"message":{"message_id":1,"colour":1}}`: "colour is unknown",
		`{"update_id":1}{}`:                                     "trailing data",
	} {
		if got := strings.Join(spec.CheckUpdate([]byte(raw)), "; "); !strings.Contains(got, words) {
			t.Errorf("%s: %q, want %q", raw, got, words)
		}
	}
	if got := spec.CheckUpdate([]byte(`{"update_id":1,"message":{"message_id":1,"text":"x"}}`)); got != nil {
		t.Errorf("a good update: %q", got)
	}
	if got := spec.CheckRequest("sendMessage", map[string]json.RawMessage{"text": json.RawMessage(`"x"`)}); len(got) != 2 {
		t.Errorf("a bad request: %q", got)
	}
}
