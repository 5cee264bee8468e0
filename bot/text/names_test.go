package text_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fangkong/bot/text"
	"fangkong/store/workgroup"
)

func load(t testing.TB) *text.Texts {
	t.Helper()
	texts, err := text.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

func of[T ~string](kind string, all []T) []string {
	var out []string
	for _, one := range all {
		if one != "" {
			out = append(out, kind+"/"+string(one))
		}
	}
	return out
}

// registries are the words whose lists the rules keep.
func registries() []string {
	var labels, reasons []string
	for _, l := range workgroup.Languages {
		labels = append(labels, "language/"+string(l), "button/language-"+string(l))
	}
	reasons = of("button", workgroup.Reasons)
	for i, r := range reasons {
		reasons[i] = strings.Replace(r, "button/", "button/reason-", 1)
	}
	measures := []workgroup.Measure{workgroup.New, workgroup.Prev, workgroup.Released, workgroup.Now, workgroup.Total, workgroup.ReleasedTotal}
	return slices.Concat(of("event", workgroup.EventKinds), of("refusal", workgroup.Refusals), of("check", workgroup.Checks), of("role", workgroup.Roles), of("fault", workgroup.FaultCodes),
		of("mark", workgroup.Marks), of("cause", workgroup.Causes), of("ending", workgroup.Endings), of("step", append([]workgroup.StepName{workgroup.StepClose}, workgroup.StepNames...)),
		of("state", []workgroup.UnitState{workgroup.Missing, workgroup.Awaiting, workgroup.Filed}), of("measure", measures), of("group", workgroup.Groups), labels, reasons,
		of("case", workgroup.CaseKinds), of("verdict", append(workgroup.Verdicts, workgroup.VerdictSame)), of("channel", workgroup.Channels), of("leg", workgroup.LegNames),
		of("lack", workgroup.CaseGaps), of("phone", workgroup.PhoneOutcomes), of("pause", workgroup.Pauses),
		of("class", workgroup.NoticeClasses), of("need", workgroup.NoticeNeeds), of("audience", workgroup.AudienceKinds), of("delivery", workgroup.Deliveries), of("silence", workgroup.Silences),
		of("paperstate", workgroup.PaperStates), of("paperclass", workgroup.PaperClasses), of("ground", workgroup.PaperGrounds), of("change", workgroup.DifferenceKinds), of("field", workgroup.RegisterFields), of("gap", workgroup.GapReasons), of("point", workgroup.Points), of("frame", workgroup.Frames))
}

// built are the names put together with +, by how they begin, and what each can end in.
var built = map[string][]string{
	"say/owe-":         {string(workgroup.StepRemind), string(workgroup.StepAgain), string(workgroup.StepUnits)},
	"say/call-":        {string(workgroup.StepAgain), string(workgroup.StepUnits), string(workgroup.StepLeads)},
	"say/lead-":        {string(workgroup.StepUnits), string(workgroup.StepNudge)},
	"button/":          nil, // the arguments of calls to button(…) are found by themselves
	"menu/":            nil, // so are the names of the commands
	"button/reason-":   workgroup.Reasons,
	"button/language-": {string(workgroup.Chinese), string(workgroup.English)},
	"button/pause-":    workgroup.Pauses,
	"button/annex-":    {"workbook", "attendance", "trend", "papers", "problems", "notices", "duty"},
	"button/case-leg-": {string(workgroup.LegIndividual), string(workgroup.LegUnit)},
	"say/case-leg-":    {string(workgroup.LegIndividual), string(workgroup.LegUnit)},
	"button/meant-":    {"stands", "mend", "answer", "refuse", "grant", "check", "return", "paper", "done", "progress", "ask", "received", "did", "sheet", "change", "tell"},
	"say/case-ask-":    {string(workgroup.RemarkDesk), string(workgroup.KnownDesk), string(workgroup.EventDesk), string(workgroup.OutcomeDesk)},
	"refusal/":         nil,
	"check/":           nil,
	"fault/":           nil,
	"change/":          nil,
	"book/":            ledgerWords(),
}

// ledgerWords are those of the ledgers, which are put together by name.
func ledgerWords() (out []string) {
	for _, ledger := range []string{"key", "stores", "away", "work", "balance", "decisions", "receipts", "duty", "reports", "cases", "contacts"} {
		out = append(out, ledger, ledger+"-title", ledger+"-below", ledger+"-header")
	}
	return out
}

var nameLike = regexp.MustCompile(`^(say|card|button|toast|menu|refusal|check|fault|change|book)/([a-z0-9A-Z-]*)$`)

// used are the names of texts that the program asks for.
func used(t *testing.T) []string {
	t.Helper()
	found := registries()
	for _, dir := range []string{"../../store/workgroup", "../", "../card", "../errand", "../paper"} {
		files, _ := filepath.Glob(dir + "/*.go")
		if len(files) == 0 {
			t.Fatalf("no source in %s", dir)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					if fun, ok := n.Fun.(*ast.SelectorExpr); ok && fun.Sel.Name == "button" && len(n.Args) > 0 {
						found = append(found, prefixed("button/", n.Args[0])...)
					}
				case *ast.CompositeLit:
					found = append(found, commandName(n)...)
				case *ast.BasicLit:
					s, _ := strconv.Unquote(n.Value)
					m := nameLike.FindStringSubmatch(s)
					if m == nil {
						return true
					}
					if m[2] != "" && !strings.HasSuffix(s, "-") {
						found = append(found, s)
						return true
					}
					ends, known := built[s]
					if !known {
						t.Errorf("%s: names that begin with %q are put together, and nothing says how they end", name, s)
					}
					for _, end := range ends {
						found = append(found, s+end)
					}
				}
				return true
			})
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func prefixed(prefix string, e ast.Expr) []string {
	if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		s, _ := strconv.Unquote(lit.Value)
		return []string{prefix + s}
	}
	return nil
}

