// The page is made by the program; this script carries what people do to it, and shows what it says has changed.
"use strict";

const $ = (of, selector) => of.querySelector(selector);
const all = (selector, of = document) => [...of.querySelectorAll(selector)];
const words = JSON.parse($(document, "#words").textContent);
const table = $(document, "#table");
const telephones = () => all(".telephone", table);

let state = {};
let step; // of the tour, whose telephones lie on the table

// ---- telling the program

async function send(path, what) {
  let answer;
  try {
    const response = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(what) });
    answer = await response.json();
  } catch {
    answer = { error: "network" };
  }
  return answer;
}

const wrong = (answer) => words["error." + answer.error] || words["error.unclear"];

async function desk(path, what) {
  const working = setTimeout(() => notice(words.working, { calm: true }), 800);
  const answer = await send(path, what);
  clearTimeout(working);
  if (said === words.working) standing();
  if (answer.error) notice(wrong(answer), { ms: 6000 });
  return !answer.error;
}

// act is what the holder of a telephone does in the chat it shows; true when it was taken.
async function act(phone, what) {
  // Whoever goes on has read what lay on their telephones.
  for (const p of telephones()) if (p.dataset.who === phone.dataset.who && $(p, "dialog").open) closeAlert(p);
  const answer = await send("/act", { who: phone.dataset.who, where: phone.dataset.where, ...what });
  if (answer.error) toast(phone, wrong(answer));
  else if (answer.alert) alertBox(phone, answer.toast);
  else if (answer.toast) toast(phone, words[answer.toast] || answer.toast);
  return !answer.error;
}

// ---- saying something to whoever looks on

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

// ---- telephones

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
  if (field && $(phone, ".compose").what !== "edit") drafts.set(phone.dataset.who + " " + phone.dataset.where, field.value);
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
  if (focused) ($(fresh, "." + focused.split(" ")[0]) || $(fresh, "textarea")).focus();
  remember();
  return fresh;
}

function add(who, where) {
  const phone = document.createElement("section");
  phone.className = "telephone";
  table.append(phone);
  return show(phone, who, where).then((shown) => {
    if (shown === phone) phone.remove(); // it could not be fetched
    return shown;
  });
}

// lay puts these telephones on the table, and takes away the others.
async function lay(panes) {
  const asked = panes.split(";").map((p) => p.split(" "));
  const there = telephones();
  for (const extra of there.slice(asked.length)) extra.remove();
  await Promise.all(asked.map(([who, where], i) => (there[i] ? show(there[i], who, where) : add(who, where))));
  table.scrollLeft = 0;
  crowded();
}

const most = Number(document.body.dataset.most); // telephones that lie side by side
function crowded() { $(document, "#add").disabled = telephones().length >= most; }

// remember keeps what lies on the table in the address, so that loading anew finds it.
function remember() {
  const at = new URLSearchParams();
  for (const p of telephones()) at.append("pane", p.dataset.who + " " + p.dataset.where);
  history.replaceState(null, "", "?" + at);
}

// ---- what the feed says (feed.js hears it)

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

function hear(n) {
  let shown = false;
  for (const phone of telephones()) {
    if (phone.next === n.chat) phone.waiting?.push(n);
    if (phone.dataset.where !== n.chat) continue;
    shown = true;
    apply(phone, n);
  }
  if (shown || !n.fresh) return;
  unread.set(n.chat, (unread.get(n.chat) || 0) + 1);
  for (const phone of telephones()) count(phone);
}

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
}

// laySteps lays the telephones that the tour's step speaks of.
function laySteps() {
  const text = $(document, "#tour [data-panes]");
  if (text) lay(text.dataset.panes);
}

let own; // it is this tab that asked for a new beginning

// over asks for a new beginning. What is pressed until it is there would be lost.
async function over(what) {
  own = document.body.inert = true;
  if (await desk("/restart", what)) anew();
  else own = document.body.inert = false;
}

// anew loads the page of a college that began again; what was written and not sent is kept.
function anew() {
  document.body.inert = true; // what is pressed meanwhile would be lost
  telephones().forEach(keep);
  sessionStorage.setItem("anew", JSON.stringify({ own, drafts: [...drafts].filter(([, text]) => text.trim()) }));
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
    const phone = telephones().find((p) => p.dataset.who + " " + p.dataset.where === at);
    if (phone) $(phone, "textarea").value = text;
  }
}

