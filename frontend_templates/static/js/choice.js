/* Puts what a chosen variant changes into the page without loading it anew. Without this the choices are links. */
(() => {
  const follows = ["offer", "delivered", "declared", "detailed"];

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

  async function choose(link) {
    const address = link.href;
    const option = link.dataset.option;
    document.getElementById("offer").setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(answer.status);
      put(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      location.assign(address);
      return;
    }
    history.replaceState(history.state, "", address);
    document.getElementById("offer").removeAttribute("aria-busy");
    document.querySelector(`[data-option="${CSS.escape(option)}"]`)?.focus({ preventScroll: true });
    const parts = document.querySelectorAll(".offer .price--large, .offer .stock");
    document.getElementById("choice-said").textContent = [...parts].map((part) => part.textContent.trim()).join(", ");
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".choice__option");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose(link);
  });
})();
