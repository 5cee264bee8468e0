package understand

import (
	"slices"
	"strings"
)

// englishWords is the lexicon of those who write English; _ stands for the space within a word.
var englishWords = []words{
	{cCategory, "fever", "fever fevers feverish with_fever a_fever high_temperature"},
	{cCategory, "cough", "cough coughing coughs"},
	{cCategory, "symptom", "symptom symptoms other_symptoms any_symptoms respiratory_symptoms"},
	{cCategory, "home_quarantine", "home_quarantine home_isolation home-quarantine home-isolation home_quarantined quarantined_at_home isolated_at_home quarantine_at_home isolation_at_home quarantining_at_home at_home_in_quarantine at_home_in_isolation in_home_quarantine in_home_isolation in_quarantine_at_home in_isolation_at_home isolating_at_home self-quarantine self_quarantine self-isolation self_isolation self-isolating self-quarantined home_observation"},
	{cCategory, "central_quarantine", "central_quarantine centralized_quarantine centralised_quarantine central_isolation centralized_isolation centralised_isolation collective_quarantine quarantine_hotel quarantine_centre quarantine_center quarantine_site quarantine_facility in_a_quarantine_hotel in_a_quarantine_centre in_a_quarantine_center in_a_quarantine_facility isolation_facility makeshift_hospital fangcang isolation_hotel isolation_centre isolation_center"},
	{cCategory, "quarantine", "quarantine quarantined isolation isolated in_quarantine in_isolation under_observation medical_observation"},
	{cCategory, "sealed", "sealed sealed_off locked_down lockdown sealed_inside sealed_in under_lockdown sealed_in_at_home cannot_leave_the_building not_allowed_out not_allowed_to_leave_the_building"},
	{cCategory, "close_contact", "close_contact close_contacts close_contact_of_a_confirmed_case close_contacts_of_a_confirmed_case close_contact_of_a_confirmed_patient"},
	{cCategory, "hospital", "hospitalized hospitalised in_hospital admitted_to_hospital hospitalization in_the_hospital"},
	{cCategory, "suspected", "suspected suspected_to_be_infected suspected_of_having_covid suspected_to_have_covid suspected_of_covid suspected_case suspected_cases"},
	{cCategory, "confirmed", "confirmed confirmed_case confirmed_cases tested_positive_and_confirmed"},
	{cCategory, "cured", "cured recovered_and_discharged"},
	{cCategory, "death", "death deaths died has_died have_died died_of passed_away has_passed_away have_passed_away passed_on deceased dead"},
	{cClinic, "", "infectious_disease_ward infectious_diseases_ward infectious_disease_hospital isolation_ward isolation_unit designated_hospital fever_clinic clinic a_clinic emergency_room at_the_hospital to_the_hospital to_hospital"},
	{cSource, "travel", "from_wuhan been_to_wuhan been_to_hubei travelled_to_wuhan travelled_to_hubei visited_wuhan visited_hubei had_been_in_wuhan had_been_in_hubei was_in_wuhan was_in_hubei were_in_wuhan were_in_hubei went_to_wuhan went_to_hubei stayed_in_wuhan stayed_in_hubei came_from_wuhan came_from_hubei come_from_wuhan come_from_hubei just_from_wuhan just_from_hubei"},
	{cSource, "contact", "contact_with close_contact_with had_close_contact_with in_close_contact_with been_in_close_contact_with came_into_close_contact_with came_into_contact_with in_contact_with had_contact_with dinner_with lunch_with a_meal_with meal_with ate_with sat_next_to travelled_with shared_a_car_with lives_with live_with lived_with living_with met_with live_together lives_together same_train same_flight same_dorm same_room exposed_to"},
	{cSick, "sign", "weak_positive faint_positive weakly_positive"},
	{cSick, "", "tested_positive tests_positive testing_positive test_positive positive positive_test positive_case positive_cases two_lines infected got_infected has_covid have_covid had_covid got_covid caught_covid caught_it has_covid-19 have_covid-19 with_covid with_covid-19 down_with_covid diagnosed_with_covid diagnosed_with_covid-19 has_the_virus have_the_virus"},
	{cWeak, "confirmed", "covid covid-19 coronavirus"},
	{cWell, "", "tested_negative negative"},
	{cCategory, "hubei_now", "in_hubei stuck_in_hubei stranded_in_hubei still_in_hubei"},
	{cCategory, "wuhan_now", "in_wuhan stuck_in_wuhan stranded_in_wuhan still_in_wuhan"},
	{cWeak, "wuhan_now", "wuhan"},
	{cWeak, "hubei_now", "hubei"},
	{cCategory, "hubei_native", "from_hubei_originally hubei_natives hubei_native native_of_hubei natives_of_hubei"},
	{cCategory, "hubei_left", "back_from_hubei returned_from_hubei back_from_wuhan returned_from_wuhan came_back_from_hubei came_back_from_wuhan left_hubei left_wuhan returning_from_hubei returning_from_wuhan"},
	{cCategory, "unreached", "no_response_from no_answer_from no_reply_from did_not_reply did_not_answer have_not_replied has_not_replied have_not_answered has_not_answered not_reached unreachable cannot_be_reached could_not_be_reached not_yet_reached"},
	{cCategory, "on_campus", "on_campus"},
	{cCategory, "on_duty", "on_duty"},
	{cCategory, "abroad", "abroad overseas"},
	{cCategory, "mask_stock", "masks masks_left"},

	{cMeasure, "new", "new newly newly_added added"},
	{cMeasure, "prev", "yesterday"},
	{cMeasure, "released", "released discharged lifted been_lifted ruled_out been_ruled_out cleared excluded ended_quarantine left_quarantine released_today"},
	{cMeasure, "now", "now currently current still at_present in_all altogether remaining left"},
	{cMeasure, "today", "today today's"},
	{cMeasure, "total", "total in_total cumulative cumulatively so_far"},
	{cMeasure, "delta", "more_than_yesterday fewer_than_yesterday less_than_yesterday"},
	{cGroup, "student", "student students foreign_students international_students overseas_students exchange_students"},
	{cGroup, "staff", "teacher teachers staff faculty employee employees staff_member staff_members"},
	{cGroup, "other", "cleaner cleaners guard guards contractor contractors canteen_worker canteen_workers canteen_staff"},
	{cRest, "", "the_rest others the_others everything_else everyone_else rest"},
	{cNot, "", "no none nil nothing none_at_all nothing_at_all w/o without nobody no_one not not_any no_more no_longer isn't aren't wasn't weren't hasn't haven't not_yet never"},
	{cFine, "", "zero_report zero-report nothing_new nothing_new_today nothing_special nothing_unusual nothing_to_report nothing_abnormal all_normal all_well all_fine all_clear all_good everything_normal everything_is_normal everyone_is_well everyone_is_fine all_healthy normal fine well healthy nil_report nothing_new_to_report none_to_report no_cases_to_report all_is_well all_ok everything_fine everything_is_fine"},
	{cFault, "", "abnormality abnormalities abnormal incident incidents anomaly anomalies problem problems"},
	{cSame, "", "same_as_yesterday the_same_as_yesterday no_change unchanged no_changes same_as_before as_yesterday nothing_changed"},
	{cApprox, "", "about around approximately roughly at_least nearly almost over up_to maybe_about some"},
	{cFew, "", "several a_dozen dozen dozens half_a_dozen a_few few a_couple a_couple_of"},
	{cEach, "", "all both each every"},
	{cPart, "", "of_which of_whom of_them including among_them"},
	{cHave, "", "is_now_a is_now_an are_now has_become_a is are has have had there_is there_are the a of with w/"},
	{cAnd, "", "and or"},
	{cEtc, "", "case cases people persons person patient patients"},

	{cOurs, "", "our_college our_school our_department our_office our_unit our of_ours"},
	{cSelf, "", "i me we us my myself"},
	{cOther, "family", "father mother dad mom mum wife husband son daughter brother sister grandfather grandmother grandpa grandma uncle aunt cousin in-laws father-in-law mother-in-law my_wife my_husband my_father my_mother relative relatives parents family"},
	{cOther, "near", "neighbour neighbor neighbours neighbors"},
	{cPlace, "", "province city nationwide zhengzhou anyang beijing china henan hebi"},
	{cHearsay, "", "another_university another_school another_college other_schools i_heard heard_that they_say rumour rumor rumours rumors apparently people_say"},
	{cDrill, "", "drill exercise test_message rehearsal"},
	{cNews, "", "news reuters xinhua forwarded_message forwarded"},
	{cIf, "", "if in_case"},
	{cQuestion, "", "how what when where which who why should_we should_i do_we do_i does_it shall_we can_we can_i could_we is_it are_they"},
	{cMaybe, "", "maybe perhaps possibly might might_be might_have may_be may_have could_be could_have probably suspects think thinks suspicion suspect suspecting"},
	{cGreeting, "", "hello hi good_morning good_afternoon good_evening dear_all"},
	{cAck, "", "understood roger thanks thank_you noted acknowledged will_do copied confirm sure"},
	{cLater, "", "will_report later_today report_later will_report_later later"},
	{cLeave, "", "leave on_leave sick_leave day_off business_trip swap_shifts back_from_leave"},
	{cFix, "", "correction corrected correct_that amend amended amendment my_mistake please_correct sorry_it wrong"},
	{cBecomes, "", "should_be should_read should_have_been change_to changed_to instead_of"},
	{cPending, "", "not_counted not_yet_counted to_be_confirmed being_verified"},
	{cPending, "owe", "has_not_reported have_not_reported not_reported_yet has_not_filed have_not_filed still_missing"},
	{cTaken, "taken", "taken_away"},
	{cTaken, "", "took taken_to sent_to moved_to transferred_to brought_to driven_to put_in"},
	{cAmbul, "", "ambulance"},
	{cAmbul, "critical", "icu intensive_care critical_condition critically_ill ventilator life_support rushed_to_hospital rushed_to_the_hospital"},
	{cText, "", "now_a_real_one a_real_one now_for_real for_real positive_attitude positive_energy positive_feedback stay_positive positive_that sister_school sister_college icu_nursing"},
	{cComma, "", "but because"},
	{cFuture, "", "tomorrow will will_be next_week"},
	{cDay, "", "the_day_before_yesterday"},
	{cCounter, "", "people persons person cases case"},
}

