package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
)

// biggest is far more than any college writes; a file above it was given by mistake.
const biggest = 1 << 20

// reading is one file being taken apart.
type reading struct {
	file   string
	lines  map[string]int
	faults Faults
}

func (r *reading) fault(path string, code Code, facts map[string]string) {
	r.faults = append(r.faults, Fault{File: r.file, Path: path, Line: lineOf(r.lines, path), Code: code, Facts: facts})
}

// open reads a file into its top table; nil when it cannot be taken apart at all.
func (r *reading) open(path string) *table {
	r.file = path
	f, err := os.Open(path)
	if err != nil {
		code := FileUnreadable
		if errors.Is(err, os.ErrNotExist) {
			code = FileMissing
		}
		r.fault("", code, map[string]string{"why": err.Error()})
		return nil
	}
	defer func() { _ = f.Close() }() // only read
	raw, err := io.ReadAll(io.LimitReader(f, biggest+1))
	if err != nil {
		r.fault("", FileUnreadable, map[string]string{"why": err.Error()})
		return nil
	}
	return r.parse(raw)
}

func (r *reading) parse(raw []byte) *table {
	// Notepad puts a byte order mark in front.
	raw = []byte(strings.TrimPrefix(string(raw), "\ufeff"))
	if len(raw) > biggest {
		r.fault("", FileTooBig, nil)
		return nil
	}
	if bytes.HasPrefix(raw, []byte("PK\x03\x04")) || bytes.HasPrefix(raw, []byte("\xd0\xcf\x11\xe0")) {
		r.fault("", FileWorkbook, nil)
		return nil
	}
	if !utf8.Valid(raw) {
		r.fault("", FileNotUTF8, nil)
		return nil
	}
	values := map[string]any{}
	if err := toml.Unmarshal(raw, &values); err != nil {
		r.faults = append(r.faults, r.unreadable(raw, err))
		return nil
	}
	r.lines = linesOf(raw)
	return &table{reading: r, values: values}
}

// unreadable is the fault of a text that the decoder gave up on. What office programs make of quotes, and a telephone number
// without them, are named for what they are.
func (r *reading) unreadable(raw []byte, err error) Fault {
	f := Fault{File: r.file, Code: Syntax, Facts: map[string]string{"why": strings.TrimPrefix(err.Error(), "toml: ")}}
	where := (*toml.DecodeError)(nil)
	if !errors.As(err, &where) {
		return f
	}
	f.Line, _ = where.Position()
	line := ""
	if lines := strings.Split(string(raw), "\n"); f.Line > 0 && f.Line <= len(lines) {
		line = lines[f.Line-1]
	}
	foreign := func(c rune) bool { return strings.ContainsRune("“”‘’＝，：【】［］｛｝＂", c) }
	switch at := strings.IndexFunc(line, foreign); {
	case at >= 0 && !strings.Contains(line[:at], `"`):
		f.Code, f.Facts["marks"] = SyntaxMarks, line[at:at+utf8.RuneLen([]rune(line[at:])[0])]
	case strings.Contains(err.Error(), "leading zero"):
		f.Code = SyntaxZero
	}
	return f
}

// table is one table of the tree. Its keys are taken one by one; close names those that nobody took.
type table struct {
	*reading
	path   string
	values map[string]any
	taken  []string
}

func (t *table) at(key string) string {
	if t.path == "" {
		return key
	}
	return t.path + "." + key
}

func (t *table) take(key string) (any, bool) {
	t.taken = append(t.taken, key)
	v, ok := t.values[key]
	return v, ok
}

// take1 takes a value of one Go type; anything else is a fault that shows how it is written.
func take1[T any](t *table, key, like string) (T, bool) {
	v, ok := t.take(key)
	if !ok {
		return *new(T), false
	}
	return cast[T](t.reading, t.at(key), key, like, v)
}

func cast[T any](r *reading, path, key, like string, v any) (T, bool) {
	value, ok := v.(T)
	if !ok {
		if like == "" {
			like = `"` + strings.NewReplacer(`"`, "", "\n", " ").Replace(fmt.Sprint(v)) + `"`
		}
		chinese, english := kindOf(v)
		r.fault(path, WrongType, map[string]string{"key": key, "is.zh": chinese, "is.en": english, "like": like})
	}
	return value, ok
}

// kindOf names a TOML value's kind in both languages.
func kindOf(v any) (chinese, english string) {
	switch v.(type) {
	case string:
		return "文字", "text"
	case int64, float64:
		return "数字", "a number"
	case bool:
		return " true/false", "true/false"
	case []any:
		return "列表 [ ]", "a list [ ]"
	case map[string]any:
		return "一组键 { }", "a table { }"
	}
	return "日期或时间", "a date or time"
}

func (t *table) text(key, otherwise string) string {
	like := ""
	if otherwise != "" {
		like = strconv.Quote(otherwise)
	}
	if v, ok := take1[string](t, key, like); ok {
		return strings.TrimSpace(v)
	}
	return otherwise
}

func (t *table) number(key string) int64 {
	like := "0"
	if written, ok := t.values[key].(string); ok {
		if n, err := strconv.ParseInt(strings.TrimSpace(written), 10, 64); err == nil {
			like = strconv.FormatInt(n, 10) // the number was meant, in quotes
		}
	}
	v, _ := take1[int64](t, key, like)
	return v
}

func (t *table) flag(key string) bool {
	v, _ := take1[bool](t, key, "true")
	return v
}

// texts takes a list of strings, and whether the key is there.
func (t *table) texts(key string) ([]string, bool) {
	list, ok := take1[[]any](t, key, `["…", "…"]`)
	var out []string
	for i, v := range list {
		if s, ok := cast[string](t.reading, t.at(key)+"["+strconv.Itoa(i)+"]", key, "", v); ok {
			out = append(out, strings.TrimSpace(s))
		}
	}
	return out, ok
}

// sub takes a table; one that is not there has no keys.
func (t *table) sub(key string) *table {
	v, _ := take1[map[string]any](t, key, "{ … }")
	return &table{reading: t.reading, path: t.at(key), values: v}
}

// subs takes a list of tables, and whether the key is there.
func (t *table) subs(key string) ([]*table, bool) {
	list, ok := take1[[]any](t, key, "[["+t.at(key)+"]]")
	var out []*table
	for i, v := range list {
		path := t.at(key) + "[" + strconv.Itoa(i) + "]"
		// A value that is no table keeps its place, so that the paths of its neighbours stay true.
		values, _ := cast[map[string]any](t.reading, path, key, "{ … }", v)
		out = append(out, &table{reading: t.reading, path: path, values: values})
	}
	return out, ok
}

// keys are all keys of the table, taken or not.
func (t *table) keys() []string {
	var out []string
	for key := range t.values {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}

// close names the keys that nobody took.
func (t *table) close() {
	for _, key := range t.keys() {
		if !slices.Contains(t.taken, key) {
			t.fault(t.at(key), UnknownKey, map[string]string{"key": key, "known": strings.Join(t.taken, ", ")})
		}
	}
}
