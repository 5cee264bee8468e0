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

let laying = 0; // how many times they are being laid just now
let lie = Promise.resolve(); // when those lie there that were asked for last

// lay puts these telephones on the table, one time after the other, and takes away the others.
function lay(panes) {
  laying++;
  const next = () => spread(panes.split(";"));
  lie = lie.then(next, next).finally(() => {
    laying--;
    cue();
  });
  return lie;
}

// spread leaves a telephone as it is that lies there already.
async function spread(asked) {
  const spare = telephones();
  const there = asked.map((at) => {
    const i = spare.findIndex((p) => seat(p) === at);
    return i < 0 ? null : spare.splice(i, 1)[0];
  });
  const shown = await Promise.all(asked.map((at, i) => {
    if (there[i]) return there[i];
    return spare.length ? show(spare.shift(), ...at.split(" ")) : add(...at.split(" "));
  }));
  for (const extra of spare) putAway(extra);
  shown.filter((phone) => phone.isConnected).forEach((phone, i) => {
    if (telephones()[i] === phone) return;
    table.insertBefore(phone, telephones()[i]);
    toEnd(phone);
  });
  crowded();
  remember();
  if (!state.cue?.pane) table.scrollLeft = 0; // what is to be pressed is brought into sight anyway
  brought = "";
}

// putAway takes a telephone off the table; what was written on it is there when it comes back.
function putAway(phone) {
  keep(phone);
  phone.remove();
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
