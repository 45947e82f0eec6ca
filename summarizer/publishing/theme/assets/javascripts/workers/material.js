// The theme's search worker as an engine, with two more abilities, in every language:
// - 'Maenner' finds 'Männer' and 'Strasse' finds 'Straße'. A word of a query is replaced by one of
//   the index if they differ only in how umlauts and ß are written, or in an ending besides.
// - Another form of a word finds it. The theme searches for words that begin as typed, which
//   switches the stemmer off; each word goes in twice, once as it is and once for the stemmer.
{
  const [SETUP, QUERY] = [0, 2];
  // Endings differ between forms of a word; the stemmer sees to those.
  const ENDING = 3;
  const SHORTEST = 3;
  const WORD = /[\p{L}\p{N}]+/gu;
  const spelledOut = (word) =>
    word.toLowerCase().replace(/[äöüß]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue", ß: "ss" })[letter]);

  // Each word with an umlaut or ß, by how it is written without.
  const words = new Map();

  const learn = (docs) => {
    for (const { title, text } of docs) {
      for (const [word] of `${title} ${text}`.normalize("NFC").matchAll(WORD)) {
        if (/[äöüß]/i.test(word)) words.set(spelledOut(word), word.toLowerCase());
      }
    }
  };

  const respelled = (word) => {
    const typed = word.toLowerCase();
    if (!/ae|oe|ue|ss/.test(typed)) return word;
    const exact = words.get(typed);
    if (exact) return exact;
    const stem = typed.slice(0, Math.max(SHORTEST, typed.length - ENDING));
    for (const [spelling, actual] of words) {
      if (spelling.startsWith(stem) && Math.abs(spelling.length - typed.length) <= ENDING) {
        return actual;
      }
    }
    return word;
  };

  // What the search engine would take for operators, and report as errors where they are not.
  const OPERATORS = /[+*~^:<>()\\]/g;

  const rewritten = (query) => {
    const plain = query.normalize("NFC").replace(OPERATORS, " ").replace(WORD, respelled);
    // Words in quotation marks must all be there; the theme sees to that.
    if ((plain.match(/"/g) || []).length % 2 === 0 && plain.includes('"')) return plain;
    const typed = plain.replaceAll('"', " ").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    return typed.map((word) => `${word}^1 ${word}`).join(" ");
  };

  // The theme's worker answers in the order of the questions.
  const waiting = [];
  const ask = (message) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      self.dispatchEvent(new MessageEvent("message", { data: message }));
    });

  self.startEngine = async ({ config, docs, options }, site) => {
    if (!docs.length) docs = (await (await fetch(new URL("search/documents.json", site))).json()).docs;
    learn(docs);
    const worker = new URL(self.location).searchParams.get("worker");
    if (!/^search\.[0-9a-f]+\.min\.js$/.test(worker)) throw new Error(`no worker: ${worker}`);
    self.postMessage = (message) => waiting.shift()(message);
    importScripts(worker);
    await ask({ type: SETUP, data: { config, docs, options } });
    return async (query) => {
      const { data } = await ask({ type: QUERY, data: rewritten(query) });
      return data.items;
    };
  };
}
