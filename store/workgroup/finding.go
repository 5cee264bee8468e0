package workgroup

import "time"

// FindingKind is what of a case was found, or put right.
type FindingKind string

const (
	FoundVerdict FindingKind = "verdict" // 核实结论
	FoundKind    FindingKind = "kind"    // 类型
	FoundUnit    FindingKind = "unit"    // 单位
	FoundAlive   FindingKind = "alive"   // 没有死亡
	FoundKnown   FindingKind = "known"   // 知悉时间
	FoundEvent   FindingKind = "event"   // 事发时间
)

// FindingKinds are all of them, in order.
var FindingKinds = []FindingKind{FoundVerdict, FoundKind, FoundUnit, FoundAlive, FoundKnown, FoundEvent}

// Finding is one thing found of a case, with what stood there before: a wrong press can be put right, and both are kept.
type Finding struct {
	At   time.Time   `json:"at"`
	By   PersonID    `json:"by"`
	What FindingKind `json:"what"`
	Was  string      `json:"was,omitempty"` // "": nothing
	Now  string      `json:"now,omitempty"`
	From time.Time   `json:"from,omitzero"` // of a time: what stood before
	To   time.Time   `json:"to,omitzero"`
}

func (k *Case) found(f Finding) { k.Findings = append(k.Findings, f) }
