// The page is made by the program; its scripts carry what people do to it, and show what it says has changed.
"use strict";

const $ = (of, selector) => of.querySelector(selector);
const all = (selector, of = document) => [...of.querySelectorAll(selector)];
const words = JSON.parse($(document, "#words").textContent);
const table = $(document, "#table");
const telephones = () => all(".telephone[data-who]", table); // those that have been fetched

let state = {};
let step; // of the tour, whose telephones lie on the table

function look(now) {
  const was = state;
  state = now;
  $(document, "#clock").textContent = now.clock;
  $(document, "#date").textContent = now.date;
  for (const b of all("[data-speed]")) b.setAttribute("aria-pressed", String(Number(b.dataset.speed) === now.speed));
  $(document, "#plug").textContent = now.down ? words.plug : words.unplug;
  $(document, "#line").textContent = now.away ? words.mend : words.cut;
  $(document, "#others").textContent = now.others ? words["others-stop"] : words.others;
  if (now.told && was.told !== undefined && was.told !== now.told) notice(now.told, { ms: 12000, calm: true });
  if (was.down !== now.down || was.away !== now.away || was.broken !== now.broken) standing();
  const panel = $(document, "#tour");
  if (was.tour !== now.tour) {
    const here = panel.contains(document.activeElement);
    panel.innerHTML = now.tour;
    if (here) ($(panel, ".main") || $(panel, "button"))?.focus(); // whoever goes by keyboard goes on from here
    if (now.step) for (const phone of telephones()) if ($(phone, "dialog").open) closeAlert(phone); // what it asked for is done
  }
  const moved = step !== undefined && step !== now.step;
  step = now.step;
  if (moved) laySteps();
  else cue();
}

let own; // it is this tab that asked for a new beginning

// over asks for a new beginning. What is pressed until it is there would be lost.
async function over(what) {
  own = document.body.inert = true;
  if (await desk("/restart", what)) anew();
  else own = document.body.inert = false;
}

// anew loads the page of a college that began again; what was written and not sent is kept, but for what no message can hold.
function anew() {
  document.body.inert = true; // what is pressed meanwhile would be lost
  telephones().forEach(keep);
  sessionStorage.setItem("anew", JSON.stringify({ own, drafts: [...drafts].filter(([, text]) => text.trim() && text !== put.line && text.length <= longest) }));
  location.reload();
}

function restored() {
  const kept = sessionStorage.getItem("anew");
  if (!kept) return;
  sessionStorage.removeItem("anew");
  laySteps(); // what began anew may have begun with the tour
  const before = JSON.parse(kept);
  if (!before.own || before.drafts.length) notice(words.anew, { ms: 8000, calm: true }); // whoever asked for it knows
  for (const [at, text] of before.drafts) {
    drafts.set(at, text);
    const phone = telephones().find((p) => seat(p) === at);
    if (phone) $(phone, "textarea").value = text;
  }
}

// A tab that nobody sees leaves the line to others, and catches up when it is seen again.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) turn?.abort();
  else listen();
});

// The other scripts are there by now, whatever stands in which.
document.addEventListener("DOMContentLoaded", () => {
  telephones().forEach(settle);
  crowded();
  document.body.inert = false;
  look(JSON.parse($(document, "#state").textContent));
  restored();
  if (!document.hidden) listen();
});
