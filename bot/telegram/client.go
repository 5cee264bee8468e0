package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// patience bounds one call. Telegram answers within a second; what takes longer than this is not coming.
const patience = 30 * time.Second

// Options says which bot, through which server and client.
type Options struct {
	Token string
	URL   string           // empty: Telegram's own server
	HTTP  *http.Client     // nil: NewHTTP(16)
	Now   func() time.Time // nil: time.Now
}

// Client carries out calls. Every error it returns is an *Error.
type Client struct {
	bot   *bot.Bot
	http  *http.Client
	files string // where files are fetched from; it holds the token
	now   func() time.Time
	ahead atomic.Pointer[time.Duration]
}

// ErrNoToken is a token that cannot be one: BotFather gives digits, a colon, and letters.
var ErrNoToken = errors.New("telegram: the token is empty or not a token")

// NewClient returns a client; it calls nobody yet.
func NewClient(o Options) (*Client, error) {
	token := strings.TrimSpace(o.Token)
	if token == "" || strings.ContainsAny(token, "/?# \t\r\n") {
		return nil, ErrNoToken
	}
	if o.HTTP == nil {
		o.HTTP = NewHTTP(16)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	b, err := bot.New(token,
		bot.WithSkipGetMe(),
		bot.WithServerURL(server(o.URL)),
		bot.WithHTTPClient(time.Minute, wire{o.HTTP}),
		// Its texts can carry whole messages; what matters comes back from the call itself.
		bot.WithErrorsHandler(func(error) {}),
	)
	if err != nil {
		return nil, errors.New("telegram: the library refuses the token")
	}
	return &Client{bot: b, http: o.HTTP, files: server(o.URL) + "/file/bot" + token + "/", now: o.Now}, nil
}

// call runs one library call within patience and returns Telegram's own result. When Telegram said yes it is a yes,
// whether or not the library could read the rest of the sentence.
func (c *Client) call(ctx context.Context, method string, call func(context.Context) error) (json.RawMessage, error) {
	var s said
	ctx, cancel := context.WithTimeout(context.WithValue(ctx, saidKey{}, &s), patience)
	defer cancel()
	err := call(ctx)
	if s.ok {
		return s.result, nil
	}
	var e *Error
	if errors.As(err, &e) {
		e.Method = method
		return nil, e
	}
	return nil, &Error{Method: method, Description: BadParameters}
}

// Ahead is how far our clock was ahead of Telegram's when something was last sent, as Telegram dated it; false before that. What
// the call itself took is no difference.
func (c *Client) Ahead() (time.Duration, bool) {
	if d := c.ahead.Load(); d != nil {
		return *d, true
	}
	return 0, false
}

// dated compares the clocks by a message: Telegram dated it, to the second, between our start and end of the call.
func (c *Client) dated(start, end, date time.Time) {
	var ahead time.Duration
	switch {
	case start.After(date.Add(time.Second)):
		ahead = start.Sub(date) - time.Second
	case end.Before(date):
		ahead = end.Sub(date)
	}
	c.ahead.Store(&ahead)
}

// GetMe tells who the token belongs to.
func (c *Client) GetMe(ctx context.Context) (models.User, error) {
	var me *models.User
	_, err := c.call(ctx, "getMe", func(ctx context.Context) (err error) {
		me, err = c.bot.GetMe(ctx)
		return err
	})
	if err != nil {
		return models.User{}, err
	}
	return *me, nil
}

// SetCommands sets the menu of commands of a scope, in a language when it is not empty.
func (c *Client) SetCommands(ctx context.Context, commands []models.BotCommand, scope models.BotCommandScope, language string) error {
	_, err := c.call(ctx, "setMyCommands", func(ctx context.Context) error {
		_, err := c.bot.SetMyCommands(ctx, &bot.SetMyCommandsParams{Commands: commands, Scope: scope, LanguageCode: language})
		return err
	})
	return err
}

// DeleteCommands takes the menu of a scope away: a wider one is shown there.
func (c *Client) DeleteCommands(ctx context.Context, scope models.BotCommandScope) error {
	_, err := c.call(ctx, "deleteMyCommands", func(ctx context.Context) error {
		_, err := c.bot.DeleteMyCommands(ctx, &bot.DeleteMyCommandsParams{Scope: scope})
		return err
	})
	return err
}

// ChatAdministrators are the administrators of a group, bots among them only ourselves.
func (c *Client) ChatAdministrators(ctx context.Context, chat int64) ([]models.ChatMember, error) {
	var members []models.ChatMember
	_, err := c.call(ctx, "getChatAdministrators", func(ctx context.Context) (err error) {
		members, err = c.bot.GetChatAdministrators(ctx, &bot.GetChatAdministratorsParams{ChatID: chat})
		return err
	})
	return members, err
}

// ChatMember tells what somebody is in a chat.
func (c *Client) ChatMember(ctx context.Context, chat, user int64) (models.ChatMember, error) {
	var member *models.ChatMember
	_, err := c.call(ctx, "getChatMember", func(ctx context.Context) (err error) {
		member, err = c.bot.GetChatMember(ctx, &bot.GetChatMemberParams{ChatID: chat, UserID: user})
		return err
	})
	if err != nil || member == nil {
		return models.ChatMember{}, err
	}
	return *member, nil
}
