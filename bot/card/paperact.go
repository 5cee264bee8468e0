package card

import (
	"slices"

	"fangkong/store/workgroup"
)

// PaperAct is a button of a report's card (上报审签单): in which states it stands there, and for whom. What it does is the conversation's.
type PaperAct struct {
	Name, Label string
	States      []workgroup.PaperState
	May         func(p workgroup.Paper, who workgroup.Person) bool // by their roles; what the rules of a step ask is asked beside it
}

// going are the states of a report that is on its way to its signature.
var going = []workgroup.PaperState{workgroup.PaperChecking, workgroup.PaperReview, workgroup.PaperReviewed, workgroup.PaperToSign}

// PaperActs are all of them, as they stand on the card. The rules refuse whatever a card did not offer.
var PaperActs = []PaperAct{
	{"work", "button/paper-work", []workgroup.PaperState{workgroup.PaperDraft}, drafts},
	{"notes", "button/paper-notes", []workgroup.PaperState{workgroup.PaperDraft}, func(_ workgroup.Paper, who workgroup.Person) bool {
		return who.Holds(workgroup.PaperReaders...)
	}},
	{"plans", "button/paper-plans", []workgroup.PaperState{workgroup.PaperDraft}, drafts},
	{"submit", "button/paper-submit", []workgroup.PaperState{workgroup.PaperDraft}, func(p workgroup.Paper, who workgroup.Person) bool {
		return drafts(p, who) && p.Work != "" && p.Plans != ""
	}},
	{"drop", "button/paper-drop", []workgroup.PaperState{workgroup.PaperDraft}, func(p workgroup.Paper, who workgroup.Person) bool {
		return drafts(p, who) && p.Corrects != "" && len(p.Void) == 0
	}},
	{"check", "button/paper-check", []workgroup.PaperState{workgroup.PaperChecking}, drafts},
	{"review", "button/paper-review", []workgroup.PaperState{workgroup.PaperReview, workgroup.PaperReviewed}, leads},
	{"lower", "button/paper-lower", going[:3], func(p workgroup.Paper, who workgroup.Person) bool {
		return leads(p, who) && p.Class() == workgroup.PaperImportant
	}},
	{"sign", "button/paper-sign", []workgroup.PaperState{workgroup.PaperToSign, workgroup.PaperReviewed}, func(_ workgroup.Paper, who workgroup.Person) bool {
		return who.Holds(workgroup.Director)
	}},
	{"raise", "button/paper-raise", []workgroup.PaperState{workgroup.PaperDraft, workgroup.PaperChecking, workgroup.PaperToSign}, func(p workgroup.Paper, _ workgroup.Person) bool {
		return (!p.Raised || p.Lowered.Done()) && (p.State == workgroup.PaperDraft || p.Class() == workgroup.PaperOrdinary)
	}},
	{"return", "button/paper-return", append(slices.Clone(going), workgroup.PaperSigned), func(p workgroup.Paper, who workgroup.Person) bool {
		return who.Holds(workgroup.PaperReaders...) && !p.Out()
	}},
	{"send", "button/paper-send", []workgroup.PaperState{workgroup.PaperSigned, workgroup.PaperFiled}, func(p workgroup.Paper, who workgroup.Person) bool {
		return drafts(p, who) && p.Copy != "" && (p.State == workgroup.PaperSigned || p.Wanting)
	}},
	{"amend", "button/paper-amend", []workgroup.PaperState{workgroup.PaperSigned, workgroup.PaperSent, workgroup.PaperFiled}, func(p workgroup.Paper, who workgroup.Person) bool {
		return drafts(p, who) && len(p.AllSendings()) > 0
	}},
	{"file", "button/paper-file", []workgroup.PaperState{workgroup.PaperSent}, drafts},
	{"read", "button/paper-read", append(slices.Clone(going), workgroup.PaperSigned, workgroup.PaperSent, workgroup.PaperFiled), func(workgroup.Paper, workgroup.Person) bool { return true }},
}

// PaperActOf is the act of a name.
func PaperActOf(name string) (PaperAct, bool) {
	i := slices.IndexFunc(PaperActs, func(a PaperAct) bool { return a.Name == name })
	if i < 0 {
		return PaperAct{}, false
	}
	return PaperActs[i], true
}

// Offered tells whether an act is somebody's of a report as it stands: whoever drafts leaves somebody to sign, and whoever checks or signs has no
// part in it.
func (a PaperAct) Offered(b workgroup.Book, p workgroup.Paper, who workgroup.Person) bool {
	among := func(all []workgroup.Person) bool {
		return slices.ContainsFunc(all, func(one workgroup.Person) bool { return one.ID == who.ID })
	}
	switch {
	case !slices.Contains(a.States, p.State) || !a.May(p, who):
		return false
	case slices.Contains(drafting, a.Name):
		return workgroup.MayDraft(b, who) == nil
	case a.Name == "notes":
		return NotesTold(b, p) > 0
	case a.Name == "check":
		return among(workgroup.Checkers(b, p))
	case a.Name == "sign":
		return among(workgroup.Signers(b, p))
	}
	return true
}

// NotesTold is how many units have told of their work on the date of a report.
func NotesTold(b workgroup.Book, p workgroup.Paper) int {
	round, _ := workgroup.Rounds.Get(b, string(p.Date))
	return len(workgroup.NotesOn(b, round))
}

// drafting are the acts of those who may draft.
var drafting = []string{"work", "plans", "submit"}

func drafts(_ workgroup.Paper, who workgroup.Person) bool { return who.Holds(workgroup.Drafters...) }

func leads(_ workgroup.Paper, who workgroup.Person) bool { return who.Holds(workgroup.Leading) }