// commandName is the menu line of an entry of the command table; /start is not in the menu.
func commandName(n *ast.CompositeLit) []string {
	var out []string
	words := false
	for _, e := range n.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if id, ok := kv.Key.(*ast.Ident); ok && id.Name == "Name" {
			out = prefixed("menu/", kv.Value)
		} else if ok && id.Name == "Words" {
			words = true
		}
	}
	if !words {
		return nil
	}
	return out
}

func TestEveryNameHasItsText(t *testing.T) {
	texts, names := load(t), used(t)
	for _, lang := range workgroup.Languages {
		for _, name := range names {
			if !texts.Has(lang, name) {
				t.Errorf("%s has no text %s", lang, name)
			}
		}
		for _, name := range texts.Names(lang) {
			if !strings.HasPrefix(name, "part/") && !slices.Contains(names, name) {
				t.Errorf("%s: nobody says %s", lang, name)
			}
		}
	}
	if len(names) < 150 {
		t.Errorf("only %d names were found", len(names))
	}
}

func TestLanguagesDefineTheSame(t *testing.T) {
	texts := load(t)
	first := texts.Names(workgroup.Languages[0])
	for _, lang := range workgroup.Languages[1:] {
		other := texts.Names(lang)
		for _, name := range first {
			if !slices.Contains(other, name) {
				t.Errorf("%s has no %s", lang, name)
			}
		}
		for _, name := range other {
			if !slices.Contains(first, name) {
				t.Errorf("%s has no %s", workgroup.Languages[0], name)
			}
		}
	}
}

// Times and telephone numbers are settings: a text that knows one is wrong the day they change.
func TestNoTimeOrTelephoneIsFixed(t *testing.T) {
	fixed := regexp.MustCompile(`\d{1,2}[:：]\d{2}|\d{7,}|\d{3,4}-\d{5,}|[一二三四五两]点(半|钟|前)`)
	for _, lang := range workgroup.Languages {
		raw, err := os.ReadFile(string(lang) + ".tmpl")
		if err != nil {
			t.Fatal(err)
		}
		for i, one := range strings.Split(string(raw), "\n") {
			if found := fixed.FindString(one); found != "" {
				t.Errorf("%s.tmpl:%d: %q is a setting", lang, i+1, found)
			}
		}
	}
}

// A college that renames its bodies in the settings reads its own names everywhere, and the usual ones nowhere.
func TestBodiesAreCalledAsTheCollegeCallsThem(t *testing.T) {
	own := map[string]workgroup.Named{
		"office":  {Name: "指挥部办公室", English: "the command office"},
		"leading": {Name: "指挥部", English: "the command"},
		"leads":   {Name: "专班"}, // no English name: its own, not somebody else's
	}
	texts, err := text.Load(own)
	if err != nil {
		t.Fatal(err)
	}
	fixtures, met := plainWorld().fixtures(), map[string]int{}
	for _, lang := range workgroup.Languages {
		for _, name := range texts.Names(lang) {
			cases, ok := casesOf(name, fixtures)
			if !ok {
				continue // a part stands in others
			}
			for _, said := range render(t, texts, lang, name, cases) {
				for key, usual := range workgroup.Bodies {
					for _, word := range []string{usual.Name, usual.English} {
						if strings.Contains(strings.ToLower(said), word) {
							t.Errorf("%s %s calls a body %q, which this college does not:\n%s", lang, name, word, said)
						}
					}
					if strings.Contains(said, own[key].Name) {
						met[key]++
					}
				}
			}
		}
	}
	for key := range workgroup.Bodies {
		if met[key] == 0 {
			t.Errorf("no text speaks of %s", key)
		}
	}
}
