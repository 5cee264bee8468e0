package sandbox

import "strings"

// intakeMethods are how the bot learns who it is and what happened.
var intakeMethods = []method{
	{name: "getMe", run: getMe},
	{name: "getUpdates", wait: (*Server).getUpdates, params: []field{
		may("offset", "Integer"), may("limit", "Integer"), may("timeout", "Integer"), may("allowed_updates", "Array of String")}},
	{name: "setWebhook", run: setWebhook, params: []field{
		need("url", "String"), may("ip_address", "String"), may("max_connections", "Integer"), may("allowed_updates", "Array of String"),
		may("drop_pending_updates", "Boolean"), may("secret_token", "String")}},
	{name: "deleteWebhook", run: deleteWebhook, params: []field{may("drop_pending_updates", "Boolean")}},
	{name: "getWebhookInfo", run: getWebhookInfo},
}

// webhook is where updates should go. The sandbox keeps it and delivers nothing.
type webhook struct {
	url    string
	secret string
	most   int64
}

func getMe(s *Server, _ *call) (any, *refusal) {
	return wireMe{wireUser: s.self, CanJoinGroups: true, CanReadAllGroupMessages: s.privacyOff}, nil
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
	if len(s.queue.allowed) > 0 {
		info["allowed_updates"] = s.queue.allowed
	}
	return info, nil
}
