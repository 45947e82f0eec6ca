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
}
