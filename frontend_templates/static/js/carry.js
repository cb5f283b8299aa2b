// Asks the browser to take the shop's service worker (/sw.js) when the page is done with everything else; not where the
// reader saves data.
"use strict";
if ("serviceWorker" in navigator && !navigator.connection?.saveData) {
  addEventListener("load", () => navigator.serviceWorker.register("/sw.js", { scope: "/" }).catch(() => {}));
}
