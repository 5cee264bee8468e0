package workgroup

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// source is every file of the package, tests aside.
func source(t *testing.T) []*ast.File {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var out []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	return out
}

// constants are the string constants of a type, in the whole package.
func constants(files []*ast.File, typ string) []string {
	var out []string
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if id, ok := spec.Type.(*ast.Ident); !ok || id.Name != typ {
				return true
			}
			for _, v := range spec.Values {
				if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					s, _ := strconv.Unquote(lit.Value)
					out = append(out, s)
				}
			}
			return true
		})
	}
	slices.Sort(out)
	return out
}

func listed[T ~string](list []T) []string {
	var out []string
	for _, one := range list {
		out = append(out, string(one))
	}
	slices.Sort(out)
	return out
}

// A constant that is not in its list has no text anybody would miss: so every one is.
func TestListsAreComplete(t *testing.T) {
	files := source(t)
	for typ, list := range map[string][]string{
		"EventKind":      listed(EventKinds),
		"RefusalCode":    listed(Refusals),
		"Check":          listed(Checks),
		"DifferenceKind": listed(DifferenceKinds),
		"FaultCode":      listed(FaultCodes),
		"Ending":         listed(Endings),
		"Role":           listed(Roles),
		"UnitKind":       listed(UnitKinds),
		"Group":          listed(append([]Group{Everybody}, Groups...)),
		"Mark":           listed(Marks),
		"PhoneOutcome":   listed(PhoneOutcomes),
		"Language":       listed(Languages),
		"StepName":       listed(append([]StepName{StepClose}, StepNames...)),
		"Measure":        listed(append([]Measure{Plain}, measures...)),
	} {
		declared := constants(files, typ)
		if len(declared) == 0 {
			t.Errorf("%s: no constant of it was found", typ)
		}
		if !slices.Equal(declared, list) {
			t.Errorf("%s\ndeclared %q\n  listed %q", typ, declared, list)
		}
		if twice := len(list) - len(slices.Compact(slices.Clone(list))); twice != 0 {
			t.Errorf("%s: %d listed twice", typ, twice)
		}
	}
}

// Two shelves of one name would write over each other.
func TestShelvesHaveTheirOwnNames(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range source(t) {
		ast.Inspect(f, func(n ast.Node) bool {
			name := shelfName(n)
			if name == "" {
				return true
			}
			if seen[name] {
				t.Errorf("two shelves are called %s", name)
			}
			seen[name] = true
			return true
		})
	}
	if len(seen) < 45 {
		t.Errorf("only %d shelves were found", len(seen))
	}
}

// shelfName is the name of the shelf that is made here, as Go writes it; "" where none is.
func shelfName(n ast.Node) string {
	is := func(of ast.Expr, name string) bool {
		index, ok := of.(*ast.IndexExpr)
		if !ok {
			return false
		}
		id, ok := index.X.(*ast.Ident)
		return ok && id.Name == name
	}
	switch n := n.(type) {
	case *ast.CompositeLit:
		if is(n.Type, "Shelf") && len(n.Elts) == 1 {
			if name, ok := n.Elts[0].(*ast.KeyValueExpr).Value.(*ast.BasicLit); ok {
				return name.Value
			}
		}
	case *ast.CallExpr:
		if is(n.Fun, "copying") {
			return n.Args[0].(*ast.BasicLit).Value
		}
	}
	return ""
}

// The office's words for what is counted have both languages, and every card kind a different name.
func TestLabelsAreComplete(t *testing.T) {
	for base, l := range Labels {
		if l.Name == "" || l.English == "" {
			t.Errorf("%s is called %+v", base, l)
		}
	}
	if len(slices.Compact(slices.Sorted(slices.Values(CardKinds)))) != len(CardKinds) {
		t.Errorf("card kinds %v", CardKinds)
	}
	declared := 0
	for _, f := range source(t) {
		ast.Inspect(f, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 && strings.HasSuffix(spec.Names[0].Name, "Card") {
				if _, ok := spec.Values[0].(*ast.BasicLit); ok {
					declared++
				}
			}
			return true
		})
	}
	if declared != len(CardKinds) {
		t.Errorf("%d card kinds are declared, %d listed", declared, len(CardKinds))
	}
}
