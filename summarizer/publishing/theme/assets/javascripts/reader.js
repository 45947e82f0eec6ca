// What a page can do beyond its HTML. Everything on it works without this.
{
  // The chooser at the root leads to the language that the reader chose last.
  for (const link of document.querySelectorAll("[data-language]")) {
    link.addEventListener("click", () => {
      try {
        localStorage.setItem("language", link.dataset.language);
      } catch {
        // A browser without storage forgets.
      }
    });
  }

  // The theme takes every alternate link for the root of a language's site and asks for its
  // sitemap. Ours lead to pages, so they are put aside until it has looked.
  const alternates = [...document.head.querySelectorAll("link[rel=alternate]")];
  for (const link of alternates) link.remove();
  addEventListener("load", () => document.head.append(...alternates));

  // Tables of figures can be put in order by a column. A figure is a `tbody` of two rows.
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const sort = (table, heading) => {
    const column = [...heading.parentNode.children].indexOf(heading);
    const descending = heading.getAttribute("aria-sort") === "ascending";
    const key = (body) => {
      const cell = body.rows[0].cells[column];
      return heading.dataset.sort === "number" ? cell.dataset.value : cell.textContent.trim();
    };
    const compare = (one, other) => {
      const [a, b] = [key(one), key(other)];
      // Vague amounts have no value and stay at the end.
      if (a === undefined || b === undefined) return (a === undefined) - (b === undefined);
      const order = heading.dataset.sort === "number" ? a - b : collator.compare(a, b);
      return descending ? -order : order;
    };
    for (const other of heading.parentNode.children) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    table.append(...[...table.tBodies].sort(compare));
  };
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    for (const heading of table.tHead.querySelectorAll("th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sort(table, heading));
      heading.append(button);
    }
  }

  // The theme opens the search by the label of a hidden box, which no keyboard reaches.
  for (const button of document.querySelectorAll("[data-opens]")) {
    button.addEventListener("click", () => {
      document.getElementById(button.dataset.opens).click();
      document.querySelector("[data-md-component=search-query]").focus();
    });
  }

  // The search loads with its first word; until it has, the theme would go on asking for one.
  const box = document.querySelector("[data-md-component=search-query]");
  const state = document.querySelector(".md-search-result__meta");
  const loading = state.textContent;
  const tell = () => {
    if (!box.value.trim()) return;
    state.textContent = loading;
    box.removeEventListener("input", tell);
  };
  box.addEventListener("input", tell);
}
