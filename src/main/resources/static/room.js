// The meeting: what a step holds is made as large as fits; arrow keys lead on and back; the strip is clicked and dragged. Without this file
// the same is done with links and choices, in a size that the style sheet guesses.
(() => {
  "use strict";
  const SMALLEST_PX = 10, WANTED_MS = 8000;
  const body = document.querySelector("[data-fit]"), form = document.querySelector("form[data-answers]");

  // As large as fits: by halving, for each number of columns that the descriptions can stand in.
  const overflows = () => body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1;
  function largest() {
    let low = SMALLEST_PX, high = body.dataset.fit * Math.min(1, Math.max(0.75, innerHeight / 1080)); // at most so large on a full screen
    while (high - low > 0.25) {
      const size = (low + high) / 2;
      body.style.fontSize = size + "px";
      if (overflows()) high = size; else low = size;
    }
    body.style.fontSize = low + "px";
    return low;
  }
  function fit() {
    if (body?.querySelector(".conflict")) return; // two answers to choose from are read, and scrolled
    if (!body || matchMedia("not all and (min-width: 46em) and (min-height: 34em)").matches) return body?.style.removeProperty("font-size");
    const grid = body.querySelector(".room__stages") ?? (body.matches(".room__body--tiles") ? body.querySelector(".questions") : null);
    if (!grid) return largest();
    const count = [...grid.children].filter((one) => !one.hidden).length || 1;
    const columns = [...new Set([count, Math.ceil(count / 2), Math.ceil(count / 3), innerHeight > innerWidth ? 1 : count])];
    const tried = columns.map((number) => {
      grid.style.setProperty("--columns", number);
      return { number, size: largest(), over: body.scrollHeight - body.clientHeight };
    });
    const best = tried.reduce((one, two) => two.size > one.size + 0.5 || two.size > one.size - 0.5 && two.over < one.over - 1 ? two : one);
    grid.style.setProperty("--columns", best.number);
    largest();
  }
  let waiting = 0;
  const fitSoon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(fit); };
  addEventListener("resize", fitSoon);
  document.fonts?.ready.then(fitSoon);
  body?.addEventListener("toggle", (e) => { if (!e.target.matches(".fold")) fitSoon(); }, true);
  fit();

  // On and back by the arrow keys, and by the keys of a clicker, unless somebody is in a field.
  const WAYS = { ArrowRight: "[data-next]", PageDown: "[data-next]", ArrowLeft: "[data-previous]", PageUp: "[data-previous]" };
  document.addEventListener("keydown", (e) => {
    if (!WAYS[e.key] || e.altKey || e.ctrlKey || e.metaKey || e.shiftKey || e.target.closest("input, textarea, select, [contenteditable]")) return;
    const way = document.querySelector(WAYS[e.key]);
    if (!way) return;
    e.preventDefault();
    way.click();
  });
  document.querySelector(".room__strips [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

  // What the others answer meanwhile (live.js): where a section stands now, along the bottom and among the descriptions.
  document.addEventListener("zelfscan:live", (e) => {
    e.detail.parts.querySelectorAll("[id^=nav-]").forEach((entry) => {
      const own = document.querySelector(`.room__strips [data-section="${CSS.escape(entry.id.slice(4))}"]`), strip = own?.querySelector(".strip");
      const at = [...entry.querySelectorAll(".strip i")].findIndex((i) => i.classList.contains("is-today"));
      if (!strip) return;
      strip.classList.toggle("strip--empty", at < 0);
      [...strip.children].forEach((i, n) => i.classList.toggle("is-today", n === at));
      if (own.querySelector("[aria-current]")) document.querySelectorAll(".room__stages > li").forEach((stage, n) => stage.classList.toggle("is-agreed", n === at));
    });
  });

  // One leads and the others go along to the same step, if they want: said by the page that leads when it connects (live.js), and kept in
  // this tab from step to step. Who is writing, or has something that is not saved yet, goes along afterwards.
  const lead = document.querySelector(".room__lead"), scan = lead?.dataset.meeting;
  if (lead) {
    const [leads, follows] = [...lead.querySelectorAll("button")], name = lead.querySelector("[data-leader]"), here = location.pathname + location.search;
    const kept = (key) => { try { return sessionStorage.getItem(key + scan) !== null; } catch { return false; } };
    const keep = (key, on) => { try { if (on) sessionStorage.setItem(key + scan, "1"); else sessionStorage.removeItem(key + scan); } catch { /* for this step only */ } };
    let leading = { name: "", address: "" }, later = 0;
    const isBusy = () => document.activeElement?.matches("textarea, input[type=text]")
      || form && !["saved", "empty"].includes(document.getElementById("saved").dataset.state);
    function show() {
      const on = document.body.dataset.leads !== undefined, going = follows.getAttribute("aria-pressed") === "true";
      leads.setAttribute("aria-pressed", String(on));
      leads.hidden = leading.name !== "" && !on;
      follows.hidden = name.hidden = leading.name === "" || on;
      name.textContent = leading.name + " leidt.";
      clearTimeout(later);
      if (!going || follows.hidden || leading.address === here || !leading.address.startsWith(`/zelfscan/${scan}/vergadering/`)) return;
      if (isBusy() || window.zelfscanIsLeaving()) later = setTimeout(show, 500); else location.assign(leading.address);
    }
    function setLeads(on) {
      keep("zelfscan-leidt-", on);
      if (on) document.body.dataset.leads = here; else delete document.body.dataset.leads;
    }
    function setFollows(on) {
      keep("zelfscan-volgt-", on);
      follows.setAttribute("aria-pressed", String(on));
    }
    leads.addEventListener("click", () => {
      setLeads(document.body.dataset.leads === undefined);
      setFollows(false);
      document.dispatchEvent(new CustomEvent("zelfscan:lead"));
      show();
    });
    follows.addEventListener("click", () => { setFollows(follows.getAttribute("aria-pressed") !== "true"); show(); });
    document.addEventListener("zelfscan:others", (e) => { leading = e.detail.leading ?? leading; show(); });
    setLeads(kept("zelfscan-leidt-"));
    setFollows(kept("zelfscan-volgt-"));
    lead.hidden = false;
    show();
  }

  // The strip: a click is where the centre stands, then where it wants to go. The choices themselves stay what holds it and what is saved.
  const strip = body?.hasAttribute("data-placement") ? body : null;
  if (strip && form) {
    const placement = strip.dataset.placement, ambition = strip.dataset.ambition;
    const cells = () => [...strip.querySelectorAll(".stage")];
    const radio = (cell) => cell.querySelector("input");
    const codes = () => cells().map((cell) => radio(cell).value);
    const targets = () => ambition ? [...form.querySelectorAll(`[name="${CSS.escape(ambition + ".choice")}"]`)] : [];
    const target = (code) => targets().find((one) => one.value === code && !one.disabled);
    const hold = () => targets().find((one) => !codes().includes(one.value) && !one.disabled);
    const today = () => cells().findIndex((cell) => radio(cell).checked);
    const modes = strip.querySelector(".room__mode");
    let mode = "today", wanted = null, from = null;

    function setMode(next) {
      mode = ambition ? next : "today";
      modes?.querySelectorAll("[data-mode]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.mode === mode)));
    }
    function draw() {
      const at = today(), chosen = targets().find((one) => one.checked && !one.disabled), to = chosen ? codes().indexOf(chosen.value) : -1;
      const holds = Boolean(chosen) && to < 0, all = cells(), stages = strip.querySelector(".stages");
      if (!stages) return;
      all.forEach((cell, i) => { cell.classList.toggle("is-hold", holds && i === at); cell.classList.toggle("is-ambition", i === to && to > at); });
      stages.classList.toggle("has-way", at >= 0 && to > at);
      for (const [name, value] of [["--from", at], ["--to", to], ["--count", all.length]]) stages.style.setProperty(name, value);
      document.querySelectorAll(".room__strips [aria-current] .strip").forEach((small) => {
        small.classList.toggle("strip--empty", at < 0);
        [...small.children].forEach((i, n) => { i.className = [n === at ? "is-today" : "", n === to && to > at || holds && n === at ? "is-ambition" : ""].join(" ").trim(); });
      });
    }
    function choose(one) {
      one.checked = true;
      one.dispatchEvent(new Event("input", { bubbles: true }));
      one.dispatchEvent(new Event("change", { bubbles: true }));
    }
    // Where the centre wants to go: what is offered for a stage comes only when that stage was saved.
    function aim(cell) {
      const index = cells().indexOf(cell), at = today();
      const one = index === at ? hold() : target(codes()[index]);
      wanted = null;
      if (one) return choose(one);
      if (index >= at) wanted = { code: index === at ? null : codes()[index], until: Date.now() + WANTED_MS };
    }
    function aimAgain() {
      if (!wanted || Date.now() > wanted.until) return;
      const one = wanted.code === null ? hold() : target(wanted.code);
      if (one) { wanted = null; choose(one); }
    }
    strip.addEventListener("click", (e) => {
      const chosen = e.target.closest("[data-mode]"), cell = e.target.closest(".stage");
      if (chosen) return setMode(chosen.dataset.mode);
      if (!cell || e.detail === 0 && e.target.matches("input")) return;
      if (mode === "today" && ambition && cells().indexOf(cell) === today()) setMode("ambition");
      else if (mode === "today" || today() < 0 || cells().indexOf(cell) < today()) {
        if (!e.target.closest("label, input")) radio(cell).click();
      } else {
        e.preventDefault();
        aim(cell);
      }
    });
    strip.addEventListener("pointerdown", (e) => { from = e.target.closest(".stage"); });
    addEventListener("pointerup", (e) => {
      const to = document.elementFromPoint(e.clientX, e.clientY)?.closest?.(".stage"), start = from;
      from = null;
      if (start && to && to !== start && ambition && cells().indexOf(start) === today() && cells().indexOf(to) > today()) aim(to);
    });
    strip.addEventListener("change", (e) => {
      if (e.target.name === placement + ".choice" && !e.target.matches(":focus-visible")) setMode("ambition");
      draw();
      fitSoon();
    });
    new MutationObserver(() => { aimAgain(); draw(); fitSoon(); }).observe(strip.querySelector(".questions"), { childList: true });
    if (modes) modes.hidden = false;
    if (today() >= 0 && !targets().some((one) => one.checked)) setMode("ambition");
    draw();
    fit();
  } else if (form && body) {
    form.addEventListener("change", fitSoon);
    new MutationObserver(fitSoon).observe(body.querySelector(".questions"), { childList: true, subtree: true });
  }
})();
