// The tour: its telephones, what it points at, and what is pressed in its panel.
"use strict";

// laySteps lays the telephones that the tour's step speaks of.
function laySteps() {
  const text = $(document, "#tour [data-panes]");
  if (text) lay(text.dataset.panes);
  else cue();
}

let put = {}; // the line that was put into a field, and on whose telephone
// missing tells whether a telephone that the panel speaks of does not lie there any more.
function missing() {
  const there = telephones().map((p) => p.dataset.who);
  return ($(document, "#tour [data-panes]")?.dataset.panes.split(";") ?? []).some((at) => {
    const i = there.indexOf(at.split(" ")[0]);
    return i < 0 || !there.splice(i, 1);
  });
}

let brought; // what was brought into sight last

// cue has that glow which is to be pressed next, and nothing else.
function cue() {
  const again = $(document, "#tour [data-lay]");
  const next = toPress();
  if (again) again.hidden = next !== again && (laying > 0 || !missing());
  for (const b of all("#table .cue, .desk .cue, #notice .cue, [data-lay].cue")) if (b !== next) b.classList.remove("cue");
  if (!next || next.classList.contains("cue")) return;
  next.classList.add("cue");
  if (next.closest(".desk")) next.scrollIntoView({ inline: "nearest", block: "nearest" });
}

// toPress is what is to be pressed next. The line that is to be sent is put into its field, once, and the telephone brought into sight.
function toPress() {
  const { pane, press, line, clock, mend } = state.cue || {};
  if (mend) return $(document, "#notice button");
  if (put.line !== line) takeBack();
  if (laying || !pane) return null; // when they lie there it is asked again
  const phone = telephones().find((p) => seat(p) === pane);
  if (!phone) return wayBack(pane);
  const field = $(phone, "textarea");
  if (line && !put.line) {
    put = { pane, line };
    if (!field.value.trim()) field.value = line;
  }
  const key = line && field.value.trim() ? $(phone, "[type=submit]") : press && all("[data-press]", phone).filter((b) => b.dataset.press === press).pop();
  const what = [step, pane, press, Boolean(key)].join();
  if (what !== brought) {
    brought = what;
    bring(phone);
    if (key?.dataset.press) reveal(phone, key);
  }
  if (clock) return $(document, ".desk [data-speed='2']");
  const down = $(phone, ".below");
  return key?.dataset.press && !down.hidden && beyond(phone, key) > 0 ? down : key; // whoever reads above is shown the way down
}

// beyond is how far below what a chat shows a button lies; less than nothing: above it; 0: it is in sight.
function beyond(phone, key) {
  const of = key.getBoundingClientRect(), list = $(phone, ".messages").getBoundingClientRect();
  return of.bottom > list.bottom ? of.bottom - list.bottom : Math.min(0, of.top - list.top);
}

// reveal scrolls a chat to a button that is not in sight.
function reveal(phone, key) {
  if (phone.away) toEnd(phone);
  const far = beyond(phone, key);
  if (!far) return;
  phone.away = true;
  $(phone, ".messages").scrollTop += far + 12 * Math.sign(far);
  below(phone);
}

// wayBack leads to a chat that somebody has turned away from, or lays the telephone again that does not lie there any more.
function wayBack(pane) {
  const [who, where] = pane.split(" ");
  const phone = telephones().find((p) => p.dataset.who === who);
  if (!phone) return $(document, "#tour [data-lay]");
  if (brought !== pane) bring(phone);
  brought = pane;
  return all(".tabs button", phone).find((tab) => tab.dataset.where === where);
}

// takeBack clears the field of a line that is not to be sent any more and that nobody has changed.
function takeBack() {
  const phone = telephones().find((p) => seat(p) === put.pane);
  if (phone && $(phone, "textarea").value === put.line) $(phone, "textarea").value = "";
  if (drafts.get(put.pane) === put.line) drafts.delete(put.pane);
  put = {};
}

document.addEventListener("input", (event) => {
  if (event.target.matches("textarea")) cue();
});

$(document, "#tour").addEventListener("click", (event) => {
  const offer = event.target.closest("[data-offer]");
  if (offer) desk("/tour", { do: "try", offer: offer.dataset.offer }).then((taken) => taken && lay(offer.dataset.panesOf));
  const b = event.target.closest("[data-tour]");
  if (event.target.closest("[data-lay]")) laySteps();
  if (!b || (b.dataset.tour === "begin" && state.late && !confirm(words["tour-sure"]))) return;
  if (b.dataset.tour === "leave" && step > 1 && !b.matches(".main") && !confirm(words["tour-leave-sure"])) return; // there is no way back to here
  own = b.dataset.tour === "begin" && state.late;
  desk("/tour", { do: b.dataset.tour, from: step });
});
