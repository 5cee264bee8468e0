package workgroup

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// digestOf is the SHA-256 of some bytes, in hex.
func digestOf(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}

// Attachment is a file of the bot's making that letters bring along. It is uploaded once; after that Telegram sends it by the id it
// gave it.
type Attachment struct {
	Digest   string    `json:"digest"` // of its bytes, SHA-256 in hex
	Name     string    `json:"name"`
	Picture  bool      `json:"picture,omitempty"` // shown as one, not as a file
	Bytes    []byte    `json:"bytes"`
	Telegram string    `json:"telegram,omitempty"` // its id there, once it was uploaded
	Written  time.Time `json:"written"`
}

// Key is the digest.
func (a Attachment) Key() string { return a.Digest }

// Attachments are kept 48 hours after they were last asked for; they can be made again.
var Attachments = Shelf[Attachment]{Name: "attachments"}

// Attach keeps a file and returns what a letter calls it. The same bytes asked for again keep their id at Telegram.
func Attach(b Book, a Attachment) string {
	a.Digest = digestOf(a.Bytes)
	if before, ok := Attachments.Get(b, a.Digest); ok && before.Picture == a.Picture {
		a.Telegram = before.Telegram
	}
	Attachments.Put(b, a)
	return a.Digest
}

// Uploaded notes what Telegram calls an attachment; “” that it does not know it any more.
func Uploaded(b Book, digest, id string) {
	if a, ok := Attachments.Get(b, digest); ok && a.Telegram != id {
		a.Telegram = id
		Attachments.Put(b, a)
	}
}
