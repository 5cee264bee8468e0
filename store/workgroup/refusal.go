package workgroup

import "fmt"

// Refusal is what a person cannot do, and why: a value, told in their language by the text of its code.
type Refusal struct {
	Code  RefusalCode
	Facts Facts
}

func (r *Refusal) Error() string { return "refused: " + string(r.Code) }

// Is lets errors.Is compare by code.
func (r *Refusal) Is(target error) bool {
	t, ok := target.(*Refusal)
	return ok && t.Code == r.Code
}

// Refuse makes a refusal; pairs are names and values of its facts.
func Refuse(code RefusalCode, pairs ...any) error {
	facts := Facts{}
	for i := 0; i+1 < len(pairs); i += 2 {
		facts[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return &Refusal{code, facts}
}

// RefusalCode names a refusal. Each has a text in every language.
type RefusalCode string
