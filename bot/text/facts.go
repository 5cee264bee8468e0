package text

import (
	"encoding"
	"encoding/json"
	"reflect"
	"unicode/utf8"

	"fangkong/store/workgroup"
)

// decoded gives facts the shape they have after a restart, when they have gone through the store as JSON.
func decoded(facts workgroup.Facts) map[string]any {
	out := make(map[string]any, len(facts))
	for name, fact := range facts {
		out[name] = shaped(fact)
	}
	return out
}

// shaped is a fact in that shape: a string, a boolean, an int64 (all our numbers are counts and ids), a list or a map of them,
// or nil. What letters and cards are mostly made of is told by its kind, which costs a fraction of the detour through JSON.
func shaped(fact any) any {
	switch fact := fact.(type) {
	case nil, bool, int64:
		return fact
	case workgroup.Named:
		if fact.English == "" {
			return map[string]any{"name": shaped(fact.Name)}
		}
		return map[string]any{"name": shaped(fact.Name), "english": shaped(fact.English)}
	case json.Marshaler, encoding.TextMarshaler:
		return detour(fact)
	}
	v := reflect.ValueOf(fact)
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); utf8.ValidString(s) {
			return s
		}
	case reflect.Bool:
		return v.Bool()
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return v.Int()
	case reflect.Float64:
		return int64(v.Float())
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			break
		}
		if v.IsNil() {
			return nil
		}
		out := make([]any, v.Len())
		for i := range out {
			out[i] = shaped(v.Index(i).Interface())
		}
		return out
	case reflect.Map:
		if v.Type().Key().Kind() != reflect.String {
			break
		}
		if v.IsNil() {
			return nil
		}
		out := make(map[string]any, v.Len())
		for entries := v.MapRange(); entries.Next(); {
			out[entries.Key().String()] = shaped(entries.Value().Interface())
		}
		return out
	}
	return detour(fact)
}

// detour is a fact as JSON gives it back; nil for what JSON does not know.
func detour(fact any) any {
	raw, err := json.Marshal(fact)
	if err != nil {
		return nil
	}
	var out any
	_ = json.Unmarshal(raw, &out)
	return whole(out)
}

// whole makes the numbers of a decoded fact whole again, at any depth.
func whole(v any) any {
	switch v := v.(type) {
	case float64:
		return int64(v)
	case map[string]any:
		for k, x := range v {
			v[k] = whole(x)
		}
	case []any:
		for i, x := range v {
			v[i] = whole(x)
		}
	}
	return v
}
