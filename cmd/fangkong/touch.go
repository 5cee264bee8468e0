package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

// touch is the dead-man's line: a file or an address that is touched while all is well, so that somebody outside notices silence.
// Its errors never hold the address: it may be all the secret there is.
func touch(ctx context.Context, client *http.Client, where string) error {
	if !strings.HasPrefix(where, "http://") && !strings.HasPrefix(where, "https://") {
		now := time.Now()
		err := os.Chtimes(where, now, now)
		if errors.Is(err, os.ErrNotExist) {
			err = os.WriteFile(where, nil, 0o600)
		}
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, where, nil)
	if err != nil {
		return errors.New("watch.touch is no address")
	}
	resp, err := client.Do(req)
	if u := (*url.Error)(nil); errors.As(err, &u) {
		err = u.Err
	}
	if err != nil {
		return err
	}
	_, _ = io.CopyN(io.Discard, resp.Body, 1<<16)
	if err := resp.Body.Close(); err != nil {
		return err
	}
	if resp.StatusCode >= 300 {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return nil
}
