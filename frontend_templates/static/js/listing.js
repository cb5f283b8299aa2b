// Lists that change in place: what htmx leaves to the page. Without this file, forms and links lead to the same lists.
"use strict";

const part = (id) => document.getElementById(id);
let opened = [];
let focusResults = false;

// The answer names the clean address of the list; the other language's links must lead to this very list.
function keepLanguages() {
  for (const link of document.querySelectorAll("a[hreflang]")) link.search = location.search;
}

document.body.addEventListener("htmx:beforeRequest", (event) => {
  const from = event.detail.elt;
  const paging = Boolean(from.closest(".pager"));
  const sent = event.detail.requestConfig.triggeringEvent?.type === "submit";
  focusResults = paging || sent || Boolean(from.closest(".chosen, .empty"));
  if (sent || !from.closest("#filters")) part("filters")?.removeAttribute("open");
});

// Whoever has opened a long list of choices keeps it open.
document.body.addEventListener("htmx:beforeSwap", () => {
  opened = [...document.querySelectorAll("#filter-fields details[open]")].map((one) => one.id);
});

document.body.addEventListener("htmx:afterSettle", () => {
  for (const id of opened) part(id)?.setAttribute("open", "");
  opened = [];
  keepLanguages();
  if (!focusResults) return;
  focusResults = false;
  part("results")?.focus({ preventScroll: true });
  part("listing")?.scrollIntoView({ block: "start" });
});

document.body.addEventListener("htmx:historyRestore", keepLanguages);

// What the server refuses, and a line that is down, are pages of their own.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.body.addEventListener(failure, (event) => location.assign(event.detail.pathInfo.finalRequestPath));
}

// On a phone the filters cover the page: Escape puts them away, and so does the keyboard when it goes on to what lies behind.
const covering = () => matchMedia("(max-width: 59.99rem)").matches && part("filters")?.open;
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !covering()) return;
  part("filters").open = false;
  part("filters").querySelector("summary").focus();
});
document.addEventListener("focusin", (event) => {
  if (covering() && !part("filters").contains(event.target)) part("filters").open = false;
});
