package errand

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"github.com/go-telegram/bot/models"

	"fangkong/bot/telegram"
	"fangkong/store/workgroup"
)

// Command is one thing people can ask for by name, as a menu shows it.
type Command struct {
	Name   string
	Listed func(p workgroup.Person, known bool) bool // it stands in somebody's menu
}

// atOnceMenus is how many menus one errand sets: a college at its first start does not keep other errands waiting.
const atOnceMenus = 20

// menu is what Telegram is to show in one place. Whoever is known has one of their own, with what they may do, in the language in
// which the bot speaks with them; strangers and groups have theirs by the language of the telephone.
type menu struct {
	place    string
	scope    models.BotCommandScope
	language string
	commands []models.BotCommand // none: it is taken away
}

// digest tells menus apart; “” where one is taken away.
func (m menu) digest() string {
	if len(m.commands) == 0 {
		return ""
	}
	raw, _ := json.Marshal(m.commands) // of strings
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:8])
}

const ownMenu = "chat/" // begins the place of one person's menu

// menus are all that there should be, and those in chats that are nobody's any more.
func (r *Runner) menus(b workgroup.Book) (out []menu) {
	for _, lang := range workgroup.Languages {
		code, place := "", ""
		if lang != workgroup.Languages[0] { // whoever speaks no language of ours sees the default one's
			code, place = string(lang), "/"+string(lang)
		}
		out = append(out, menu{"strangers" + place, nil, code, r.menuOf(lang, workgroup.Person{}, false)},
			menu{"groups" + place, &models.BotCommandScopeAllGroupChats{}, code, r.menuOf(lang, workgroup.Person{Duties: []workgroup.Duty{{Role: workgroup.Head}}}, true)})
	}
	for p := range workgroup.People.Each(b, "") {
		if p.Reachable() && p.Left.IsZero() {
			out = append(out, menu{ownMenu + strconv.FormatInt(p.Telegram, 10), &models.BotCommandScopeChat{ChatID: p.Telegram}, "", r.menuOf(r.College.Speaks(p), p, true)})
		}
	}
	for set := range workgroup.Menus.Each(b, ownMenu) {
		id, err := strconv.ParseInt(strings.TrimPrefix(set.Place, ownMenu), 10, 64)
		if _, known := workgroup.PersonOf(b, id); err == nil && !known {
			out = append(out, menu{set.Place, &models.BotCommandScopeChat{ChatID: id}, "", nil})
		}
	}
	return out
}

// menuOf are the commands somebody may use, in a language.
func (r *Runner) menuOf(lang workgroup.Language, p workgroup.Person, known bool) (out []models.BotCommand) {
	for _, c := range r.Commands {
		line, err := r.Texts.Plain(lang, "menu/"+c.Name, nil)
		if err == nil && c.Listed(p, known) {
			out = append(out, models.BotCommand{Command: c.Name, Description: line})
		}
	}
	return out
}

// unset are the menus that are not as they should be.
func (r *Runner) unset(b workgroup.Book) []menu {
	return slices.DeleteFunc(r.menus(b), func(m menu) bool {
		set, there := workgroup.Menus.Get(b, m.place)
		return there && set.Digest == m.digest()
	})
}

// MenusSet is what an errand ForMenus brings back: those that Telegram shows now, or refuses for good.
type MenusSet []workgroup.Menu

// KeepMenus sends for the menus that the people, as they are now, should see and do not. It is cheap where nobody has changed.
func (r *Runner) KeepMenus() error {
	unset, waits := 0, false
	seen := fnv.New64a()
	err := r.Desk.View(func(b workgroup.Book) error {
		b.Walk(workgroup.People.Name, "", "", func(key string, value []byte) bool {
			_, _ = seen.Write([]byte(key))
			_, _ = seen.Write(value)
			return true
		})
		if seen.Sum64() != r.menusFor {
			unset = len(r.unset(b))
		}
		for e := range workgroup.Errands.Each(b, "") {
			waits = waits || e.Kind == ForMenus
		}
		return nil
	})
	switch {
	case err != nil || waits:
		return err
	case unset == 0:
		r.menusFor = seen.Sum64()
		return nil
	}
	return r.Desk.Update(func(b workgroup.Book) error {
		workgroup.SendOnce(b, workgroup.Errand{Kind: ForMenus, Written: r.Now()})
		return nil
	})
}

// setMenus sets menus until Telegram stops taking them. What it refuses for good (a chat that is gone) is not asked again.
func (r *Runner) setMenus(ctx context.Context) (any, error) {
	var unset []menu
	if err := r.Desk.View(func(b workgroup.Book) error { unset = r.unset(b); return nil }); err != nil {
		return nil, err
	}
	set := MenusSet{}
	for _, m := range unset[:min(atOnceMenus, len(unset))] {
		var err error
		if len(m.commands) == 0 {
			err = r.Asked.DeleteCommands(ctx, m.scope)
		} else {
			err = r.Asked.SetCommands(ctx, m.commands, m.scope, m.language)
		}
		var told *telegram.Error
		if err != nil && !(errors.As(err, &told) && told.Lasting()) {
			if len(set) == 0 {
				return nil, err
			}
			break // the others wait for the next errand
		}
		set = append(set, workgroup.Menu{Place: m.place, Digest: m.digest()})
	}
	return set, nil
}

// Keep notes which menus are shown.
func (set MenusSet) Keep(b workgroup.Book) {
	for _, m := range set {
		if m.Digest == "" {
			workgroup.Menus.Drop(b, m.Key())
			continue
		}
		workgroup.Menus.Put(b, m)
	}
}
