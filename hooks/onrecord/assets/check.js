/**
 * "Check it yourself" on the page of a claim: fetch the source, look the quotation up, compare with the page.
 * The buttons are hidden until this runs. What it finds goes onto the page as text, never as HTML.
 */

const BESIDE = 240; // characters of the paragraph on each side of the words, at most

for (const box of document.querySelectorAll(".or-rerun")) {
  const said = JSON.parse(box.dataset.rerun);
  const status = box.querySelector("[role=status]");
  let busy = false;
  box.hidden = false;
  box.querySelector("button").addEventListener("click", async () => {
    if (busy) return;
    busy = true;
    box.querySelector(".or-rerun__passage")?.remove();
    status.replaceChildren(element("p", "", "Your browser fetches the source and looks the words up."));
    try {
      const { verdict, lines, passage } = await lookUp(new URL(box.dataset.text, location.href), said);
      status.replaceChildren(element("p", "or-rerun__verdict", verdict), list(lines));
      if (passage) box.append(quoted(passage, box.closest("figure").querySelector("blockquote")));
    } catch (error) {
      status.replaceChildren(element("p", "or-rerun__verdict", `This could not be checked. ${reasonOf(error)}`));
    }
    busy = false;
  });
}

/** A reason for readers why the check could not be made. */
class Unchecked extends Error {}

const reasonOf = (error) =>
  error instanceof Unchecked ? error.message : `The program that does it stopped: ${error.message}`;

/**
 * @param {URL} address of the source's text @param {object} said what the page says (`Rerun` in `rerun.py`)
 * @returns {Promise<{verdict: string, lines: string[], passage: ?{text: string, isQuoted: boolean}[]}>}
 */
async function lookUp(address, said) {
  const bytes = await bytesOf(address);
  const { content, found, version } = await placesIn(bytes, said.quotation);
  if (version !== said.version) throw new Unchecked("This page and its program do not fit together. Load it anew.");
  const digest = await digestOf(bytes);
  const [place] = found;
  const isOne = found.length === 1;
  const isThere = isOne && String(place.spans) === String(said.spans) && place.line === said.line;
  const isAlike = isOne && String(place.foldings) === String(said.foldings);
  const isSame = isThere && isAlike;
  const lines = [fileLine(digest, said.digest), placeLine(found, said, isThere)];
  if (isOne) lines.push(foldingLine(place.foldings, said.foldings, isAlike));
  let verdict = "Your browser comes to another result than this page.";
  if (isSame && digest === said.digest) verdict = "Your browser comes to the same result as this page.";
  if (isSame && !digest) verdict = "Your browser finds the words where this page says. It could not compare the file.";
  return { verdict, lines, passage: isOne ? inItsPlace(content, place.spans) : null };
}

async function bytesOf(address) {
  let answer;
  try {
    answer = await fetch(address, { cache: "no-cache" });
  } catch {
    throw new Unchecked("The text of the source did not come: there may be no connection.");
  }
  if (!answer.ok) throw new Unchecked(`The text of the source is not where it should be (answer ${answer.status}).`);
  return answer.arrayBuffer();
}

async function placesIn(bytes, quotation) {
  const [{ VERSION }, { find }] = await Promise.all([import("./fold.js"), import("./find.js")]);
  let content;
  try {
    content = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unchecked("The file that came is no text in UTF-8.");
  }
  return { content, found: find(content, quotation), version: VERSION };
}

/** The SHA-256 of bytes in hexadecimal digits; empty where the browser computes none. */
async function digestOf(bytes) {
  if (!globalThis.crypto?.subtle) return "";
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fileLine(digest, expected) {
  if (!digest) {
    return "Whether it is the same file is open: browsers compute fingerprints only on pages that come over https.";
  }
  if (digest === expected) return `The file is the one that was checked: its fingerprint (SHA-256) is ${digest}.`;
  return `The file is not the one that was checked: its fingerprint (SHA-256) is ${digest}, and should be ${expected}.`;
}

function placeLine(found, said, isThere) {
  if (!found.length) return `The words are not in it. The page says ${where(said)}.`;
  if (found.length > 1) return `The words stand in it more than once: ${found.map(where).join("; ")}.`;
  return `The words stand in it once: ${where(found[0])}.${isThere ? "" : ` The page says ${where(said)}.`}`;
}

/** Places for people: the first character is number 1. */
const where = ({ spans, line }) =>
  `characters ${spans.map(([start, end]) => `${start + 1} to ${end}`).join(" and ")}, from line ${line} on`;

function foldingLine(found, said, isAlike) {
  const named = (names) => names.map((name) => name.replaceAll("-", " ")).join(", ");
  const words = (names) =>
    names.length ? `Different in type, which does not count: ${named(names)}` : "Letter for letter";
  return `${words(found)}.${isAlike ? "" : ` The page says: ${words(said)}.`}`;
}

/** The words among those of their paragraph. @returns {{text: string, isQuoted: boolean}[]} */
function inItsPlace(content, spans) {
  const chars = Array.from(content);
  const slice = (start, end) => chars.slice(start, end).join("");
  const start = spans[0][0];
  const end = spans.at(-1)[1];
  const before = slice(Math.max(0, start - BESIDE), start).split(/\n\s*\n|\r\s*\r/).at(-1);
  const after = slice(end, end + BESIDE).split(/\n\s*\n|\r\s*\r/)[0];
  const parts = [{ text: start > BESIDE && before.length >= BESIDE ? before.replace(/^\S*\s/, "… ") : before }];
  spans.forEach(([from, to], number) => {
    if (number) parts.push({ text: slice(spans[number - 1][1], from) });
    parts.push({ text: slice(from, to), isQuoted: true });
  });
  parts.push({ text: after.length >= BESIDE ? after.replace(/\s\S*$/, " …") : after });
  return parts;
}

// Elements

function element(name, kind, text) {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.textContent = text;
  return made;
}

function list(lines) {
  const made = element("ul", "or-notes", "");
  made.append(...lines.map((line) => element("li", "", line)));
  return made;
}

/** The passage as it came, in the language and direction of the quotation on the page. */
function quoted(parts, { lang, dir }) {
  const made = element("p", "or-rerun__passage", "");
  Object.assign(made, { lang, dir });
  made.append(...parts.map(({ text, isQuoted }) => (isQuoted ? element("mark", "", text) : text)));
  return made;
}
