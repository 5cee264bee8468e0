// What is said to whoever looks on: above the telephones, and on one of them.
"use strict";

let quiet, said;

// notice says something above the telephones; calm: that nothing is wrong. What is wrong with the bot can be mended right there.
function notice(text, { ms, calm } = {}) {
  const box = $(document, "#notice"), mend = $(box, "button");
  clearTimeout(quiet);
  said = text;
  $(box, "span").textContent = text;
  box.hidden = !text;
  box.classList.toggle("calm", Boolean(calm));
  mend.hidden = calm || !(state.down || state.away);
  mend.textContent = state.away ? words.mend : words.plug;
  if (ms) quiet = setTimeout(standing, ms);
}

// standing shows what is wrong for as long as it is.
function standing() {
  notice(state.broken ? words["error.broken"] + state.broken : state.down ? words.down : state.away ? words.away : "");
}

function toast(phone, text) {
  const box = $(phone, ".toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(box.timer);
  box.timer = setTimeout(() => { box.hidden = true; }, 5000);
}

// alertBox lies on the telephone of whoever pressed, until they have read it.
function alertBox(phone, text) {
  const box = $(phone, "dialog");
  $(box, "p").textContent = text;
  box.back = phone.contains(document.activeElement) ? document.activeElement : null;
  if (!box.open) box.show();
  $(box, "button").focus();
}

function closeAlert(phone) {
  const box = $(phone, "dialog");
  const here = box.contains(document.activeElement);
  box.close();
  if (here && box.back?.isConnected) box.back.focus();
}
