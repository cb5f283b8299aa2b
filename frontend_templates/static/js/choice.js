/* Puts what a chosen variant changes into the page without loading it anew. Without this the choices are links. */
(() => {
  const follows = ["offer", "delivered", "declared", "detailed"];
  let running; // the request for what was clicked last

  function put(fresh) {
    for (const id of follows) {
      const [old, now] = [document.getElementById(id), fresh.getElementById(id)];
      if (old && now && old.innerHTML !== now.innerHTML) old.replaceWith(document.adoptNode(now));
    }
    const [old, now] = [document.getElementById("gallery"), fresh.getElementById("gallery")];
    const first = (gallery) => gallery?.querySelector("img")?.getAttribute("src");
    if (now && first(old) !== first(now)) old.replaceWith(document.adoptNode(now));
    // the switch of languages keeps the choice
    for (const link of fresh.querySelectorAll("a[hreflang]")) {
      for (const shown of document.querySelectorAll(`a[hreflang="${link.hreflang}"]`)) shown.href = link.getAttribute("href");
    }
  }

  // The last click counts, whatever is answered when; the other choices wait, as their links are of what is on its way out.
  async function choose(link) {
    const address = link.href;
    const option = link.dataset.option;
    running?.abort();
    const { signal } = running = new AbortController();
    hold(link.closest(".choice"));
    try {
      const answer = await fetch(address, { signal });
      if (!answer.ok) throw new Error(answer.status);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (signal.aborted) return;
      put(fresh);
    } catch {
      if (signal.aborted) return;
      hold(null);
      location.assign(address);
      return;
    }
    hold(null);
    zilaCover.uncovered(() => signal.aborted || history.replaceState(history.state, "", address));
    const chosen = document.querySelector(`[data-option="${CSS.escape(option)}"]`);
    if (document.activeElement === document.body) chosen?.focus({ preventScroll: true });
    const parts = [chosen?.querySelector("span"), ...document.querySelectorAll(".offer .price--large, .offer .stock")];
    document.getElementById("choice-said").textContent = parts.map((part) => part?.textContent.trim()).filter(Boolean).join(", ");
  }

  function hold(one) {
    for (const group of document.querySelectorAll(".choice")) group.inert = Boolean(one) && group !== one;
    document.getElementById("offer").toggleAttribute("aria-busy", Boolean(one));
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".choice__option");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose(link);
  });
})();
