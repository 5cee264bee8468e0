package settings

import (
	"sort"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// linesOf maps the key paths of a file to the lines they stand on. The decoder keeps no positions, so the syntax is read
// once more, for nothing else; a path that is missing here costs a fault its line and no more.
func linesOf(raw []byte) map[string]int {
	l := liner{lines: map[string]int{}, counts: map[string]int{}}
	for i, c := range raw {
		if c == '\n' {
			l.ends = append(l.ends, i)
		}
	}
	var p unstable.Parser
	p.Reset(raw)
	prefix := ""
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table:
			prefix = l.header(e, false)
		case unstable.ArrayTable:
			prefix = l.header(e, true)
		case unstable.KeyValue:
			l.pair(prefix, e)
		}
	}
	return l.lines
}

type liner struct {
	lines  map[string]int
	counts map[string]int // of each list of tables so far
	ends   []int          // offsets of the line ends
}

func (l *liner) put(path string, at unstable.Range) {
	if _, ok := l.lines[path]; !ok {
		l.lines[path] = sort.SearchInts(l.ends, int(at.Offset)) + 1
	}
}

// header is “[a.b]” or “[[a.b]]”: the path its keys stand under.
func (l *liner) header(e *unstable.Node, list bool) string {
	path := ""
	for it := e.Key(); it.Next(); {
		key := it.Node()
		path = join(path, string(key.Data))
		if list && it.IsLast() {
			l.counts[path]++
			l.put(path, key.Raw)
		}
		// A header below a list means its last table.
		if n := l.counts[path]; n > 0 {
			path += "[" + strconv.Itoa(n-1) + "]"
		}
		l.put(path, key.Raw)
	}
	return path
}

func (l *liner) pair(prefix string, e *unstable.Node) {
	path := prefix
	var at unstable.Range
	for it := e.Key(); it.Next(); {
		path, at = join(path, string(it.Node().Data)), it.Node().Raw
		l.put(path, at)
	}
	l.value(path, at, e.Value())
}

// value descends into lists and inline tables; what has no place of its own stands where its key does.
func (l *liner) value(path string, at unstable.Range, v *unstable.Node) {
	switch v.Kind {
	case unstable.InlineTable:
		for it := v.Children(); it.Next(); {
			l.pair(path, it.Node())
		}
	case unstable.Array:
		n := 0
		for it := v.Children(); it.Next(); n++ {
			element := path + "[" + strconv.Itoa(n) + "]"
			if raw := it.Node().Raw; raw.Length > 0 {
				at = raw
			}
			l.put(element, at)
			l.value(element, at, it.Node())
		}
	}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// lineOf is the line of a path or, when it is not in the file, of the nearest table above it that is.
func lineOf(lines map[string]int, path string) int {
	for path != "" {
		if n := lines[path]; n > 0 {
			return n
		}
		cut := strings.LastIndexAny(path, ".[")
		if cut < 0 {
			return 0
		}
		path = path[:cut]
	}
	return 0
}
