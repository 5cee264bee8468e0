package telegram

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"path"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

// largest is the longest answer we read: a hundred updates are some hundred kilobytes.
const largest = 16 << 20

// defaultURL is Telegram's own server; in mainland China another one, or a proxy, stands in for it.
const defaultURL = "https://api.telegram.org"

// NewHTTP returns a client for both doors. It goes through HTTPS_PROXY, keeps a connection for each worker, and follows
// no redirect: the Bot API has none, and a captive portal must not be posted to. Calls bound their own time.
func NewHTTP(workers int) *http.Client {
	return &http.Client{
		Transport: &http.Transport{
			Proxy:                 http.ProxyFromEnvironment,
			ForceAttemptHTTP2:     true,
			MaxIdleConns:          workers + 4,
			MaxIdleConnsPerHost:   workers + 4,
			IdleConnTimeout:       90 * time.Second,
			TLSHandshakeTimeout:   10 * time.Second,
			ExpectContinueTimeout: time.Second,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// wire is the HTTP client that go-telegram/bot and the poller speak through. Do returns an *Error for everything but a
// yes of Telegram's, so that no caller has to read an error's text.
type wire struct{ http *http.Client }

type envelope struct {
	OK          bool            `json:"ok"`
	Result      json.RawMessage `json:"result"`
	Description string          `json:"description"`
	Code        int             `json:"error_code"`
	Parameters  struct {
		RetryAfter int64 `json:"retry_after"`
		MigrateTo  int64 `json:"migrate_to_chat_id"`
	} `json:"parameters"`
}

// said is where a call finds Telegram's yes as it came: a model that cannot read it must not make a message that was
// sent look as if it was not.
type said struct {
	ok     bool
	result json.RawMessage
}

type saidKey struct{}

// Do carries out one request.
func (w wire) Do(req *http.Request) (*http.Response, error) {
	method := path.Base(req.URL.Path)
	if err := replayable(req); err != nil {
		return nil, &Error{Method: method, Description: BadParameters}
	}
	// A request can have been carried out once a connection was there to write it to. A second GetConn means that the
	// transport knows nothing was written to the first, so the doubt begins anew.
	var doubt atomic.Bool
	req = req.WithContext(httptrace.WithClientTrace(req.Context(), &httptrace.ClientTrace{
		GetConn: func(string) { doubt.Store(false) },
		GotConn: func(httptrace.GotConnInfo) { doubt.Store(true) },
	}))
	resp, err := w.http.Do(req)
	if err != nil {
		description, cause := broken(req.Context(), err)
		return nil, &Error{Method: method, Description: description, Cause: cause, Ambiguous: doubt.Load()}
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, largest+1))
	switch {
	case err != nil:
		return nil, &Error{Method: method, Description: Interrupted, Ambiguous: true}
	case len(body) > largest:
		return nil, &Error{Method: method, Description: TooLarge, Ambiguous: true}
	}
	var e envelope
	if json.Unmarshal(body, &e) != nil || !e.OK && e.Code == 0 {
		// A page of HTML from a proxy, or an answer cut short.
		return nil, &Error{Method: method, Code: failing(resp.StatusCode), Description: Unreadable, Ambiguous: true}
	}
	if !e.OK {
		return nil, &Error{
			Method:      method,
			Code:        e.Code,
			Description: describe(e.Description),
			RetryAfter:  max(0, time.Duration(e.Parameters.RetryAfter)*time.Second),
			MigrateTo:   e.Parameters.MigrateTo,
			Ambiguous:   e.Code >= http.StatusInternalServerError,
		}
	}
	if s, ok := req.Context().Value(saidKey{}).(*said); ok {
		s.ok, s.result = true, e.Result
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}

// replayable reads the body once, so that the transport can write it again when an idle connection turns out to be
// closed before a byte left: the library hands over a pipe, which cannot be rewound and would end in a false doubt.
func replayable(req *http.Request) error {
	if req.Body == nil {
		return nil
	}
	raw, err := io.ReadAll(req.Body)
	req.Body.Close()
	if err != nil {
		return err
	}
	req.ContentLength = int64(len(raw))
	req.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(raw)), nil }
	req.Body, _ = req.GetBody()
	return nil
}

// broken names what a transport error was and what it came from; its own text names the URL, and the URL holds the token.
func broken(ctx context.Context, err error) (description, cause string) {
	var name *net.DNSError
	var certificate *tls.CertificateVerificationError
	var late net.Error
	switch {
	case errors.Is(ctx.Err(), context.Canceled) || errors.Is(err, context.Canceled):
		return Interrupted, "" // by ourselves
	case ctx.Err() != nil || errors.Is(err, context.DeadlineExceeded):
		return Interrupted, TimedOut
	case errors.As(err, &name):
		return Unreachable, NoSuchHost
	case errors.As(err, &certificate):
		return Unreachable, BadCert
	case errors.Is(err, syscall.ECONNREFUSED):
		return Unreachable, Declined
	case errors.As(err, &late) && late.Timeout():
		return Unreachable, TimedOut
	}
	return Unreachable, NotSpecified
}

// failing is the HTTP status when it says that something failed, 0 when it does not.
func failing(status int) int {
	if status >= http.StatusInternalServerError {
		return status
	}
	return 0
}

// address joins server and token; both are trimmed, a stray newline must not end up in an error.
func address(url, token string) string {
	return server(url) + "/bot" + strings.TrimSpace(token) + "/"
}

func server(url string) string {
	url = strings.TrimRight(strings.TrimSpace(url), "/")
	if url == "" {
		return defaultURL
	}
	return url
}
