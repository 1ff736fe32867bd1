// Search: asks the index for pages that have the words, and shows the places on them.
// Whatever the index gives is put into the page as text, never as markup.

const ROOT = new URL("../../", import.meta.url);
// Characters of scripts without spaces between words, as in view/indexed.py: each is a word of the index.
const UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3000-\u312f\u31a0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\u{20000}-\u{3ffff}";
const APART = new RegExp(`[${UNSPACED}]`, "gu");
const JOINED = new RegExp(`[${UNSPACED}] [${UNSPACED}]`, "u");
const DASH = /[\u2014\u2015\u2026](?=[\p{L}\p{N}])/gu;

const PAGES = 10; // shown at a time
const PLACES = 5; // shown of one page
const WORDS = 32; // shown of one paragraph, and
const BEFORE = 8; // of these, before the first word that was looked for
const MOST = 50; // pages looked into for a run of characters, which the index knows only one by one
const WAIT = 150; // milliseconds after a key

// ---- What was asked, and where a page has it ----

const spaced = (text) => text.replace(DASH, "$& ").replace(APART, " $& ");
// As the index counts them, so that the third word here is the third word there.
const words = (text) => text.replaceAll("\u200b", "").split(/\p{White_Space}+/u).filter(Boolean);
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const key = (word) => plain(word).replace(/[^\p{L}\p{N}]/gu, "");

/** What a query asks for: each term is a list of keys, of more than one where they have to follow each other. */
const termsOf = (query) => {
  const keys = words(query).map((piece) => words(spaced(piece)).map(key).filter(Boolean).join(" "));
  return [...new Set(keys)].filter(Boolean).map((term) => term.split(" "));
};

const shared = (one, other) => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

/** The position of each word of a page that answers a term, with the term's number. */
const hitsOf = (content, locations, terms) => {
  const hits = new Map();
  const keys = content.map((word, at) => [at, key(word)]).filter(([, its]) => its);
  terms.forEach((term, number) => {
    if (term.length < 2) return;
    for (let first = 0; first + term.length <= keys.length; first += 1) {
      const run = keys.slice(first, first + term.length);
      if (run.every(([, its], i) => its.startsWith(term[i]))) run.forEach(([at]) => hits.set(at, number));
    }
  });
  for (const at of locations) {
    if (hits.has(at)) continue;
    // The index says that the word answers some term, by its stem: the one it is most like. Where it knows no such
    // word it takes one that is only the beginning of the term, be it a letter: that is no answer.
    const parts = [key(content[at] ?? ""), ...plain(content[at] ?? "").split(/[^\p{L}\p{N}]+/u)];
    const likeness = terms.map(([term, ...rest]) => {
      const most = rest.length ? 0 : Math.max(...parts.map((part) => shared(part, term)));
      return most * 2 + 1 < term.length ? 0 : most;
    });
    const best = Math.max(...likeness);
    if (best > 0) hits.set(at, likeness.indexOf(best));
  }
  return hits;
};

/** The places of a page: its beginning, and each heading with an id; with the paragraphs below it. */
const placesOf = (found, content) => {
  const places = [{ id: "", start: 0, title: [], language: "", kind: "page", parts: [] }];
  for (const { element, id, text, location } of found.anchors) {
    const place = places.at(-1);
    const isOurs = id.startsWith("~");
    if (element === "h1") {
      place.title = words(text);
      [, place.language, place.kind] = isOurs ? id.split("~") : ["", "", "page"];
    } else if (isOurs) {
      place.parts.push({ start: location, language: id.slice(1), words: words(text) });
    } else if (/^h[2-6]$/u.test(element)) {
      places.push({ id, start: location, title: words(text), language: places[0].language, parts: [] });
    }
  }
  places.forEach((place, number) => {
    place.end = places[number + 1]?.start ?? content.length;
    const start = place.start + place.title.length;
    if (!place.parts.length && start < place.end) {
      place.parts.push({ start, language: "", words: content.slice(start, place.end) });
    }
  });
  return places;
};

/** A page that was found, with those of its places that answer the most terms; null where none does. */
const pageOf = (found, terms) => {
  const content = found.content.split(" ");
  const hits = hitsOf(content, found.locations, terms);
  if (!hits.size) return null;
  const scores = new Map(found.weighted_locations.map((at) => [at.location, at.balanced_score]));
  const places = placesOf(found, content);
  for (const place of places) {
    const inside = [...hits].filter(([at]) => at >= place.start && at < place.end);
    place.answers = new Set(inside.map(([, term]) => term)).size;
    place.score = inside.reduce((sum, [at]) => sum + (scores.get(at) ?? 0), 0);
  }
  const most = Math.max(...places.map((place) => place.answers));
  const best = places.filter((place) => place.answers === most).sort((one, other) => other.score - one.score);
  const keys = content.map(key);
  const answered = new Set(hits.values());
  const isThere = ([term], number) => answered.has(number) || keys.some((its) => its.startsWith(term));
  const answers = terms.filter(isThere).length;
  return { found, hits, top: places[0], best, most, answers };
};

const load = async (results, terms) => {
  const found = await Promise.all(results.map((result) => result.data()));
  const pages = found.map((page) => pageOf(page, terms)).filter(Boolean);
  return pages.sort((one, other) => other.most - one.most);
};

