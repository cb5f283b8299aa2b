/* What covers the page is left by the back button, as readers of phones expect it: while it is open, the history has an entry
   more, which goes when it is closed in any other way. One thing covers the page at a time: `{ open(), close(), state }`, where
   `open` says whether it is, and `state` is what the page's own entry shall carry. */
"use strict";
globalThis.zilaCover = (() => {
  let thing = null; // what covers the page while its entry is the present one
  let at = "";
  let leaving = false;

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

  // Nothing is loaded anew on the way back from a cover: whoever else hears of the history (htmx) hears nothing of it.
  addEventListener("popstate", (event) => {
    const [left, meant] = [thing, leaving];
    thing = null;
    leaving = false;
    if (!left || location.href !== at) return;
    event.stopImmediatePropagation();
    if (!meant) left.close();
    else if (left.open()) opened(left); // opened again before the way back was done
  }, true);

  return { opened, closed, taken, stands: () => Boolean(thing) };
})();
