// The tour: its telephones, and what is pressed in its panel.
"use strict";

// laySteps lays the telephones that the tour's step speaks of.
function laySteps() {
  const text = $(document, "#tour [data-panes]");
  if (text) lay(text.dataset.panes);
}

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
