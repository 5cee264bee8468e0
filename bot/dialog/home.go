package dialog

import (
	"maps"
	"slices"
	"strconv"

	"fangkong/store/workgroup"
)

// Homeless finds figures that the form has no question for, although they count people who are not well (“隔离3人”): their
// base, and the words with which it is asked which question they belong to. A nothing needs no home.
func Homeless(form workgroup.Form, f workgroup.Figures) (base, asked string) {
	for _, k := range slices.Sorted(maps.Keys(f)) {
		if n, _ := f.Said(k); n > 0 && Foreign(form, k) {
			base, _, _ = k.Parts()
			name := workgroup.Labels[base].Name
			if name == "" {
				name = "其他 " // counted by people, and by nothing the college asks for
			}
			return base, name + strconv.Itoa(n) + "人"
		}
	}
	return "", ""
}

// Foreign tells whether the form asks nothing about what a key counts, although it counts people who are not well.
func Foreign(form workgroup.Form, k workgroup.Key) bool {
	base, _, _ := k.Parts()
	_, named := workgroup.Labels[base]
	if named && !slices.Contains([]string{"quarantine", "cough", "symptom", "hospital"}, base) {
		return false
	}
	return !slices.ContainsFunc(form.Items, func(i workgroup.Item) bool { b, _, _ := i.Key.Parts(); return b == base })
}
