// Saves answers while one types: one request at a time, each distinct save under its own key. What the network loses is kept
// in this browser and sent again. Without this file the form is posted as a whole. The contract stands in NOTES.md.
(() => {
  "use strict";
  const TYPING_MS = 800, ARROWING_MS = 400, LEAVING_MS = 4000;
  const WAITS_S = [1, 2, 4, 8, 15, 30, 30, 60, 60, 60];
  const form = document.querySelector("form[data-drafts]");
  if (!form || !window.htmx) return;

  const saved = document.getElementById("saved"), stopped = document.getElementById("stopped");
  const dirty = new Set();    // questions with content still to be sent, oldest first
  const refused = new Set();  // questions that the server did not accept (conflict, impossible): still unsaved
  const pending = new Map();  // question -> { key, entries }: exactly what is on its way; a retry repeats it
  let inFlight = null, attempt = 0, timer = 0, paused = false, leaving = false, whenIdle = null, refocus = null;

  const fieldset = (q) => document.getElementById("q-" + q);
  const questionOf = (el) => el.closest("fieldset[data-question]")?.dataset.question;
  const isText = (el) => el.matches("textarea, input[type=text]");
  const entriesOf = (q) => [...new FormData(form)].filter(([name]) => name.startsWith(q + "."));
  const content = (entries) => JSON.stringify(entries.filter(([name]) => !/\.(revision|mine|theirs)$/.test(name)));
  const busy = () => dirty.size > 0 || inFlight !== null;
  const newKey = () => crypto.randomUUID?.() ?? // absent on plain http
    [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

  // Drafts: unsaved content survives a closed tab; it goes as soon as it is saved.
  const draftName = (q) => "zelfscan/" + form.dataset.drafts + "/" + q;
  function keepDraft(q) {
    try { localStorage.setItem(draftName(q), JSON.stringify({ entries: entriesOf(q), sent: pending.get(q) })); } catch { /* storage full or forbidden */ }
  }
  function dropDraft(q) {
    try { localStorage.removeItem(draftName(q)); } catch { /* storage forbidden */ }
  }
  function restoreDraft(q) {
    let draft = null;
    try { draft = JSON.parse(localStorage.getItem(draftName(q))); } catch { /* unreadable counts as absent */ }
    if (!draft?.entries) return;
    const values = (name) => draft.entries.filter((entry) => entry[0] === name).map((entry) => entry[1]);
    for (const el of fieldset(q).querySelectorAll("input:not([type=radio], [type=checkbox]), textarea")) el.value = values(el.name)[0] ?? el.value;
    for (const el of fieldset(q).querySelectorAll("[type=radio], [type=checkbox]")) el.checked = values(el.name).includes(el.value);
    fieldset(q).querySelectorAll("select").forEach((el, i) => { el.value = values(el.name)[i] ?? ""; });
    if (draft.sent) pending.set(q, draft.sent);
    dirty.add(q);
  }

  // What the reader sees: the words stand in the page as data-… of #saved.
  function show(state, q) {
    saved.dataset.state = state;
    stopped.hidden = state !== "stopped";
    if (!saved.dataset[state]) return;
    saved.textContent = saved.dataset[state];
    const when = q && fieldset(q).querySelector(".status__when");
    if (when) { when.textContent = saved.dataset[state]; when.classList.add("is-unsaved"); }
  }
  function markProblem(q) {
    const invalid = fieldset(q).querySelector("[data-invalid]")?.dataset.invalid.split(" ") ?? [];
    fieldset(q).classList.toggle("question--has-problem", fieldset(q).querySelector(".problem:not(:empty)") !== null);
    fieldset(q).querySelectorAll("input[type=text], textarea, select").forEach((el) => el.toggleAttribute("aria-invalid", invalid.includes(el.name)));
    fieldset(q).querySelectorAll("[aria-invalid]").forEach((el) => el.setAttribute("aria-invalid", "true"));
  }

  // One request at a time over the whole page: answers arrive in the order in which they were given.
  function touch(q, delay) {
    if (fieldset(q).querySelector(".conflict")) refused.add(q); // first the choice between the two texts
    else { refused.delete(q); dirty.add(q); }
    keepDraft(q);
    if (attempt === 0) { clearTimeout(timer); timer = setTimeout(pump, delay); }
  }
  function pump() {
    clearTimeout(timer);
    if (inFlight !== null || paused) return;
    const [q] = dirty;
    if (!q) { const next = whenIdle; whenIdle = null; next?.(); return; }
    if (!pending.has(q)) pending.set(q, { key: newKey(), entries: entriesOf(q) });
    keepDraft(q);
    inFlight = q;
    if (attempt === 0) show("saving");
    htmx.ajax("POST", form.getAttribute("action"), { source: fieldset(q), target: "#status-" + q, swap: "innerHTML" }).catch(() => {});
  }
  function lost(q) {
    whenIdle = null;
    const wait = WAITS_S[attempt++];
    paused = !wait;
    show(wait ? "retry" : "stopped", q);
    if (wait) timer = setTimeout(pump, wait * 1000);
  }
  function resume() {
    if (dirty.size > 0 && (paused || attempt > 0)) { attempt = 0; paused = false; pump(); }
  }
  function answered(q, status) { // before htmx swaps the answer in
    if (status >= 500 || status === 429 || status === 408) return lost(q);
    if (status === 401) { whenIdle = null; paused = true; return show("signedout", q); } // same key again once signed in
    const sent = pending.get(q);
    attempt = 0;
    pending.delete(q);
    show("saved");
    if (content(sent.entries) !== content(entriesOf(q))) return keepDraft(q); // more was written meanwhile: it goes next
    dirty.delete(q);
    if (status < 300) { document.getElementById("banner").replaceChildren(); return dropDraft(q); }
    refused.add(q);
    whenIdle = null;
    show("refused");
  }
  const isOurs = (e) => inFlight !== null && e.detail.requestConfig?.elt.id === "q-" + inFlight;
  const on = (name, handle) => document.body.addEventListener(name, handle);
  on("htmx:configRequest", (e) => {
    const sent = pending.get(e.detail.elt.dataset.question);
    if (!sent) return;
    e.detail.parameters = new FormData();
    [["key", sent.key], ...sent.entries].forEach(([name, value]) => e.detail.parameters.append(name, value));
  });
  on("htmx:beforeOnLoad", (e) => { if (isOurs(e)) answered(inFlight, e.detail.xhr.status); });
  on("htmx:afterRequest", (e) => {
    if (!isOurs(e)) return;
    const q = inFlight;
    if (e.detail.xhr.status === 0) lost(q);
    inFlight = null;
    markProblem(q);
    if (refused.size > 0 && attempt === 0 && !paused) show("refused"); // another question's save does not settle it
    if (refocus === q && attempt === 0) { refocus = null; fieldset(q).querySelector(":checked, input:not([type=hidden]), textarea")?.focus(); }
    if (attempt === 0) setTimeout(pump, 0);
  });
  on("htmx:oobBeforeSwap", (e) => { // nothing that is being written is swapped away
    const q = e.detail.target.dataset.question, active = document.activeElement;
    if (q && (dirty.has(q) || (e.detail.target.contains(active) && isText(active)))) e.detail.shouldSwap = false;
  });

  form.addEventListener("input", (e) => {
    const q = questionOf(e.target);
    if (!q || !isText(e.target)) return;
    const mine = e.target.matches("textarea") && fieldset(q).querySelector("[data-mine]");
    if (mine) mine.textContent = e.target.value;
    touch(q, TYPING_MS);
  });
  form.addEventListener("change", (e) => {
    const q = questionOf(e.target);
    if (q) touch(q, e.target.type === "radio" ? ARROWING_MS : 0);
  });
  form.addEventListener("click", (e) => { // "deze houden", "mijn tekst bewaren"
    const keep = e.target.closest("button[data-keep]");
    if (!keep) return;
    e.preventDefault();
    const q = questionOf(keep);
    refused.delete(q);
    pending.set(q, { key: newKey(), entries: [...entriesOf(q), [keep.name, keep.value]] });
    dirty.add(q);
    refocus = q;
    pump();
  });
  form.addEventListener("submit", (e) => {
    if (!busy()) { form.elements.key.value = newKey(); leaving = true; return; }
    e.preventDefault();
    whenIdle = () => form.requestSubmit(e.submitter);
    pump();
  });
  document.addEventListener("click", (e) => {
    if (e.target.closest("[data-retry]")) return resume();
    const link = e.target.closest("a[href]");
    if (!link || !busy() || attempt > 0 || link.target || link.hash || link.origin !== location.origin || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    whenIdle = () => location.assign(link.href);
    setTimeout(() => { if (busy()) location.assign(link.href); }, LEAVING_MS); // then the browser asks whether to leave
    pump();
  });
  addEventListener("beforeunload", (e) => { if (!leaving && (busy() || refused.size > 0)) e.preventDefault(); });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("online", resume);
  addEventListener("storage", (e) => { if (e.key === "zelfscan-aangemeld" && e.newValue) resume(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) resume(); });

  form.querySelectorAll("fieldset[data-question]").forEach((set) => restoreDraft(set.dataset.question));
  pump();
})();
