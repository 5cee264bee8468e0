package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// Message is what a chat is shown: text with what hangs on it.
type Message struct {
	HTML        string     `json:"html"`
	Buttons     [][]Button `json:"buttons,omitempty"`
	ForceReply  bool       `json:"force_reply,omitempty"` // opens the reader's keyboard; not together with buttons
	Selective   bool       `json:"selective,omitempty"`   // only for whom it replies to
	Placeholder string     `json:"placeholder,omitempty"`
	Silent      bool       `json:"silent,omitempty"`
	ReplyTo     int        `json:"reply_to,omitempty"`
	Copies      *Original  `json:"copies,omitempty"` // send a copy of that, with HTML as its caption
	Photo       []byte     `json:"photo,omitempty"`  // a PNG; the text is its caption then, at most 1024 letters
	File        *File      `json:"-"`                // likewise
}

// File is a file that a message brings along.
type File struct {
	Name    string
	Picture bool // shown as one
	Bytes   []byte
	ID      string // at Telegram; a file that has one is not uploaded again, one that has none is given one by Send
}

// input is what Telegram is given of it. Its reader is new at each attempt: one that was read sends an empty file.
func (f *File) input() models.InputFile {
	if f.ID != "" {
		return &models.InputFileString{Data: f.ID}
	}
	return &models.InputFileUpload{Filename: f.Name, Data: bytes.NewReader(f.Bytes)}
}

// Original is a message to copy.
type Original struct {
	Chat    int64 `json:"chat"`
	Message int   `json:"message"`
}

// Button is one inline button; Data is what a press brings back.
type Button struct {
	Label string `json:"text"`
	Data  string `json:"callback_data"`
}

// keyboard is written by ourselves: the library's button always carries an empty copy_text along.
type keyboard struct {
	Rows [][]Button `json:"inline_keyboard"`
}

func (m Message) markup() models.ReplyMarkup {
	switch {
	case len(m.Buttons) > 0:
		return keyboard{m.Buttons}
	case m.ForceReply:
		return models.ForceReply{ForceReply: true, Selective: m.Selective, InputFieldPlaceholder: m.Placeholder}
	}
	return nil
}

func noPreview() *models.LinkPreviewOptions {
	return &models.LinkPreviewOptions{IsDisabled: bot.True()}
}

// Send posts a message, with its picture if it has one, or a copy of one, and returns its number in the chat. A message it should
// reply to may be gone: it is sent anyway.
func (c *Client) Send(ctx context.Context, chat int64, m Message) (int, error) {
	var reply *models.ReplyParameters
	if m.ReplyTo != 0 {
		reply = &models.ReplyParameters{MessageID: m.ReplyTo, AllowSendingWithoutReply: true}
	}
	method, send := "sendMessage", func(ctx context.Context) error {
		_, err := c.bot.SendMessage(ctx, &bot.SendMessageParams{
			ChatID: chat, Text: m.HTML, ParseMode: models.ParseModeHTML, LinkPreviewOptions: noPreview(),
			DisableNotification: m.Silent, ReplyMarkup: m.markup(), ReplyParameters: reply,
		})
		return err
	}
	if m.Copies != nil {
		method, send = "copyMessage", func(ctx context.Context) error {
			_, err := c.bot.CopyMessage(ctx, &bot.CopyMessageParams{
				ChatID: chat, FromChatID: m.Copies.Chat, MessageID: m.Copies.Message, Caption: m.HTML, ParseMode: models.ParseModeHTML,
				DisableNotification: m.Silent, ReplyMarkup: m.markup(), ReplyParameters: reply,
			})
			return err
		}
	}
	start := c.now()
	if len(m.Photo) > 0 {
		m.File = &File{Name: "link.png", Picture: true, Bytes: m.Photo}
	}
	if m.File != nil {
		method, send = c.filing(chat, m, reply)
	}
	raw, err := c.call(ctx, method, send)
	if err != nil {
		return 0, err
	}
	var sent struct {
		ID       int     `json:"message_id"`
		Date     int64   `json:"date"`
		Document named   `json:"document"`
		Photo    []named `json:"photo"`
	}
	if json.Unmarshal(raw, &sent) != nil || sent.ID == 0 {
		return 0, &Error{Method: method, Description: Unreadable, Ambiguous: true}
	}
	if sent.Date > 0 {
		c.dated(start, c.now(), time.Unix(sent.Date, 0))
	}
	if m.File != nil && m.File.ID == "" {
		m.File.ID = sent.Document.ID
		if n := len(sent.Photo); n > 0 {
			m.File.ID = sent.Photo[n-1].ID // the largest
		}
	}
	return sent.ID, nil
}