// spelled are the words of the numbers that English writes out.
var spelled = map[string]int{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}

// scanSpelled reads two, twenty-three and one hundred and two at the start of the runes, length 0 when no number stands there.
func scanSpelled(r []rune) (length, value int) {
	last := 0 // the word before
	for i := 0; i < len(r); {
		j := i
		for j < len(r) && latin(r[j]) {
			j++
		}
		v, ok := spelled[string(r[i:j])]
		switch {
		case !ok && string(r[i:j]) == "and" && last == 100:
		case !ok, last == 0 && (length > 0 || v == 100), last > 0 && last < 20 && v != 100, last >= 20 && last < 100 && (v == 0 || v > 9), last == 100 && (v == 0 || v == 100):
			return length, value
		case v == 100:
			value, last, length = value*100, v, j
		default:
			value, last, length = value+v, v, j
		}
		if j >= len(r) || r[j] != ' ' && r[j] != '-' {
			break
		}
		i = j + 1
	}
	return length, value
}

// relative makes plain text of where inside a sentence that asks nothing: the building where our teacher lives.
func relative(toks []token, t *text) {
	for _, tok := range toks {
		if tok.class == cAsk {
			return
		}
	}
	for i := 1; i < len(toks); i++ {
		if toks[i].class != cQuestion || parts[toks[i-1].class] || toks[i-1].class == cGreeting {
			continue
		}
		if string(t.runes[toks[i].from:toks[i].to]) == "where" {
			toks[i].class = cText
		}
	}
}

