// Package telegram is the two doors to Telegram: the Poller takes what people did in, the Client carries what we say out.
//
//	getUpdates ──► raw bytes + next offset, one commit ──► kick          (Poller)
//	Send, Edit … ──► go-telegram/bot ──► wire ──► Bot API ──► *Error     (Client)
//
// An update is confirmed to Telegram only after it is on disk, and it is put there as the bytes that came: decoding is
// the applier's business, so that one update no model can read never stops the others.
//
// Every answer passes through one place, the wire, which bounds it, reads Telegram's envelope and turns whatever went
// wrong into an *Error. An *Error says what the caller must know to decide (code, how long to wait, whether the request
// may have been carried out after all) and never holds the token, a message body or a name.
package telegram
