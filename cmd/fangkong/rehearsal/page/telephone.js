// One telephone: whose it is, the chat it shows, and where in it one reads.
"use strict";

// A list whose end is in sight keeps it in sight, whatever grows: news, a picture, the field below.
function toEnd(phone) {
  const list = $(phone, ".messages");
  list.scrollTop = list.scrollHeight;
  phone.away = false;
  phone.missed = 0;
  below(phone);
}

// below says that there is more below, and how much of it is new.
function below(phone) {
  const b = $(phone, ".below");
  b.hidden = !phone.away;
  $(b, ".count").textContent = phone.missed || "";
}

function watch(phone) {
  const list = $(phone, ".messages");
  // Only a hand leaves the end: what grows, and what the browser holds in place, is no wish to read above.
  for (const hand of ["wheel", "touchmove", "keydown", "pointerdown"]) list.addEventListener(hand, () => { phone.hand = Date.now(); }, { passive: true });
  list.addEventListener("scroll", () => {
    const end = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
    if (end) phone.away = false;
    else if (Date.now() - phone.hand < 1000) phone.away = true;
    if (!phone.away) phone.missed = 0;
    below(phone);
    if (state.cue?.press) cue();
  }, { passive: true });
  list.addEventListener("load", () => { if (!phone.away) toEnd(phone); }, true);
  let high = list.clientHeight;
  new ResizeObserver(() => {
    if (!phone.away) toEnd(phone);
    else list.scrollTop += high - list.clientHeight; // what one reads stays where it is, whatever comes above it
    high = list.clientHeight;
  }).observe(list);
}

function dress(phone) {
  for (const m of all(".message", phone)) m.classList.toggle("mine", m.dataset.from === phone.dataset.who);
  const pinned = all(".message[data-pinned]", phone).pop();
  const pin = $(phone, ".pin");
  pin.hidden = !pinned;
  if (pinned) {
    pin.textContent = "📌 " + ($(pinned, ".text")?.textContent.trim().split(/\n+/).slice(0, 2).join(" · ") ?? "");
    pin.dataset.goto = pinned.dataset.id;
  }
}

function settle(phone) {
  watch(phone);
  dress(phone);
  toEnd(phone);
  count(phone);
}

// What came into chats that no telephone shows.
const unread = new Map();

function count(phone) {
  for (const tab of all(".tabs button", phone)) {
    if (tab.dataset.where === phone.dataset.where) unread.delete(tab.dataset.where);
    const n = unread.get(tab.dataset.where) || 0;
    $(tab, ".count").textContent = n || "";
  }
}

// What was written and not sent, by whom and where.
const drafts = new Map();

function keep(phone) {
  const field = $(phone, "textarea");
  if (field && $(phone, ".compose").what !== "edit") drafts.set(seat(phone), field.value);
}

// show has a telephone show a chat. What the feed says meanwhile is applied when the chat is there.
async function show(phone, who, where) {
  phone.next = where;
  phone.waiting = [];
  let html;
  try {
    const response = await fetch("/pane?" + new URLSearchParams({ who, where }));
    if (!response.ok) throw new Error(response.status);
    html = await response.text();
  } catch {
    notice(words["error.network"]);
    return phone;
  }
  if (phone.next !== where || !phone.isConnected) return phone; // something else was chosen meanwhile
  keep(phone);
  const box = document.createElement("template");
  box.innerHTML = html.trim();
  const fresh = box.content.firstElementChild;
  const focused = phone.contains(document.activeElement) && document.activeElement.className;
  phone.replaceWith(fresh);
  $(fresh, "textarea").value = drafts.get(who + " " + where) || "";
  settle(fresh);
  for (const n of phone.waiting) apply(fresh, n);
  cue();
  if (focused) ($(fresh, "." + focused.split(" ")[0]) || $(fresh, "textarea")).focus();
  remember();
  return fresh;
}

function apply(phone, n) {
  const list = $(phone, ".messages");
  const before = $(list, "#m" + n.id);
  if (n.kind === "gone") {
    before?.remove();
  } else {
    const box = document.createElement("template");
    box.innerHTML = n.html.trim();
    const fresh = box.content.firstElementChild;
    if (before) {
      const key = all("button", before).indexOf(document.activeElement);
      before.replaceWith(fresh);
      if (key >= 0) (all("button", fresh)[key] || $(phone, "textarea")).focus(); // whoever presses by keyboard stays where they are
    } else {
      const later = all(":scope > [data-id]", list).find((m) => Number(m.dataset.id) > n.id);
      list.insertBefore(fresh, later || null);
      if (Date.now() - phone.pressed < 5000) { // the answer to a press is looked for
        phone.away = false;
        phone.first ||= n.id;
      }
      if (phone.away && n.fresh) phone.missed = (phone.missed || 0) + 1;
      if ("asks" in fresh.dataset && fresh.dataset.from === "bot" && (phone.dataset.where[0] !== "@" || fresh.dataset.answers === phone.dataset.who)) about(phone, "reply", fresh);
    }
  }
  dress(phone);
  if (phone.away) below(phone);
  else toEnd(phone);
  fromItsStart(phone);
}

// fromItsStart shows an answer that is much longer than the telephone from where it begins.
function fromItsStart(phone) {
  const first = phone.first && Date.now() - phone.pressed < 5000 && $(phone, "#m" + phone.first);
  if (!first || phone.away) return;
  const list = $(phone, ".messages");
  if (list.getBoundingClientRect().bottom - first.getBoundingClientRect().top < 2 * list.clientHeight) return;
  phone.away = true;
  list.scrollTop += first.getBoundingClientRect().top - list.getBoundingClientRect().top - 8;
  below(phone);
}

// goTo brings a message into sight.
function goTo(phone, id) {
  phone.hand = Date.now();
  phone.away = true;
  $(phone, "#m" + id)?.scrollIntoView({ block: "center" });
}
