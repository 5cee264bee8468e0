// The field of a telephone: what is written, answered, changed or attached.
"use strict";

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

const longest = 4096; // characters of one message

async function submit(phone) {
  const form = $(phone, ".compose");
  const field = $(form, "textarea");
  const text = field.value;
  if (!text.trim()) return;
  if (text.length > longest) {
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
  cue();
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

// What is too long is not put into the field at all: a browser would lay out a book, and stand still over it.
document.addEventListener("beforeinput", (event) => {
  const phone = event.target.closest(".telephone");
  const text = event.data ?? event.dataTransfer?.getData("text/plain");
  if (!phone || !text || text.length <= longest) return;
  event.preventDefault();
  toast(phone, words["error.too-much"]);
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
