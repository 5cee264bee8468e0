package sandbox

import (
	"bytes"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// The library the bot is built on is understood: its forms, its nested JSON, its errors.
func TestLibrary(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, err := New(Options{Token: token, Now: time.Now, Limits: true})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		ctx := t.Context()
		b, err := bot.New(token, bot.WithServerURL("http://sandbox"), bot.WithHTTPClient(time.Minute, s.Client()))
		if err != nil {
			t.Fatal(err)
		}
		group := s.Group("群")
		group.AddBot(true)
		wang := s.Person("王", "建国")
		said := wang.Starts()
		wang.Joins(group)

		off := true
		sent, err := b.SendMessage(ctx, &bot.SendMessageParams{ChatID: group.ID(), Text: "<b>看板</b>", ParseMode: models.ParseModeHTML,
			LinkPreviewOptions: &models.LinkPreviewOptions{IsDisabled: &off},
			ReplyParameters:    &models.ReplyParameters{MessageID: 99, AllowSendingWithoutReply: true},
			ReplyMarkup:        &models.InlineKeyboardMarkup{InlineKeyboard: [][]models.InlineKeyboardButton{{{Text: "阅", CallbackData: "r"}}}}})
		if err != nil {
			t.Fatal(err)
		}
		steps := map[string]func() error{
			"edit": func() error {
				_, err := b.EditMessageText(ctx, &bot.EditMessageTextParams{ChatID: group.ID(), MessageID: sent.ID, Text: "看板二"})
				return err
			},
			"pin": func() error {
				_, err := b.PinChatMessage(ctx, &bot.PinChatMessageParams{ChatID: group.ID(), MessageID: sent.ID, DisableNotification: true})
				return err
			},
			"react": func() error {
				_, err := b.SetMessageReaction(ctx, &bot.SetMessageReactionParams{ChatID: wang.ID(), MessageID: said.ID,
					Reaction: []models.ReactionType{{Type: models.ReactionTypeTypeEmoji, ReactionTypeEmoji: &models.ReactionTypeEmoji{Emoji: "👌"}}}})
				return err
			},
			"commands": func() error {
				_, err := b.SetMyCommands(ctx, &bot.SetMyCommandsParams{Commands: []models.BotCommand{{Command: "summary", Description: "汇总"}},
					Scope: &models.BotCommandScopeChat{ChatID: group.ID()}, LanguageCode: "zh"})
				return err
			},
			"force reply": func() error {
				_, err := b.SendMessage(ctx, &bot.SendMessageParams{ChatID: wang.ID(), Text: "几人？", ReplyMarkup: &models.ForceReply{ForceReply: true}})
				return err
			},
			"document": func() error {
				_, err := b.SendDocument(ctx, &bot.SendDocumentParams{ChatID: wang.ID(),
					Document: &models.InputFileUpload{Filename: "日报.xlsx", Data: bytes.NewReader([]byte("PK"))}})
				return err
			},
			"members": func() error {
				list, err := b.GetChatAdministrators(ctx, &bot.GetChatAdministratorsParams{ChatID: group.ID()})
				if err == nil && len(list) != 2 {
					err = errors.New("want the owner and the bot")
				}
				return err
			},
			"chat": func() error { _, err := b.GetChat(ctx, &bot.GetChatParams{ChatID: group.ID()}); return err },
			"delete": func() error {
				_, err := b.DeleteMessages(ctx, &bot.DeleteMessagesParams{ChatID: wang.ID(), MessageIDs: []int{said.ID}})
				return err
			},
		}
		for _, name := range []string{"edit", "pin", "react", "commands", "force reply", "document", "members", "chat", "delete"} {
			if err := steps[name](); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		var flood *bot.TooManyRequestsError
		for range 5 {
			_, err = b.SendMessage(ctx, &bot.SendMessageParams{ChatID: wang.ID(), Text: "x"})
		}
		if !errors.As(err, &flood) || flood.RetryAfter != 1 {
			t.Errorf("flood: %v", err)
		}
		if spec := botAPI(t); spec != nil {
			for _, c := range s.Calls() {
				for _, fault := range spec.CheckRequest(c.Method, c.Params) {
					t.Error(fault)
				}
			}
		}
	})
}
