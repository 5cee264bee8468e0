package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// top is what may stand beside one another at the top of the tree.
var top = []string{"cmd", "bot", "store", "schedule", "go.mod", "go.sum", "Dockerfile", "README.md",
	".ci", ".git", ".gitignore", ".gitattributes", ".dockerignore", ".golangci.yml", ".editorconfig", ".github", "staticcheck.conf"}

// left is what the commands of the README leave behind; it is in .gitignore.
var left = []string{"fangkong", "demo-out"}

// Which rooms of the house may import what: the prefix of an import path, and where it stays.
var reserved = []struct {
	imported string
	room     string
}{
	{"github.com/go-telegram/", "bot"},
	{"go.etcd.io/bbolt", "store"},
	{"github.com/robfig/cron", "schedule"},
}

// rooms of the conversation that decide nothing, in their order: each may know those before it, and none what stands behind it.
var rooms = []string{"fangkong/bot/clerk", "fangkong/bot/card", "fangkong/bot/errand", "fangkong/bot"}

type goPackage struct {
	ImportPath   string
	Module       *struct{ Dir string }
	Imports      []string
	TestImports  []string
	XTestImports []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	list := exec.Command("go", "list", "-json", "fangkong/...")
	list.Stderr = os.Stderr
	raw, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var out []goPackage
	for d := json.NewDecoder(strings.NewReader(string(raw))); ; {
		var p goPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	if len(out) < 5 {
		t.Fatalf("go list names %d packages only", len(out))
	}
	return out
}

// room is the first folder of one of our packages, “” for anybody else's.
func room(path string) string {
	rest, ours := strings.CutPrefix(path, "fangkong/")
	if !ours {
		return ""
	}
	return strings.Split(rest, "/")[0]
}

func TestTheHouseIsBuiltAsDrawn(t *testing.T) {
	const workgroup = "fangkong/store/workgroup"
	for _, p := range packages(t) {
		here := room(p.ImportPath)
		for _, imported := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			there := room(imported)
			switch {
			case there != "" && there != here && here != "cmd" && imported != workgroup:
				t.Errorf("%s imports %s: %s and %s know only the vocabulary of one another", p.ImportPath, imported, here, there)
			case slices.Contains(rooms, p.ImportPath) && slices.Index(rooms, imported) > slices.Index(rooms, p.ImportPath):
				t.Errorf("%s imports %s, which stands behind it", p.ImportPath, imported)
			case p.ImportPath == workgroup && imported != workgroup && strings.Contains(imported, "."):
				t.Errorf("%s imports %s: the vocabulary needs only the standard library", p.ImportPath, imported)
			case p.ImportPath == workgroup && there != "" && imported != workgroup:
				t.Errorf("%s imports %s: the vocabulary knows nobody", p.ImportPath, imported)
			}
			for _, r := range reserved {
				// A benchmark may hold us against the library itself; what ships may not.
				if strings.HasPrefix(imported, r.imported) && here != r.room && slices.Contains(p.Imports, imported) {
					t.Errorf("%s imports %s, which stays under %s", p.ImportPath, imported, r.room)
				}
			}
		}
	}
}

func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestTheTopHoldsWhatWasAgreed(t *testing.T) {
	entries, err := os.ReadDir(root(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.Contains(top, e.Name()) && !slices.Contains(left, e.Name()) {
			t.Errorf("%s stands at the top of the tree", e.Name())
		}
	}
}

func TestTheReadmeNamesBothCommands(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root(t), "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"go test ./...", "go run ./cmd/fangkong demo"} {
		if !strings.Contains(string(text), command) {
			t.Errorf("README.md does not say %q", command)
		}
	}
}
