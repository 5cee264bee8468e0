package sandbox

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
)

// A Spec is the machine-readable Bot API, read from a file. Tests hold the sandbox, and all the traffic of a scenario, against it.
type Spec struct {
	methods map[string]specEntry
	types   map[string]specEntry
	shapes  catalogue
}

type specEntry struct {
	Fields   []specField `json:"fields"`
	Subtypes []string    `json:"subtypes"`
	Returns  []string    `json:"returns"`
}

type specField struct {
	Name        string   `json:"name"`
	Types       []string `json:"types"`
	Required    bool     `json:"required"`
	Description string   `json:"description"`
}

// constantWords are how the descriptions name the one value a telling field has.
var constantWords = regexp.MustCompile(`(?:must be|always) (?:[“"'*_]*)([a-z_]+)[”"'*_]*\.?$`)

// LoadSpec reads the Bot API's machine-readable form.
func LoadSpec(path string) (*Spec, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("bot API spec: %w", err)
	}
	var raw struct {
		Methods map[string]specEntry `json:"methods"`
		Types   map[string]specEntry `json:"types"`
	}
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("bot API spec %s: %w", path, err)
	}
	if len(raw.Methods) == 0 || len(raw.Types) == 0 {
		return nil, fmt.Errorf("bot API spec %s: no methods or no types in it", path)
	}
	spec := &Spec{methods: raw.Methods, types: raw.Types, shapes: catalogue{}}
	for name, t := range raw.Types {
		spec.shapes[name] = shape{fields: t.fields(), variants: t.Subtypes}
	}
	return spec, nil
}

func (e specEntry) fields() []field {
	var out []field
	for _, f := range e.Fields {
		g := field{name: f.Name, types: f.Types, required: f.Required}
		tells := f.Name == "type" || f.Name == "status" || f.Name == "source"
		if m := constantWords.FindStringSubmatch(f.Description); tells && m != nil {
			g.constant = m[1]
		}
		out = append(out, g)
	}
	return out
}

// CheckUpdate says what in an update the Bot API does not know or would not send.
func (s *Spec) CheckUpdate(raw []byte) []string {
	return s.checkJSON("update", raw, []string{"Update"})
}

// CheckResult holds a method's result against what the method is said to return.
func (s *Spec) CheckResult(method string, raw []byte) []string {
	m, ok := s.methods[method]
	if !ok {
		return []string{fmt.Sprintf("method %s is unknown", method)}
	}
	return s.checkJSON(method+" result", raw, m.Returns)
}

func (s *Spec) checkJSON(path string, raw []byte, types []string) []string {
	v, err := decode(raw)
	if err != nil {
		return []string{fmt.Sprintf("%s: %v", path, err)}
	}
	return s.shapes.check(path, v, types)
}

// CheckRequest says what in a request the Bot API does not know. A file may stand as a string.
func (s *Spec) CheckRequest(method string, params map[string]json.RawMessage) []string {
	m, ok := s.methods[method]
	if !ok {
		return []string{fmt.Sprintf("method %s is unknown", method)}
	}
	values := map[string]any{}
	for name, raw := range params {
		v, err := decode(raw)
		if err != nil {
			return []string{fmt.Sprintf("%s.%s: %v", method, name, err)}
		}
		values[name] = v
	}
	return s.shapes.checkFields(method+".", values, m.fields())
}

// checkDeclarations holds the sandbox's own tables against the Bot API: nothing that is not there, the same types, and nothing required left out.
func (s *Spec) checkDeclarations() []string {
	var faults []string
	for _, key := range sortedKeys(methods) {
		m := methods[key]
		theirs, ok := s.methods[m.name]
		if !ok {
			faults = append(faults, fmt.Sprintf("method %s is not in the Bot API", m.name))
			continue
		}
		faults = append(faults, compareFields("method "+m.name, m.params, theirs.fields())...)
	}
	for _, name := range sortedKeys(objects) {
		theirs, ok := s.shapes[name]
		if !ok {
			faults = append(faults, fmt.Sprintf("type %s is not in the Bot API", name))
			continue
		}
		for _, v := range objects[name].variants {
			if !slices.Contains(theirs.variants, v) {
				faults = append(faults, fmt.Sprintf("type %s has no variant %s", name, v))
			}
		}
		faults = append(faults, compareFields("type "+name, objects[name].fields, theirs.fields)...)
	}
	return faults
}

func compareFields(where string, ours, theirs []field) []string {
	var faults []string
	for _, f := range ours {
		i := slices.IndexFunc(theirs, func(t field) bool { return t.name == f.name })
		if i < 0 {
			faults = append(faults, fmt.Sprintf("%s has no %s", where, f.name))
			continue
		}
		t := theirs[i]
		if !slices.Equal(f.types, t.types) || f.required != t.required || f.constant != t.constant {
			faults = append(faults, fmt.Sprintf("%s.%s is %s (required %t, always %q) in the Bot API, %s (%t, %q) here", where, f.name,
				strings.Join(t.types, "|"), t.required, t.constant, strings.Join(f.types, "|"), f.required, f.constant))
		}
	}
	for _, t := range theirs {
		if t.required && !slices.ContainsFunc(ours, func(f field) bool { return f.name == t.name }) {
			if len(ours) > 0 {
				faults = append(faults, fmt.Sprintf("%s leaves out %s, which is required", where, t.name))
			}
		}
	}
	return faults
}
