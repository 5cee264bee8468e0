package sandbox

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// A catalogue knows the shapes of JSON objects by the names the Bot API gives them. The sandbox has one of its own, and a Spec read from the
// machine-readable Bot API is another; both check values with the same code.
type catalogue map[string]shape

// A shape is an object with fields, or a union that lists the names of its variants.
type shape struct {
	fields   []field
	variants []string
}

// A field (or a parameter) may have one of several types, written as the Bot API writes them: "Integer", "Array of String", "ForceReply".
type field struct {
	name     string
	types    []string
	required bool
	constant string // the only value allowed, where the field tells variants of a union apart
}

func need(name, types string) field {
	return field{name: name, types: strings.Split(types, "|"), required: true}
}

func may(name, types string) field {
	return field{name: name, types: strings.Split(types, "|")}
}

// always is a required string with one possible value.
func always(name, value string) field {
	return field{name: name, types: []string{"String"}, required: true, constant: value}
}

func object(fields ...field) shape { return shape{fields: fields} }

func union(variants ...string) shape { return shape{variants: variants} }

// check says what is wrong with a decoded JSON value, one sentence a fault, each naming the place. Where several types are allowed it reports
// against the one that fits best.
func (c catalogue) check(path string, value any, types []string) []string {
	var best []string
	for i, t := range types {
		faults := c.checkOne(path, value, t)
		if len(faults) == 0 {
			return nil
		}
		if i == 0 || len(faults) < len(best) {
			best = faults
		}
	}
	return best
}

func (c catalogue) checkOne(path string, value any, typ string) []string {
	wrong := []string{fmt.Sprintf("%s must be of type %s", path, typ)}
	fits := func(ok bool) []string {
		if ok {
			return nil
		}
		return wrong
	}
	if item, ok := strings.CutPrefix(typ, "Array of "); ok {
		list, ok := value.([]any)
		if !ok {
			return wrong
		}
		var faults []string
		for i, v := range list {
			faults = append(faults, c.checkOne(fmt.Sprintf("%s[%d]", path, i), v, item)...)
		}
		return faults
	}
	switch typ {
	case "String":
		_, ok := value.(string)
		return fits(ok)
	case "Boolean":
		_, ok := value.(bool)
		return fits(ok)
	case "Integer":
		n, ok := value.(json.Number)
		if ok {
			_, err := n.Int64()
			ok = err == nil
		}
		return fits(ok)
	case "Float":
		_, ok := value.(json.Number)
		return fits(ok)
	case "InputFile":
		_, ok := value.(*upload)
		return fits(ok)
	}
	s, ok := c[typ]
	if !ok {
		return []string{fmt.Sprintf("%s: type %s is not declared", path, typ)}
	}
	if len(s.variants) > 0 {
		return c.check(path, value, s.variants)
	}
	members, ok := value.(map[string]any)
	if !ok {
		return wrong
	}
	return c.checkFields(path+".", members, s.fields)
}

// checkFields checks an object's members, or a request's parameters, against their declaration.
func (c catalogue) checkFields(prefix string, members map[string]any, fields []field) []string {
	var faults []string
	for _, f := range fields {
		value, present := members[f.name]
		switch {
		case !present && f.required:
			faults = append(faults, fmt.Sprintf("%s%s is required", prefix, f.name))
		case present && f.constant != "" && value != f.constant:
			faults = append(faults, fmt.Sprintf("%s%s must be %q", prefix, f.name, f.constant))
		case present:
			faults = append(faults, c.check(prefix+f.name, value, f.types)...)
		}
	}
	for _, name := range sortedKeys(members) {
		known := slices.ContainsFunc(fields, func(f field) bool { return f.name == name })
		if !known {
			faults = append(faults, fmt.Sprintf("%s%s is unknown", prefix, name))
		}
	}
	return faults
}
