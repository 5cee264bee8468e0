package sandbox

import (
	"context"
	"strings"
)

// A method is one entry of the Bot API: its parameters, and what it does to the world. run is called with the world locked; wait is for the
// one method that must not hold it.
type method struct {
	name    string
	params  []field
	limited bool // counts against the rate limits
	run     func(*Server, *call) (any, *refusal)
	wait    func(*Server, context.Context, *call) (any, *refusal)
}

const anyMarkup = "InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply"

// methods is the whole table, by lower-cased name: Telegram does not mind the case.
var methods = func() map[string]*method {
	table := map[string]*method{}
	for _, theme := range [][]method{intakeMethods, sendMethods, editMethods, chatMethods, commandMethods} {
		for _, m := range theme {
			table[strings.ToLower(m.name)] = &m
		}
	}
	return table
}()
