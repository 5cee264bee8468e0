// The page is made by the program; this script carries what people do to it, and shows what it says has changed.
"use strict";

const $ = (of, selector) => of.querySelector(selector);
const all = (selector, of = document) => [...of.querySelectorAll(selector)];
const words = JSON.parse($(document, "#words").textContent);
const table = $(document, "#table");
const telephones = () => all(".telephone", table);

let place = document.body.dataset.since; // what of the feed this page has seen
let step = Number(document.body.dataset.step);
let state = {};

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
  const answer = await send(path, what);
  if (answer.error) notice(wrong(answer), 6000);
}

// act is what the holder of a telephone does in the chat it shows; true when it was taken.
async function act(phone, what) {
  const answer = await send("/act", { who: phone.dataset.who, where: phone.dataset.where, ...what });
  if (answer.error) toast(phone, wrong(answer));
  else if (answer.alert) alertBox(answer.toast);
  else if (answer.toast) toast(phone, words[answer.toast] || answer.toast);
  return !answer.error;
}

// ---- saying something to whoever looks on

let quiet;
function notice(text, for_ms) {
  const box = $(document, "#notice");
  clearTimeout(quiet);
  box.textContent = text;
  box.hidden = !text;
  if (for_ms) quiet = setTimeout(standing, for_ms);
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

function alertBox(text) {
  const box = $(document, "#alert");
  $(box, "p").textContent = text;
  if (!box.open) box.showModal();
}

// ---- telephones

function low(list) { return list.scrollHeight - list.scrollTop - list.clientHeight < 80; }

function dress(phone) {
  for (const m of all(".message", phone)) m.classList.toggle("mine", m.dataset.from === phone.dataset.who);
  const pinned = all(".message[data-pinned]", phone).pop();
  const pin = $(phone, ".pin");
  pin.hidden = !pinned;
  if (pinned) {
    pin.textContent = "📌 " + ($(pinned, ".text")?.textContent.trim().split("\n")[0] ?? "");
    pin.dataset.goto = pinned.dataset.id;
  }
}

function settle(phone) {
  dress(phone);
  const list = $(phone, ".messages");
  list.scrollTop = list.scrollHeight;
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

// show has a telephone show a chat. What the feed says meanwhile is applied when the chat is there.
async function show(phone, who, where) {
  phone.waiting = [];
  phone.dataset.who = who;
  phone.dataset.where = where;
  let html;
  try {
    const response = await fetch("/pane?" + new URLSearchParams({ who, where }));
    if (!response.ok) throw new Error(response.status);
    html = await response.text();
  } catch {
    notice(words["error.network"]);
    return;
  }
  if (phone.dataset.who !== who || phone.dataset.where !== where) return; // somebody chose otherwise meanwhile
  const draft = $(phone, "textarea")?.value || "";
  const box = document.createElement("template");
  box.innerHTML = html.trim();
  const fresh = box.content.firstElementChild;
  const news = phone.waiting;
  phone.replaceWith(fresh);
  $(fresh, "textarea").value = draft;
  for (const n of news) apply(fresh, n);
  settle(fresh);
  remember();
  return fresh;
}

function add(who, where) {
  const phone = document.createElement("section");
  phone.className = "telephone";
  phone.innerHTML = '<div class="messages"></div>';
  table.append(phone);
  return show(phone, who, where);
}

// lay puts these telephones on the table, and takes away the others.
async function lay(panes) {
  const asked = panes.split(";").map((p) => p.split(" "));
  const there = telephones();
  for (const extra of there.slice(asked.length)) extra.remove();
  await Promise.all(asked.map(([who, where], i) => (there[i] ? show(there[i], who, where) : add(who, where))));
  table.scrollLeft = 0;
}

// remember keeps what lies on the table in the address, so that loading anew finds it.
function remember() {
  const at = new URLSearchParams();
  for (const p of telephones()) at.append("pane", p.dataset.who + " " + p.dataset.where);
  history.replaceState(null, "", "?" + at);
}

// ---- the feed

function apply(phone, n) {
  const list = $(phone, ".messages");
  const before = $(list, "#m" + n.id);
  const end = low(list);
  if (n.kind === "gone") {
    before?.remove();
  } else {
    const box = document.createElement("template");
    box.innerHTML = n.html.trim();
    const fresh = box.content.firstElementChild;
    if (before) {
      before.replaceWith(fresh);
    } else {
      const later = all(":scope > [data-id]", list).find((m) => Number(m.dataset.id) > n.id);
      list.insertBefore(fresh, later || null);
      if ("asks" in fresh.dataset && fresh.dataset.from === "bot" && (phone.dataset.where[0] !== "@" || fresh.dataset.answers === phone.dataset.who)) about(phone, "reply", fresh);
    }
  }
  dress(phone);
  if (end) list.scrollTop = list.scrollHeight;
}

function hear(n) {
  let shown = false;
  for (const phone of telephones()) {
    if (phone.dataset.where !== n.chat) continue;
    shown = true;
    if (phone.waiting && !$(phone, "textarea")) phone.waiting.push(n);
    else {
      phone.waiting?.push(n);
      apply(phone, n);
    }
  }
  if (!shown && n.fresh) unread.set(n.chat, (unread.get(n.chat) || 0) + 1);
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
  if (was.down !== now.down || was.away !== now.away || was.broken !== now.broken) standing();
  const panel = $(document, "#tour");
  if (was.tour !== now.tour) panel.innerHTML = now.tour;
  if (step !== now.step) {
    step = now.step;
    const text = $(panel, "[data-panes]");
    if (text) lay(text.dataset.panes);
  }
}

let feed;
function listen() {
  feed?.close();
  feed = new EventSource("/feed?since=" + encodeURIComponent(place));
  feed.onmessage = (event) => {
    if (event.lastEventId) place = event.lastEventId;
    const n = JSON.parse(event.data);
    if (n.kind === "reset") anew();
    else if (n.kind === "state") look(n.state);
    else hear(n);
  };
  let cut = false;
  feed.onerror = () => {
    cut = true;
    notice(words.lost);
    // A browser gives up on an answer that is none; the page does not.
    if (feed.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  };
  feed.onopen = () => {
    if (cut) notice(words.back, 3000);
    cut = false;
  };
}

// anew loads the page as it is now; people who are not in this college any more are left out by the program.
function anew() { location.reload(); }

// ---- writing

function about(phone, what, message) {
  const form = $(phone, ".compose");
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
  field.value = "";
  about(phone, "", null);
  if (!(await act(phone, { do: what, message, text })) && !field.value) field.value = text; // nothing written is lost
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

document.addEventListener("click", async (event) => {
  const b = event.target.closest("button, .toast");
  if (!b) return;
  const phone = b.closest(".telephone");
  if (!phone) return;
  const message = b.closest(".message");
  if (b.matches(".toast")) b.hidden = true;
  else if (b.dataset.press !== undefined) {
    if (b.getAttribute("aria-busy") === "true") return;
    b.setAttribute("aria-busy", "true");
    await act(phone, { do: "press", message: Number(message.dataset.id), data: b.dataset.press });
    b.removeAttribute("aria-busy");
  } else if (b.dataset.say !== undefined) {
    $(phone, ".menu").hidden = true;
    $(phone, ".commands").setAttribute("aria-expanded", "false");
    act(phone, { do: "say", text: b.dataset.say });
  } else if (b.dataset.start !== undefined) act(phone, { do: "start", data: b.dataset.start });
  else if (b.dataset.goto) $(phone, "#m" + b.dataset.goto)?.scrollIntoView({ block: "center" });
  else if (b.dataset.act) {
    const details = b.closest("details");
    if (details) details.open = false;
    if (b.dataset.act === "reply" || b.dataset.act === "edit") about(phone, b.dataset.act, message);
    else act(phone, { do: b.dataset.act, message: Number(message.dataset.id), text: b.dataset.text || "" });
  } else if (b.dataset.do) {
    if (await act(phone, { do: b.dataset.do })) show(phone, phone.dataset.who, phone.dataset.where);
  } else if (b.matches(".tabs button")) show(phone, phone.dataset.who, b.dataset.where);
  else if (b.matches(".close")) {
    if (telephones().length > 1) phone.remove();
    remember();
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
  if (event.target.matches(".who")) {
    const who = event.target.value;
    show(phone, who, phone.dataset.where === "@group" && who !== "@stranger" ? "@group" : who);
  }
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
    about(phone, "", null);
    $(phone, ".menu").hidden = true;
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
  else if (b.id === "add") {
    const options = all(".who option", telephones()[0]).map((o) => o.value);
    const free = options.find((o) => !telephones().some((p) => p.dataset.who === o)) || options[0];
    if (telephones().length < 6) add(free, "@group");
  } else if (b.id === "restart" && confirm(words["restart-sure"])) desk("/restart", {});
  else if (b.id === "language" && confirm(words["language-sure"])) desk("/restart", { language: document.documentElement.lang === "en" ? "zh-CN" : "en" });
  b.closest("details")?.removeAttribute("open");
});

$(document, "#goto").addEventListener("change", (event) => {
  if (event.target.value) desk("/clock", { to: event.target.value });
  event.target.value = "";
});

$(document, "#tour").addEventListener("click", (event) => {
  const b = event.target.closest("[data-tour]");
  if (b) desk("/tour", { do: b.dataset.tour });
});

telephones().forEach(settle);
if (step) { /* the tour goes on where it was: the telephones lie as the address says */ }
listen();
