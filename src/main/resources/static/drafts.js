// What was typed and not yet saved, in the storage of this browser: a draft of its own for every page and question, by person. saving.js
// makes them and sends them; any page of a scan shows those that nobody sends any more, to use, to copy or to throw away.
window.zelfscanDrafts = (() => {
  "use strict";
  const PREFIX = "zelfscan-draft/", KEPT_MS = 14 * 24 * 60 * 60 * 1000, ASKED_MS = 250, CLOSING_MS = 3000;
  const me = document.body.dataset.person ?? "", box = document.getElementById("drafts");
  const newKey = () => crypto.randomUUID?.() ?? // absent on plain http
    [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  let own = null; // the answering page that this is

  const name = (person, scan, page, address, question) => PREFIX + [person, scan, page, encodeURIComponent(address), question].join("/");
  function read(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  }
  function keep(key, draft) { // false when the storage is full or forbidden
    try { localStorage.setItem(key, JSON.stringify({ ...draft, at: Date.now() })); return true; } catch { return false; }
  }
  function drop(key) {
    try { localStorage.removeItem(key); } catch { /* storage forbidden */ }
  }
  function all() {
    let keys = [];
    try { keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)); } catch { /* storage forbidden */ }
    return keys.map((key) => {
      const [person, scan, page, address, question] = key.slice(PREFIX.length).split("/");
      return { key, person, scan, page, address: decodeURIComponent(address ?? ""), question, draft: read(key) };
    });
  }
  const mine = () => all().filter((one) => one.person === me && one.draft?.entries);

  // Which answering pages are open: they send what is theirs.
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("zelfscan-drafts") : null;
  const open = new Set();
  channel?.addEventListener("message", (e) => {
    if (e.data.open) open.add(e.data.open);
    else if (own) channel.postMessage({ open: own.page });
  });
  async function ask() {
    open.clear();
    channel?.postMessage({});
    await new Promise((done) => { setTimeout(done, ASKED_MS); });
  }

  // What a page that was closed left behind goes on here, unless something is being written in its place.
  async function ofPage(page) {
    own = page;
    if (mine().length > 0 && await goOn()) setTimeout(goOn, CLOSING_MS); // a page that is just being closed may have answered still
  }
  async function goOn() { // whether some of it is of a page that is open
    await ask();
    for (const one of mine().sort((a, b) => b.draft.at - a.draft.at)) {
      if (one.address !== own.address || one.draft.aside || one.page === own.page || open.has(one.page)) continue;
      if (own.holds(one.question, one.draft)) drop(one.key);
      if (!own.isFree(one.question)) continue;
      if (own.use(one.question, one.draft)) drop(one.key);
    }
    list();
    return mine().some((one) => one.address === own.address && one.page !== own.page && open.has(one.page));
  }

  function list() {
    if (!box) return;
    const shown = mine().filter((one) => (!box.dataset.scan || box.dataset.scan === one.scan) && one.page !== own?.page
      && (!open.has(one.page) || one.draft.stuck));
    box.hidden = shown.length === 0;
    box.querySelector("ul").replaceChildren(...shown.sort((a, b) => b.draft.at - a.draft.at).map(item));
  }
  function item(one) {
    const el = box.querySelector("template").content.firstElementChild.cloneNode(true), part = (key) => el.querySelector(`[data-draft="${key}"]`);
    const isTaken = () => own?.address === one.address && own.takes(one.question); // a step of the meeting holds some questions of its section
    part("what").textContent = `${one.draft.title}: ${one.draft.label}`;
    part("when").textContent = new Date(one.draft.at).toLocaleString("nl-BE", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
    part("words").textContent = one.draft.words;
    const use = part("use");
    if (box.hasAttribute("data-final")) use.remove();
    else {
      use.href = one.address + "#q-" + one.question;
      use.addEventListener("click", (e) => {
        if (!isTaken()) return; // the link goes where it is
        e.preventDefault();
        if (!own.isFree(one.question) && !confirm("Wat je nu in deze vraag schreef, wordt daardoor vervangen. Doorgaan?")) return;
        if (own.use(one.question, one.draft)) drop(one.key);
        document.getElementById("q-" + one.question).scrollIntoView();
        list();
      });
    }
    part("copy").addEventListener("click", () => {
      getSelection().selectAllChildren(part("words"));
      navigator.clipboard?.writeText(one.draft.words).catch(() => document.execCommand("copy")) ?? document.execCommand("copy");
    });
    part("drop").addEventListener("click", () => {
      if (!confirm("Deze tekst wordt gewist en komt niet terug. Doorgaan?")) return;
      drop(one.key);
      list();
    });
    return el;
  }

  // Signing out leaves nothing of a person behind in the browser, but asks first.
  document.addEventListener("submit", (e) => {
    if (!e.target.matches("[data-signout]")) return;
    const left = mine();
    const what = left.length === 1 ? "Eén antwoord staat alleen in deze browser en is nog niet bewaard." : `${left.length} antwoorden staan alleen in deze browser en zijn nog niet bewaard.`;
    if (left.length > 0 && !confirm(what + " Als je afmeldt, wordt dat gewist. Toch afmelden?")) e.preventDefault();
    else left.forEach((one) => drop(one.key));
  });

  const oldest = Date.now() - KEPT_MS;
  all().filter((one) => !(one.draft?.at > oldest)).forEach((one) => drop(one.key));
  addEventListener("storage", (e) => { if (e.key?.startsWith(PREFIX) && !own) list(); });
  if (box && mine().length > 0) ask().then(list);
  return { newKey, name, read, keep, drop, ofPage };
})();
