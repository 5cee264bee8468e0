package main

import (
	"errors"
	"io/fs"
	"net/url"
	"syscall"

	"fangkong/bot/telegram"
	"fangkong/store"
)

// trouble is an error in the person's words, and still the error it was.
type trouble struct {
	words string
	err   error
}

func (t *trouble) Error() string { return t.words }
func (t *trouble) Unwrap() error { return t.err }

// file says what is wrong with a file, nil for nothing.
func (c console) file(path string, err error) error {
	if err == nil {
		return nil
	}
	what := err.Error()
	for _, known := range []struct {
		is               error
		chinese, english string
	}{
		{fs.ErrNotExist, "没有这个文件", "there is no such file"},
		{fs.ErrExist, "已存在，没有改动", "it exists, and was not changed"},
		{fs.ErrPermission, "没有读写权限", "no permission to read or write it"},
		{syscall.ENOTDIR, "路径中有一段是文件，不是目录", "a part of the path is a file and no directory"},
		{syscall.EISDIR, "是目录，不是文件", "it is a directory and no file"},
		{syscall.ENOSPC, "磁盘满了", "the disk is full"},
		{syscall.EROFS, "所在磁盘是只读的", "it lies on a read-only disk"},
	} {
		if errors.Is(err, known.is) {
			what = c.in(known.chinese, known.english)
			break
		}
	}
	return &trouble{path + c.in("：", ": ") + what, err}
}

// data says why a data file could not be opened.
func (c console) data(path string, err error) error {
	for _, known := range []struct {
		is               error
		chinese, english string
	}{
		{store.ErrInUse, "正被另一个 fangkong 使用，先停掉它", "is in use by another fangkong; stop that one first"},
		{store.ErrNewer, "由更新版本写成，请换用新版本", "was written by a newer fangkong; use that version"},
		{store.ErrNoBackup, "要升级到新版本的格式，但升级前没能备份，所以没有改动；检查备份文件夹和磁盘空间", "has to be brought to a newer format, and could not be backed up before, so that it was left as it is; check the backup folder and the disk"},
		{store.ErrUnsound, "核对不过，有损坏", "does not verify: it is damaged"},
		{store.ErrForeign, "不是 fangkong 的数据文件，或已损坏；核对 --data，或换回备份", "is no data file of fangkong, or is damaged; check --data, or restore a backup"},
	} {
		if errors.Is(err, known.is) {
			return &trouble{c.in("数据文件 ", "the data file ") + path + " " + c.in(known.chinese, known.english), err}
		}
	}
	return c.file(path, err)
}

// unreached says why Telegram does not answer, and what can be done.
func (c console) unreached(api string, err error) {
	if api == "" {
		api = "api.telegram.org"
	}
	cause := c.in("连不上", "no connection")
	if e := (*telegram.Error)(nil); errors.As(err, &e) {
		for known, words := range map[string]string{
			telegram.NoSuchHost: c.in("域名解析不了", "its name cannot be resolved"),
			telegram.Declined:   c.in("对方拒绝连接", "the connection was refused"),
			telegram.TimedOut:   c.in("超时没有应答", "no answer in time"),
			telegram.BadCert:    c.in("证书不可信", "its certificate is not trusted"),
			telegram.Unreadable: c.in("有应答，但不是 Telegram 的", "what answers is not Telegram"),
		} {
			if e.Cause == known || e.Description == known {
				cause = words
			}
		}
	}
	c.say("暂时连不上 Telegram（%s）：%s。会一直重试；本地访问不了 Telegram 的，请设 HTTPS_PROXY，或用 --api 指明自己的接口服务器。",
		"Telegram (%s) cannot be reached yet: %s. It is tried again and again; where Telegram is blocked set HTTPS_PROXY, or name an API server of your own with --api.", api, cause)
}

// address holds --api against what an address is.
func (c console) address(api string) error {
	if api == "" {
		return nil
	}
	u, err := url.Parse(api)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return errors.New(c.in("--api 要写成完整地址，如 https://api.example.org，现在是 ", "--api is an address such as https://api.example.org, and not ") + api)
	}
	return nil
}
