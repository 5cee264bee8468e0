// The row above the telephones: the clock, the others, accidents, a new beginning.
"use strict";

// unfold shows on a narrow page what else there is in the row.
function unfold(more) {
  $(document, ".desk").classList.toggle("unfolded", more);
  $(document, "#more").setAttribute("aria-expanded", String(more));
}

$(document, ".desk").addEventListener("click", (event) => {
  const b = event.target.closest("button");
  if (!b) return;
  if (b.id === "more") unfold(b.getAttribute("aria-expanded") !== "true");
  else if (b.closest(".rest")) unfold(false);
  if (b.dataset.speed) desk("/clock", { speed: Number(b.dataset.speed) });
  else if (b.dataset.minutes) desk("/clock", { minutes: Number(b.dataset.minutes) });
  else if (b.id === "others") desk("/others", { played: [...new Set(telephones().map((p) => p.dataset.who))] });
  else if (b.id === "plug") desk("/trouble", { plug: Boolean(state.down) });
  else if (b.id === "line") desk("/trouble", { line: Boolean(state.away) });
  else if (b.id === "add") choose((who) => add(who, who).then((phone) => {
    bring(phone);
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
