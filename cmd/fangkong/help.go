package main

import (
	"bytes"
	"strings"

	"github.com/alecthomas/kong"
)

// headings puts the office's words beside the parser's own.
var headings = strings.NewReplacer(
	"Usage: ", "用法 usage: ",
	"\nArguments:\n", "\n参数 arguments:\n",
	"\nFlags:\n", "\n选项 flags:\n",
	"\nCommands:\n", "\n命令 commands:\n",
	"Show context-sensitive help.", "帮助 show this help.",
	`Run "fangkong <command> --help" for more information on a command.`,
	`各命令的用法 more on a command: fangkong <command> --help`,
)

// help prints the parser's own help with bilingual headings.
func help(o kong.HelpOptions, k *kong.Context) error {
	out := k.Stdout
	var text bytes.Buffer
	k.Stdout = &text
	defer func() { k.Stdout = out }()
	if err := kong.DefaultHelpPrinter(o, k); err != nil {
		return err
	}
	_, err := headings.WriteString(out, text.String())
	return err
}
