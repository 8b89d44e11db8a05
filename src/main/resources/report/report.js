"use strict";
// Makes the tables searchable and sortable. Without it the page can be read all the same.
(() => {
  const text = (cell) => cell.textContent.trim();
  const order = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

  const element = (name, attributes, ...content) => {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...content);
    return made;
  };

  // On a narrow screen the rows are no table boxes any more; they still are a table.
  const keepRoles = (table) => {
    const roles = { table: [table], caption: table.querySelectorAll("caption"), columnheader: table.querySelectorAll("th"),
      rowgroup: table.querySelectorAll("thead, tbody"), row: table.rows, cell: table.querySelectorAll("td") };
    Object.entries(roles).forEach(([role, all]) => Array.from(all).forEach((one) => one.setAttribute("role", role)));
  };

  const makeSortable = (table, tell) => {
    const body = table.tBodies[0];
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, column) => {
      const name = text(head);
      const button = element("button", { type: "button" }, name);
      head.replaceChildren(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        const rows = Array.from(body.rows).map((row) => [text(row.cells[column]), row]);
        // Empty cells stay at the end, whichever way.
        rows.sort(([one], [other]) => (one === "") - (other === "") || order.compare(one, other) * (down ? -1 : 1));
        body.append(...rows.map(([, row]) => row));
        heads.forEach((other) => other.setAttribute("aria-sort", "none"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        tell("Sorted by " + name + (down ? ", descending." : ", ascending."));
      });
    });
  };

  const makeSearchable = (table) => {
    const rows = Array.from(table.tBodies[0].rows);
    const statuses = new Map();
    rows.forEach((row) => statuses.set(row.className, text(row.querySelector(".badge"))));
    const what = table.dataset.name;
    const search = element("input", { type: "search", id: "search-" + what, autocomplete: "off", spellcheck: "false" });
    const status = element("select", { id: "status-" + what }, element("option", { value: "" }, "All statuses"),
      ...Array.from(statuses, ([value, label]) => element("option", { value }, label)));
    const reset = element("button", { type: "button", class: "plain", hidden: "" }, "Show all");
    const count = element("output", { "aria-live": "polite", for: search.id + " " + status.id });
    const told = rows.map((row) => Array.from(row.cells).filter((cell) => !cell.matches(".sent")).map(text).join(" ").toLowerCase());
    let code = "";

    const show = () => {
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        const found = (status.value === "" || row.className === status.value)
          && (code === "" || row.dataset.code === code)
          && words.every((word) => told[index].includes(word));
        row.hidden = !found;
        shown += found ? 1 : 0;
      });
      reset.hidden = shown === rows.length;
      count.value = (shown === rows.length) ? rows.length + " " + what
        : shown + " of " + rows.length + " " + what + (code === "" ? "" : " (" + code + ")");
    };
    const pick = (wanted) => {
      search.value = "";
      status.value = "";
      code = wanted;
      show();
    };

    search.addEventListener("input", show);
    status.addEventListener("change", show);
    reset.addEventListener("click", () => {
      pick("");
      search.focus();
    });
    table.before(element("div", { class: "tools", role: "search", "aria-label": "Search the " + what },
      element("label", { class: "grow", for: search.id }, "Search", search),
      element("label", { for: status.id }, "Status", status), reset, count));
    show();
    makeSortable(table, (sentence) => { count.value = sentence; });
    return pick;
  };

  document.querySelectorAll("table").forEach((table) => {
    keepRoles(table);
    const pick = makeSearchable(table);
    if (table.dataset.name === "rows") {
      document.querySelectorAll("a[data-code]").forEach((link) => link.addEventListener("click", () => pick(link.dataset.code)));
    }
  });
})();