// spans are what is counted and is nobody.
var spans = set("day days week weeks hour hours minute minutes month months year years time times night nights km miles")

// timeWord is where a word for such a thing ends that stands behind a number at i, 0 for none.
func timeWord(s []rune, i int) int {
	if i >= len(s) || s[i] != ' ' && s[i] != '-' {
		return 0
	}
	j := i + 1
	for j < len(s) && latin(s[j]) {
		j++
	}
	if !spans[string(s[i+1:j])] {
		return 0
	}
	return j
}

// months are those of an English date.
var months = strings.Fields("january february march april may june july august september october november december")

// monthAt reads the name of a month at the start of the runes, in full or in its first three letters and more.
func monthAt(r []rune) (length, month int) {
	for length < len(r) && latin(r[length]) {
		length++
	}
	if length < 3 {
		return 0, 0
	}
	month = 1 + slices.IndexFunc(months, func(name string) bool { return strings.HasPrefix(name, string(r[:length])) })
	if month == 0 {
		return 0, 0
	}
	if length < len(r) && r[length] == '.' {
		length++
	}
	return length, month
}

// dayAt reads the day of an English date, and whether it is written as one: 31, 31st.
func dayAt(r []rune) (length, day int, ordinal bool) {
	day, length = digits(r, 2)
	if length == 0 || day == 0 || day > 31 {
		return 0, 0, false
	}
	if length+2 <= len(r) {
		switch string(r[length : length+2]) {
		case "st", "nd", "rd", "th":
			length, ordinal = length+2, true
		}
	}
	if length < len(r) && (latin(r[length]) || isDigit(r[length])) {
		return 0, 0, false
	}
	return length, day, ordinal
}

