/* What covers the page is left by the back button, as readers of phones expect it: while it is open, the history has an entry
   more, which goes when it is closed in any other way. One thing covers the page at a time: `{ open(), close(), state }`, where
   `open` says whether it is, and `state` is what the page's own entry shall carry. What is to be written into the page's own entry
   waits until it is the present one: `uncovered(write)`. */
"use strict";
globalThis.zilaCover = (() => {
  let thing = null; // what covers the page while its entry is the present one
  let at = "";
  let leaving = false;
  let emptied = null; // the address of a cover's entry that the page was loaded at, with nothing open
  let writes = [];

  function opened(cover) {
    if (thing) return;
    thing = cover;
    at = location.href;
    if (cover.state) history.replaceState({ ...history.state, ...cover.state }, "");
    history.pushState({ ...history.state, covered: true }, "");
  }

  function closed() {
    if (!thing || leaving) return;
    leaving = true;
    history.back();
  }

  // The entry is the page's own from now on.
  function taken() { thing = null; }

  function uncovered(write) {
    if (thing) writes.push(write);
    else write();
  }

  // Nothing is loaded anew on the way back from a cover: whoever else hears of the history (htmx) hears nothing of it.
  addEventListener("popstate", (event) => {
    const [left, meant, known] = [thing, leaving, emptied === location.href];
    thing = emptied = null;
    leaving = false;
    if (event.state?.covered) { // what covered the page has long been closed
      event.stopImmediatePropagation();
      if (left?.open()) left.close();
      history.back();
      return;
    }
    if (known && !left) event.stopImmediatePropagation();
    const waiting = writes;
    writes = [];
    if (!left || location.href !== at) return;
    event.stopImmediatePropagation();
    for (const write of waiting) write();
    if (!meant) left.close();
    else if (left.open()) opened(left); // opened again before the way back was done
  }, true);

  // Loaded anew, the page has nothing open: the step back to its own entry is taken at once.
  if (history.state?.covered) {
    emptied = location.href;
    history.back();
  }

  return { opened, closed, taken, uncovered, stands: () => Boolean(thing) };
})();
