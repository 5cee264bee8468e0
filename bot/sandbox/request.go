package sandbox

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// maxBody is Telegram's own ceiling for an upload by a bot.
const maxBody = 50 << 20

// An upload is a file that came with a multipart request.
type upload struct {
	name string
	data []byte
}

// A call is one request to one method, with its parameters decoded and, once past the catalogue, known to be well typed.
type call struct {
	method *method
	params map[string]any
}

// readParams takes the parameters from wherever the request carries them. Form values stay strings; typed tells what they mean.
func readParams(r *http.Request) (map[string]any, *refusal) {
	params := map[string]any{}
	form := func(values url.Values) {
		for name, v := range values {
			params[name] = formValue(v[len(v)-1])
		}
	}
	form(r.URL.Query())
	kind, args, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil {
		kind = ""
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	if err != nil {
		return nil, badRequest("request body: %v", err)
	}
	if len(body) > maxBody {
		return nil, &refusal{code: 413, description: "Request Entity Too Large"}
	}
	// A call without parameters may still announce a body; the library does, and sends nothing.
	if len(bytes.TrimSpace(body)) == 0 {
		return params, nil
	}
	switch kind {
	case "application/json":
		decoded, err := decode(body)
		members, ok := decoded.(map[string]any)
		if err != nil || !ok {
			return nil, badRequest("request body must be a JSON object")
		}
		maps.Copy(params, members)
	case "application/x-www-form-urlencoded":
		values, err := url.ParseQuery(string(body))
		if err != nil {
			return nil, badRequest("request body: %v", err)
		}
		form(values)
	case "multipart/form-data":
		return params, readMultipart(params, body, args["boundary"])
	default:
		return nil, badRequest("content type %q is not supported", kind)
	}
	return params, nil
}

func readMultipart(params map[string]any, body []byte, boundary string) *refusal {
	parts := multipart.NewReader(bytes.NewReader(body), boundary)
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return badRequest("multipart body: %v", err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return badRequest("multipart body: %v", err)
		}
		if part.FileName() != "" {
			params[part.FormName()] = &upload{name: part.FileName(), data: data}
		} else {
			params[part.FormName()] = formValue(data)
		}
	}
}

// formValue marks a value that came as text and whose type the declaration has to tell.
type formValue string

// typed gives a form value the first of the declared types that it can have. What fits none stays text, and the catalogue then complains.
func typed(v formValue, types []string) any {
	s := string(v)
	for _, t := range types {
		switch t {
		case "String":
			return s
		case "Integer":
			if _, err := strconv.ParseInt(s, 10, 64); err == nil {
				return json.Number(s)
			}
		case "Boolean":
			if strings.EqualFold(s, "true") || strings.EqualFold(s, "false") {
				return strings.EqualFold(s, "true")
			}
		case "InputFile":
		default:
			if value, err := decode([]byte(s)); err == nil {
				return value
			}
		}
	}
	return s
}

// newCall checks the parameters against the method's declaration.
func newCall(m *method, params map[string]any) (*call, *refusal) {
	for _, f := range m.params {
		if v, ok := params[f.name].(formValue); ok {
			params[f.name] = typed(v, f.types)
		}
	}
	if faults := objects.checkFields("parameter ", params, m.params); len(faults) > 0 {
		return nil, badRequest("%s", strings.Join(faults, "; "))
	}
	return &call{method: m, params: params}, nil
}

// decode reads one JSON value, keeping numbers exact.
func decode(data []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("trailing data")
	}
	return v, nil
}

func (c *call) has(name string) bool { _, ok := c.params[name]; return ok }

func (c *call) text(name string) string { s, _ := c.params[name].(string); return s }

func (c *call) flag(name string) bool { b, _ := c.params[name].(bool); return b }

func (c *call) number(name string, otherwise int64) int64 {
	if n, ok := c.params[name].(json.Number); ok {
		if i, err := n.Int64(); err == nil {
			return i
		}
	}
	return otherwise
}

// into decodes a nested parameter, already checked, into a struct of ours.
func (c *call) into(name string, target any) {
	if v, ok := c.params[name]; ok {
		if data, err := json.Marshal(v); err == nil {
			_ = json.Unmarshal(data, target) // the catalogue has checked the types
		}
	}
}

// raw is the parameters as JSON, for the record of calls. A file is recorded by its name only.
func (c *call) raw() map[string]json.RawMessage {
	out := make(map[string]json.RawMessage, len(c.params))
	for name, v := range c.params {
		if u, ok := v.(*upload); ok {
			v = "attach://" + u.name
		}
		if data, err := json.Marshal(v); err == nil {
			out[name] = data
		}
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
