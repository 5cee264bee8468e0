package telegram

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// Error is how a call ended when Telegram did not say yes.
type Error struct {
	Method      string
	Code        int           // Telegram's error_code; 0 when no answer of Telegram's was read
	Description string        // one of the known descriptions, never text from a message; "" for any other
	Cause       string        // why no answer came, one of the causes below; "" when one came, or we gave up ourselves
	RetryAfter  time.Duration // 429: how long Telegram wants to hear nothing for this chat
	MigrateTo   int64         // the group has become this supergroup
	Ambiguous   bool          // the request may have been carried out: cut after sending, timed out, 5xx, unreadable answer
}

func (e *Error) Error() string {
	description := e.Description
	switch {
	case description != "":
	case e.Code == 0:
		description = "no answer"
	default:
		description = "description withheld"
	}
	s := fmt.Sprintf("telegram %s: %d %s", e.Method, e.Code, description)
	if e.Cause != "" {
		s += ": " + e.Cause
	}
	if e.RetryAfter > 0 {
		s += fmt.Sprintf(", retry after %s", e.RetryAfter)
	}
	if e.Ambiguous {
		s += ", outcome unknown"
	}
	return s
}

// The descriptions that somebody decides by.
const (
	NotModified   = "message is not modified"
	EditNotFound  = "message to edit not found"
	CannotEdit    = "message can't be edited"
	DelNotFound   = "message to delete not found"
	CannotDelete  = "message can't be deleted"
	ChatNotFound  = "chat not found"
	WebhookIsSet  = "can't use getupdates method while webhook is active"
	OtherPoller   = "terminated by other getupdates request"
	PressTooOld   = "query is too old"
	TooLarge      = "answer too large"
	Unreadable    = "answer unreadable"
	Unreachable   = "unreachable"
	Interrupted   = "interrupted"
	BadParameters = "parameters could not be written"
)

// Why no answer came.
const (
	NoSuchHost   = "no such host"
	Declined     = "connection refused"
	TimedOut     = "timed out"
	BadCert      = "certificate not trusted"
	NotSpecified = "no connection"
)

// known are the descriptions we let through. Telegram quotes the message in some of the others (“can't parse entities:
// unsupported start tag …”), so what is not on this list is withheld, and what is on it is cut to these very words.
var known = []string{
	NotModified, EditNotFound, CannotEdit, DelNotFound, CannotDelete, ChatNotFound, WebhookIsSet, OtherPoller, PressTooOld,
	"message identifier is not specified", "message_id_invalid", "message to react not found",
	"message to be replied not found", "message to pin not found", "can't parse entities", "message text is empty",
	"message is too long", "text must be non-empty", "text must be encoded in utf-8", "reply_markup", "button_data_invalid",
	"reaction_invalid", "not enough rights", "need administrator rights", "have no rights to send a message",
	"chat_write_forbidden", "chat_admin_required", "chat_restricted", "topic_closed", "peer_id_invalid", "user not found",
	"member not found", "query_id_invalid", "query id is invalid", "bot was blocked by the user", "user is deactivated",
	"bot can't initiate conversation with a user", "bot can't send messages to bots", "bot was kicked",
	"bot is not a member", "group chat was upgraded to a supergroup chat", "group chat was deactivated",
	"too many requests", "unauthorized", "bad gateway", "internal server error", "conflict", "not found",
}

// describe keeps of a description only words we know.
func describe(description string) string {
	description = strings.ToLower(description)
	for _, words := range known {
		if strings.Contains(description, words) {
			return words
		}
	}
	return ""
}

// Is tells whether err is an *Error with one of these descriptions.
func Is(err error, descriptions ...string) bool {
	var e *Error
	if !errors.As(err, &e) {
		return false
	}
	for _, d := range descriptions {
		if e.Description == d {
			return true
		}
	}
	return false
}

// Lasting tells whether asking again cannot help: Telegram understood, and said no.
func (e *Error) Lasting() bool {
	return !e.Ambiguous && (e.Description == TooLarge || e.Code >= 400 && e.Code < 500 && e.Code != http.StatusTooManyRequests && e.Code != http.StatusUnauthorized)
}

// TokenRefused tells whether Telegram does not know the token: revoked, or mistyped. Trying again cannot help.
func (e *Error) TokenRefused() bool {
	return e.Code == http.StatusUnauthorized || e.Code == http.StatusNotFound && e.Description == "not found"
}
