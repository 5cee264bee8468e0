package stage

import (
	"net/http"
	"testing"
	"time"

	"fangkong/bot/sandbox"
	"fangkong/store/workgroup"
)

// unheard is an answer that does not reach Telegram: the update was taken, and it is brought again.
type unheard struct{}

func (u unheard) Header() http.Header         { return http.Header{} }
func (u unheard) Write(p []byte) (int, error) { return len(p), nil }
func (u unheard) WriteHeader(int)             {}

// A day on which Telegram brings the updates, each of them twice, since our answer to the first time never arrives.
func TestADayByWebhookIsTheSameDay(t *testing.T) {
	t.Parallel()
	brought := 0
	p := newPlay(t, Options{Roster: wholeCollege(), Webhook: func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
			if brought++; brought%2 == 1 {
				h.ServeHTTP(unheard{}, r)
				out.WriteHeader(http.StatusBadGateway)
				return
			}
			h.ServeHTTP(out, r)
		})
	}})
	p.until("14:05")
	he, director := p.Head("ruanjian"), p.Holder(workgroup.Director)
	p.sees(he, nil, "14:30", "零报告")
	p.zero("huli")
	p.says(he, p.Group, "软件学院 居家隔离2人，无发热")
	p.presses(he, p.Group, "确认报送")
	if s, ok := p.filed("ruanjian"); !ok || s.Revision != 1 || s.Figures["home_quarantine_now"] != 2 {
		t.Errorf("filed %+v", s)
	}
	p.says(he, nil, "我院一名学生今天确诊")
	p.sees(p.Holder(workgroup.DutyStaff), nil, "确诊")
	// The house falls and stands again under another secret: what came meanwhile is brought to the new one.
	must(t, p.Fall())
	p.Head("jidian").Says(p.Group, "机电工程学院 零报告")
	must(t, p.Skip("14:06"))
	must(t, p.Raise())
	p.settle()
	p.presses(p.Head("jidian"), p.Group, "确认报送")
	p.says(director, nil, "/summary")
	p.sees(director, nil, "3/33")
	for kind, want := range map[workgroup.EventKind]int{workgroup.ReportFiled: 3, workgroup.ReportAmended: 0, workgroup.BotReturned: 0} {
		if n := p.events(kind); n != want {
			t.Errorf("%d × %s, want %d", n, kind, want)
		}
	}
	p.sound()
}

// What cannot be taken is neither confirmed nor lost, and is known to have been kept from us.
func TestAWebhookThatFailedBringsItAllLater(t *testing.T) {
	t.Parallel()
	shut := false
	p := newPlay(t, Options{Webhook: func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
			if shut {
				http.Error(out, "no", http.StatusServiceUnavailable)
				return
			}
			h.ServeHTTP(out, r)
		})
	}})
	p.until("14:05")
	he := p.Head("ruanjian")
	shut = true
	he.Says(nil, "居家隔离2人，无发热")
	p.wait(10 * time.Minute)
	if p.withButton(he, nil, "确认报送") != nil {
		t.Fatal("it came through a shut door")
	}
	shut = false
	p.wait(3 * time.Minute)
	p.presses(he, nil, "确认报送")
	if s, ok := p.filed("ruanjian"); !ok || s.Figures["home_quarantine_now"] != 2 {
		t.Errorf("filed %+v", s)
	}
	if n := p.events(workgroup.BotReturned); n != 1 {
		t.Errorf("the outage was noted %d times", n)
	}
	p.Telegram.Fail(sandbox.Fault{Method: "getWebhookInfo", Kind: sandbox.Gateway502, Times: 1})
	p.zero("huli")
	p.sound()
}
