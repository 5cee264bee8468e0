// The list of people, one for all telephones: it opens for one of them, and is sifted by name, pinyin, unit or part.
"use strict";

const people = document.querySelector("#people");
const sought = people.querySelector("input");
const everybody = [...people.querySelectorAll("[role=option]")];

let chosen; // what is done with whoever is chosen

function choose(then) {
  chosen = then;
  sought.value = "";
  for (const o of everybody) o.querySelector(".count").textContent = unread.get(o.value) || "";
  people.showModal();
  sift();
  sought.focus();
}

const shownPeople = () => everybody.filter((o) => !o.hidden);

// sift leaves those in whose words each word that was typed stands, and points at the first of them.
function sift() {
  const asked = sought.value.toLowerCase().split(/\s+/);
  for (const o of everybody) o.hidden = !asked.every((word) => o.dataset.find.includes(word));
  for (const group of people.querySelectorAll("[role=group]")) group.hidden = !group.querySelector("[role=option]:not([hidden])");
  const those = people.querySelector("#those"), nobody = shownPeople().length === 0;
  those.hidden = nobody; // what is said of it stands where one looks
  people.querySelector(".nobody").hidden = !nobody;
  those.scrollTop = 0;
  point(shownPeople()[0]);
}

function point(at) {
  for (const o of everybody) o.setAttribute("aria-selected", String(o === at));
  if (!at) {
    sought.removeAttribute("aria-activedescendant");
    return;
  }
  sought.setAttribute("aria-activedescendant", at.id);
  at.scrollIntoView({ block: "nearest" });
}

const pointed = () => shownPeople().find((o) => o.getAttribute("aria-selected") === "true");

function take(option) {
  if (!option) return;
  people.close();
  chosen(option.value);
}

sought.addEventListener("input", () => sift());
people.addEventListener("keydown", (event) => {
  const those = shownPeople();
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
  if (!step) return;
  event.preventDefault();
  point(those[Math.max(0, Math.min(those.length - 1, those.indexOf(pointed()) + step))]);
});
sought.form.addEventListener("submit", (event) => {
  event.preventDefault();
  take(pointed());
});
people.addEventListener("click", (event) => {
  if (event.target === people || event.target.closest(".close")) people.close(); // beside it
  else take(event.target.closest("[role=option]"));
});
