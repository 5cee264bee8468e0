// The telephones that lie side by side.
"use strict";

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
  await Promise.all(asked.map(([who, where], i) => {
    if (!there[i]) return add(who, where);
    return seat(there[i]) === who + " " + where ? there[i] : show(there[i], who, where); // one that lies there stays as it is
  }));
  crowded();
  table.scrollLeft = 0;
  brought = "";
  cue();
}

const most = Number(document.body.dataset.most); // telephones that lie side by side
function crowded() { $(document, "#add").disabled = telephones().length >= most; }

// seat is whose telephone it is, and which chat it shows.
const seat = (phone) => phone.dataset.who + " " + phone.dataset.where;

// bring brings a telephone into sight.
function bring(phone) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  phone.scrollIntoView({ inline: "center", block: "nearest", behavior: calm ? "auto" : "smooth" });
}

// remember keeps what lies on the table in the address, so that loading anew finds it.
function remember() {
  const at = new URLSearchParams();
  for (const p of telephones()) at.append("pane", seat(p));
  history.replaceState(null, "", "?" + at);
}

function hear(n) {
  let shown = false;
  for (const phone of telephones()) {
    if (phone.next === n.chat) phone.waiting?.push(n);
    if (phone.dataset.where !== n.chat) continue;
    shown = true;
    apply(phone, n);
  }
  if (shown) cue();
  if (shown || !n.fresh) return;
  unread.set(n.chat, (unread.get(n.chat) || 0) + 1);
  for (const phone of telephones()) count(phone);
}