/** The results for a query: first those that have its words in this order. */
const ask = async (index, query) => {
  const asked = spaced(query);
  if (words(asked).length < 2 || asked.includes('"')) return (await index.search(asked)).results;
  const [{ results }, inOrder] = await Promise.all([index.search(asked), index.search(`"${asked}"`)]);
  const exact = new Set(inOrder.results.map(({ id }) => id));
  return [...results.filter(({ id }) => exact.has(id)), ...results.filter(({ id }) => !exact.has(id))];
};

// ---- What is shown ----

const make = (tag, name, ...children) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
};

const inLanguage = (element, language) => {
  element.dir = "auto";
  if (language) element.lang = language;
  return element;
};

/** Words as nodes, those that were looked for as marks. */
const marked = (shown, start, hits) =>
  shown.flatMap((word, number) => {
    const before = number && !JOINED.test(`${shown[number - 1].at(-1)} ${word[0]}`) ? " " : "";
    return [before, hits.has(start + number) ? make("mark", "", word) : word];
  });

const excerpt = (part, hits) => {
  const first = part.words.findIndex((_, number) => hits.has(part.start + number));
  const from = part.words.length > WORDS ? Math.max(0, Math.min(first - BEFORE, part.words.length - WORDS)) : 0;
  const shown = part.words.slice(from, from + WORDS);
  const nodes = marked(shown, part.start + from, hits);
  const more = from + WORDS < part.words.length ? [" …"] : [];
  return inLanguage(make("p", "or-hit__words", ...(from ? ["… "] : []), ...nodes, ...more), part.language);
};

const excerpts = (place, hits) =>
  place.parts
    .filter((part) => part.words.some((_, number) => hits.has(part.start + number)))
    .slice(0, 2)
    .map((part) => excerpt(part, hits));

const linkTo = (address, place, shown, hits) => {
  const link = make("a", "", ...marked(shown, place.start, hits));
  link.href = place.id ? `${address}#${encodeURIComponent(place.id)}` : address;
  return inLanguage(link, place.language);
};

/** A page that was found, as an entry of the list. The index calls the page at `a/b/` `a/b.html`. */
const entryOf = ({ found, hits, top, best }) => {
  const address = found.url.replace(/\.html$/u, "/");
  const title = top.title.length ? top.title : words(found.meta.title ?? address);
  const kind = top.kind[0].toUpperCase() + top.kind.slice(1).replaceAll("-", " ");
  const entry = make("li", "or-hit", make("p", "or-hit__kind", kind));
  const atTop = best.includes(top);
  entry.append(make("h2", "or-hit__title", linkTo(address, top, title, atTop ? hits : new Map())));
  if (atTop) entry.append(...excerpts(top, hits));
  const below = best.filter((place) => place.id);
  const item = (place) => make("li", "", linkTo(address, place, place.title, hits), ...excerpts(place, hits));
  const shown = below.slice(0, PLACES).map(item);
  if (shown.length) entry.append(make("ul", "or-hit__places", ...shown));
  const left = below.length - shown.length;
  if (left) entry.append(make("p", "or-hit__more", `${left} more ${left === 1 ? "place" : "places"} on this page`));
  return entry;
};

const summary = (query, total, answers, terms) => {
  if (!total) return `Nothing found for “${query}”.`;
  const pages = total === 1 ? "1 page" : `${total} pages`;
  return answers < terms.length ? `No page has all of these words. Some of them are on ${pages}.` : `Found on ${pages}.`;
};

// ---- The page ----

const start = () => {
  const form = document.querySelector("form.or-find");
  const input = form.querySelector("input");
  const [status, list, more] = ["or-find-status", "or-find-list", "or-find-more"].map((id) => document.getElementById(id));
  const index = import(new URL("pagefind/pagefind.js", ROOT)).then(async (module) => (await module.init(), module));
  index.catch(() => undefined); // said when something is searched for
  let latest = 0;
  let timer = 0;
  let next = async () => [];

  const add = (pages, left) => {
    const entries = pages.map(entryOf);
    list.append(...entries);
    more.hidden = !left;
    return entries[0];
  };

  const show = async (query) => {
    const turn = (latest += 1);
    const terms = termsOf(query);
    const hasRun = terms.some((term) => term.length > 1);
    const results = terms.length ? await ask(await index, query) : [];
    const ready = await load(results.splice(0, hasRun ? MOST : PAGES), terms);
    if (hasRun || !ready.length) results.length = 0; // nobody knows whether the others have the run, or a like word
    if (turn !== latest) return;
    const total = ready.length + results.length;
    const answers = Math.max(0, ...ready.map((page) => page.answers));
    status.textContent = terms.length ? summary(query, total, answers, terms) : "";
    list.replaceChildren();
    next = async () => {
      if (!ready.length) ready.push(...(await load(results.splice(0, PAGES), terms)));
      return turn === latest ? add(ready.splice(0, PAGES), ready.length + results.length) : undefined;
    };
    await next();
  };

  const run = () => {
    clearTimeout(timer);
    const query = input.value.trim();
    // As the form writes it, so that an address stays what it is.
    history.replaceState(null, "", query ? `?${new URLSearchParams({ q: query })}` : location.pathname);
    show(query).catch(() => {
      status.textContent = "Search could not be loaded. Load the page again, or look through the lists.";
    });
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, WAIT);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  more.addEventListener("click", async () => (await next())?.querySelector("a").focus());

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) run();
  else input.focus();
};

start();
