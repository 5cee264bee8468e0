// What hands do on a telephone.
"use strict";

// enter opens a way into the bot. One that somebody holds in private is for whoever has no account here yet.
async function enter(phone, data) {
  if (data && phone.dataset.where !== "@group" && phone.dataset.who !== "@stranger") {
    const free = telephones().find((p) => p.dataset.who === "@stranger");
    phone = free || (telephones().length < most ? await add("@stranger", "@stranger") : await show(telephones().pop(), "@stranger", "@stranger"));
    crowded();
    bring(phone);
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
  else if (b.matches(".below")) {
    toEnd(phone);
    brought = ""; // what is to be pressed need not be the last
    cue();
  }
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
    if (telephones().length > 1) putAway(phone);
    remember();
    crowded();
    cue();
  } else if (b.matches(".dismiss")) about(phone, "", null);
  else if (b.matches(".commands")) {
    const menu = $(phone, ".menu");
    menu.hidden = !menu.hidden;
    b.setAttribute("aria-expanded", String(!menu.hidden));
  }
});
