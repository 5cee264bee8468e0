package understand

import (
	"regexp"
	"strconv"
	"strings"

	"fangkong/bot/pattern"
)

// Notes are what a message says of the work of a day (工作动态) below a heading, and what stands around that.
type Notes struct {
	Before string // what stands before the heading and its line
	Lead   string // what stands on the heading's line: a unit, a date, or nothing
	Text   string // what stands below it
	Behind string // what the list goes on with in which the heading is a point itself (“三、存在困难：…”)
	Sure   bool   // headed by the word that is used of nothing else
}

// noted is the heading: what follows is beyond a colon, on the next line, or begins with a number.
var noted = pattern.MustCompile(`(?i)(?:(工作动态)|工作开展情况|工作进展情况|工作进展|工作情况|\bwork (?:done|notes?)\b|\btoday['’]s work\b)(?:如下|汇报|报送|today)*\s*[】\]]?[ \t　]*(?:[:：]|\n|([1１][.．、)）]|①|[(（][1１一][)）]|一、))`)

// numberBefore is a number of a list, where it ends the words before a heading (“二、工作动态：”).
var numberBefore = pattern.MustCompile(`(?:^|[\s。；;，,])([0-9０-９]{1,2}[.．、]|[(（]?[一二三四五六七八九十][)）、.．])\s*$`)

// WorkNotes finds what is said of the work of a day; false where nothing has such a heading.
func WorkNotes(text string) (n Notes, ok bool) {
	at := noted.FindStringSubmatchIndex(text)
	if at == nil {
		return n, false
	}
	n.Before, n.Text, n.Sure = text[:at[0]], text[at[1]:], at[2] >= 0
	if at[4] >= 0 {
		n.Text = text[at[4]:] // the number is the list's
	}
	if m := numberBefore.FindStringSubmatch(n.Before); m != nil {
		n.Before = strings.TrimSuffix(n.Before, m[0])
		n.Text, n.Behind = cutNext(n.Text, m[1])
		return n, true
	}
	cut := 0
	for i, r := range n.Before {
		if strings.ContainsRune("\n。；;！!，,", r) || r == '.' && strings.HasPrefix(n.Before[i+1:], " ") {
			cut = i + len(string(r))
		}
	}
	n.Before, n.Lead = n.Before[:cut], strings.TrimLeft(n.Before[cut:], " \t　【[：:")
	return n, true
}

// nextNumber begins a line with a number of a list.
var nextNumber = regexp.MustCompile(`(?m)^[ \t　]*[(（]?([0-9０-９]{1,2}|[一二三四五六七八九十])[)）.．、]`)

// cutNext parts a text before the line that has the next number of the list in which the text is the point of a number, where its own points are
// numbered otherwise, or not at all.
func cutNext(text, number string) (here, behind string) {
	next := valueOf(strings.Trim(number, "(（)）.．、")) + 1
	if digitAt(number, 0) && Numbered(text) {
		return text, "" // whose number it is cannot be told
	}
	for _, at := range nextNumber.FindAllStringSubmatchIndex(text, -1) {
		if mark := text[at[2]:at[3]]; valueOf(mark) == next && digitAt(mark, 0) == digitAt(number, 0) {
			return text[:at[0]], text[at[1]:]
		}
	}
	return text, ""
}

// marks are the ways in which points are numbered; the first that a text begins with is its own.
var marks = []*regexp.Regexp{
	regexp.MustCompile(`[(（]?([0-9０-９]{1,2})[)）.．、]`),
	regexp.MustCompile(`([①-⑳])[.．、]?`),
	regexp.MustCompile(`[(（]([一二三四五六七八九十]{1,2})[)）]`),
	regexp.MustCompile(`([一二三四五六七八九十]{1,2})[、.．]`),
	regexp.MustCompile(`()[-–—•·●*▪]`),
}

// NotePoints are the points of a text: what its numbers, its lines or its semicolons set apart.
func NotePoints(text string) (points []string) {
	text = strings.TrimSpace(text)
	if starts := marked(text); len(starts) > 0 {
		for i, s := range starts {
			end := len(text)
			if i+1 < len(starts) {
				end = starts[i+1][0]
			}
			points = append(points, text[s[1]:end])
		}
	} else if points = strings.Split(text, "\n"); len(points) == 1 {
		points = strings.FieldsFunc(text, func(r rune) bool { return r == '；' || r == ';' })
	}
	kept := points[:0]
	for _, p := range points {
		if p = strings.Trim(strings.Join(strings.Fields(p), " "), "；;，,、 "); p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// Numbered tells whether a line begins a point.
func Numbered(line string) bool { return len(marked(strings.TrimSpace(line))) > 0 }

// marked is where the points of a text begin, with and without their number: at each number that begins a line, and at the next one wherever it
// stands. Nil where the text does not begin with a number.
func marked(text string) (starts [][2]int) {
	for _, style := range marks {
		next := 0
		for _, at := range style.FindAllStringSubmatchIndex(text, -1) {
			n, line := valueOf(text[at[2]:at[3]]), strings.TrimRight(text[:at[0]], " \t　")
			begins := line == "" || strings.HasSuffix(line, "\n")
			inside := n > 0 && n == next && !digitAt(text, at[0]-1)
			if n > 0 && fraction.MatchString(text[at[0]:]) || len(starts) == 0 && line != "" || !begins && !inside {
				continue
			}
			starts, next = append(starts, [2]int{at[0], at[1]}), n+1
		}
		if len(starts) > 0 {
			return starts
		}
	}
	return nil
}

// fraction is a number that only looks like one of a list (“2.5小时”).
var fraction = regexp.MustCompile(`(?i)^[0-9]{1,2}\.[0-9]+(?:\s*(?:小时|个小时|吨|公斤|千克|升|毫升|米|公里|万|亿|元|度|℃|％|%|倍|hours?|kg|km|l\b)|\.)`)

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && '0' <= s[i] && s[i] <= '9' }

// valueOf is the number that a mark says; 0 for none.
func valueOf(mark string) int {
	if r := []rune(mark); len(r) == 1 && '①' <= r[0] && r[0] <= '⑳' {
		return int(r[0]-'①') + 1
	}
	narrow := strings.Map(func(r rune) rune {
		if '０' <= r && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, mark)
	if n, err := strconv.Atoi(narrow); err == nil {
		return n
	}
	if i := strings.Index("一二三四五六七八九十", mark); mark != "" && i >= 0 {
		return i/len("一") + 1
	}
	return 0
}
