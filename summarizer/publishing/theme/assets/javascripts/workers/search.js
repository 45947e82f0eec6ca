// Answers the searches of the theme's interface, in its worker's stead. With the page comes this
// file alone; an engine and its index come with the first word that a reader looks for.
{
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const SITE = new URL("../../../", self.location);
  const SCRIPTS = { material: "material.js", pagefind: "pagefind.js" };
  const post = self.postMessage.bind(self);

  // What the theme sent: `config` with `engine`, and `docs`, which are there only where MkDocs ran
  // alone and put them into every page's reach.
  let setup;
  let engine;
  let failures = 0;
  let latest;

  const started = () => {
    importScripts(SCRIPTS[setup.config.engine] || SCRIPTS.material);
    return self.startEngine(setup, SITE, failures);
  };

  // The words that were found, in the forms in which they stand there: the page that a result leads
  // to has them highlighted. (The theme lists those as missing that were typed in another form.)
  const found = (item) => {
    const all = item.map(({ title, text }) => `${title} ${text}`).join(" ");
    const marked = [...all.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)];
    const words = marked.flatMap(([, words]) => words.match(/[\p{L}\p{N}]+([.,]\p{N}+)*/gu) || []);
    return Object.fromEntries(words.map((word) => [word.toLowerCase(), true]));
  };

  const answer = async (query) => {
    latest = query;
    if (!query.trim()) {
      post({ type: RESULT, data: { items: [] } });
      return;
    }
    engine ??= started();
    let items;
    try {
      items = await (await engine)(query, () => query === latest);
    } catch (error) {
      // The next key tries again.
      engine = undefined;
      failures += 1;
      console.warn(error);
    }
    // Who typed on wants the answer to what stands there now.
    if (!items || query !== latest) return;
    for (const item of items) {
      const terms = found(item);
      for (const part of item) part.terms = terms;
    }
    post({ type: RESULT, data: { items } });
  };

  self.addEventListener("message", (event) => {
    // The theme's own worker may be in here too, and hears only what `material.js` says to it.
    if (!event.isTrusted) return;
    event.stopImmediatePropagation();
    const { type, data } = event.data;
    if (type === SETUP) {
      setup = data;
      post({ type: READY });
    }
    if (type === QUERY) answer(data);
  });
}
