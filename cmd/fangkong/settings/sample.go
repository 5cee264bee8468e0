package settings

import (
	"embed"
	"fmt"
	"path/filepath"

	"fangkong/store/workgroup"
)

//go:embed sample/fangkong.toml sample/roster.toml
var samples embed.FS

// The names of the two files, as init lays them out and run looks for them.
const (
	File       = "fangkong.toml"
	RosterFile = "roster.toml"
)

// SampleFile is one of the two files as init writes it; it panics on another name.
func SampleFile(name string) []byte {
	raw, err := samples.ReadFile("sample/" + name)
	if err != nil {
		panic(fmt.Sprintf("sample %s: %v", name, err))
	}
	return raw
}

// Sample is the sample college, for the demo and for tests. Its files are part of the program: that Check finds no fault in
// them is tested, and one that cannot be read is a panic.
func Sample() (Settings, Roster) {
	config, roster := reading{file: File}, reading{file: RosterFile}
	s := config.settings(config.parse(SampleFile(File)), filepath.Dir(File))
	r := roster.roster(roster.parse(SampleFile(RosterFile)))
	if faults := append(config.faults, roster.faults...); len(faults) > 0 {
		panic("samples: " + faults.Text(workgroup.English))
	}
	return s, r
}
