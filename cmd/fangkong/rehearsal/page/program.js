// What the page tells the program, and what it is answered.
"use strict";

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
