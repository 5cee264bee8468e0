package bot

import (
	"slices"
	"strings"

	"fangkong/store/workgroup"
)

// addresseeNamed is the addressee that somebody means; their own words where there is none.
func (t *turn) addresseeNamed(said string) string {
	said = strings.TrimSpace(said)
	for _, r := range t.College.Addressees() {
		if strings.Contains(r.Name, said) || strings.Contains(said, r.Name) || strings.EqualFold(r.English, said) {
			return r.Name
		}
	}
	if named := t.addresseesIn(said); len(named) == 1 {
		return named[0].Name
	}
	return said
}

// addresseesIn are the addressees whom words name: by their name, or in short as people do: “省厅”, “市指挥部”, “教育厅”.
func (t *turn) addresseesIn(words string) (out []workgroup.Recipient) {
	all := t.College.Addressees()
	for _, r := range all {
		others := slices.DeleteFunc(slices.Clone(all), func(o workgroup.Recipient) bool { return o.Name == r.Name })
		if r.English != "" && strings.Contains(strings.ToLower(words), strings.ToLower(r.English)) || namesAddressee(words, r.Name, others) {
			out = append(out, r)
		}
	}
	return out
}

// addresseesMeant are those of them that are not denied: of “不是市指挥部，是报给省厅的” the second.
func (t *turn) addresseesMeant(words string) []workgroup.Recipient {
	var meant strings.Builder
	for _, part := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("，,；;。.、 　", r) }) {
		if !strings.Contains(part, "不是") && !strings.Contains(part, "没报") && !strings.Contains(strings.ToLower(part), "not ") {
			meant.WriteString(part + "，")
		}
	}
	return t.addresseesIn(meant.String())
}

// namesAddressee tells whether words hold a name, or what is short for it and for none of the others.
func namesAddressee(words, name string, others []workgroup.Recipient) bool {
	if strings.Contains(words, name) {
		return true
	}
	all, full := []rune(words), []rune(name)
	for i := range all {
		for n := 2; n <= 6 && i+n <= len(all); n++ {
			part := all[i : i+n]
			if (shortFor(part, full) || n > 2 && strings.Contains(name, string(part))) && !slices.ContainsFunc(others, func(o workgroup.Recipient) bool {
				return shortFor(part, []rune(o.Name)) || strings.Contains(o.Name, string(part))
			}) {
				return true
			}
		}
	}
	return false
}

// shortFor tells whether characters are short for a name: its first, and others of it in their order; or “省里”.
func shortFor(part, name []rune) bool {
	if len(name) == 0 || part[0] != name[0] {
		return false
	}
	if string(part[1:]) == "里" {
		return true
	}
	i := 0
	for _, r := range name {
		if i < len(part) && part[i] == r {
			i++
		}
	}
	return i == len(part)
}
