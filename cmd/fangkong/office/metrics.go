package office

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"fangkong/bot/courier"
	"fangkong/store/workgroup"
)

// metrics are counts and times of the house, for somebody who watches many. No label and no value names anybody.
type metrics struct {
	*prometheus.Registry
	updates prometheus.Counter
	sends   *prometheus.CounterVec
	late    prometheus.Histogram
}

func newMetrics() *metrics {
	m := &metrics{
		Registry: prometheus.NewRegistry(),
		updates:  prometheus.NewCounter(prometheus.CounterOpts{Name: "fangkong_updates_total", Help: "Updates received, repeated ones included."}),
		sends:    prometheus.NewCounterVec(prometheus.CounterOpts{Name: "fangkong_sends_total", Help: "Calls that were to tell somebody something, by how they ended."}, []string{"outcome"}),
		late: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "fangkong_due_late_seconds", Help: "How late what was due was done.",
			Buckets: []float64{.01, .1, 1, 5, 30, 60, 300, 3600}}),
	}
	m.MustRegister(m.updates, m.sends, m.late)
	return m
}

// received counts updates that are about to be kept.
func (m *metrics) received(u []workgroup.Received) { m.updates.Add(float64(len(u))) }

// sent counts how a call ended.
func (m *metrics) sent(outcome string) { m.sends.WithLabelValues(outcome).Inc() }

// done counts how late something due was.
func (m *metrics) done(late time.Duration) { m.late.Observe(max(late, 0).Seconds()) }

// Metrics is everything that is measured, for a handler to show. What the store holds is counted when it is asked.
func (h *Office) Metrics() prometheus.Gatherer { return h.metrics.Registry }

// holdings counts what the store holds.
type holdings struct{ *Office }

func gauge(name, help string, labels ...string) *prometheus.Desc {
	return prometheus.NewDesc("fangkong_"+name, help, labels, nil)
}

var (
	lagGauge      = gauge("inbox_age_seconds", "How long the oldest update has waited to be applied.")
	polledGauge   = gauge("polled_age_seconds", "Since when Telegram has not answered.")
	overdueGauge  = gauge("due_overdue_seconds", "How long the oldest due thing has waited to be done.")
	outboxGauge   = gauge("outbox", "Letters and cards that wait, by state.", "state")
	outboxAge     = gauge("outbox_age_seconds", "How long the oldest letter has waited that could be sent.")
	receiptsGauge = gauge("receipts", "Receipts of notices in force, by state.", "state")
	casesGauge    = gauge("cases_open", "Urgent cases that are open, by whether somebody has taken them.", "state")
)

// Describe lists what is counted.
func (h holdings) Describe(out chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{lagGauge, polledGauge, overdueGauge, outboxGauge, outboxAge, receiptsGauge, casesGauge} {
		out <- d
	}
}

// Collect counts it.
func (h holdings) Collect(out chan<- prometheus.Metric) {
	set := func(d *prometheus.Desc, v float64, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	fail := func(err error) { out <- prometheus.NewInvalidMetric(lagGauge, err) }
	p, err := h.Pulse()
	if err != nil {
		fail(err)
		return
	}
	age := func(since time.Time) float64 {
		if since.IsZero() {
			return 0
		}
		return max(p.At.Sub(since), 0).Seconds()
	}
	set(lagGauge, age(p.Inbox))
	set(polledGauge, age(p.Polled))
	set(outboxAge, age(p.Letter))
	due, waits, err := h.Store.NextDue()
	switch {
	case err != nil:
		fail(err)
		return
	case waits:
		set(overdueGauge, age(due))
	default:
		set(overdueGauge, 0)
	}
	err = h.Store.View(func(b workgroup.Book) error {
		states := courier.Standing(b, p.At)
		for _, state := range courier.States {
			set(outboxGauge, float64(states[state]), state)
		}
		read, done, replied, unread := 0, 0, 0, 0
		for n := range workgroup.Notices.Each(b, "") {
			if !n.Open() {
				continue
			}
			read, done, replied, unread = read+n.Read, done+n.Did, replied+n.Replied, unread+n.Unread()
		}
		for state, n := range map[string]int{"read": read, "done": done, "replied": replied, "unread": unread} {
			set(receiptsGauge, float64(n), state)
		}
		held, free := 0, 0
		for _, k := range workgroup.Running(b) {
			if k.Holder != "" {
				held++
			} else {
				free++
			}
		}
		set(casesGauge, float64(held), "taken")
		set(casesGauge, float64(free), "untaken")
		return nil
	})
	if err != nil {
		fail(err)
	}
}
