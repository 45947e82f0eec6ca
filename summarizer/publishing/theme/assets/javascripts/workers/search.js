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
  let latest;

  const started = () => {
    importScripts(SCRIPTS[setup.config.engine] || SCRIPTS.material);
    return self.startEngine(setup, SITE);
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
      console.warn(error);
    }
    // Who typed on wants the answer to what stands there now.
    if (items && query === latest) post({ type: RESULT, data: { items } });
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
