package understand

import "strings"

// measures lists what each item is measured by; an item not listed takes all six.
var measures = map[string]map[string]bool{
	"fever": set("new now"), "cough": set("new now"), "symptom": set("new now"),
	"sealed": set("new now released"), "hospital": set("new now released"),
	"confirmed": set("new now total"), "cured": set("new total"), "death": set("new total"),
}

// key joins base, measure and group as the records do, ok false when the
// records have no such figure.
func key(base, measure, group string) (k string, ok bool) {
	ok = true
	// 今日 says when, not what is measured.
	if measure == "today" {
		measure = ""
	}
	switch {
	case group != "" && base == group+"_total":
		return base, true
	case base == "roster":
		if group == "" {
			return "", false
		}
		return group + "_total", true
	case base == "key_total" && measure == "new":
		k = "key_new"
	case plainKeys[base]:
		k = base
		ok = measure == "" || measure == "now" || measure == "new" && strings.HasSuffix(base, "_today") || ungroupedKeys[base] || measure == "total"
	case base == "cured" || base == "death":
		if measure == "" || measure == "now" {
			measure = "total"
		}
		k, ok = base+"_"+measure, measures[base][measure]
	default:
		if measure == "" {
			measure = "now"
		}
		k = base + "_" + measure
		if allowed := measures[base]; allowed != nil {
			ok = allowed[measure]
		} else {
			ok = measure != "?"
		}
	}
	if group != "" && !ungroupedKeys[base] {
		k += "_" + group
	}
	return k, ok
}

// split takes a key apart again; a key it does not know is all base.
func split(key string) (base, measure, group string) {
	base = key
	for _, g := range []string{"student", "staff", "other"} {
		if b, ok := strings.CutSuffix(base, "_"+g); ok {
			base, group = b, g
		}
	}
	if plainKeys[base] {
		return base, "", group
	}
	for _, m := range []string{"released_total", "released", "total", "prev", "new", "now"} {
		if b, ok := strings.CutSuffix(base, "_"+m); ok {
			return b, m, group
		}
	}
	return base, "", group
}

// calm reports whether a figure above zero is no incident.
func calm(key string) bool {
	base, measure, _ := split(key)
	return calmKeys[base] || calmKeys[key] || measure == "released" || measure == "released_total"
}
