// Small comforts on every page; each one has a plain equivalent without this file.
(() => {
  "use strict";

  // Who is on the way to another page is not called back by a page that goes its own way. What they asked for may be a file: then this page
  // is still here afterwards.
  const LEAVING_MS = 20000;
  let leftAt = 0;
  addEventListener("beforeunload", () => { leftAt = Date.now(); });
  window.zelfscanIsLeaving = () => Date.now() - leftAt < LEAVING_MS;

  // Text areas grow with their text (browsers without field-sizing).
  if (!CSS.supports("field-sizing", "content")) {
    const grow = (area) => { area.style.height = "auto"; area.style.height = area.scrollHeight + 2 + "px"; };
    document.querySelectorAll("textarea").forEach(grow);
    document.addEventListener("input", (e) => e.target.matches("textarea") && grow(e.target));
  }

  // Signed in again in this tab: tells the others, where something may wait to be saved.
  if (document.querySelector(".top__out")) {
    try { localStorage.setItem("zelfscan-aangemeld", document.body.dataset.person + " " + Date.now()); } catch { /* storage forbidden */ }
  }
  // What helps towards the choice that is made stands first.
  document.addEventListener("change", (e) => {
    const help = e.target.type === "radio" && e.target.closest("[data-question]")?.querySelector(".help");
    if (help) help.prepend(...[...help.children].filter((one) => one.dataset.towards === e.target.value));
  });

  // What is under way keeps itself fresh, for twenty minutes at most; never under the hands of somebody who is in it.
  const follow = (left) => {
    const part = document.querySelector("[data-refresh]");
    if (!part || left === 0) return;
    setTimeout(async () => {
      try {
        const isUsed = () => part.contains(document.activeElement);
        const page = document.hidden || isUsed() ? null : await fetch(location.href);
        const fresh = page?.ok && new DOMParser().parseFromString(await page.text(), "text/html").getElementById(part.id);
        if (fresh && !isUsed()) part.replaceWith(document.adoptNode(fresh));
      } catch { /* Without network: the next time. */ }
      follow(left - 1);
    }, 5000);
  };
  follow(240);

  // The navigation stands open on a wide screen (browsers without ::details-content).
  if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 64em)").matches) {
    document.querySelectorAll(".nav .fold").forEach((fold) => { fold.open = true; });
  }

  // "neen, …" and the other options exclude each other; writing beside "ja, anders" chooses it.
  document.addEventListener("change", (e) => {
    const chosen = e.target;
    if (chosen.type !== "checkbox" || !chosen.checked || !chosen.form) return;
    for (const other of chosen.form.elements) {
      if (other === chosen || other.name !== chosen.name) continue;
      if (chosen.hasAttribute("data-exclusive") || other.hasAttribute("data-exclusive")) other.checked = false;
    }
  }, true);
})();
