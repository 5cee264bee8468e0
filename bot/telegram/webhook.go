package telegram

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"time"
)

const (
	secretHeader = "X-Telegram-Bot-Api-Secret-Token"
	// longestUpdate is far more than Telegram sends at once.
	longestUpdate = 1 << 20
	// looking is how often Telegram is asked whether it still brings the updates here.
	looking = time.Minute
)

// Webhook has Telegram bring the updates to an address of ours instead of being asked for them. They go the poller's way: on disk
// before they are confirmed, into the same inbox, and one that comes twice is known.
type Webhook struct {
	*Poller
	url    string
	secret string // of this life; whoever does not know it is not Telegram
	set    bool   // Telegram was told of it, and said so when last asked
}

// NewWebhook returns a webhook at a public address, which Telegram has not been told of yet.
func NewWebhook(p *Poller, url string) *Webhook {
	return &Webhook{Poller: p, url: url, secret: rand.Text()}
}

// URL is the public address.
func (w *Webhook) URL() string { return w.url }

// ServeHTTP takes one update: 200 only when it is on disk, 401 without the secret, 403 with another.
func (w *Webhook) ServeHTTP(out http.ResponseWriter, r *http.Request) {
	given := r.Header.Get(secretHeader)
	switch {
	case given == "":
		out.WriteHeader(http.StatusUnauthorized)
		return
	case subtle.ConstantTimeCompare([]byte(given), []byte(w.secret)) != 1:
		out.WriteHeader(http.StatusForbidden)
		return
	}
	raw, err := io.ReadAll(http.MaxBytesReader(out, r.Body, longestUpdate))
	var u numbered
	if err != nil || json.Unmarshal(raw, &u) != nil {
		out.WriteHeader(http.StatusBadRequest)
		return
	}
	if err := w.take(u); err != nil {
		// Nothing is confirmed: Telegram brings it again.
		w.Log.Error().Err(err).Msg("update not kept")
		out.WriteHeader(http.StatusInternalServerError)
	}
}

// take keeps one update. Where a poll would go on stays as it was: of what it brings again, nothing is applied twice.
func (w *Webhook) take(u numbered) error {
	kept, _ := w.sort([]numbered{u}, 0)
	if len(kept) == 0 {
		return nil // without a number it will never be any good
	}
	offset, err := w.Inbox.Offset()
	if err != nil {
		return err
	}
	w.heard()
	w.Ahead(kept)
	if _, err := w.Inbox.Receive(kept, offset); err != nil {
		return err
	}
	w.well()
	w.Kick()
	return nil
}

// Run tells Telegram where to bring the updates and looks each minute whether it still does, until ctx ends (nil) or the token is
// refused (ErrToken). The address stays with Telegram, which keeps for a day what it cannot bring; a poller takes it back.
func (w *Webhook) Run(ctx context.Context) error {
	trouble := ""
	for ctx.Err() == nil {
		err := w.Hold(ctx)
		var e *Error
		switch {
		case ctx.Err() != nil:
			return nil
		case errors.As(err, &e) && e.TokenRefused():
			return ErrToken
		case err != nil && err.Error() != trouble:
			trouble = err.Error()
			w.Log.Warn().Err(err).Msg("webhook interrupted")
		case err == nil:
			trouble = ""
		}
		pause := looking
		if err != nil {
			pause = lastPause / 3
		}
		rest(ctx, pause)
	}
	return nil
}

// Hold makes sure, one time, that Telegram brings the updates here; what Telegram or the way to it did wrong is an *Error.
func (w *Webhook) Hold(ctx context.Context) error {
	err := w.hold(ctx)
	if err != nil {
		w.deaf.Store(true)
		return err
	}
	w.heard()
	w.well()
	return nil
}

// hold asks whether Telegram still brings them, and tells it where to if not. The secret is of this life, so that the address is
// set once in each.
func (w *Webhook) hold(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if w.set {
		raw, err := w.post(ctx, "getWebhookInfo", map[string]any{})
		if err != nil {
			return err
		}
		var info struct {
			URL     string `json:"url"`
			Waiting int    `json:"pending_update_count"`
			Failed  int64  `json:"last_error_date"`
			Why     string `json:"last_error_message"`
		}
		if json.Unmarshal(raw, &info) != nil {
			return &Error{Method: "getWebhookInfo", Description: Unreadable}
		}
		// What Telegram has and cannot bring is not heard, however well it answers us.
		if info.URL == w.url && info.Waiting > 0 && w.Now().Sub(time.Unix(info.Failed, 0)) < 2*looking {
			return &Error{Method: "getWebhookInfo", Description: "Telegram cannot bring what waits: " + info.Why}
		}
		if w.set = info.URL == w.url; w.set {
			return nil
		}
	}
	// One connection keeps the updates in order.
	_, err := w.post(ctx, "setWebhook", map[string]any{"url": w.url, "secret_token": w.secret, "max_connections": 1,
		"allowed_updates": allowed, "drop_pending_updates": false})
	w.set = err == nil
	return err
}
