package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"fangkong/store/workgroup"
)

// DeadInput is an input that could not be applied, kept for an operator to look at. Only Raw holds what somebody wrote.
type DeadInput struct {
	Reference uint64    `json:"reference"` // the number the person was told
	At        time.Time `json:"at"`        // when it was set aside
	Mark      string    `json:"mark,omitempty"`
	Shelf     string    `json:"shelf,omitempty"` // of the record that was due, when the clock was the door
	Key       string    `json:"key,omitempty"`
	Reason    string    `json:"reason"`
	Untold    string    `json:"untold,omitempty"` // why the person could not be told either
	Stack     string    `json:"stack,omitempty"`  // where a rule panicked
	Raw       []byte    `json:"raw,omitempty"`
}

// bury keeps an input among the dead under its reference number.
func (t *session) bury(reference uint64, in workgroup.Input, why, untold error) error {
	dead := DeadInput{
		Reference: reference, At: t.now, Mark: in.Mark, Shelf: in.Due.Shelf, Key: in.Due.Key,
		Reason: why.Error(), Raw: in.Raw,
	}
	if untold != nil {
		dead.Untold = untold.Error()
	}
	var panicked *panicError
	if errors.As(why, &panicked) || errors.As(untold, &panicked) {
		dead.Stack = string(panicked.stack)
	}
	if dead.Raw == nil && in.Inbox != "" {
		if value := t.bucket(inboxBucket).Get([]byte(in.Inbox)); len(value) > 16 {
			dead.Raw = value[16:]
		}
	}
	value, err := json.Marshal(dead)
	if err != nil {
		return fmt.Errorf("dead input %d: %w", reference, err)
	}
	if err := t.bucket(deadBucket).Put(number(reference), value); err != nil {
		return fmt.Errorf("dead input %d: %w", reference, err)
	}
	return nil
}

// Dead visits what was set aside, oldest first, until visit says false.
func (s *Store) Dead(visit func(DeadInput) bool) error {
	return s.read(func(t *session) error {
		c := t.bucket(deadBucket).Cursor()
		for key, value := c.First(); key != nil; key, value = c.Next() {
			var dead DeadInput
			if err := json.Unmarshal(value, &dead); err != nil {
				return fmt.Errorf("dead input %d: %w", numberIn(key), err)
			}
			if !visit(dead) {
				return nil
			}
		}
		return nil
	})
}
