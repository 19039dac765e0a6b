// Sorts and filters the tables of the report. The page is whole without it: this only adds buttons and shows the filter.
// It fetches nothing, keeps nothing, and writes no markup from words of the page.
"use strict";
(() => {
  const RANK = new Map([["missing", 0], ["thin", 1], ["found", 2], ["not known", 3], ["does not apply", 4]]);

  // What a cell is sorted by: its day, its state, its number or its words.
  const key = (row, column) => {
    const cell = row.cells[column];
    const text = cell.textContent.trim();
    const state = RANK.get(text.split(":")[0]);
    if (cell.dataset.sort) return [0, cell.dataset.sort];
    if (state !== undefined) return [1, state, text];
    if (text !== "" && !Number.isNaN(Number(text))) return [2, Number(text)];
    return [3, text.toLocaleLowerCase("en-GB")];
  };
  const compare = (one, other) => {
    for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
      if (one[at] < other[at]) return -1;
      if (one[at] > other[at]) return 1;
    }
    return 0;
  };

  const sortBy = (table, heading) => {
    const descending = heading.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows].map((row) => [key(row, heading.cellIndex), row]);
    rows.sort((one, other) => (descending ? -1 : 1) * compare(one[0], other[0]));
    table.tBodies[0].append(...rows.map((pair) => pair[1]));
  };

  for (const table of document.querySelectorAll("table[data-sortable]")) {
    for (const heading of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => sortBy(table, heading));
    }
  }

  const box = document.getElementById("filter");
  if (!box) return;
  const [find, show, trust] = ["find", "show", "trust"].map((id) => document.getElementById(id));
  const rows = new Map();
  for (const row of document.querySelectorAll("#schools tbody tr")) rows.set(row.dataset.school, row);
  const filter = () => {
    const words = find.value.trim().toLocaleLowerCase("en-GB");
    const hidden = new Set();
    for (const [number, row] of rows) {
      const fits = row.textContent.toLocaleLowerCase("en-GB").includes(words)
        && (show.value === "" || row.dataset.open.split(" ").includes(show.value))
        && (!trust || trust.value === "" || row.dataset.trust === trust.value);
      if (!fits) hidden.add(number);
    }
    for (const part of document.querySelectorAll("[data-school]")) part.hidden = hidden.has(part.dataset.school);
    document.getElementById("shown").textContent = `${rows.size - hidden.size} of ${rows.size} shown`;
  };
  box.addEventListener("input", filter);
  box.hidden = false;
  filter();
})();
