package workgroup

import "slices"

// Form is one version of the daily report: its questions, as data.
type Form struct {
	Version int    `json:"version"`
	From    Date   `json:"from"` // in force from this date
	Items   []Item `json:"items"`
}

// Item is one question, and what is asked after an answer that is not zero.
type Item struct {
	Key     Key        `json:"key"`             // the count asked for first, of all people of the unit
	Label   Named      `json:"label"`           // what people call it; of a key the form does not know by itself
	Words   []string   `json:"words,omitempty"` // what else people call it when they write
	Details []Key      `json:"details"`         // asked only after a non-zero
	Kinds   []UnitKind `json:"kinds,omitempty"` // who files it; none: every unit
	Split   bool       `json:"split,omitempty"` // after a non-zero: how many of each group
	Checks  []Check    `json:"checks,omitempty"`
	Plain   bool       `json:"plain,omitempty"` // not abnormal when not zero (people on duty, stock of masks); no part of a zero report
}

// asksOf tells whether units of a kind get the question.
func (i Item) asksOf(kind UnitKind) bool { return len(i.Kinds) == 0 || slices.Contains(i.Kinds, kind) }

// For are the questions a unit of a kind gets.
func (f Form) For(kind UnitKind) []Item {
	out := make([]Item, 0, len(f.Items))
	for _, i := range f.Items {
		if i.asksOf(kind) {
			out = append(out, i)
		}
	}
	return out
}

// Asks tells whether a unit of a kind is asked about what a key counts.
func (f Form) Asks(kind UnitKind, k Key) bool {
	base, _, _ := k.Parts()
	counts := func(of Key) bool { b, _, _ := of.Parts(); return b == base }
	for _, i := range f.Items {
		if i.asksOf(kind) && (counts(i.Key) || slices.ContainsFunc(i.Details, counts)) {
			return true
		}
	}
	return false
}

// Beside tells whether a key counts what a unit of a kind is not asked about and what is no news of anybody: a stock, a
// roster, people on duty. Such figures are kept with a report, make none by themselves, and spoil no zero report.
func (f Form) Beside(kind UnitKind, k Key) bool {
	base, m, _ := k.Parts()
	return !f.Asks(kind, k) && (m == Plain && base != "unreached" || base == "intern")
}

// Zeros are the figures a zero report states for a unit of a kind.
func (f Form) Zeros(kind UnitKind) Figures {
	zeros := Figures{}
	for _, i := range f.For(kind) {
		if !i.Plain {
			zeros[i.Key] = 0
		}
	}
	return zeros
}

// Rest fills in a zero for every question that the figures do not touch: “其余为0”, read back before it counts.
func (f Form) Rest(kind UnitKind, figures Figures) Figures {
	out := figures.Clone()
	for k := range f.Zeros(kind) {
		if !touches(figures, k) {
			out[k] = 0
		}
	}
	return out
}

// touches tells whether anything was said of what a key counts, in any measure or group.
func touches(figures Figures, k Key) bool {
	base, _, _ := k.Parts()
	for given := range figures {
		if b, m, _ := given.Parts(); b == base && (m == Now || m == Plain) {
			return true
		}
	}
	return false
}

// LabelOf is what people call a key's base; the zero Named when no item has it.
func (f Form) LabelOf(k Key) Named {
	base, _, _ := k.Parts()
	for _, i := range f.Items {
		if b, _, _ := i.Key.Parts(); b == base && i.Label.Name != "" {
			return i.Label
		}
	}
	return Labels[base]
}

// Labels are the office's words for what is counted (records of early 2020; notice 二（三）, 三（二）, 三（四）).
var Labels = map[string]Named{
	"fever":              {"发热", "Fever (≥37.3 °C)"},
	"cough":              {"咳嗽", "Cough"},
	"symptom":            {"咳嗽等其他症状", "Other symptoms"},
	"close_contact":      {"密切接触者", "Close contacts"},
	"home_quarantine":    {"居家隔离", "Home quarantine"},
	"central_quarantine": {"集中隔离", "Central quarantine"},
	"quarantine":         {"隔离观察", "Quarantine"},
	"sealed":             {"封闭隔离", "Under lockdown"},
	"hospital":           {"住院治疗", "In hospital"},
	"suspected":          {"疑似", "Suspected"},
	"confirmed":          {"确诊", "Confirmed"},
	"cured":              {"治愈", "Cured"},
	"death":              {"死亡", "Deaths"},
	"hubei":              {"滞留湖北", "In Hubei"},
	"wuhan":              {"其中在武汉", "of them in Wuhan"},
	"hubei_native":       {"湖北籍", "From Hubei"},
	"hubei_left":         {"1月10日后离开湖北", "Left Hubei after 10 January"},
	"hubei_contact":      {"接触湖北人员", "Contact with people from Hubei"},
	"headcount_due":      {"应报人数", "Due to report"},
	"headcount_reported": {"实报人数", "Reported"},
	"unreached":          {"未联系上", "Not reached"},
	"on_duty":            {"在岗", "On duty"},
	"on_campus":          {"在校", "On campus"},
	"in_city":            {"在本市", "In the city"},
	"out_of_city":        {"在外地", "Out of the city"},
	"abroad":             {"境外", "Abroad"},
	"returned_today":     {"今日返回", "Returned today"},
	"intern":             {"实习学生", "Interns"},
	"gate_people":        {"进校人次", "People through the gate"},
	"gate_vehicles":      {"进校车次", "Vehicles through the gate"},
	"temp_checked":       {"测温人次", "Temperatures taken"},
	"staff_total":        {"教职工总数", "Staff"},
	"student_total":      {"学生总数", "Students"},
	"other_total":        {"其他人员总数", "Other people"},
	"mask_stock":         {"口罩库存", "Masks in stock"},
	"disinfectant_stock": {"消毒液库存", "Disinfectant in stock"},
	"rooms_ready":        {"备用观察房间", "Observation rooms ready"},
}

// DefaultForm asks nine questions; details only after a non-zero.
func DefaultForm() Form {
	quarantine := func(base string) Item {
		k := Key(base + "_now")
		return Item{Key: k, Details: []Key{k.As(New), k.As(Released)}, Split: true, Checks: AllChecks}
	}
	symptom := func(base string) Item {
		k := Key(base + "_now")
		return Item{Key: k, Details: []Key{k.As(New)}, Split: true, Checks: AllChecks}
	}
	return Form{Version: 1, From: "2020-01-01", Items: []Item{
		symptom("fever"), symptom("symptom"),
		quarantine("close_contact"), quarantine("home_quarantine"), quarantine("central_quarantine"), quarantine("sealed"),
		quarantine("suspected"),
		{Key: "confirmed_now", Details: []Key{"confirmed_new", "confirmed_total"}, Split: true, Checks: AllChecks},
		{Key: "hubei_now", Details: []Key{"wuhan_now"}, Split: true, Checks: AllChecks},
	}}
}
