package sandbox

import (
	"bytes"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
)

// webhook is where updates should go, and how the last of them that was not taken failed.
type webhook struct {
	url    string
	secret string
	most   int64

	failed time.Time
	why    string
}

func setWebhook(s *Server, c *call) (any, *refusal) {
	url := c.text("url")
	if url == "" {
		return deleteWebhook(s, c)
	}
	if !strings.HasPrefix(url, "https://") {
		return nil, badRequest("bad webhook: An HTTPS URL must be provided for webhook")
	}
	allowed, bad := allowedUpdates(c)
	if bad != nil {
		return nil, bad
	}
	if c.has("allowed_updates") {
		s.queue.allowed = allowed
	}
	s.queue.webhook = webhook{url: url, secret: c.text("secret_token"), most: c.number("max_connections", 40)}
	if c.flag("drop_pending_updates") {
		s.queue.waiting = nil
	}
	if s.queue.poll != nil {
		close(s.queue.poll.dropped)
		s.queue.poll = nil
	}
	return true, nil
}

func deleteWebhook(s *Server, c *call) (any, *refusal) {
	s.queue.webhook = webhook{}
	if c.flag("drop_pending_updates") {
		s.queue.waiting = nil
	}
	return true, nil
}

func getWebhookInfo(s *Server, _ *call) (any, *refusal) {
	s.queue.expire()
	info := map[string]any{"url": s.queue.webhook.url, "has_custom_certificate": false, "pending_update_count": len(s.queue.waiting)}
	if s.queue.webhook.url != "" {
		info["max_connections"] = s.queue.webhook.most
	}
	if !s.queue.webhook.failed.IsZero() {
		info["last_error_date"], info["last_error_message"] = s.queue.webhook.failed.Unix(), s.queue.webhook.why
	}
	if len(s.queue.allowed) > 0 {
		info["allowed_updates"] = s.queue.allowed
	}
	return info, nil
}

// Brings is Telegram's side of a webhook, played when told: what waits is posted to a handler, one update after another, until one
// is not taken with a 2xx. It returns how many were taken; those are forgotten, the others are brought again next time. Without a
// webhook nothing is brought.
func (s *Server) Brings(h http.Handler) (taken int) {
	for {
		s.mu.Lock()
		s.queue.expire()
		to := s.queue.webhook
		if to.url == "" || len(s.queue.waiting) == 0 {
			s.mu.Unlock()
			return taken
		}
		u := s.queue.waiting[0]
		s.mu.Unlock()

		r, err := http.NewRequest(http.MethodPost, to.url, bytes.NewReader(u.raw))
		if err != nil {
			panic(fmt.Sprintf("sandbox: webhook %s: %v", to.url, err)) // setWebhook refuses what is no address
		}
		r.Header.Set("Content-Type", "application/json")
		if to.secret != "" {
			r.Header.Set("X-Telegram-Bot-Api-Secret-Token", to.secret)
		}
		answer := &verdict{header: http.Header{}}
		h.ServeHTTP(answer, r)

		s.mu.Lock()
		if well := answer.status == 0 || answer.status/100 == 2; !well {
			s.queue.webhook.failed, s.queue.webhook.why = s.now(), fmt.Sprintf("Wrong response from the webhook: %d %s", answer.status, http.StatusText(answer.status))
			s.mu.Unlock()
			return taken
		}
		s.queue.waiting = slices.DeleteFunc(s.queue.waiting, func(w update) bool { return w.id == u.id })
		s.mu.Unlock()
		taken++
	}
}

// verdict is all that Telegram looks at in a webhook's answer.
type verdict struct {
	header http.Header
	status int
}

func (v *verdict) Header() http.Header         { return v.header }
func (v *verdict) Write(p []byte) (int, error) { return len(p), nil }
func (v *verdict) WriteHeader(status int) {
	if v.status == 0 {
		v.status = status
	}
}