// named is what Telegram calls a file.
type named struct {
	ID string `json:"file_id"`
}

// filing is how a message with a file is sent.
func (c *Client) filing(chat int64, m Message, reply *models.ReplyParameters) (method string, send func(context.Context) error) {
	if m.File.Picture {
		return "sendPhoto", func(ctx context.Context) error {
			_, err := c.bot.SendPhoto(ctx, &bot.SendPhotoParams{ChatID: chat, Photo: m.File.input(), Caption: m.HTML, ParseMode: models.ParseModeHTML,
				DisableNotification: m.Silent, ReplyMarkup: m.markup(), ReplyParameters: reply})
			return err
		}
	}
	return "sendDocument", func(ctx context.Context) error {
		_, err := c.bot.SendDocument(ctx, &bot.SendDocumentParams{ChatID: chat, Document: m.File.input(), Caption: m.HTML, ParseMode: models.ParseModeHTML,
			DisableNotification: m.Silent, ReplyMarkup: m.markup(), ReplyParameters: reply})
		return err
	}
}

// Edit changes text and buttons of a message in place.
func (c *Client) Edit(ctx context.Context, chat int64, message int, m Message) error {
	p := &bot.EditMessageTextParams{
		ChatID: chat, MessageID: message, Text: m.HTML, ParseMode: models.ParseModeHTML, LinkPreviewOptions: noPreview(),
	}
	// A question that asks for a reply can only be asked, not edited in: a keyboard is all an edit may carry.
	if len(m.Buttons) > 0 {
		p.ReplyMarkup = keyboard{m.Buttons}
	}
	_, err := c.call(ctx, "editMessageText", func(ctx context.Context) error {
		_, err := c.bot.EditMessageText(ctx, p)
		return err
	})
	return err
}

// Delete takes a message away.
func (c *Client) Delete(ctx context.Context, chat int64, message int) error {
	_, err := c.call(ctx, "deleteMessage", func(ctx context.Context) error {
		_, err := c.bot.DeleteMessage(ctx, &bot.DeleteMessageParams{ChatID: chat, MessageID: message})
		return err
	})
	return err
}

// Pin pins a message without ringing.
func (c *Client) Pin(ctx context.Context, chat int64, message int) error {
	_, err := c.call(ctx, "pinChatMessage", func(ctx context.Context) error {
		_, err := c.bot.PinChatMessage(ctx, &bot.PinChatMessageParams{ChatID: chat, MessageID: message, DisableNotification: true})
		return err
	})
	return err
}

// Unpin takes a message's pin away.
func (c *Client) Unpin(ctx context.Context, chat int64, message int) error {
	_, err := c.call(ctx, "unpinChatMessage", func(ctx context.Context) error {
		_, err := c.bot.UnpinChatMessage(ctx, &bot.UnpinChatMessageParams{ChatID: chat, MessageID: message})
		return err
	})
	return err
}

// React puts an emoji under a message; an empty one takes ours away.
func (c *Client) React(ctx context.Context, chat int64, message int, emoji string) error {
	p := &bot.SetMessageReactionParams{ChatID: chat, MessageID: message}
	if emoji != "" {
		p.Reaction = []models.ReactionType{{
			Type:              models.ReactionTypeTypeEmoji,
			ReactionTypeEmoji: &models.ReactionTypeEmoji{Type: models.ReactionTypeTypeEmoji, Emoji: emoji},
		}}
	}
	_, err := c.call(ctx, "setMessageReaction", func(ctx context.Context) error {
		_, err := c.bot.SetMessageReaction(ctx, p)
		return err
	})
	return err
}

// AnswerPress answers a press of a button; an empty text only ends the waiting.
func (c *Client) AnswerPress(ctx context.Context, press, text string, alert bool) error {
	_, err := c.call(ctx, "answerCallbackQuery", func(ctx context.Context) error {
		_, err := c.bot.AnswerCallbackQuery(ctx, &bot.AnswerCallbackQueryParams{CallbackQueryID: press, Text: text, ShowAlert: alert})
		return err
	})
	return err
}
