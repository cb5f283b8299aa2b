// Lists that change in place: what htmx leaves to the page. Without this file, forms and links lead to the same lists.
"use strict";

const part = (id) => document.getElementById(id);
let opened = [];
let focusResults = false;
let focused = "";
let restoring = null; // the request for the list of an entry of the history that was gone back or forward to
const asking = new Set(); // the requests for what has been chosen; the last one counts

// The answer names the clean address of the list. The other language's links must lead to this very list, and who shares the page
// shares it; a list by name stands in another order there, so that its next pages mean nothing in it.
function keepLanguages() {
  const here = new URLSearchParams(location.search);
  const elsewhere = new URLSearchParams(here);
  if (!part("results")?.hasAttribute("data-stays")) for (const place of ["after", "before"]) elsewhere.delete(place);
  const current = document.documentElement.lang;
  const isHere = (language) => language === current || (language === "x-default" && current === "en");
  for (const link of document.querySelectorAll("a[hreflang], link[hreflang]")) {
    const to = new URL(link.href);
    to.search = (isHere(link.hreflang) ? here : elsewhere).toString();
    link.href = to.href;
  }
  for (const [where, name] of [["link[rel=canonical]", "href"], ['meta[property="og:url"]', "content"]]) {
    const told = document.querySelector(where);
    const to = told && new URL(told[name]);
    if (to) to.search = here.toString();
    if (to) told[name] = to.href;
  }
}

document.body.addEventListener("htmx:beforeRequest", (event) => {
  if (restoring) {
    event.preventDefault(); // it would be asked of a list that is on its way out
    return;
  }
  const from = event.detail.elt;
  const paging = Boolean(from.closest(".pager"));
  const sent = event.detail.requestConfig.triggeringEvent?.type === "submit";
  giveUpAsking();
  focusResults = paging || sent || Boolean(from.closest(".chosen, .empty"));
  if (sent || !from.closest("#filters")) part("filters")?.removeAttribute("open");
  if (from.closest(".sorts") && from.href) keepOrder(new URL(from.href).searchParams.get("sort") ?? "");
  hold(Boolean(from.closest("#filters")));
  sentWith = new Map(typing().map((field) => [field.id, field.value]));
  asking.add(event.detail.xhr);
  event.detail.xhr.addEventListener("loadend", () => asking.delete(event.detail.xhr));
});
document.body.addEventListener("htmx:afterRequest", (event) => {
  hold(false);
  asking.delete(event.detail.xhr);
  uncover();
});

function giveUpAsking() {
  for (const request of [...asking]) request.abort();
  asking.clear();
}

// A step in the history asks for its list with a request of its own, which nothing else of htmx knows of. The last step counts;
// what had been chosen before it is given up, and what stands in the old list waits. Where the list cannot be had, the page is loaded.
document.body.addEventListener("htmx:historyCacheMiss", (event) => {
  if (!restoring) focused = document.activeElement?.id;
  restoring?.abort();
  giveUpAsking();
  restoring = event.detail.xhr;
  restoring.addEventListener("error", () => location.reload());
  focusResults = false;
  said.textContent = "";
  wait(true);
});
document.body.addEventListener("htmx:historyCacheMissLoad", (event) => {
  if (event.detail.path !== location.pathname + location.search) location.reload();
});
document.body.addEventListener("htmx:historyCacheMissLoadError", () => location.reload());
document.body.addEventListener("htmx:historyRestore", () => {
  restoring = null;
  wait(false);
  keepLanguages();
  uncover();
  said.textContent = part("listing-count")?.textContent ?? "";
  for (const id of [focused, "results"]) {
    if (id && document.activeElement === document.body) part(id)?.focus({ preventScroll: true });
  }
});

// The count in the list is replaced with it, which is not read out: this one stays.
const said = Object.assign(document.createElement("p"), { id: "list-said", className: "hidden-text", ariaLive: "polite" });
document.body.append(said);

function wait(held) {
  part("listing")?.classList.toggle("htmx-request", held);
  if (part("filters-form")) part("filters-form").inert = held;
  hold(held);
}

// On a slow line the next choice may come before the answer: a filter takes the order along that has just been chosen, and
// the links of the old list wait for the new one.
function keepOrder(order) {
  const form = part("filters-form");
  if (!form) return;
  const field = form.elements.sort ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "sort" }));
  field.value = order;
}

function hold(held) {
  for (const links of document.querySelectorAll(".sorts, .pager, .chosen, .empty")) links.inert = held;
}

// Whoever has opened a long list of choices keeps it open; and what was typed after the list was asked for stays as it is typed.
let sentWith = new Map(); // what stood in the fields that are typed in, by their ids, when the list was asked for
let swapping = false;
const unsent = new Set(); // the ids of those that say more than what was sent
const typing = () => [...document.querySelectorAll("#filter-fields input:not([type=hidden], [type=checkbox], [type=radio])")];

document.body.addEventListener("htmx:beforeSwap", () => {
  opened = [...document.querySelectorAll("#filter-fields details[open]")].map((one) => one.id);
  unsent.clear();
  const stays = typing().filter((field) => sentWith.has(field.id) && sentWith.get(field.id) !== field.value)
    .map((field) => [field.id, field.value, field.selectionStart, field.selectionEnd]);
  swapping = true;
  document.body.addEventListener("htmx:afterSwap", () => {
    swapping = false;
    stays.forEach(typedOn);
  }, { once: true });
});

function typedOn([id, value, start, end]) {
  const field = part(id);
  if (!field) return;
  field.value = value;
  field.setSelectionRange(start, end);
  unsent.add(id);
}

// The browser takes a field that is replaced for one that was left, which would send what is half typed; and what a script puts
// into a field for what stood there before, so that leaving it says nothing.
document.addEventListener("change", (event) => {
  if (swapping) event.stopImmediatePropagation();
  unsent.delete(event.target.id);
}, true);
document.addEventListener("focusout", (event) => {
  if (!unsent.delete(event.target.id)) return;
  event.target.dispatchEvent(new Event("change", { bubbles: true }));
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

// The back button puts them away, too. The entry that it takes is never below one of the list: what is chosen in the sheet takes
// its place, and the sheet has another on top.
const sheet = { open: () => Boolean(covering()), close: () => part("filters").removeAttribute("open"), state: { htmx: true } };
const uncover = () => { if (!asking.size && !sheet.open()) zilaCover.closed(); };
document.addEventListener("toggle", (event) => {
  if (event.target.id !== "filters") return;
  if (sheet.open()) zilaCover.opened(sheet);
  else uncover();
}, true);
document.body.addEventListener("htmx:beforeHistoryUpdate", (event) => {
  if (!zilaCover.stands()) return;
  const { history: entry } = event.detail;
  entry.type = "replace";
  if (new URL(entry.path, location.href).href !== location.href) zilaCover.taken();
});
document.body.addEventListener("htmx:replacedInHistory", () => { if (sheet.open()) zilaCover.opened(sheet); });