// scanEnglishDate reads Jan 31, February 4th, 2020, 31 Jan and 3rd of February at the start of the runes. The year is 0 when it
// is not written. In “3 mar” and “may 5 people” there is none.
func scanEnglishDate(r []rune) (length, year, month, day int) {
	skip := func(i int, word string) int {
		if w := []rune(word); len(r) >= i+len(w) && string(r[i:i+len(w)]) == word {
			return i + len(w)
		}
		return i
	}
	ordinal, d := false, 0
	if isDigit(r[0]) {
		var i int
		if i, day, ordinal = dayAt(r); i == 0 {
			return 0, 0, 0, 0
		}
		i = skip(skip(i, " "), "of ")
		if d, month = monthAt(r[i:]); d == 0 {
			return 0, 0, 0, 0
		}
		length = i + d
	} else {
		var i int
		if i, month = monthAt(r); i == 0 {
			return 0, 0, 0, 0
		}
		i = skip(skip(i, " "), "the ")
		if d, day, ordinal = dayAt(r[i:]); d == 0 {
			return 0, 0, 0, 0
		}
		length = i + d
	}
	if end := skip(length, " "); !ordinal && end < len(r) && counted(r[end:]) {
		return 0, 0, 0, 0
	}
	at := skip(length, "，")
	at = skip(at, " ")
	if y, n := digits(r[at:], 4); n == 4 && y > 1900 && y < 2100 {
		return at + n, y, month, day
	}
	return length, 0, month, day
}

// joint reports that the space at i stands within English: beside a letter, and between letters or digits.
func joint(s []rune, i int) bool {
	if s[i] != ' ' || i == 0 || i+1 == len(s) {
		return false
	}
	before, after := s[i-1], s[i+1]
	return (latin(before) || isDigit(before)) && (latin(after) || isDigit(after)) && (latin(before) || latin(after))
}

// wordEnds reports that no word goes on at i.
func wordEnds(s []rune, i int) bool { return i >= len(s) || !latin(s[i]) && !isDigit(s[i]) }
