package sandbox

import "reflect"

// keyboard is an inline keyboard, kept as it was sent so that it can be compared and sent back whole.
type keyboard struct {
	Rows [][]map[string]any `json:"inline_keyboard"`
}

// actions are the fields of which an inline button has exactly one.
var actions = []string{"url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
	"switch_inline_query_chosen_chat", "copy_text", "pay"}

func (k *keyboard) buttons() [][]Button {
	if k == nil {
		return nil
	}
	var rows [][]Button
	for _, row := range k.Rows {
		var out []Button
		for _, b := range row {
			text, _ := b["text"].(string)
			data, _ := b["callback_data"].(string)
			url, _ := b["url"].(string)
			out = append(out, Button{Text: text, Data: data, URL: url})
		}
		rows = append(rows, out)
	}
	return rows
}

func (k *keyboard) equal(other *keyboard) bool { return reflect.DeepEqual(k, other) }

// markup is what reply_markup asked for.
type markup struct {
	inline     *keyboard
	forceReply bool
}

// readMarkup takes reply_markup, whose types are checked, and checks what types cannot say.
func readMarkup(c *call) (markup, *refusal) {
	var out markup
	var raw struct {
		Inline     [][]map[string]any `json:"inline_keyboard"`
		Keyboard   []any              `json:"keyboard"`
		Remove     *bool              `json:"remove_keyboard"`
		ForceReply *bool              `json:"force_reply"`
	}
	c.into("reply_markup", &raw)
	if (raw.ForceReply != nil && !*raw.ForceReply) || (raw.Remove != nil && !*raw.Remove) {
		return out, badRequest("parameter reply_markup: force_reply and remove_keyboard can only be true")
	}
	out.forceReply = raw.ForceReply != nil
	for r, row := range raw.Inline {
		for i, b := range row {
			if bad := checkButton(b); bad != nil {
				bad.description += " (parameter reply_markup.inline_keyboard" + place(r, i) + ")"
				return out, bad
			}
		}
		if len(row) > 0 {
			if out.inline == nil {
				out.inline = &keyboard{}
			}
			out.inline.Rows = append(out.inline.Rows, row)
		}
	}
	return out, nil
}

func checkButton(b map[string]any) *refusal {
	// go-telegram/bot v1.19.0 sends an empty copy_text with every button; Telegram looks past it, and so must we.
	if t, ok := b["copy_text"].(map[string]any); ok && t["text"] == "" {
		delete(b, "copy_text")
	}
	if b["text"] == "" {
		return badRequest("inline keyboard button text must be non-empty")
	}
	count := 0
	for _, a := range actions {
		if _, ok := b[a]; ok {
			count++
		}
	}
	if count != 1 {
		return badRequest("inline keyboard button must have exactly one action, found %d", count)
	}
	if data, ok := b["callback_data"].(string); ok && (len(data) < 1 || len(data) > 64) {
		return &refusal{code: 400, description: "Bad Request: BUTTON_DATA_INVALID: callback_data must be 1-64 bytes"}
	}
	return nil
}
