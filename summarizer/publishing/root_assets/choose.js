// Lead on to the language that the reader chose last, else to the first that the browser asks for.
{
  const offered = [...document.querySelectorAll("[data-language]")];
  let chosen = null;
  try {
    chosen = localStorage.getItem("language");
  } catch {
    // A browser without storage has no last choice.
  }
  const wanted = [chosen, ...(navigator.languages || [navigator.language])]
    .filter(Boolean)
    .map((language) => language.toLowerCase().split("-")[0]);
  const found = wanted
    .map((language) => offered.find((link) => link.dataset.language === language))
    .find(Boolean);
  for (const link of offered) {
    link.addEventListener("click", () => {
      try {
        localStorage.setItem("language", link.dataset.language);
      } catch {
        // A browser without storage forgets.
      }
    });
  }
  // A reader who comes back here from a page wants to choose.
  if (found && performance.getEntriesByType("navigation")[0]?.type !== "back_forward") {
    location.replace(found.href);
  }
}
