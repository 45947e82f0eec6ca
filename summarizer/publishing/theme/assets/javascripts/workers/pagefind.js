// Pagefind as an engine: of its index, which `publishing/search.py` makes, it loads what a query
// needs. Its index is German or else has German words in both spellings, so 'Maenner' finds
// 'Männer'; its stemmers see to other forms of a word.
{
  // Each result is a file more to load.
  const MOST = 15;
  // Every prefix of a word may need another piece of the index.
  const PAUSE = 200;
  // How `search.py` keeps 6,5 from being 65, and sets off spellings that are only to be found.
  const LETTERS = { ".": "\ua78f", ",": "\ua4f9" };
  const MARKS = { "\ua78f": ".", "\ua4f9": "," };
  const DECIMAL_MARK = /(?<=\d)[.,](?=\d{1,2}(?!\d)|\d{4})/g;
  const SPELLINGS = /^[^\ua4fa]*\ua4fb|\ua4fa[^\ua4fb]*(\ua4fb\.?|$)/g;

  const asRead = (html) => html.replace(/[\ua78f\ua4f9]/g, (letter) => MARKS[letter]);
  const escaped = (text) =>
    text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

  // Pagefind counts a heading to the text below it: both, with the found words marked.
  const parted = (excerpt, heading) => {
    let at = 0;
    for (const letter of heading) {
      while (excerpt[at] === "<") at = excerpt.indexOf(">", at) + 1;
      if (!excerpt.startsWith(letter, at)) return [heading, excerpt];
      at += letter.length;
    }
    const marked = excerpt.slice(0, at);
    const open = marked.lastIndexOf("<mark>") > marked.lastIndexOf("</mark>");
    const below = excerpt.slice(at).replace(/^(<\/mark>)?[.\s]*(<\/mark>)?\s*/, "");
    return [open ? `${marked}</mark>` : marked, below];
  };

  // A section as the theme shows it.
  const section = (location, { title, excerpt }, score) => {
    const [heading, below] = parted(excerpt, escaped(title));
    const text = asRead(below.replace(SPELLINGS, "")).trim();
    return { location, title: asRead(heading), text: text && `<p>${text}</p>`, score };
  };

  const weight = ({ weighted_locations }) =>
    weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);

  // The theme's items, each a page with its sections, the best first. The best section has the
  // page's score. Entries of a group are pages.
  const items = ({ url, meta, sub_results }, score) => {
    const path = url.replace(/^\//, "");
    const best = Math.max(...sub_results.map(weight));
    const found = sub_results.map((each) => ({ each, score: (score * weight(each)) / best }));
    if (path.startsWith("group/")) {
      return found.map(({ each, score }) => [section(each.anchor.id, each, score)]);
    }
    const page = path.replace(/page\.html$/, "");
    const title = found.find(({ each }) => each.anchor.id === "top");
    const parent = title
      ? { ...section(page, title.each, title.score), text: "" }
      : section(page, { title: meta.title, excerpt: "" }, 0);
    const sections = found
      .filter((one) => one !== title)
      .map(({ each, score }) => section(`${page}#${each.anchor.id}`, each, score));
    return [[parent, ...sections].sort((one, other) => other.score - one.score)];
  };

  self.startEngine = async ({ config }, site, failures) => {
    // What once failed to start would be remembered as failed under its address.
    const script = `search/pagefind/pagefind.js${failures ? `?${failures}` : ""}`;
    const pagefind = await import(new URL(script, site));
    // Addresses as they were given, below the site.
    await pagefind.options({ baseUrl: "/" });
    await pagefind.init(config.lang[0]);
    return async (query, wanted) => {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (!wanted()) return [];
      const typed = query.normalize("NFC").replace(DECIMAL_MARK, (mark) => LETTERS[mark]);
      const { results } = await pagefind.search(typed);
      const pages = await Promise.all(
        results.slice(0, MOST).map(async (result) => items(await result.data(), result.score)),
      );
      return pages.flat().sort(([one], [other]) => other.score - one.score);
    };
  };
}
