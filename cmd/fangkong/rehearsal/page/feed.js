// The feed of what has changed, as the tabs of one browser hear it.
"use strict";

// A browser holds six lines to a program, however many tabs it shows. One of them listens for all, as long as it is seen, and passes
// on what it hears; each knows how far it has heard, and asks for what it has missed.
const tabs = new BroadcastChannel("feed");

let place = document.body.dataset.since; // what of the feed this page has seen

const part = (at, i) => at.split(".")[i];

function hearLine(at, text) {
  const ahead = Number(part(at, 1)) - Number(part(place, 1));
  if (part(at, 0) !== part(place, 0) || text === '{"kind":"reset"}') anew();
  else if (ahead > 1) catchUp();
  else if (ahead === 1) {
    place = at;
    const n = JSON.parse(text);
    if (n.kind === "state") look(n.state);
    else hear(n);
  }
}

let catching; // whether what was missed is on its way, and whether more was missed meanwhile
async function catchUp() {
  if (catching) {
    catching.again = true;
    return;
  }
  do {
    catching = { again: false };
    try {
      const response = await fetch("/feed?once&since=" + encodeURIComponent(place));
      for (const line of (await response.text()).split("\n\n")) {
        const [, at, text] = /^id: (.*)\ndata: (.*)$/.exec(line) || [];
        if (at) hearLine(at, text);
      }
    } catch {
      break; // whoever listens says that the line is cut, and asks again when it is not
    }
  } while (catching.again);
  catching = null;
}

function aboutLine(what) {
  if (what === "lost") notice(words.lost);
  else {
    notice(words.back, { ms: 3000, calm: true });
    catchUp();
  }
}

// heard is a line of the feed, or what became of the line to the program; tell says it in the other tabs as well.
function heard(what) {
  if (what.line) aboutLine(what.line);
  else hearLine(what.at, what.text);
}

function tell(what) {
  tabs.postMessage(what);
  heard(what);
}

// hold is this tab's turn to listen, until it ends.
function hold(turn) {
  return new Promise((over) => {
    let feed, again, cut = false;
    const connect = () => {
      feed = new EventSource("/feed?since=" + encodeURIComponent(place));
      feed.onmessage = (event) => tell({ at: event.lastEventId, text: event.data });
      feed.onerror = () => {
        cut = true;
        tell({ line: "lost" });
        // A browser gives up on an answer that is none; the page does not.
        if (feed.readyState === EventSource.CLOSED) again = setTimeout(connect, 2000);
      };
      feed.onopen = () => {
        if (cut) tell({ line: "back" });
        cut = false;
      };
    };
    connect();
    turn.addEventListener("abort", () => {
      clearTimeout(again);
      feed.close();
      over();
    });
  });
}

let turn; // to listen, or the wait for it
function listen() {
  turn = new AbortController();
  const { signal } = turn;
  tabs.onmessage = ({ data }) => { if (!document.hidden) heard(data); };
  catchUp();
  // A page that came over the network without a key has no locks: there each tab listens for itself.
  if (navigator.locks) navigator.locks.request("feed", { signal }, () => hold(signal)).catch(() => {}); // hidden before its turn came
  else hold(signal);
}
