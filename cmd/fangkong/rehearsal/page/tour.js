// The tour: its telephones, what it points at, and what is pressed in its panel.
"use strict";

// laySteps lays the telephones that the tour's step speaks of.
function laySteps() {
  const text = $(document, "#tour [data-panes]");
  if (text) lay(text.dataset.panes);
  else cue();
}

let put = {}; // the line that was put into a field, and on whose telephone
let brought; // what was brought into sight last

// cue points at what is to be done next, and puts the line there that is to be sent, once.
function cue() {
  for (const b of all(".telephone .cue")) b.classList.remove("cue");
  const { pane, press, line } = state.cue || {};
  if (put.line !== line) takeBack();
  const phone = telephones().find((p) => seat(p) === pane);
  if (!phone) return back(pane);
  const field = $(phone, "textarea");
  if (line && !put.line) {
    put = { pane, line };
    if (!field.value.trim()) field.value = line;
  }
  const key = press ? all("[data-press]", phone).filter((b) => b.dataset.press === press).pop() : line && field.value.trim() && $(phone, "[type=submit]");
  if (key) key.classList.add("cue");
  const what = [step, pane, Boolean(press)].join();
  if (what === brought) return;
  brought = what;
  bring(phone);
  if (press && phone.away) toEnd(phone);
}

// back points the way to a chat that somebody has turned away from.
function back(pane = "") {
  const [who, where] = pane.split(" ");
  const phone = telephones().find((p) => p.dataset.who === who);
  if (phone) all(".tabs button", phone).find((tab) => tab.dataset.where === where)?.classList.add("cue");
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
  if (!b || (b.dataset.tour === "begin" && state.late && !confirm(words["tour-sure"]))) return;
  own = b.dataset.tour === "begin" && state.late;
  desk("/tour", { do: b.dataset.tour, from: step });
});
