package telegram

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// Uploads shows in a chat that a picture, or another file, is on its way. Telegram takes the sign away after five seconds, or when
// something comes.
func (c *Client) Uploads(ctx context.Context, chat int64, picture bool) error {
	action := models.ChatActionUploadDocument
	if picture {
		action = models.ChatActionUploadPhoto
	}
	_, err := c.call(ctx, "sendChatAction", func(ctx context.Context) error {
		_, err := c.bot.SendChatAction(ctx, &bot.SendChatActionParams{ChatID: chat, Action: action})
		return err
	})
	return err
}

// Download fetches a file that somebody sent, by its id. One longer than most bytes is refused before it is read whole.
func (c *Client) Download(ctx context.Context, id string, most int) ([]byte, error) {
	var file *models.File
	raw, err := c.call(ctx, "getFile", func(ctx context.Context) (err error) {
		file, err = c.bot.GetFile(ctx, &bot.GetFileParams{FileID: id})
		return err
	})
	switch {
	case err != nil:
		return nil, err
	case file == nil && json.Unmarshal(raw, &file) != nil, file == nil || file.FilePath == "" || strings.Contains(file.FilePath, ".."):
		return nil, &Error{Method: "getFile", Description: Unreadable, Ambiguous: true}
	case file.FileSize > int64(most):
		return nil, &Error{Method: "getFile", Description: TooLarge}
	}
	return c.fetch(ctx, file.FilePath, most)
}

// fetch reads a file from where getFile said it is. Nothing about it may be told but that it failed: the address holds the token.
func (c *Client) fetch(ctx context.Context, path string, most int) ([]byte, error) {
	const method = "file"
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.files+strings.TrimPrefix(path, "/"), nil)
	if err != nil {
		return nil, &Error{Method: method, Description: BadParameters}
	}
	resp, err := c.http.Do(req)
	if err != nil {
		description, cause := broken(ctx, err)
		return nil, &Error{Method: method, Description: description, Cause: cause}
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, &Error{Method: method, Code: resp.StatusCode, Ambiguous: resp.StatusCode >= http.StatusInternalServerError}
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, int64(most)+1))
	switch {
	case err != nil:
		return nil, &Error{Method: method, Description: Interrupted, Ambiguous: true}
	case len(body) > most:
		return nil, &Error{Method: method, Description: TooLarge}
	}
	return body, nil
}
