package workgroup

import "time"

// OnDuty are the people who hold a role at an instant.
func OnDuty(b Book, now time.Time, role Role) []Person { return Holders(b, role) }
