package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"syscall"

	bolterrors "go.etcd.io/bbolt/errors"

	"fangkong/store/workgroup"
)

// Apply lets the rules decide over inputs, in order, in one commit, and returns an answer for each once that commit is
// on disk.
//
// Each input works on a layer of its own above the transaction, flushed when it was decided without a fault. That
// is why a failing input costs its neighbours nothing: the batch need not be rolled back and run again one by one.
// A refusal is answered in its own words. Anything else (an error, a fault, a panic) sets the input aside, raw
// bytes and reason, under a reference number that the person is told. Applied, refused or set aside, an input is
// remembered by its mark and leaves the inbox in the same commit; one that was applied before is skipped, its
// answer empty.
//
// If the commit itself fails, and not because of the disk, the inputs are run again one a commit, so that one that can
// never be committed is set aside and holds up nobody. An error of the disk is returned: trying again later can help.
// Answers returned beside an error belong to what was committed before it.
func (s *Store) Apply(inputs []workgroup.Input, rules workgroup.Rules) ([]workgroup.Answer, error) {
	if len(inputs) == 0 {
		return nil, nil
	}
	answers := make([]workgroup.Answer, len(inputs))
	err := s.write(func(t *session) error {
		for i := range inputs {
			var err error
			if answers[i], err = t.apply(inputs[i], rules); err != nil {
				return err
			}
		}
		return nil
	})
	switch {
	case err == nil:
		return answers, nil
	case s.severed() != nil || ofTheDisk(err):
		return nil, fmt.Errorf("applying %d inputs: %w", len(inputs), err)
	}
	clear(answers)
	for i := range inputs {
		if answers[i], err = s.applyAlone(inputs[i], rules); err != nil {
			return answers, fmt.Errorf("applying input %d of %d: %w", i+1, len(inputs), err)
		}
	}
	return answers, nil
}

// applyAlone gives one input a commit of its own, and sets it aside when that commit cannot be made.
func (s *Store) applyAlone(in workgroup.Input, rules workgroup.Rules) (answer workgroup.Answer, err error) {
	err = s.write(func(t *session) (err error) {
		answer, err = t.apply(in, rules)
		return err
	})
	switch {
	case err == nil:
		return answer, nil
	case s.severed() != nil || ofTheDisk(err):
		return workgroup.Answer{}, err
	}
	reason := err
	err = s.write(func(t *session) (err error) {
		answer, err = t.setAside(in, reason, rules)
		return err
	})
	if err == nil {
		return answer, nil
	}
	// Even the answer cannot be kept: the input is set aside in silence.
	return workgroup.Answer{}, s.write(func(t *session) error {
		_, err := t.setAside(in, reason, mute{})
		return err
	})
}

// mute rules have no answer to anything.
type mute struct{}

func (mute) Decide(workgroup.Book, workgroup.Input) (workgroup.Answer, error) {
	return workgroup.Answer{}, nil
}

func (mute) Refuse(workgroup.Book, workgroup.Input, error, string) workgroup.Answer {
	return workgroup.Answer{}
}

// ofTheDisk tells whether an error comes from the operating system or from a closed file: no input is to blame for it.
func ofTheDisk(err error) bool {
	var number syscall.Errno
	var path *fs.PathError
	if errors.As(err, &number) || errors.As(err, &path) || errors.Is(err, io.ErrShortWrite) || errors.Is(err, bolterrors.ErrDatabaseNotOpen) {
		return true
	}
	// When the file has to grow, bbolt keeps of the system's error only its text, after one of these.
	for _, told := range []string{"file resize error", "file sync error", "mmap allocate error"} {
		if strings.Contains(err.Error(), told) {
			return true
		}
	}
	return false
}

// apply decides one input within the transaction. An error means that the transaction must not be committed.
func (t *session) apply(in workgroup.Input, rules workgroup.Rules) (workgroup.Answer, error) {
	if t.applied(in) {
		return workgroup.Answer{}, t.settle(workgroup.Input{Inbox: in.Inbox})
	}
	answer, err := t.layer.attempt(func(b workgroup.Book) (workgroup.Answer, error) { return rules.Decide(b, in) })
	if err == nil {
		if err := t.layer.flush(); err != nil {
			return workgroup.Answer{}, err
		}
		return answer, t.settle(in)
	}
	if refusal := (*workgroup.Refusal)(nil); errors.As(err, &refusal) {
		return t.refuse(in, err, rules)
	}
	return t.setAside(in, err, rules)
}

// refuse tells the person what they cannot do.
func (t *session) refuse(in workgroup.Input, why error, rules workgroup.Rules) (workgroup.Answer, error) {
	answer, err := t.layer.attempt(refusing(in, why, "", rules))
	if err != nil {
		// Nobody was told anything: that is for the operator to know.
		return t.setAside(in, fmt.Errorf("%w; not told: %w", why, err), mute{})
	}
	if err := t.layer.flush(); err != nil {
		return workgroup.Answer{}, err
	}
	return answer, t.settle(in)
}

// setAside keeps what cannot be applied, with the reason, and tells the person the number it is kept under.
func (t *session) setAside(in workgroup.Input, why error, rules workgroup.Rules) (workgroup.Answer, error) {
	n, err := t.bucket(deadBucket).NextSequence()
	if err != nil {
		return workgroup.Answer{}, fmt.Errorf("dead inputs: %w", err)
	}
	reference := strconv.FormatUint(n, 10)
	if err := t.addLine(workgroup.Event{At: in.Now, Kind: workgroup.InputSetAside, Object: reference}, nil); err != nil {
		return workgroup.Answer{}, err
	}
	answer, untold := t.layer.attempt(refusing(in, why, reference, rules))
	if untold == nil {
		if err := t.layer.flush(); err != nil {
			return workgroup.Answer{}, err
		}
	}
	if err := t.bury(n, in, why, untold); err != nil {
		return workgroup.Answer{}, err
	}
	return answer, t.settle(in)
}

func refusing(in workgroup.Input, why error, reference string, rules workgroup.Rules) func(workgroup.Book) (workgroup.Answer, error) {
	return func(b workgroup.Book) (workgroup.Answer, error) { return rules.Refuse(b, in, why, reference), nil }
}
