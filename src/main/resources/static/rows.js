// Tables that grow and shrink in place. Without this file a row is added and taken away by posting the form. A row is made from the
// template in the page, under a key of its own; saving.js saves the table as a part of its question, and is told of a change by an event.
window.zelfscanRows = (() => {
  "use strict";
  const NEW = "nieuwerij", KEY_LENGTH = 12;
  const newKey = () => [...crypto.getRandomValues(new Uint8Array(KEY_LENGTH))].map((n) => (n % 36).toString(36)).join("");
  const tableIn = (set) => set.querySelector("[data-rows]");
  const rowsOf = (table) => [...table.querySelectorAll(":scope > [data-row]")];
  const templateOf = (table) => table.querySelector(":scope > template");

  // The numbers that the rows show, and whether there is room for one more.
  function number(table) {
    const rows = rowsOf(table);
    rows.forEach((row, i) => { row.querySelector("[data-row-name]").textContent = table.dataset.label.replace("{number}", i + 1); });
    const add = table.querySelector("[data-add]");
    add.disabled = rows.length >= Number(table.dataset.most);
    add.value = rows.length + 1;
  }
  function make(table, key) {
    const holder = document.createElement("template");
    holder.innerHTML = templateOf(table).innerHTML.replaceAll(NEW, key);
    return document.adoptNode(holder.content.firstElementChild);
  }
  function add(table, key = newKey()) {
    const row = make(table, key);
    templateOf(table).before(row);
    number(table);
    return row;
  }
  // Puts rows with these keys in the table, in this order; those that are there stay as they are.
  function set(table, keys) {
    const there = new Map(rowsOf(table).map((row) => [row.dataset.row, row]));
    there.forEach((row, key) => { if (!keys.includes(key)) row.remove(); });
    keys.forEach((key) => { templateOf(table).before(there.get(key) ?? make(table, key)); });
    number(table);
  }
  const changed = (el) => el.dispatchEvent(new Event("change", { bubbles: true }));
  const firstField = (row) => row?.querySelector("input:not([type=hidden]), textarea, select");

  const isFilled = (row) => [...row.querySelectorAll("input:not([type=hidden]), textarea, select")].some((el) => el.matches("[type=radio], [type=checkbox]") ? el.checked : el.value);

  // The row that was taken away last can be put back where it was, as long as the page stands.
  const removed = new WeakMap();
  function offerBack(table, name) {
    const words = table.querySelector("[data-undo-words]");
    words.textContent = name ? words.dataset.undoWords.replace("{row}", name) : "";
    table.querySelector("[data-undo]").hidden = !name;
  }
  function remove(table, row) {
    const after = row.nextElementSibling, next = after?.matches("[data-row]") ? after : row.previousElementSibling;
    const name = row.querySelector("[data-row-name]").textContent, filled = isFilled(row);
    row.remove();
    number(table);
    if (filled) removed.set(table, { row, after });
    offerBack(table, filled ? name : "");
    (filled ? table.querySelector("[data-undo]") : next?.querySelector("[data-remove]") ?? table.querySelector("[data-add]")).focus();
  }
  function putBack(table) {
    const { row, after } = removed.get(table);
    removed.delete(table);
    (after?.parentElement === table ? after : templateOf(table)).before(row);
    number(table);
    offerBack(table, "");
    firstField(row)?.focus();
  }
  document.addEventListener("click", (e) => {
    const button = e.target.closest("[data-rows] :is([data-add], [data-remove], [data-undo])"), table = button?.closest("[data-rows]");
    if (!button) return;
    e.preventDefault();
    if (button.matches("[data-add]")) firstField(add(table))?.focus();
    else if (button.matches("[data-remove]")) remove(table, button.closest("[data-row]"));
    else putBack(table);
    changed(table);
  });

  // Who can add rows in place needs one that is ready, and no more.
  function trim(table) {
    const empty = rowsOf(table).filter((row) => !isFilled(row)), filled = rowsOf(table).length - empty.length;
    empty.slice(Math.max(1, Number(table.dataset.least) - filled)).forEach((row) => row.remove());
    number(table);
  }
  document.querySelectorAll("[data-rows]").forEach(trim);
  return { tableIn, rowsOf, set, number, trim };
})();
