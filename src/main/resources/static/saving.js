// Saves answers while one types: one request at a time, each distinct save under its own key. Without this file the form is posted as
// a whole. Two rules hold everything: a revision changes only together with the content that belongs to it, and only an answer that
// names the write has saved it. What was not saved stays in this browser (drafts.js) and is sent again.
(() => {
  "use strict";
  const TYPING_MS = 800, ARROWING_MS = 400, LEAVING_MS = 4000, LOST_MS = 10000;
  const WAITS_S = [1, 2, 4, 8, 15, 30, 60]; // and then the last again and again
  const WORST_FIRST = ["closed", "signed_out", "conflict", "refused", "waiting", "busy"];
  const TYPED = "textarea, input[type=text], input[type=date]"; // whose value is typed, not chosen
  const form = document.querySelector("form[data-answers]"), drafts = window.zelfscanDrafts, rows = window.zelfscanRows;
  if (!form || !drafts || !window.fetch) return;

  const saved = document.getElementById("saved"), announced = document.getElementById("announced");
  const banner = document.getElementById("banner"), stopped = document.getElementById("stopped");
  const me = form.dataset.person, page = drafts.newKey();
  const questions = new Map(); // id -> { base, sent, refused, conflict, state, rest }
  const dirty = new Set();     // questions with content still to be sent, oldest first
  const later = new Map();     // newer questions that come when nothing is in their way
  let inFlight = null, attempt = 0, timer = 0, paused = null, closed = false, leaving = false, isKept = true, whenIdle = null, refocus = null;
  let rest; // what the header says when nothing asks for attention

  const fieldset = (q) => document.getElementById("q-" + q);
  const questionOf = (el) => el.closest("fieldset[data-question]")?.dataset.question;
  const isText = (el) => el.matches(TYPED);
  const locked = new Map();    // question of a closed page -> its entries, which a form leaves out of fields that cannot be changed
  const entriesOf = (q) => locked.get(q) ?? [...new FormData(form)].filter(([name]) => name.startsWith(q + "."));
  // A field of a row is named by its question, the key of the row, its column and itself; a row that holds nothing is none.
  const rowIn = (name) => { const parts = name.split("."); return parts.length > 3 ? parts[1] : null; };
  const isRow = (name) => /^[^.]+\.row$/.test(name);
  const contentOf = (entries) => {
    const filled = new Set(entries.filter(([name, value]) => value && rowIn(name)).map(([name]) => rowIn(name)));
    return JSON.stringify(entries.filter(([name, value]) => !/^[^.]+\.(revision|mine|theirs|both)$/.test(name)
      && (isRow(name) ? filled.has(value) : !rowIn(name) || filled.has(rowIn(name)))));
  };
  const content = (q) => contentOf(entriesOf(q));
  const revisionField = (q) => form.elements[q + ".revision"];
  const busy = () => dirty.size > 0 || inFlight !== null;
  const unsaved = () => [...questions.values()].some((one) => one.conflict || one.refused !== null);

  // What the server showed: the only content that goes with the revision beside it.
  function read(q) {
    const set = fieldset(q), state = set.querySelector(".status__when > .state");
    questions.set(q, {
      base: set.dataset.unsaved ? null : content(q), // what was typed before and not kept has no revision of its own
      refused: set.dataset.unsaved === "refused" ? content(q) : null,
      conflict: set.dataset.unsaved === "conflict",
      sent: questions.get(q)?.sent ?? null,
      state: state.dataset.state,
      rest: state.cloneNode(true),
    });
  }

  // The state at the question and in the header; the words stand in the page.
  const words = (state) => document.getElementById("states").content.querySelector(`[data-state="${state}"]`).cloneNode(true);
  function show(q, state) {
    const one = questions.get(q);
    one.state = state;
    const line = fieldset(q).querySelector(".status__when");
    line.replaceChildren(state === "saved" || state === "empty" ? one.rest.cloneNode(true) : words(state));
    const [href, textContent] = { closed: [form.dataset.overview, "Naar het resultaat"], conflict: ["#clash-" + q, "Bekijk beide antwoorden"] }[state] ?? [];
    if (href) line.append(Object.assign(document.createElement("a"), { href, textContent }));
    line.classList.toggle("is-unsaved", WORST_FIRST.includes(state) && state !== "busy");
    header();
  }
  function header() {
    let worst = null;
    for (const state of WORST_FIRST) worst ??= [...questions].find(([, one]) => one.state === state);
    const before = saved.dataset.state, state = worst ? worst[1].state : rest.dataset.state;
    saved.href = worst ? "#q-" + worst[0] : "#inhoud";
    if (before === state && worst) return;
    saved.dataset.state = state;
    saved.replaceChildren(worst ? words(state) : rest.cloneNode(true));
    // Said aloud is only what asks for attention, and that it is over.
    if (worst && state !== "busy") announced.textContent = saved.textContent;
    else if (!worst && announced.textContent) announced.textContent = "Alles is bewaard.";
  }
  function showAll(state) {
    dirty.forEach((q) => show(q, state));
    if (dirty.size === 0) header();
  }
  function markProblem(q) {
    const set = fieldset(q), invalid = set.querySelector("[data-invalid]")?.dataset.invalid.split(" ") ?? [];
    set.classList.toggle("question--has-problem", set.querySelector(".problem:not(:empty), .conflict") !== null);
    set.querySelectorAll(TYPED + ", select").forEach((el) => {
      if (invalid.some((name) => el.name === name || el.name.startsWith(name + "."))) el.setAttribute("aria-invalid", "true"); else el.removeAttribute("aria-invalid");
    });
  }

  // Drafts: what is not saved survives a closed tab; what equals its base is no draft.
  function keepDraft(q) {
    const one = questions.get(q);
    if (!one.sent && content(q) === one.base) return drafts.drop(draftName(q));
    isKept = drafts.keep(draftName(q), {
      page, address: location.pathname, label: fieldset(q).dataset.label, title: document.querySelector("h1").textContent,
      words: inWords(q), stuck: !["busy", "saved", "empty"].includes(one.state), entries: entriesOf(q), sent: one.sent,
    });
    stopped.querySelectorAll("[data-kept]").forEach((el) => { el.hidden = el.dataset.kept !== String(isKept); });
  }
  // What a question holds, as a person reads it.
  const inWords = (q) => [...fieldset(q).querySelectorAll(":checked, " + TYPED)].filter((el) => el.tagName !== "OPTION" || el.value)
    .map((el) => el.tagName === "OPTION" ? el.textContent : isText(el) ? el.value : el.labels[0]?.textContent ?? "")
    .map((line) => line.trim()).filter((line) => line).join("\n");
  const draftName = (q) => drafts.name(me, form.dataset.scan, page, form.getAttribute("action"), q);
  const takes = (q) => !closed && questions.has(q);
  // Puts a draft in its question; whether that could be.
  function use(q, draft) {
    if (!takes(q)) return false;
    const values = (name) => draft.entries.filter((entry) => entry[0] === name).map((entry) => entry[1]);
    const set = fieldset(q), one = questions.get(q), base = values(q + ".revision")[0], table = rows?.tableIn(set);
    set.hidden = set.disabled = false; // it was asked when this was typed
    if (table) rows.set(table, values(q + ".row"));
    set.querySelectorAll(TYPED).forEach((el) => {
      const value = values(el.name)[0] ?? "";
      el.value = value;
      if (el.value !== value && el.type === "date") Object.assign(el, { type: "text", value }); // typed, and no day
    });
    set.querySelectorAll("[type=radio], [type=checkbox]").forEach((el) => { el.checked = values(el.name).includes(el.value); });
    set.querySelectorAll("select").forEach((el) => {
      const same = [...set.querySelectorAll("select")].filter((other) => other.name === el.name);
      el.value = values(el.name)[same.indexOf(el)] ?? "";
    });
    if (content(q) === one.base) {
      touch(q, 0);
      return true;
    }
    if (base !== undefined && base !== revisionField(q).value) { // made from another revision: only that one may it replace
      revisionField(q).value = base;
      one.base = null;
    }
    one.sent = draft.sent ?? null;
    touch(q, 0);
    return true;
  }

  // One request at a time over the whole page: answers arrive in the order in which they were given.
  function touch(q, delay) {
    const one = questions.get(q);
    if (closed) return;
    if (one.conflict && content(q) === one.base) { // withdrawn: the newer answer may come in its place
      one.conflict = false;
      fieldset(q).querySelector(".clash").replaceChildren();
    } else if (!one.sent && content(q) === one.base) { // back to what is saved: nothing to send, nothing to keep
      dirty.delete(q);
      one.refused = null;
      fieldset(q).querySelector(".problem").replaceChildren();
      markProblem(q);
      show(q, one.rest.dataset.state);
      return keepDraft(q);
    }
    if (one.conflict) return keepDraft(q); // first the choice between the two answers
    if (content(q) === one.refused) return keepDraft(q);
    one.refused = null;
    dirty.add(q);
    show(q, paused ?? (attempt > 0 ? "waiting" : "busy"));
    keepDraft(q);
    if (attempt === 0 && !paused) { clearTimeout(timer); timer = setTimeout(pump, delay); }
  }
  async function pump() {
    clearTimeout(timer);
    if (inFlight !== null || paused || closed) return;
    const [q] = dirty;
    if (!q) { const next = whenIdle; whenIdle = null; return next?.(); }
    const one = questions.get(q);
    one.sent ??= { key: drafts.newKey(), entries: entriesOf(q) };
    keepDraft(q);
    inFlight = q;
    if (attempt === 0) show(q, "busy");
    const answer = await post(one.sent);
    inFlight = null;
    answered(q, answer);
  }
  async function post(sent) {
    const body = new URLSearchParams([["key", sent.key], ["person", me], ...sent.entries]);
    const late = new AbortController(), limit = setTimeout(() => late.abort(), LOST_MS);
    try {
      const response = await fetch(form.getAttribute("action"), {
        method: "POST", headers: { "HX-Request": "true" }, body, signal: late.signal,
      });
      const header = (name) => response.headers.get(name);
      return { mark: header("Zelfscan-Saved"), problem: header("Zelfscan-Problem"), build: header("Zelfscan-Build"), text: await response.text() };
    } catch {
      return null; // no network, or no answer in time
    } finally {
      clearTimeout(limit);
    }
  }

  function answered(q, answer) {
    const one = questions.get(q), sent = one.sent;
    const [key, ...results] = (answer?.mark ?? "").split(";");
    const [result, revision] = results.find((part) => part.startsWith(q + "="))?.slice(q.length + 1).split(":") ?? [];
    if (key !== sent.key || !result) return answer?.problem && !answer.mark ? problem(q, answer) : lost();
    attempt = 0;
    stopped.hidden = true;
    if (["saved", "newer", "merged"].includes(result)) banner.replaceChildren();
    one.sent = null;
    // After a new version came, its parts do not belong in this page: only what became of the write counts.
    const ofThisBuild = answer.build === form.dataset.build;
    const parts = new DOMParser().parseFromString(`<body>${ofThisBuild ? answer.text : ""}</body>`, "text/html").body;
    if (!ofThisBuild) banner.replaceChildren(document.getElementById("renewed").content.cloneNode(true));
    const typedOn = content(q) !== contentOf(sent.entries), joins = sent.entries.some(([name]) => name.endsWith(".both"));
    if (result === "saved") {
      one.base = contentOf(sent.entries);
      one.refused = null;
      one.conflict = false;
      revisionField(q).value = revision;
      if (locked.has(q)) locked.set(q, locked.get(q).map(([name, value]) => [name, name === q + ".revision" ? revision : value]));
    } else if (result === "refused") {
      one.refused = contentOf(sent.entries);
    } else if (result === "conflict") {
      one.conflict = true;
      if (!joins && !sent.entries.some(([name]) => name.endsWith(".mine"))) refocus ??= q;
    }
    const hold = holdInPlace();
    const replaces = result === "newer" || result === "merged"; // what stands is not what was sent: it comes whole
    if (!replaces) place(parts, "status-" + q), place(parts, "clash-" + q);
    const shown = fieldset(q).querySelector(".status__when > .state");
    if (result === "saved") one.rest = ofThisBuild ? shown.cloneNode(true) : words("saved"), rest = one.rest.cloneNode(true);
    for (const part of [...parts.children]) {
      const other = part.dataset.question;
      if (!other) { if (part.id !== "status-" + q && part.id !== "clash-" + q) place(parts, part.id); }
      else if (other === q && result === "merged") { if ((joins || !mergeRows(q, part, sent)) && !typedOn) replaceQuestion(part); }
      else if (other === q ? !typedOn : isUntouched(other)) replaceQuestion(part);
    }
    if (!typedOn && result !== "merged" || content(q) === questions.get(q).base) dirty.delete(q);
    if (replaces && !ofThisBuild) { one.conflict = true; show(q, "refused"); } // reloading shows the newer answer
    if (!replaces) { markProblem(q); show(q, result === "saved" && dirty.has(q) ? "busy" : result); }
    hold();
    keepDraft(q);
    if (result === "conflict" || result === "refused") whenIdle = null;
    if (refocus === q) focusOn(q, joins ? "joined" : result);
    receiveLater();
    tell(q, "replaced");
    setTimeout(pump, 0);
  }
  // The field in which somebody types stays where it is on the screen, whatever comes above it.
  function holdInPlace() {
    const field = document.activeElement, root = document.documentElement;
    if (!field || !isText(field)) return () => {};
    const top = field.getBoundingClientRect().top;
    root.style.overflowAnchor = "none";
    return () => {
      const now = field.isConnected ? field : field.id && document.getElementById(field.id);
      if (now) scrollBy({ top: now.getBoundingClientRect().top - top, behavior: "instant" });
      requestAnimationFrame(() => requestAnimationFrame(() => { root.style.overflowAnchor = ""; }));
    };
  }
  function place(parts, id) {
    const part = id && parts.querySelector(":scope > #" + CSS.escape(id));
    if (part) document.getElementById(id)?.replaceWith(document.adoptNode(part));
  }
  // What is being written is not replaced: it keeps the revision that it was made from, and so meets the newer answer.
  const isUntouched = (q) => !dirty.has(q) && !questions.get(q).sent && content(q) === questions.get(q).base;
  // Somebody else filled in other rows of the same table. Their rows come in the place of those that stand here as they were; what was changed
  // here stays, under the hands of who is typing. False when that cannot be: then the old revision stays, and meets the newer answer.
  function mergeRows(q, part, sent) {
    const one = questions.get(q), set = fieldset(q), table = rows?.tableIn(set), theirs = rows?.tableIn(part);
    if (!table || !theirs || one.base === null) return false;
    const holder = document.createElement("form");
    holder.append(part);
    const newer = [...new FormData(holder)].filter(([name]) => name.startsWith(q + "."));
    const row = (entries, key) => JSON.stringify(entries.filter(([name]) => rowIn(name) === key));
    const keysOf = (content) => content.filter(([name]) => isRow(name)).map(([, key]) => key);
    const [base, before, now, after] = [JSON.parse(one.base), ...[sent.entries, entriesOf(q), newer].map((entries) => JSON.parse(contentOf(entries)))];
    const isTheirs = (key) => row(before, key) === row(base, key) && row(after, key) !== row(base, key);
    const all = new Set([base, before, now, after].flatMap(keysOf));
    const noteIn = (entries) => entries.find(([name]) => name === q + ".note")?.[1] ?? "";
    const isTheirNote = noteIn(before) === noteIn(base) && noteIn(after) !== noteIn(base);
    if (isTheirNote && noteIn(now) !== noteIn(before) || [...all].some((key) => isTheirs(key) && row(now, key) !== row(before, key))) return false;
    const mine = new Map(rows.rowsOf(table).map((el) => [el.dataset.row, el]));
    const other = new Map(rows.rowsOf(theirs).map((el) => [el.dataset.row, el]));
    let last = null;
    for (const key of keysOf(after)) {
      const here = mine.get(key);
      if (isTheirs(key) || !here && row(now, key) === row(before, key)) {
        const el = document.adoptNode(other.get(key));
        if (here) here.replaceWith(el); else if (last) last.after(el); else table.prepend(el);
        last = el;
      } else last = here ?? last;
    }
    mine.forEach((el, key) => { if (isTheirs(key) && !keysOf(after).includes(key)) el.remove(); });
    rows.number(table);
    if (isTheirNote) form.elements[q + ".note"].value = noteIn(after);
    for (const part of [".status", ".clash"]) set.querySelector(part).replaceWith(document.adoptNode(holder.querySelector(part)));
    revisionField(q).value = newer.find(([name]) => name === q + ".revision")[1];
    Object.assign(one, { base: contentOf(newer), refused: null, conflict: false, rest: set.querySelector(".status__when > .state").cloneNode(true) });
    markProblem(q);
    rest = one.rest.cloneNode(true);
    if (content(q) !== one.base) dirty.add(q);
    show(q, dirty.has(q) && content(q) !== one.base ? "busy" : one.rest.dataset.state);
    return true;
  }
  function replaceQuestion(part) {
    const q = part.dataset.question, active = document.activeElement, inside = fieldset(q).contains(active) && active.id;
    const cursor = inside && active.matches("textarea, input[type=text]") ? [active.selectionStart, active.selectionEnd, active.selectionDirection] : null;
    const folds = [...fieldset(q).querySelectorAll("details")].map((fold) => fold.open);
    part.querySelectorAll("details").forEach((fold, i) => { fold.open = folds[i] ?? fold.open; });
    locked.delete(q);
    fieldset(q).replaceWith(document.adoptNode(part));
    const table = rows?.tableIn(fieldset(q));
    if (table) rows.trim(table);
    read(q);
    if (closed) lock(q);
    drafts.drop(draftName(q));
    const again = inside ? document.getElementById(inside) : null;
    again?.focus({ preventScroll: true });
    if (again && cursor) again.setSelectionRange(...cursor);
    header();
    tell(q, "replaced");
  }

  // A question as it stands now, which somebody else answered or which looks otherwise since then (live.js). What is being written is not
  // replaced, nor a field under the cursor that would change: that waits until the cursor is elsewhere.
  const tell = (q, result) => document.dispatchEvent(new CustomEvent("zelfscan:question", { detail: { q, result } }));
  const isOfBuild = (build) => build === form.dataset.build;
  function isHeld(q, part) {
    const active = document.activeElement;
    if (!fieldset(q).contains(active) || !active.matches(TYPED + ", select")) return false;
    return active.matches("select") || (active.id && part.querySelector("#" + CSS.escape(active.id))?.value) !== active.value;
  }
  function receive(part, isAsked = false) {
    const q = part.dataset.question, one = questions.get(q);
    if (!one || closed) return;
    const revision = revisionOf(part), mine = Number(revisionField(q).value);
    later.delete(q);
    if (revision < mine || revision === mine && (one.sent || !redrawn.has(part))) return tell(q, "known");
    if (one.sent || isUntouched(q) && isHeld(q, part) && !isAsked) {
      later.set(q, part);
      if (revision > mine && !one.sent) tell(q, "waits");
    } else if (isUntouched(q)) {
      replaceQuestion(part);
      if (revision > mine) {
        rest = questions.get(q).rest.cloneNode(true);
        header();
        tell(q, "shown");
      }
    } else if (revision > mine) {
      if (one.base !== null && mergeRows(q, part, { entries: JSON.parse(one.base) })) {
        tell(q, "shown");
        touch(q, TYPING_MS);
      } else if (!one.conflict) {
        later.set(q, part);
        tell(q, "differs");
      }
    }
  }
  // Questions of this page as they stand now. Those that were answered are named; the others look otherwise because of these.
  const redrawn = new WeakSet();
  const revisionOf = (part) => Number(part.querySelector(`[name="${CSS.escape(part.dataset.question)}.revision"]`)?.value);
  function receiveAll(parts, answered) {
    const isNews = (part) => questions.has(part.dataset.question) && revisionOf(part) > Number(revisionField(part.dataset.question).value);
    const here = parts.filter((part) => answered.includes(part.dataset.question) && questions.has(part.dataset.question));
    if (here.length > 0 && !here.some(isNews)) return; // one's own
    const hold = holdInPlace();
    parts.forEach((part) => { if (!answered.includes(part.dataset.question)) redrawn.add(part); receive(part); });
    hold();
  }
  function receiveLater() {
    [...later.values()].forEach((part) => receive(part));
  }
  function focusOn(q, result) {
    refocus = null;
    if (result === "joined") return (fieldset(q).querySelector("textarea") ?? fieldset(q)).focus(); // both texts: to be gone over
    if (result !== "conflict") return fieldset(q).querySelector(":checked, input:not([type=hidden]), textarea")?.focus();
    // Who is typing is not moved: the line under the field leads to both answers.
    if (!isText(document.activeElement)) fieldset(q).querySelector(".conflict")?.scrollIntoView({ block: "nearest" });
  }
  function lost() {
    if (closed) return; // what was on its way stays as it was kept when the page closed
    whenIdle = null;
    const wait = WAITS_S[Math.min(attempt++, WAITS_S.length - 1)];
    showAll("waiting");
    dirty.forEach(keepDraft);
    stopped.hidden = isKept && attempt < WAITS_S.length;
    timer = setTimeout(pump, wait * 1000);
  }
  // The service itself says why it did not save.
  function problem(q, answer) {
    const status = Number(answer.problem);
    if (status >= 500 || status === 429 || status === 408) return lost();
    whenIdle = null;
    banner.innerHTML = answer.text;
    if (status === 401) {
      paused = "signed_out";
      showAll(paused);
      dirty.forEach(keepDraft);
    } else if ([403, 404, 409, 410].includes(status)) {
      close();
    } else { // as it is, it cannot be saved
      const one = questions.get(q);
      one.refused = contentOf(one.sent.entries);
      one.sent = null;
      dirty.delete(q);
      show(q, "refused");
      keepDraft(q);
    }
  }
  function close() {
    if (closed) return;
    showAll("closed");
    dirty.forEach(keepDraft);
    closed = true;
    questions.forEach((one, q) => lock(q));
    form.querySelectorAll("button").forEach((el) => { el.disabled = true; });
  }
  function lock(q) {
    locked.set(q, entriesOf(q));
    fieldset(q).querySelectorAll(TYPED).forEach((el) => { el.readOnly = true; });
    fieldset(q).querySelectorAll("[type=radio], [type=checkbox], select, button").forEach((el) => { el.disabled = true; });
  }
  function hurry() {
    if (attempt > 0 || paused) resume(); else pump();
  }
  function resume() {
    if (busy() && !closed && (paused || attempt > 0) && inFlight === null) { attempt = 0; paused = null; stopped.hidden = true; pump(); }
  }

  form.addEventListener("input", (e) => {
    const q = questionOf(e.target);
    if (!q) return;
    const mine = isText(e.target) && fieldset(q).querySelector(`[data-mine="${CSS.escape(e.target.name)}"]`);
    if (mine) mine.textContent = e.target.value;
    touch(q, isText(e.target) ? TYPING_MS : e.target.type === "radio" ? ARROWING_MS : 0);
  });
  form.addEventListener("change", (e) => {
    const q = questionOf(e.target);
    if (q) touch(q, e.target.type === "radio" ? ARROWING_MS : 0);
  });
  form.addEventListener("focusout", () => setTimeout(receiveLater, 0));
  form.addEventListener("click", (e) => {
    const keep = e.target.closest("button[data-keep]"), clear = e.target.closest("button[data-clear]");
    const q = questionOf(e.target);
    if (clear) {
      e.preventDefault();
      const cleared = clear.closest(".cell") ?? fieldset(q);
      cleared.querySelectorAll("[type=radio], [type=checkbox]").forEach((el) => { el.checked = false; });
      cleared.querySelector("[type=radio]")?.focus();
      touch(q, 0);
    }
    if (!keep || questions.get(q).sent) return keep && e.preventDefault();
    e.preventDefault();
    const one = questions.get(q);
    // What is put aside for the other answer stays in this browser, to copy from.
    if (keep.dataset.keep === "theirs") drafts.keep(drafts.name(me, form.dataset.scan, drafts.newKey(), form.getAttribute("action"), q), { ...drafts.read(draftName(q)), aside: true });
    one.sent = { key: drafts.newKey(), entries: [...entriesOf(q), [keep.name, keep.value]] };
    one.conflict = false;
    one.refused = null;
    dirty.add(q);
    refocus = q;
    if (attempt === 0) pump();
  });
  form.addEventListener("submit", (e) => {
    if (closed) return e.preventDefault();
    const stay = !e.submitter || e.submitter.name === "go" && e.submitter.value === "stay";
    if (stay) { // everything saves itself: Enter saves what is left, and stays
      e.preventDefault();
      return hurry();
    }
    if (!busy()) { form.elements.key.value = drafts.newKey(); leaving = true; return; }
    e.preventDefault();
    whenIdle = () => form.requestSubmit(e.submitter);
    hurry();
  });
  document.addEventListener("click", (e) => {
    if (e.target.closest("[data-retry]")) return resume();
    const link = e.target.closest("a[href]");
    if (!link || !busy() || attempt > 0 || paused || closed || link.target || link.hash || link.origin !== location.origin || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    const go = () => location.assign(link.href);
    whenIdle = go;
    setTimeout(() => { if (whenIdle === go && busy()) { whenIdle = null; go(); } }, LEAVING_MS); // then the browser asks whether to leave
    pump();
  });
  addEventListener("beforeunload", (e) => { if (!leaving && !closed && (busy() || unsaved())) e.preventDefault(); });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("online", resume);
  addEventListener("storage", (e) => { if (e.key === "zelfscan-aangemeld" && e.newValue?.startsWith(me)) resume(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) resume(); });

  // What a browser restores of an earlier visit does not belong to the revision that the page came with. The field with the cursor is not
  // restored: somebody was faster than this file.
  const first = document.activeElement, typed = form.contains(first) && questionOf(first) && { value: first.value, checked: first.checked };
  form.reset();
  document.documentElement.classList.add("saves");
  form.querySelectorAll("fieldset[data-question]").forEach((set) => { read(set.dataset.question); if (set.dataset.unsaved) keepDraft(set.dataset.question); });
  rest = WORST_FIRST.includes(saved.firstElementChild.dataset.state) ? words("empty") : saved.firstElementChild.cloneNode(true);
  header();
  if (typed && (first.value !== typed.value || first.checked !== typed.checked)) {
    Object.assign(first, first.matches("[type=radio], [type=checkbox]") ? { checked: typed.checked } : { value: typed.value });
    touch(questionOf(first), TYPING_MS);
  }
  window.zelfscanSaving = {
    receive: receiveAll, isOfBuild,
    show: (q) => { if (later.has(q)) receive(later.get(q), true); },
    close: (html) => { if (!closed) { banner.innerHTML = html; close(); } },
    reopened: () => { if (closed) banner.replaceChildren(document.getElementById("reopened").content.cloneNode(true)); },
  };
  drafts.ofPage({ page, address: form.getAttribute("action"), use, takes, isFree: (q) => questions.has(q) && isUntouched(q),
    holds: (q, draft) => questions.has(q) && contentOf(draft.entries) === content(q) });
})();
