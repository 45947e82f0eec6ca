// Light or dark as the reader chose here before, else as the browser asks for.
{
  const chosen = __md_get("__palette");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const color = chosen && chosen.color ? chosen.color : dark ? { scheme: "slate" } : {};
  for (const [key, value] of Object.entries(color)) {
    document.body.setAttribute("data-md-color-" + key, value);
  }
}
