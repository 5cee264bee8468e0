// Package button turns what a press means into the few bytes Telegram keeps under a button, and back.
//
// A press names a verb, the object it is asked of, and the version of that object the button was made for:
//
//	file:2020-01-31/software:3f
//
// The version is written in base 36. There is exactly one spelling of every press, so that two buttons with the same
// bytes mean the same, and bytes that we would not have written ourselves are refused: whatever a stranger's client
// sends is either one of our buttons or nothing.
package button

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Limit is what Telegram keeps under a button, in bytes.
const Limit = 64

// longest is the longest verb; what is left of Limit then holds any object the office has.
const longest = 16

const base = 36

// Errors say why a press cannot be written, or bytes cannot be one of our buttons.
var (
	ErrVerb     = errors.New("button: verb is not a short lower-case word")
	ErrObject   = errors.New("button: object holds something else than letters, digits and / - . _")
	ErrLong     = errors.New("button: longer than 64 bytes")
	ErrSpelling = errors.New("button: not one of ours")
)

// Press is what a button asks for when it is pressed.
type Press struct {
	Verb    string // what is asked
	Object  string // of what; may be empty
	Version uint64 // as it stood when the button was made
}

// Encode writes a press as callback data. It refuses what Decode would not give back unchanged.
func Encode(verb, object string, version uint64) (string, error) {
	switch {
	case !isVerb(verb):
		return "", fmt.Errorf("verb %q: %w", verb, ErrVerb)
	case !isObject(object):
		return "", fmt.Errorf("verb %s: %w", verb, ErrObject)
	}
	data := verb + ":" + object + ":" + strconv.FormatUint(version, base)
	if len(data) > Limit {
		return "", fmt.Errorf("verb %s: %w", verb, ErrLong)
	}
	return data, nil
}

// Decode reads callback data; anything Encode would have spelled otherwise is refused.
func Decode(data string) (Press, error) {
	if len(data) > Limit {
		return Press{}, ErrLong
	}
	parts := strings.Split(data, ":")
	if len(parts) != 3 {
		return Press{}, ErrSpelling
	}
	version, err := strconv.ParseUint(parts[2], base, 64)
	if err != nil {
		return Press{}, ErrSpelling
	}
	// Writing it again finds every other spelling: a leading zero, a capital, a strange verb.
	if again, err := Encode(parts[0], parts[1], version); err != nil || again != data {
		return Press{}, ErrSpelling
	}
	return Press{parts[0], parts[1], version}, nil
}

func isVerb(s string) bool {
	for _, c := range []byte(s) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return s != "" && len(s) <= longest
}

func isObject(s string) bool {
	for _, c := range []byte(s) {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		case c == '/', c == '-', c == '.', c == '_':
		default:
			return false
		}
	}
	return true
}

// CutLast splits an object at its last slash: what it is of, and the answer to that.
func CutLast(object string) (of, answer string) {
	i := strings.LastIndex(object, "/")
	return object[:max(i, 0)], object[i+1:]
}