// ---- writing

function about(phone, what, message) {
  const form = $(phone, ".compose");
  if (!message && form.what === "edit") $(form, "textarea").value = ""; // the words of what was to be changed are no new message
  const line = $(form, ".about");
  form.what = what;
  form.message = message ? Number(message.dataset.id) : 0;
  line.hidden = !message;
  if (!message) return;
  $(line, "span").textContent = (what === "edit" ? words.editing : words.replying) + " " + ($(message, ".text")?.textContent.trim().split("\n")[0].slice(0, 40) ?? "");
  const field = $(form, "textarea");
  if (what === "edit") field.value = $(message, ".text")?.textContent ?? "";
  field.focus();
}

async function submit(phone) {
  const form = $(phone, ".compose");
  const field = $(form, "textarea");
  const text = field.value;
  if (!text.trim()) return;
  if (text.length > 4096) {
    toast(phone, words["error.too-long"]);
    return;
  }
  const what = form.what || "say";
  const message = form.message || 0;
  about(phone, "", null);
  field.value = "";
  closeMenu(phone);
  phone.pressed = 0; // what comes now answers these words
  toEnd(phone);
  if (!(await act(phone, { do: what, message, text })) && !field.value) field.value = text; // nothing written is lost
}

function closeMenu(phone) {
  $(phone, ".menu").hidden = true;
  $(phone, ".commands").setAttribute("aria-expanded", "false");
}

function read(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = reject;
    reader.readAsDataURL(file);
  });
}

// ---- what hands do

// goTo brings a message into sight.
function goTo(phone, id) {
  phone.hand = Date.now();
  phone.away = true;
  $(phone, "#m" + id)?.scrollIntoView({ block: "center" });
}

// enter opens a way into the bot. One that somebody holds in private is for whoever has no account here yet.
async function enter(phone, data) {
  if (data && phone.dataset.where !== "@group" && phone.dataset.who !== "@stranger") {
    const free = telephones().find((p) => p.dataset.who === "@stranger");
    phone = free || (telephones().length < most ? await add("@stranger", "@stranger") : await show(telephones().pop(), "@stranger", "@stranger"));
    crowded();
    phone.scrollIntoView({ inline: "center" });
  }
  if (await act(phone, { do: "start", data })) show(phone, phone.dataset.who, phone.dataset.where);
}

document.addEventListener("click", async (event) => {
  const b = event.target.closest("button, .toast");
  if (!b) return;
  const phone = b.closest(".telephone");
  if (!phone) return;
  const message = b.closest(".message");
  if (b.matches(".toast")) b.hidden = true;
  else if (b.dataset.press !== undefined) {
    const busy = b.getAttribute("aria-busy") === "true";
    if (busy || event.detail > 1) { // the second half of a double click might fall on a button that has just come there
      toast(phone, busy ? words.unanswered : words.twice);
      return;
    }
    b.setAttribute("aria-busy", "true");
    phone.pressed = Date.now();
    phone.first = 0;
    await act(phone, { do: "press", message: Number(message.dataset.id), data: b.dataset.press });
    b.removeAttribute("aria-busy");
  } else if (b.dataset.say !== undefined) {
    closeMenu(phone);
    toEnd(phone);
    act(phone, { do: "say", text: b.dataset.say });
  } else if (b.closest("dialog")) closeAlert(phone);
  else if (b.matches(".below")) toEnd(phone);
  else if (b.dataset.start !== undefined) enter(phone, b.dataset.start);
  else if (b.dataset.goto) goTo(phone, b.dataset.goto);
  else if (b.dataset.group) goTo(phone.dataset.where === "@group" ? phone : await show(phone, phone.dataset.who, "@group"), b.dataset.group);
  else if (b.dataset.act) {
    const details = b.closest("details");
    if (details) details.open = false;
    if (b.dataset.act === "reply" || b.dataset.act === "edit") about(phone, b.dataset.act, message);
    else act(phone, { do: b.dataset.act, message: Number(message.dataset.id), text: b.dataset.text || "" });
  } else if (b.dataset.do) {
    if (await act(phone, { do: b.dataset.do })) show(phone, phone.dataset.who, phone.dataset.where);
  } else if (b.matches(".tabs button")) show(phone, phone.dataset.who, b.dataset.where);
  else if (b.matches(".who")) choose((who) => show(phone, who, phone.dataset.where === "@group" && who !== "@stranger" ? "@group" : who));
  else if (b.matches(".close")) {
    if (telephones().length > 1) phone.remove();
    remember();
    crowded();
  } else if (b.matches(".dismiss")) about(phone, "", null);
  else if (b.matches(".commands")) {
    const menu = $(phone, ".menu");
    menu.hidden = !menu.hidden;
    b.setAttribute("aria-expanded", String(!menu.hidden));
  }
});

