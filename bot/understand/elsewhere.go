package understand

import (
	"strings"

	"fangkong/bot/pattern"
)

// elsewhere asks about the number at k where it counts some of ours who are in another place: 1名教师在河北滞留, 我院1人在河北.
func (c *tally) elsewhere(s *clause, k int, group string) bool {
	t, place := s.p.toks[k], s.p.first(cPlace)
	if s.p.depth > 0 || c.m.ctx.Asked != "" || place < 1 || s.p.toks[place].key != "" || t.value < 1 || t.value >= crowd || s.p.has(cTold) || s.p.has(cHearsay) {
		return false
	}
	if hereabouts[c.m.word(s.p.toks[place])] {
		return false
	}
	words := c.m.quote(s.p.from(), s.p.to())
	there := c.m.text.runes[s.p.toks[place].from-1] == '在'
	if !(there || strings.Contains(words, "滞留")) || !someGroup(group) && !(there && k < place && s.plainlyThere(place)) {
		return false
	}
	if len(c.m.claims) > 1 && c.leftOver(t.value, s.p.sentence) {
		return true // 湖北籍23人，其中17人在湖北老家，6人在河南
	}
	c.m.doubt(WhichField, "", words)
	return true
}

// atOldHome reports that some of those who have been counted as all of a unit are said to be with their families in another place: 科研处6人，1人在信阳老家.
func (c *tally) atOldHome(s *clause) bool {
	last := c.lastOf(s.p.sentence)
	return last.base == "roster" && c.m.fits(s.p, oldHome) && !strings.Contains(c.m.wrote(s.p), "河北")
}

var oldHome = pattern.MustCompile(`老家|家[中里]|父母家|娘家|婆家`)

// inTown reports that those in the city have just been counted, and that with the number at k they are all: 信息化处9人：8人在鹤，1人在安阳.
func (c *tally) inTown(s *clause, k int) bool {
	n := len(c.m.claims)
	if n == 0 || c.m.claims[n-1].base != "in_city" || c.m.claims[n-1].sentence != s.p.sentence {
		return false
	}
	for _, p := range c.m.phrases[max(0, s.i-2):s.i] {
		if i := p.first(cNumber); i >= 0 && p.toks[i].value == c.m.claims[n-1].value+s.p.toks[k].value {
			return true
		}
	}
	return false
}

// away reports that a phrase says no more of the number at k than that they are in another place.
func (c *tally) away(s *clause, k int) bool {
	place := s.p.first(cPlace)
	return (place > k || place >= 0 && place == k-1) && s.p.toks[k].people && s.p.toks[place].key == "" && !hereabouts[c.m.word(s.p.toks[place])] && c.m.text.runes[s.p.toks[place].from-1] == '在' && s.plainlyThere(place)
}

// hereabouts are the places of the college's own city, and words for wherever.
var hereabouts = set("鹤壁 鹤壁市 浚县 淇县 淇滨区 山城区 鹤山区 本市 市内 我市 省内 国内 各地")

// ownCity are the words for the college's city before a group.
var ownCity = set("鹤壁 鹤壁市 本市 市内 我市")

// plainlyThere reports that a phrase says of people that they are at a place, and nothing else: 我院1人在河北老家.
func (s *clause) plainlyThere(place int) bool {
	for i, t := range s.p.toks {
		switch t.class {
		case cUnit, cOurs, cNumber, cMeasure, cPlace, cHave, cEach, cSpace:
			if t.class == cNumber && !t.people {
				return false
			}
		case cText:
			if t.to-t.from > 2 || i < place && t.to-t.from > 1 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// elsewhereToo reports that the rest of whom a phrase tells are in other places: 湖北3人，其他省11人.
func (s *clause) elsewhereToo(c *tally) bool {
	k := s.p.first(cRest)
	return k >= 0 && s.at(k+1).class == cText && strings.ContainsRune("省市地县国", c.m.text.runes[s.at(k+1).from])
}

// others reports that the figure is of relatives or neighbours, whose cases are not ours: 一名教师的父亲确诊.
func (c *tally) others(s *clause, bases []int) bool {
	if len(bases) > 0 && gravity[s.p.toks[bases[0]].key] > 6 && c.m.fits(s.p, mateOf) {
		return true // 一名学生的室友确诊
	}
	if len(bases) == 0 || !s.p.has(cOther) {
		return false
	}
	for _, t := range s.p.toks {
		if t.class != cOther {
			continue
		}
		for _, b := range bases {
			item := s.p.toks[b]
			if strings.HasSuffix(item.key, "_now") && plainKeys[item.key] && t.from > item.from {
				continue // 在武汉女儿家
			}
			if strings.HasSuffix(item.key, "_contact") {
				continue // 与湖北返鹤亲戚接触过的教职工1人
			}
			if t.key == "family" && !calmKeys[item.key] || gravity[item.key] > 6 || t.from < item.from && !s.p.has(cOurs) && elsewhere.MatchString(c.m.word(t)) {
				return true
			}
		}
	}
	return false
}

// mateOf is somebody who lives beside one of ours.
var mateOf = pattern.MustCompile(`(?:学生|同学|教师|老师|职工)的(?:室友|舍友|同桌|同屋|男友|女友|男朋友|女朋友|邻居|房东)`)

// elsewhere are the words for another college.
var elsewhere = pattern.MustCompile(`^(?:隔壁|别的|其他|兄弟|外校|卫校|他们|人家)`)

// eachPlace reports that the place at k is one of several, each with as many people: 武汉、黄冈、襄阳各2名.
func (s *clause) eachPlace(c *tally, k int) bool {
	list := false
	for j := k + 1; j < len(s.p.toks); j++ {
		switch t := s.p.toks[j]; {
		case t.class == cList, t.class == cAnd:
			list = true
		case t.key == "town", t.class == cPlace, t.class == cText && t.to-t.from <= 4:
		case t.class == cEach:
			return list && c.m.word(t) == "各" && s.at(j+1).class == cNumber
		default:
			return false
		}
	}
	return false
}
