package understand

import "strings"

// Whoever writes English names a unit by what it is commonly called, which no roster has: Security office, School of Tourism.

// englishNames are what units are called in English, by a part of their name; _ stands for the space within.
var englishNames = []struct{ part, names string }{
	{"国际教育", "international_education international"},
	{"继续教育", "continuing_education adult_education"},
	{"教育学院", "education teacher_education"},
	{"护理", "nursing"},
	{"机电", "mechanical_and_electrical_engineering mechanical_and_electrical electromechanical electromechanical_engineering mechatronics mechanical_engineering"},
	{"电子信息", "electronic_information electronic_information_engineering electronics electronic_engineering"},
	{"软件", "software software_engineering"},
	{"经济管理", "economics_and_management economics_management economics business business_and_management"},
	{"旅游", "tourism tourism_management"},
	{"建筑", "architecture architectural_engineering civil_engineering construction construction_engineering"},
	{"汽车", "automotive automotive_engineering automobile automobile_engineering auto auto_engineering vehicle_engineering"},
	{"艺术", "art arts art_and_design fine_arts"},
	{"马克思主义", "marxism marxist_studies"},
	{"公共教学", "public_teaching public_courses general_education basic_courses"},
	{"综合办公室", "general party_and_administration party_and_administrative administration administrative"},
	{"组织部", "organization organisation"},
	{"宣传部", "publicity propaganda communications"},
	{"纪委", "discipline_inspection discipline disciplinary_inspection"},
	{"工会", "labor_union labour_union trade_union union"},
	{"团委", "youth_league communist_youth_league"},
	{"教务处", "academic_affairs teaching_affairs academic_administration"},
	{"科研处", "research scientific_research science_and_research research_affairs"},
	{"学生处", "student_affairs students'_affairs student"},
	{"人事处", "personnel hr human_resources human_resource"},
	{"财务", "finance financial accounting"},
	{"后勤集团", "logistics_group logistics"},
	{"后勤处", "logistics logistics_management general_logistics"},
	{"安保", "security safety_and_security safety campus_security"},
	{"保卫", "security safety_and_security safety campus_security"},
	{"信息化", "it information information_technology network network_and_information informatization network_security network_center network_centre"},
	{"招生", "admissions admission enrollment enrolment"},
	{"离退休", "retired_staff retirees retirement retired_cadres"},
	{"图书馆", "library"},
}

// standsAlone are those names that may stand for a unit without a word for what it is; the others are words of any sentence.
var standsAlone = set("international_education continuing_education nursing mechatronics tourism architecture marxism publicity finance logistics logistics_group security admissions library student_affairs academic_affairs personnel hr human_resources labor_union labour_union trade_union youth_league discipline_inspection academic_administration economics_and_management automotive_engineering electronic_information mechanical_and_electrical_engineering")

// speakEnglish adds the English names of the units, where each means one unit only.
func (d *dictionary) speakEnglish(units []Unit) {
	whose := map[string][]string{}
	short := map[string][]string{}
	for _, u := range units {
		for _, e := range englishNames {
			if !strings.Contains(u.Name, e.part) {
				continue
			}
			for _, name := range strings.Fields(e.names) {
				spoken := strings.ReplaceAll(name, "_", " ")
				for _, body := range strings.Fields("college school department dept office division section committee commission centre center") {
					for _, form := range []string{spoken + " " + body, "the " + spoken + " " + body, body + " of " + spoken, "the " + body + " of " + spoken, body + " for " + spoken} {
						whose[form] = append(whose[form], u.ID)
					}
				}
				if standsAlone[name] {
					short[spoken] = append(short[spoken], u.ID)
				}
			}
			break
		}
	}
	for form, ids := range whose {
		if len(ids) == 1 {
			d.add(form, cUnit, ids[0])
		}
	}
	for form, ids := range short {
		if len(ids) == 1 {
			d.add(form, cShort, ids[0])
		}
	}
}