document.addEventListener("change", async (event) => {
  const phone = event.target.closest(".telephone");
  if (!phone) return;
  if (event.target.matches("[type=file]")) {
    const file = event.target.files[0];
    event.target.value = "";
    if (!file) return;
    if (file.size > 2 << 20) {
      toast(phone, words["error.too-big"]);
      return;
    }
    act(phone, { do: "file", name: file.name, file: await read(file) });
  }
});

document.addEventListener("submit", (event) => {
  const phone = event.target.closest(".telephone");
  if (!phone) return;
  event.preventDefault();
  submit(phone);
});

document.addEventListener("keydown", (event) => {
  const phone = event.target.closest?.(".telephone");
  if (!phone) return;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.matches("textarea")) {
    event.preventDefault();
    submit(phone);
  }
  if (event.key === "Escape") {
    if ($(phone, "dialog").open) closeAlert(phone);
    else if (!$(phone, ".menu").hidden) {
      closeMenu(phone);
      $(phone, ".commands").focus();
    } else about(phone, "", null);
  }
});

$(document, ".desk").addEventListener("click", (event) => {
  const b = event.target.closest("button");
  if (!b) return;
  if (b.dataset.speed) desk("/clock", { speed: Number(b.dataset.speed) });
  else if (b.dataset.minutes) desk("/clock", { minutes: Number(b.dataset.minutes) });
  else if (b.id === "others") desk("/others", { played: [...new Set(telephones().map((p) => p.dataset.who))] });
  else if (b.id === "plug") desk("/trouble", { plug: Boolean(state.down) });
  else if (b.id === "line") desk("/trouble", { line: Boolean(state.away) });
  else if (b.id === "add") choose((who) => add(who, who).then((phone) => {
    phone.scrollIntoView({ inline: "center" });
    crowded();
  }));
  else if (b.id === "restart" && confirm(words["restart-sure"])) over({});
  else if (b.id === "language" && confirm(words["language-sure"])) over({ language: document.documentElement.lang === "en" ? "zh-CN" : "en" });
  b.closest("details")?.removeAttribute("open");
});

$(document, "#notice").addEventListener("click", (event) => {
  if (event.target.closest("button")) desk("/trouble", state.away ? { line: true } : { plug: true });
});

$(document, "#goto").addEventListener("change", (event) => {
  if (event.target.value) desk("/clock", { to: event.target.value });
  event.target.value = "";
});

$(document, "#tour").addEventListener("click", (event) => {
  const fill = event.target.closest("[data-fill]");
  if (fill) {
    const field = $(telephones()[0], "textarea");
    field.value = fill.dataset.fill;
    field.focus();
  }
  const offer = event.target.closest("[data-offer]");
  if (offer) desk("/tour", { do: "try", offer: offer.dataset.offer }).then((taken) => taken && lay(offer.dataset.panesOf));
  const b = event.target.closest("[data-tour]");
  if (!b || (b.dataset.tour === "begin" && state.late && !confirm(words["tour-sure"]))) return;
  own = b.dataset.tour === "begin" && state.late;
  desk("/tour", { do: b.dataset.tour, from: step });
});

// A tab that nobody sees leaves the line to others, and catches up when it is seen again.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) turn?.abort();
  else listen();
});

telephones().forEach(settle);
crowded();
document.body.inert = false;
look(JSON.parse($(document, "#state").textContent));
restored();
if (!document.hidden) listen();
