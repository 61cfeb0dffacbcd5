// Keeps a page on which a scan is open up to date: what the others answer, how far the scan is, who is here and who is writing where. It
// listens on one connection, and asks now and then where that cannot be. Where it listens, the page says (body[data-live], with the section
// that it shows in `deel`). Questions are those of saving.js, which knows what may be replaced; any other page can take what comes by the
// event "zelfscan:live" of the document (its detail is what changed), and prevent that it is shown here.
(() => {
  "use strict";
  const address = document.body.dataset.live;
  if (!address || !window.fetch || !window.URLSearchParams) return;
  const PAUSES_MS = [300, 1000, 2000, 4000, 8000, 15000, 30000], SILENCE_MS = 40000, ASK_MS = 20000, HIDDEN_MS = 60000, UNUSED_MS = { connect: 60 * 60 * 1000, ask: 10 * 60 * 1000 };
  const WRITING_MS = 7000, NEWS_MS = 20000, SAID_MS = 3000;
  const TYPED = "textarea, input[type=text], input[type=date]";
  const url = new URL(address, location.href), section = url.searchParams.get("deel") ?? "";
  const page = crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const saving = window.zelfscanSaving, here = document.getElementById("here"), status = document.getElementById("said"), news = document.getElementById("news");
  const by = new Map();      // question -> who answered it last, as far as this page heard
  const told = new Map();    // question -> { result, until }: what stands at the question about that
  let writing = {};          // question -> names of who is writing there
  let source = null, failed = 0, retry = 0, silence = 0, asking = 0, hiding = 0, off = false, used = Date.now();
  let place = "", placed = 0, changedBy = new Set();

  const list = (names) => names.length < 2 ? names.join("") : names.slice(0, -1).join(", ") + " en " + names.at(-1);
  const fieldset = (q) => document.querySelector(`fieldset[data-question="${CSS.escape(q)}"]`);
  const label = (q) => fieldset(q)?.dataset.label ?? "";
  const revisions = () => [...document.querySelectorAll("fieldset[data-question]")].map((set) => set.dataset.question)
    .map((q) => q + ":" + (document.getElementsByName(q + ".revision")[0]?.value ?? 0)).join(",");
  function query(more) {
    const asked = new URL(url);
    for (const [name, value] of Object.entries({ pagina: page, stand: revisions(), leidt: document.body.dataset.leads ?? "", ...more })) asked.searchParams.set(name, value);
    return asked;
  }

  // Said aloud in turn, and not faster than one can listen.
  const toSay = [];
  let lastSaid = 0, saysLater = 0;
  function say(text) {
    if (toSay.at(-1) !== text) toSay.push(text);
    clearTimeout(saysLater);
    saysLater = setTimeout(() => { status.textContent = toSay.splice(0).slice(-3).join(" "); lastSaid = Date.now(); }, Math.max(0, lastSaid + SAID_MS - Date.now()));
  }

  // The connection. Who does not use the page for long, or does not see it, does without: it is no use of the session.
  const isWanted = (how) => !off && !document.hidden && Date.now() - used < UNUSED_MS[how];
  function connect() {
    clearTimeout(retry);
    retry = 0;
    if (source || !isWanted("connect")) return;
    if (!window.EventSource) return askLater(0);
    source = new EventSource(query({ volg: 1 }));
    source.onerror = lost;
    for (const [name, heard] of Object.entries(EVENTS)) source.addEventListener(name, (e) => { alive(); heard(JSON.parse(e.data)); });
    listenFor(SILENCE_MS);
  }
  const hears = (is) => document.documentElement.classList.toggle("follows", is);
  function alive() {
    hears(true);
    failed = 0;
    clearTimeout(asking);
    asking = 0;
    listenFor(SILENCE_MS);
  }
  function listenFor(time) { clearTimeout(silence); silence = setTimeout(lost, time); }
  function disconnect() {
    clearTimeout(retry); clearTimeout(silence); clearTimeout(asking);
    source?.close();
    source = null;
    asking = retry = 0;
    hears(false);
  }
  function lost() {
    source?.close();
    source = null;
    hears(false);
    clearTimeout(silence);
    const pause = PAUSES_MS[Math.min(failed++, PAUSES_MS.length - 1)];
    clearTimeout(retry);
    retry = setTimeout(connect, pause * (0.5 + Math.random()));
    if (failed > 2 && !asking) askLater(0);
  }
  function askLater(time) { clearTimeout(asking); asking = setTimeout(ask, time); }
  let turns = 0, newest = 0, states = 0; // an answer that comes after that to a later question is older
  async function ask() {
    if (!isWanted("ask")) { asking = 0; return; }
    const turn = ++turns, before = states;
    try {
      const response = await fetch(query({}), { headers: { "HX-Request": "true" } });
      if ([401, 403, 404].includes(response.status)) return stop();
      if (response.ok && response.headers.get("Content-Type")?.startsWith("application/json")) {
        const now = await response.json();
        if (turn > newest) {
          newest = turn;
          changes(now.changes);
          others(now.others);
          if (now.ended.html) ended(now.ended); else if (before === states) reopened();
        }
      }
    } catch { /* no network: again later */ }
    if (asking) askLater(ASK_MS);
  }
  function stop() { disconnect(); off = true; others({ here: [], writing: {}, leading: { name: "", address: "" } }); }
  function wake() { off = false; failed = 0; connect(); }

  // What comes in.
  const EVENTS = { changes, others, ended, reopened, look: () => ask(), beat: () => {} };
  function changes(change) {
    const html = new DOMParser().parseFromString(`<body>${change.html}</body>`, "text/html").body;
    if (!document.dispatchEvent(new CustomEvent("zelfscan:live", { detail: { ...change, parts: html }, cancelable: true }))) return;
    const people = [...new Set(Object.values(change.by))].filter((name) => name);
    if (news && people.length > 0) tellNews(change, people);
    if (change.section === section) Object.entries(change.by).forEach(([q, name]) => by.set(q, name));
    if (saving && !saving.isOfBuild(change.build)) return;
    const questions = [...html.children].filter((part) => part.dataset.question);
    [...html.children].filter((part) => !part.dataset.question).forEach(put);
    if (change.section === section) saving?.receive(questions, Object.keys(change.by));
  }
  function put(part) {
    const old = part.id && document.getElementById(part.id);
    if (!old) return;
    const isCurrent = old.querySelector("[aria-current]") !== null;
    part.querySelectorAll("a").forEach((a) => { if (isCurrent) a.setAttribute("aria-current", "page"); else a.removeAttribute("aria-current"); });
    const focused = old.contains(document.activeElement);
    old.replaceWith(document.adoptNode(part));
    if (focused) part.querySelector("a")?.focus({ preventScroll: true });
  }
  function tellNews(change, people) {
    if (change.section ? changedBy.has("jullie team") : !news.hidden) return; // it says so already
    people.forEach((name) => changedBy.add(name));
    news.querySelector("[data-who]").textContent = list([...changedBy]);
    news.querySelector("[data-what]").textContent = change.title && ` (${change.title})`;
    if (news.hidden) say("Bijgewerkt door " + list([...changedBy]) + ".");
    news.hidden = false;
  }
  function others(now) {
    document.dispatchEvent(new CustomEvent("zelfscan:others", { detail: now }));
    if (here) {
      const names = "Ook hier: " + list(now.here);
      if (now.here.length > 0 && here.textContent !== names) { here.textContent = here.title = names; say(names + "."); }
      if (now.here.length === 0 && !here.hidden) { here.textContent = here.title = ""; say("Niemand anders is nog hier."); }
      here.hidden = now.here.length === 0;
    }
    const before = writing, mine = document.activeElement?.closest("fieldset[data-question]")?.dataset.question;
    writing = now.writing;
    new Set([...Object.keys(before), ...Object.keys(writing)]).forEach((q) => {
      if (String(before[q]) === String(writing[q])) return;
      paint(q);
      if (q === mine && writing[q]) say(list(writing[q]) + (writing[q].length === 1 ? " schrijft" : " schrijven") + " ook bij " + label(q) + ".");
    });
  }
  let over = false;
  function ended(end) { states++; over = true; saving?.close(end.html); if (news) reload(); }
  function reopened() { // said at each beginning too: it may have happened while this page was away
    states++;
    if (!over) return;
    over = false;
    saving?.reopened();
    if (news) reload();
  }
  function reload() { if (window.zelfscanIsLeaving()) setTimeout(reload, 500); else location.replace(news.querySelector("a").href); }

  // What stands at a question about the others.
  document.addEventListener("zelfscan:question", (e) => {
    const { q, result } = e.detail;
    if (result === "known") told.delete(q);
    else if (result !== "replaced") {
      if (told.get(q)?.result !== result) say(sentence(q, result).replace(" dit", " " + label(q)));
      told.set(q, { result, until: Date.now() + NEWS_MS });
      if (result === "shown") setTimeout(() => paint(q), NEWS_MS + 100);
    }
    paint(q);
  });
  function sentence(q, result) {
    const name = by.get(q), who = name || (name === "" ? "Jij" : "Iemand"), elsewhere = name === "" ? " in een ander tabblad" : "";
    switch (result) {
      case "shown": case "waits": return `${who} paste dit${elsewhere} net aan.`;
      default: return `${who} antwoordde hier${elsewhere} intussen ook. Wat hier staat, blijft staan: straks kies je.`;
    }
  }
  function paint(q) {
    const set = fieldset(q);
    if (!set) return;
    set.querySelector(":scope > .live")?.remove();
    let one = told.get(q);
    if (one?.result === "shown" && one.until < Date.now() || set.querySelector(".conflict")) { told.delete(q); one = null; }
    const names = writing[q] ?? [];
    set.classList.toggle("question--written", names.length > 0);
    if (!one && names.length === 0) return;
    const line = Object.assign(document.createElement("p"), { className: "live" }), isNews = one && (one.result !== "shown" || names.length === 0);
    line.append(Object.assign(document.createElement("span"), {
      className: isNews ? "" : "live__writing", textContent: isNews ? sentence(q, one.result) : `${list(names)} ${names.length === 1 ? "schrijft" : "schrijven"} hier…`,
    }));
    if (one?.result === "waits") line.append(" ", Object.assign(document.createElement("button"), { type: "button", className: "textbutton", textContent: "Toon", onclick: () => saving.show(q) }));
    set.append(line);
  }

  // Where one is writing oneself, when that changes.
  function write(q) {
    if (q === place && (q === "" || Date.now() - placed < WRITING_MS) || !section) return;
    place = q;
    placed = Date.now();
    if (source || asking) fetch(url.pathname, { method: "POST", body: new URLSearchParams({ pagina: page, deel: section, vraag: q }), keepalive: true }).catch(() => {});
  }
  const written = (el) => el?.matches?.(TYPED) ? el.closest("fieldset[data-question]")?.dataset.question ?? "" : "";
  document.addEventListener("focusin", (e) => write(written(e.target)));
  document.addEventListener("focusout", (e) => { if (!e.relatedTarget) write(""); });
  document.addEventListener("input", (e) => { if (written(e.target)) write(written(e.target)); });

  for (const kind of ["pointerdown", "keydown", "input"]) {
    document.addEventListener(kind, () => { used = Date.now(); if (!source && !off && !asking && !retry) connect(); }, { capture: true, passive: true });
  }
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(disconnect, HIDDEN_MS); else if (!off) { used = Date.now(); if (!source) { failed = 0; connect(); } }
  });
  document.addEventListener("zelfscan:lead", () => { if (!off) { disconnect(); connect(); } });
  addEventListener("online", () => { if (!off) { disconnect(); wake(); } });
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (e) => { if (e.persisted) wake(); });
  addEventListener("storage", (e) => { if (e.key === "zelfscan-aangemeld" && off) wake(); });
  connect();
})();
