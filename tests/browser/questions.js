// Questions that tests ask of an open page. Each answers with the faults that it finds, in words; nothing found is [].
// The script is put into the page before the page's own, by the browser: no content policy stands in its way.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const brief = (e) => e.outerHTML.replace(/\s+/g, " ").slice(0, 110);
  const seen = (e) => e.getClientRects().length > 0 && e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
  const INTERACTIVE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";
  const interactive = (within = document) => all(INTERACTIVE, within).filter((e) => seen(e) && !e.disabled && !hiddenText(e));
  const SHEET = "details.filters";
  const hiddenText = (e) => e.closest(".hidden-text, .skip");
  const controlOf = (e) => e && (e.closest("label")?.control ?? e.closest(INTERACTIVE));

  // Opens what folds; not what covers the page when it is open, such as the sheet of filters on a phone: `openSheet` does that,
  // and says whether there is one.
  const covering = () => all("details").filter((one) => getComputedStyle(one).position === "fixed");
  const openDetails = () => {
    all("details").forEach((one) => { if (!one.name) one.open = true; });
    covering().forEach((one) => { one.open = false; });
  };
  const openSheet = () => {
    const sheet = document.querySelector(SHEET);
    if (sheet) sheet.open = true;
    return !!sheet;
  };
  const closeSheet = () => { document.querySelector(SHEET).open = false; };

  // What stands out to the right, where the page can be scrolled sideways.
  const sideways = () => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const out = all("body *").filter((e) => seen(e) && e.getBoundingClientRect().right > room + 1 && !pushed(e));
    return [`scrolls to ${document.documentElement.scrollWidth} of ${innerWidth}: ${out.slice(0, 3).map(brief).join(" | ")}`];
  };

  const pushed = (e) => {
    for (let box = e.parentElement; box && box !== document.body; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== "visible") return true;
    return false;
  };

  // Text that a box with a limit cuts off.
  const clipped = () => {
    const faults = [];
    for (const box of all("body *")) {
      const style = getComputedStyle(box);
      if (![style.overflowX, style.overflowY].some((how) => how === "hidden" || how === "clip")) continue;
      if (!seen(box) || hiddenText(box) || box.closest("svg, [aria-hidden=true]")) continue;
      const rim = box.getBoundingClientRect();
      if (textRects(box).some((r) => r.bottom > rim.bottom + 3 || r.right > rim.right + 2 || r.left < rim.left - 2))
        faults.push(`cut off: ${brief(box)}`);
    }
    return faults;
  };
  const textRects = (box) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    const rects = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || hiddenText(node.parentElement) || !seen(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      rects.push(...range.getClientRects());
    }
    return rects;
  };

  // WCAG 2.5.5: what a finger meets is 44 px wide and 44 px high, with its label or with what reaches beyond its own box. The
  // exceptions are the criterion's own two that we use: a link in a sentence (its height is the line's), and a place on a map
  // whose equivalent, the same link with a large target, really stands on the page.
  const small = (within = "body") => {
    const targets = interactive(document.querySelector(within)).filter((e) => getComputedStyle(e).pointerEvents !== "none");
    return targets.filter((e) => !large(e) && !inSentence(e) && !equivalent(e, targets))
      .map((e) => `${size(e).map(Math.round).join(" x ")} px: ${brief(e)}`);
  };
  const FINGER = 43.5; // 44 px, less what the browser rounds
  const large = (e) => size(e).every((side) => side >= FINGER);
  const size = (e) => {
    const own = [e, ...(e.labels ?? [])].filter((box) => seen(box) && (box === e || controlOf(box) === e));
    const sizes = own.map((box) => met(e, box));
    return sizes.find((sides) => sides.every((side) => side >= FINGER)) ?? sizes[0];
  };
  // How far around the middle of the box the control is what a finger meets: nothing lies over it, no neighbour takes it.
  const met = (e, of) => {
    of.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const box = of.getClientRects()[0];
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const reach = (right, down) => {
      let far = 0;
      while (far < 44 && controlOf(document.elementFromPoint(x + right * far, y + down * far)) === e) far += 0.5;
      return far;
    };
    return [reach(1, 0) + reach(-1, 0), reach(0, 1) + reach(0, -1)];
  };
  const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
  const inSentence = (e) => {
    if (e.tagName !== "A" || getComputedStyle(e).display !== "inline" || e.closest("svg")) return false;
    let block = e.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const rest = block.cloneNode(true);
    all("a, button, .hidden-text, .language-mark", rest).forEach((one) => one.remove());
    return (rest.textContent.match(WORDS) ?? []).length >= 3;
  };
  const equivalent = (e, targets) => !!e.closest("svg a") && targets.some((other) => other.href === href(e) && !other.closest("svg") && large(other));
  const href = (e) => e.href.baseVal === undefined ? e.href : new URL(e.href.baseVal, location.href).href;

  // Each control, focused the way keys do (press one first), shows a mark that stands out from the ground: a ring around it or
  // around the card that it stands for, or the line of its shape on a map.
  const unmarked = (within = "body") => {
    const faults = [];
    document.activeElement.blur();
    for (const e of interactive(document.querySelector(within))) {
      const bearers = marks(e);
      e.focus();
      const marked = marks(e).filter((now, place) => now.look !== bearers[place].look);
      if (document.activeElement !== e) faults.push(`takes no focus: ${brief(e)}`);
      else if (!marked.length) faults.push(`no mark of focus: ${brief(e)}`);
      else if (!marked.some((now) => now.colour && contrast(now.colour, now.ground) >= 3))
        faults.push(`mark of ${marked[0].colour} on ${marked[0].ground}: ${brief(e)}`);
      else if (covered(e)) faults.push(`covered: ${brief(e)}`);
      e.blur();
    }
    return faults;
  };
  const marks = (e) => {
    const around = [];
    for (let box = e; box && box !== document.body && around.length < 5; box = box.parentElement) around.push(box);
    return [...around.map(ring), ...all("path, circle, use", e).map(line)];
  };
  const ring = (box) => {
    const style = getComputedStyle(box);
    const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const inside = parseFloat(style.outlineOffset) < 0;
    return { look: drawn && style.outline, colour: drawn && style.outlineColor, ground: ground(inside ? box : box.parentElement) };
  };
  const line = (shape) => {
    const style = getComputedStyle(shape);
    return { look: style.stroke + style.strokeWidth, colour: style.stroke, ground: ground(shape.closest("svg")) };
  };
  const covered = (e) => {
    const box = e.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    for (let over = top; over && !over.contains(e); over = over.parentElement)
      if (["fixed", "sticky"].includes(getComputedStyle(over).position) && !e.contains(over)) return true;
    return false;
  };
  // Whether the open sheet shows the whole of what has the focus in it: within its window, under neither its head nor its foot.
  const hiddenInSheet = () => {
    const e = document.activeElement, sheet = e.closest(SHEET), box = e.getBoundingClientRect();
    if (!sheet) return [];
    const rim = sheet.getBoundingClientRect();
    const bars = [sheet.querySelector("summary"), sheet.querySelector(".filters__foot")]
      .filter((bar) => getComputedStyle(bar).position === "sticky" && !bar.contains(e)).map((bar) => bar.getBoundingClientRect());
    const hidden = box.top < rim.top - 1 || box.bottom > rim.bottom + 1 || bars.some((bar) => box.bottom > bar.top + 1 && box.top < bar.bottom - 1);
    return hidden ? [`hidden at ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${innerHeight}: ${brief(e)}`] : [];
  };
  const ground = (on) => {
    while (on && /^rgba\(.*, 0\)$|^transparent$/.test(getComputedStyle(on).backgroundColor)) on = on.parentElement;
    return on ? getComputedStyle(on).backgroundColor : "rgb(255, 255, 255)";
  };
  const light = (colour) => {
    const canvas = light.canvas ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, two) => {
    const [a, b] = [light(one), light(two)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };

  // The order of the keyboard is the order of the page: nothing jumps the queue, nothing is drawn out of its place in the order.
  const disordered = () => [
    ...all("[tabindex]").filter((e) => e.tabIndex > 0).map((e) => `jumps the queue: ${brief(e)}`),
    ...all("body *").filter((e) => seen(e) && (+getComputedStyle(e).order || /reverse/.test(getComputedStyle(e).flexDirection)) && e.querySelector(INTERACTIVE))
      .map((e) => `drawn out of order: ${brief(e)}`),
  ];

  // What moves although the reader wants rest.
  const moving = () => {
    const faults = document.getAnimations().map((one) => `runs: ${one.animationName ?? one.transitionProperty}`);
    for (const e of all("*")) for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(e, part);
      const lasts = style.transitionDuration.split(",").some((time) => parseFloat(time) > 0);
      if (lasts || style.animationName !== "none" || style.scrollBehavior === "smooth") faults.push(`moves: ${brief(e)} ${part ?? ""}`);
    }
    return faults.slice(0, 5);
  };

  // In colours that the reader forces: text and the icons of controls differ from what lies behind them. (axe misreads these.)
  const faint = () => [
    ...all("body *").filter((e) => seen(e) && !hiddenText(e) && !e.closest("svg") && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
      .filter((e) => contrast(getComputedStyle(e).color, ground(e)) < 4.5),
    ...all("svg.icon").filter((e) => seen(e) && e.closest(INTERACTIVE)).filter((e) => contrast(getComputedStyle(e).fill, ground(e)) < 3),
  ].map((e) => `not seen: ${brief(e)}`);

  const axeFinds = async (rules) => {
    const options = { resultTypes: ["violations"], ...(rules ? { runOnly: rules } : {}) };
    const { violations } = await axe.run(document, options);
    return violations.filter((v) => ["serious", "critical"].includes(v.impact))
      .map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((node) => node.html.replace(/\s+/g, " ").slice(0, 110)).join(" | ")}`);
  };

  // Readers may set more room between lines, letters and words (WCAG 1.4.12).
  const spaceText = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
      p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
  };

  // Readers may set larger letters than the page's own, in the settings of their browser (WCAG 1.4.4).
  const enlarge = (percent) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`html { font-size: ${percent}% !important; }`);
    document.adoptedStyleSheets = [sheet];
  };

  globalThis.zila = { hiddenInSheet, openDetails, openSheet, closeSheet, sideways, clipped, small, unmarked, disordered, moving, faint, axeFinds, spaceText, enlarge };
})();
