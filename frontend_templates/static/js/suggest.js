// Suggests while a search is typed: a combobox with a list, as the ARIA Authoring Practices describe it. Without this file the
// field is a plain one of a form. What is typed goes to our own server, and is kept nowhere but in this page.
"use strict";
(() => {
  const form = document.querySelector("form[data-suggest]");
  const field = form?.querySelector("input[type=search]");
  if (!field) return;
  const WAIT = 90; // milliseconds in which the next letter may come
  const known = new Map(); // lists by what was typed
  const said = Object.assign(document.createElement("p"), { className: "hidden-text", ariaLive: "polite" });
  let list = Object.assign(document.createElement("ul"), { id: "site-suggestions", className: "suggestions", hidden: true });
  list.setAttribute("role", "listbox");
  form.append(list, said);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    field.setAttribute(name, value);
  }
  let active = -1; // which option the keys stand on
  let running; // the request for what was typed last
  let later; // its timer

  const options = () => [...list.querySelectorAll("[role=option]")];
  const isOpen = () => !list.hidden;

  function mark(place) {
    const all = options();
    active = place;
    all.forEach((one, at) => one.setAttribute("aria-selected", String(at === place)));
    if (all[place]) {
      field.setAttribute("aria-activedescendant", all[place].id);
      all[place].scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  }

  function close() {
    clearTimeout(later);
    running?.abort();
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    said.textContent = "";
    mark(-1);
  }

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").getElementById(list.id);
    if (!fresh) return;
    list.replaceWith(document.adoptNode(fresh));
    list = fresh;
    const any = options().length > 0 && document.activeElement === field;
    list.hidden = !any;
    field.setAttribute("aria-expanded", String(any));
    said.textContent = any ? list.dataset.said : "";
    mark(-1);
  }

  async function ask(typed) {
    running?.abort();
    const { signal } = running = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.suggest}?${new URLSearchParams({ q: typed })}`, { signal });
      if (!answer.ok) return;
      const html = await answer.text();
      if (known.size > 60) known.clear();
      known.set(typed, html);
      if (!signal.aborted) show(html);
    } catch { /* given up, or no connection: the form works without */ }
  }

  field.addEventListener("input", () => {
    clearTimeout(later);
    const typed = field.value.trim();
    if (!typed) return close();
    running?.abort();
    if (known.has(typed)) return show(known.get(typed));
    later = setTimeout(ask, WAIT, typed);
  });

  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && isOpen()) {
      event.preventDefault(); // the browser would empty the field
      event.stopPropagation();
      close();
    } else if (event.key === "Enter" && isOpen() && active >= 0) {
      event.preventDefault();
      options()[active].click();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options().length) {
      event.preventDefault();
      if (!isOpen()) {
        list.hidden = false;
        field.setAttribute("aria-expanded", "true");
      }
      const count = options().length + 1; // one of them is the field itself
      mark((active + 1 + (event.key === "ArrowDown" ? 1 : count - 1)) % count - 1);
    }
  });
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  // pressing keeps the focus in the field, so that the list stays until it is let go
  form.addEventListener("mousedown", (event) => { if (list.contains(event.target)) event.preventDefault(); });
})();
