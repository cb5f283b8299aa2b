/* Opens the pictures of a gallery large, in a window of its own: arrow keys and swipes leaf through them, a click looks closer
   (and arrow keys move what is seen close), Escape or the back button closes and gives the focus back. Without this the pictures are links to their largest files. */
(() => {
  const zoom = document.querySelector(".zoom");
  if (!zoom || !zoom.showModal) return;
  const stage = zoom.querySelector(".zoom__stage");
  const place = zoom.querySelector(".zoom__place");
  const near = zoom.querySelector(".zoom__near");
  const said = zoom.querySelector(".hidden-text");
  const moves = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const STRIDE = 0.2; // of what is seen
  const cover = { open: () => zoom.open, close: () => zoom.close() };
  const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
  let at = 0;

  const links = () => [...document.querySelectorAll(".gallery__open")];

  function show(index, smooth) {
    at = Math.max(0, Math.min(index, stage.children.length - 1));
    closer(false);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    stage.scrollTo({ left: at * stage.clientWidth, behavior: smooth && !calm ? "smooth" : "instant" });
    tell();
  }

  function tell() {
    const words = place.dataset.words.replace("##", stage.children.length).replace("#", at + 1);
    if (place.textContent !== words) place.textContent = words;
    const [previous, next] = [zoom.querySelector(".zoom__previous"), zoom.querySelector(".zoom__next")];
    const last = at === stage.children.length - 1;
    [previous.disabled, next.disabled] = [false, false];
    if (at === 0 && document.activeElement === previous) (last ? near : next).focus(); // what is out of use loses the focus to the page
    if (last && document.activeElement === next) (at === 0 ? near : previous).focus();
    [previous.disabled, next.disabled] = [at === 0, last];
  }

  function closer(wanted, x = 0.5, y = 0.5) {
    for (const slide of stage.children) slide.classList.remove("zoom__slide--near");
    near.setAttribute("aria-pressed", wanted);
    said.textContent = wanted ? said.dataset.words : "";
    if (!wanted) return;
    const slide = stage.children[at];
    slide.classList.add("zoom__slide--near");
    slide.scrollTo((slide.scrollWidth - slide.clientWidth) * x, (slide.scrollHeight - slide.clientHeight) * y);
  }

  function open(link) {
    const all = links();
    stage.replaceChildren(...all.map((one) => {
      const slide = document.createElement("li");
      const picture = one.querySelector("picture").cloneNode(true);
      for (const source of picture.querySelectorAll("source")) source.sizes = "200vw";
      picture.querySelector("img").removeAttribute("fetchpriority");
      slide.className = "zoom__slide";
      slide.append(picture);
      return slide;
    }));
    zoom.classList.toggle("zoom--one", all.length < 2);
    zoom.showModal();
    document.documentElement.classList.add("zoomed");
    zilaCover.opened(cover);
    show(all.indexOf(link));
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".gallery__open");
    const thumb = event.target.closest(".gallery__thumbs a");
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link) open(link);
    else if (thumb) leaf(thumb);
    else return;
    event.preventDefault();
  });

  function leaf(thumb) {
    const slide = document.querySelector(thumb.getAttribute("href"));
    const strip = slide.parentElement;
    strip.scrollTo({ left: slide.offsetLeft - strip.offsetLeft });
  }

  zoom.addEventListener("click", (event) => {
    const slide = event.target.closest(".zoom__slide");
    if (event.target.closest(".zoom__close")) zoom.close();
    else if (event.target.closest(".zoom__previous")) show(at - 1, true);
    else if (event.target.closest(".zoom__next")) show(at + 1, true);
    else if (event.target.closest(".zoom__near")) closer(near.getAttribute("aria-pressed") !== "true");
    else if (slide) {
      const box = slide.getBoundingClientRect();
      const wanted = !slide.classList.contains("zoom__slide--near");
      closer(wanted, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    }
  });

  zoom.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const close = stage.querySelector(".zoom__slide--near");
    if (close && event.key in moves) {
      event.preventDefault();
      const [right, down] = moves[event.key];
      close.scrollBy(right * STRIDE * close.clientWidth, down * STRIDE * close.clientHeight);
      return;
    }
    if (!(event.key in steps)) return;
    event.preventDefault();
    const towards = document.dir === "rtl" ? -steps[event.key] : steps[event.key];
    show(at + towards, true);
  });

  // Browsers let Tab go on to the page behind, and to what scrolls.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || !zoom.open || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const stops = [stage, ...zoom.querySelectorAll("button:enabled")].filter((stop) => stop.checkVisibility());
    const now = stops.findIndex((stop) => stop.contains(document.activeElement));
    const to = now < 0 ? (event.shiftKey ? -1 : 0) : now + (event.shiftKey ? -1 : 1);
    stops.at(to % stops.length).focus();
  });

  let still;
  stage.addEventListener("scroll", () => {
    clearTimeout(still);
    still = setTimeout(() => {
      const reached = Math.round(stage.scrollLeft / stage.clientWidth);
      if (reached === at || !zoom.open) return;
      at = reached;
      closer(false);
      tell();
    }, 120);
  }, { passive: true });
  addEventListener("resize", () => zoom.open && show(at));
  zoom.addEventListener("close", () => {
    document.documentElement.classList.remove("zoomed");
    zilaCover.closed();
    if (document.activeElement === document.body) links()[at]?.focus({ preventScroll: true }); // what opened it may be of another choice
  });
})();
