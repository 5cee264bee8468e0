package button

import (
	"errors"
	"math"
	"strings"
	"testing"
)

func TestEncode(t *testing.T) {
	for _, c := range []struct {
		what    string
		verb    string
		object  string
		version uint64
		data    string
		err     error
	}{
		{"a press on a dated unit", "file", "2020-01-31/software", 123, "file:2020-01-31/software:3f", nil},
		{"no object", "home", "", 0, "home::0", nil},
		{"the largest version", "see", "a_b.c", math.MaxUint64, "see:a_b.c:3w5e11264sgsf", nil},
		{"exactly 64 bytes", "see", strings.Repeat("x", 58), 1, "see:" + strings.Repeat("x", 58) + ":1", nil},
		{"65 bytes", "see", strings.Repeat("x", 59), 1, "", ErrLong},
		{"no verb", "", "a", 1, "", ErrVerb},
		{"a verb with a capital", "File", "a", 1, "", ErrVerb},
		{"a verb of two words", "file-it", "a", 1, "", ErrVerb},
		{"a verb too long", "abcdefghijklmnopq", "a", 1, "", ErrVerb},
		{"an object with a colon", "file", "a:b", 1, "", ErrObject},
		{"an object in Chinese", "file", "软件", 1, "", ErrObject},
		{"an object with a space", "file", "a b", 1, "", ErrObject},
	} {
		t.Run(c.what, func(t *testing.T) {
			data, err := Encode(c.verb, c.object, c.version)
			if data != c.data || !errors.Is(err, c.err) {
				t.Fatalf("got %q, %v; want %q, %v", data, err, c.data, c.err)
			}
			if err != nil {
				return
			}
			if p, err := Decode(data); err != nil || p != (Press{c.verb, c.object, c.version}) {
				t.Fatalf("read back as %+v, %v", p, err)
			}
		})
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, data := range []string{
		"", ":", "::", "file", "file:a", "file:a:", "file:a:1:2", "file:a:01", "file:a:3F", "file:a:+1", "file:a:-1",
		"file:a:1_0", "FILE:a:1", "file:a b:1", "file:a:3w5e11264sgsg", "file:\x00:1", "file:a:1\n",
		strings.Repeat("f", 65),
	} {
		if p, err := Decode(data); err == nil {
			t.Errorf("%q was read as %+v", data, p)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("file:2020-01-31/software:3f")
	f.Add("home::0")
	f.Add("file:a:01")
	f.Add("::")
	f.Fuzz(func(t *testing.T, data string) {
		p, err := Decode(data)
		if err != nil {
			return
		}
		again, err := Encode(p.Verb, p.Object, p.Version)
		if err != nil || again != data {
			t.Fatalf("%q was read as %+v and written as %q, %v", data, p, again, err)
		}
	})
}

func FuzzEncode(f *testing.F) {
	f.Add("file", "2020-01-31/software", uint64(123))
	f.Add("home", "", uint64(0))
	f.Add("f:", "a", uint64(1))
	f.Fuzz(func(t *testing.T, verb, object string, version uint64) {
		data, err := Encode(verb, object, version)
		if err != nil {
			return
		}
		if len(data) > Limit {
			t.Fatalf("%q is %d bytes", data, len(data))
		}
		if p, err := Decode(data); err != nil || p != (Press{verb, object, version}) {
			t.Fatalf("%q was read as %+v, %v", data, p, err)
		}
	})
}
