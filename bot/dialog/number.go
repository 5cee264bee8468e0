package dialog

import "fangkong/bot/pattern"

// ANumber is a number that stands alone, as people answer with one.
var ANumber = pattern.MustCompile(`^(是|应该是|应为|应是|改成|改为)?\s*[0-9０-９]{1,6}\s*[人个名例]?$`)
