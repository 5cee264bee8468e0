package sandbox

import "fmt"

// A refusal is the Bot API saying no. It is an answer, not an error of the sandbox.
type refusal struct {
	code        int
	description string
	retryAfter  int
	migrateTo   int64
}

func (r *refusal) Error() string { return fmt.Sprintf("%d %s", r.code, r.description) }

func badRequest(format string, args ...any) *refusal {
	return &refusal{code: 400, description: "Bad Request: " + fmt.Sprintf(format, args...)}
}

func forbidden(format string, args ...any) *refusal {
	return &refusal{code: 403, description: "Forbidden: " + fmt.Sprintf(format, args...)}
}

func conflict(format string, args ...any) *refusal {
	return &refusal{code: 409, description: "Conflict: " + fmt.Sprintf(format, args...)}
}

func tooMany(seconds int) *refusal {
	return &refusal{code: 429, description: fmt.Sprintf("Too Many Requests: retry after %d", seconds), retryAfter: seconds}
}

// answer is the envelope every response comes in.
type answer struct {
	OK          bool              `json:"ok"`
	Result      any               `json:"result,omitempty"`
	ErrorCode   int               `json:"error_code,omitempty"`
	Description string            `json:"description,omitempty"`
	Parameters  *answerParameters `json:"parameters,omitempty"`
}

type answerParameters struct {
	MigrateToChatID int64 `json:"migrate_to_chat_id,omitempty"`
	RetryAfter      int   `json:"retry_after,omitempty"`
}

func (r *refusal) answer() answer {
	a := answer{ErrorCode: r.code, Description: r.description}
	if r.retryAfter > 0 || r.migrateTo != 0 {
		a.Parameters = &answerParameters{MigrateToChatID: r.migrateTo, RetryAfter: r.retryAfter}
	}
	return a
}
