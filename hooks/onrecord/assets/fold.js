/**
 * Fold a text so that every folded character knows its place in the raw text: `fold.py` once more.
 *
 * What folds is declared in `folding.py`. A test holds this file to that one over thousands of texts: where a
 * function there has a counterpart here, it has its name. Offsets here are UTF-16 units, as strings have them;
 * `Points` makes code points of them, which is what pages and files count.
 */

/** The version of the table of foldings that this file follows (`folding.VERSION`). */
export const VERSION = 1;

// Python's idea of a space, which is not quite that of `\s` here: other than " ", and within a line.
const OTHER_SPACE = "\\t-\\r\\x1c-\\x1f\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const SPACE = ` ${OTHER_SPACE}`;
const IN_LINE = SPACE.replace("\\t-\\r", "\\t\\v\\f");
const INVISIBLE =
  "\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufe00-\\ufe0f\\ufeff" +
  "\\u{e0020}-\\u{e007f}\\u{e0100}-\\u{e01ef}";
const SINGLE = "\\u2018\\u2019\\u201a\\u201b\\u02bc\\u05f3\\u00b4`\\u2039\\u203a\\uff07";
const DOUBLE = "\\u201c-\\u201f\\u00ab\\u00bb\\u05f4\\u300c-\\u300f\\u301d-\\u301f\\uff02";
const DASH = "\\-\\u2010-\\u2015\\u2212\\u2e3a\\u2e3b\\ufe58\\ufe63\\uff0d";
const FORMS =
  "\\ufb00-\\ufb06\\ufb13-\\ufb17\\ufb50-\\ufdfb\\ufe70-\\ufefc" +
  "\\uff01-\\uff06\\uff08-\\uff0c\\uff0e-\\uffdc\\uffe0-\\uffe6";
const UNSPACED =
  "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u2fdf\\u3000-\\u312f\\u31a0-\\u4dbf\\u4e00-\\u9fff" +
  "\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff01-\\uff9f\\u{20000}-\\u{3ffff}";
// Digits that are no decimal ones: raised, lowered, circled and of old scripts.
const OTHER_DIGITS =
  "\\xb2\\xb3\\xb9\\u1369-\\u1371\\u19da\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u2460-\\u2468\\u2474-\\u247c" +
  "\\u2488-\\u2490\\u24ea\\u24f5-\\u24fd\\u24ff\\u2776-\\u277e\\u2780-\\u2788\\u278a-\\u2792" +
  "\\u{10a40}-\\u{10a43}\\u{10e60}-\\u{10e68}\\u{11052}-\\u{1105a}\\u{1f100}-\\u{1f10a}";

/** @type {(members: string) => (char: string) => boolean} Whether a character is one of these; nothing is none. */
const oneOf = (members) => {
  const pattern = new RegExp(`^[${members}]`, "u");
  return (char) => pattern.test(char);
};

export const isAlnum = oneOf("\\p{L}\\p{N}");
export const isAlpha = oneOf("\\p{L}");
export const isDigit = oneOf(`\\p{Nd}${OTHER_DIGITS}`);
export const isLower = oneOf("\\p{Lowercase}");
export const isUpper = oneOf("\\p{Uppercase}");
export const isMark = oneOf("\\p{M}");
export const isCurrency = oneOf("\\p{Sc}");
export const isSpace = oneOf(SPACE);
/** Whether a character belongs to a script that is written without spaces between words. */
export const isUnspaced = oneOf(UNSPACED);
const isInvisible = oneOf(INVISIBLE);
const isSingle = oneOf(SINGLE);
const isQuotationMark = oneOf(SINGLE + DOUBLE);
const isDash = oneOf(DASH);
const isLongDash = oneOf("\\u2014\\u2015\\u2e3a\\u2e3b\\ufe58");
const isFolded = (raw) => /^[ -~]*$/.test(raw) && !/ {2}|--| -|- |`|\*|\. \./.test(raw);

const NEXT = new RegExp(
  `[${INVISIBLE}${OTHER_SPACE}${SINGLE}${DOUBLE}${DASH}${FORMS}\\u2026*]|  |\\.(?=[${SPACE}]\\.[${SPACE}]\\.)`,
  "gu",
);
const BLANKS = new RegExp(`[${SPACE}${INVISIBLE}]+`, "uy");
const DASHES = new RegExp(`-+|[${DASH}]`, "uy");
const REST_OF_LINE = new RegExp(`[${IN_LINE}]*(?:\\r\\n|\\r|\\n)[${IN_LINE}]*(?=[^${SPACE}])`, "uy");
const DOTS = new RegExp(`\\.(?:[${SPACE}]\\.){2,}`, "uy");
const INVISIBLES = new RegExp(`[${INVISIBLE}]+`, "gu");
const LINE_END = /\r\n|\r|\n/g;
const EMPHASIS = new RegExp(
  `(?<![\\p{L}\\p{N}_*])(\\*{1,3})(?=[^${SPACE}*])` +
    `(?:[^*\\r\\n]|(?:\\r\\n|\\r|\\n)(?=[^\\r\\n])){1,500}?(?<=[^${SPACE}*])\\1(?![\\p{L}\\p{N}_*])`,
  "gu",
);

/** @type {(text: string, at: number) => string} The character that begins at an offset, or nothing. */
export const after = (text, at) => (at < text.length ? String.fromCodePoint(text.codePointAt(at)) : "");

/** @type {(text: string, at: number) => string} The character that ends before an offset, or nothing. */
export const before = (text, at) => {
  if (at <= 0) return "";
  const pair = at > 1 && text.codePointAt(at - 2) > 0xffff;
  return text.slice(at - (pair ? 2 : 1), at);
};

/** @type {(pattern: RegExp, text: string, at: number) => number} Where a sticky pattern's match at `at` ends. */
const matchEnd = (pattern, text, at) => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

/** @type {(low: number, high: number, holds: (at: number) => boolean) => number} The first for which it holds. */
const first = (low, high, holds) => {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/**
 * A place where the folded text is not the raw text.
 * @typedef {{start: number, rawStart: number, rawEnd: number, folded: string, name: string, readings: string[]}} Mark
 */

/** A text after all foldings. A paragraph break is one line feed, every other run of spaces one space. */
export class Folded {
  /** @param {string} raw @param {string} text @param {Mark[]} marks @param {?Folded} inner */
  constructor(raw, text, marks, inner = null) {
    Object.assign(this, { raw, text, marks, inner });
  }

  /** @param {number} start @param {number} end @returns {[number, number]} The span of the raw text. */
  rawSpan(start, end) {
    const span = [this.#rawOffset(start, false), this.#rawOffset(end - 1, true)];
    return this.inner ? this.inner.rawSpan(...span) : span;
  }

  /** @param {number} start @param {number} end @returns {string[][]} Name and raw characters of each folding. */
  used(start, end) {
    const found = this.marksBetween(start, end).map((m) => [m.name, this.raw.slice(m.rawStart, m.rawEnd)]);
    if (!this.inner) return found;
    return found.concat(this.inner.used(this.#rawOffset(start, false), this.#rawOffset(end - 1, true)));
  }

  /** @param {number} start @param {number} end @returns {Mark[]} Those at the edges left out if empty. */
  marksBetween(start, end) {
    const { marks } = this;
    const low = first(0, marks.length, (at) => marks[at].start >= start);
    const high = first(low, marks.length, (at) => marks[at].start >= end);
    return marks.slice(low, high).filter((mark) => mark.folded || mark.start > start);
  }

  #rawOffset(position, last) {
    const { marks } = this;
    const mark = marks[first(0, marks.length, (at) => marks[at].start > position) - 1];
    if (!mark) return position + last;
    const beyond = position - mark.start - mark.folded.length;
    if (beyond >= 0) return mark.rawEnd + beyond + last;
    return last ? mark.rawEnd : mark.rawStart;
  }
}

/** Offsets of one text in UTF-16 units and in code points. */
export class Points {
  /** @param {string} text */
  constructor(text) {
    this.starts = null;
    if (!/[\ud800-\udbff]/.test(text)) return; // as long in the one as in the other
    this.starts = [];
    for (let at = 0; at < text.length; at += after(text, at).length) this.starts.push(at);
    this.starts.push(text.length);
  }

  /** @param {number} point */
  toUnit(point) {
    return this.starts ? this.starts[Math.max(0, Math.min(point, this.starts.length - 1))] : point;
  }

  /** @param {number} unit */
  toPoint(unit) {
    const { starts } = this;
    return starts ? first(0, starts.length, (at) => starts[at] >= unit) : unit;
  }
}

/**
 * All foldings applied. Of authored text line breaks after a hyphen and emphasis marks are kept.
 * @param {string} raw @param {boolean} authored @returns {Folded}
 */
export function fold(raw, authored = false) {
  if (raw.normalize("NFC") === raw) return foldComposed(raw, authored);
  const composed = compose(raw);
  const outer = foldComposed(composed.text, authored);
  outer.inner = composed;
  return outer;
}

function foldComposed(raw, authored) {
  if (isFolded(raw)) return new Folded(raw, raw, []);
  const marks = [];
  let text = "";
  let done = 0;
  const emphasis = authored ? new Map() : emphasisOf(raw);
  const rare = / {2}|\.[\s\x1c-\x1f\x85]\.|[\u{e0000}-\u{e0fff}]/u.test(raw);
  for (const { index: at } of raw.matchAll(NEXT)) {
    if (at < done || (raw[at] === "." && !rare)) continue;
    const [start, end, folded, name, readings = []] =
      quickStep(raw, at) ?? step(raw, at, done, emphasis, authored);
    if (!name) continue;
    text += raw.slice(done, start);
    marks.push({ start: text.length, rawStart: start, rawEnd: end, folded, name, readings });
    text += folded;
    done = end;
  }
  return new Folded(raw, text + raw.slice(done), marks);
}

// A step is the span that folds, what it folds to, the folding's name (empty: nothing folds) and its readings.

function quickStep(raw, at) {
  const char = raw[at];
  if ("\u2018\u2019".includes(char)) return [at, at + 1, "'", "quotation-marks"];
  if ("\u201c\u201d".includes(char)) return [at, at + 1, '"', "quotation-marks"];
  const previous = before(raw, at);
  const next = after(raw, at + 1);
  if (char === "-" || char === "\u2013") {
    if (isAlnum(previous) && isAlnum(next)) return [at, at + 1, "-", char === "-" ? "" : "dashes"];
  } else if ((char === "\n" || char === "\xa0") && next < "\x80" && !isSpace(next) && !isSpace(previous)) {
    return [at, at + 1, " ", "spaces"];
  }
  return null;
}

function step(raw, at, done, emphasis, authored) {
  const char = after(raw, at);
  if (isDash(char)) return dashStep(raw, at, authored);
  if (isQuotationMark(char)) return quotationStep(raw, at, done);
  if (char === "\u2026") return [at, at + 1, "...", "ellipsis-signs"];
  if (char === ".") {
    const end = matchEnd(DOTS, raw, at);
    return [at, end, ".".repeat((end - at + 1) / 2), "ellipsis-signs"];
  }
  if (char === "*") {
    const size = emphasis.get(at) ?? 0;
    return [at, at + (size || 1), "", size ? "emphasis-marks" : "", ["*".repeat(size)]];
  }
  if (isSpace(char) || isInvisible(char)) return blankStep(raw, at, done);
  const end = at + ("\uff9e\uff9f".includes(raw[at + 1] ?? "-") ? 2 : 1);
  const plain = raw.slice(at, end).normalize("NFKC");
  const name = char >= "\uff01" ? "full-width-forms" : "ligatures";
  return [at, end, plain, plain === raw.slice(at, end) ? "" : name];
}

function blankStep(raw, at, done) {
  let start = at;
  while (start > done && raw[start - 1] === " ") start -= 1;
  const end = matchEnd(BLANKS, raw, at);
  const run = raw.slice(start, end);
  const previous = before(raw, start);
  const next = after(raw, end);
  // A joiner between letters that need it, or in an emoji, is part of the word.
  if ((run === "\u200c" || run === "\u200d") && previous > "\u024f" && (next > "\u024f" || !isAlnum(next))) {
    return [start, end, run, ""];
  }
  const spaces = run.replace(INVISIBLES, "");
  const name = spaces === run ? "spaces" : "invisible-characters";
  if (!spaces) return [start, end, "", name];
  const ends = (spaces.match(LINE_END) ?? []).length;
  if (ends > 1) return [start, end, "\n", name];
  if ((next === "\xbb" || next === "\u203a") && !isAlnum(after(raw, end + 1))) return [start, end, "", name];
  if (ends && run[0] === "\u00ad") return [start, end, "", name, [" "]];
  if (ends && isUnspaced(previous) && isUnspaced(next)) return [start, end, "", name];
  return [start, end, " ", run === " " ? "" : name];
}

function quotationStep(raw, at, done) {
  const char = raw[at];
  let start = at;
  let end = at + 1;
  if ((char === "\xab" || char === "\u2039") && !isAlnum(before(raw, at))) {
    end = matchEnd(BLANKS, raw, end);
  } else if ((char === "\xbb" || char === "\u203a") && !isAlnum(after(raw, end))) {
    while (start > done && raw[start - 1] === " ") start -= 1;
  }
  return [start, end, isSingle(char) ? "'" : '"', "quotation-marks"];
}

function dashStep(raw, at, authored) {
  const end = matchEnd(DASHES, raw, at);
  const dash = raw.slice(at, end);
  const previous = before(raw, at);
  const brokenEnd = authored ? end : matchEnd(REST_OF_LINE, raw, end);
  const isBroken = brokenEnd > end;
  const next = after(raw, brokenEnd);
  const apartBefore = !previous || isSpace(previous);
  const apart = apartBefore && (isBroken || !next || isSpace(next));
  const folded = plainDash(dash, previous, next, apart);
  if (!isBroken) {
    const name = dash === "\u2212" ? "minus-signs" : "dashes";
    return [at, end, folded, folded === dash ? "" : name];
  }
  if (apartBefore) return [at, brokenEnd, `${folded} `, folded === dash ? "spaces" : "dashes"];
  const readings = [`${folded} `];
  if (folded === "-" && isAlpha(previous) && isAlpha(next) && (isLower(next) || !isLower(previous))) {
    readings.unshift("");
  }
  return [at, brokenEnd, folded, "line-break-hyphens", readings];
}

function plainDash(dash, previous, next, apart) {
  if (dash === "\u2212") return isDigit(next) && !isAlnum(previous) ? "-" : dash;
  if (apart || dash.length > 1 || isLongDash(dash)) return "\u2014";
  return dash !== "\u2013" || (isAlnum(previous) && isAlnum(next)) ? "-" : dash;
}

function emphasisOf(raw) {
  const places = new Map();
  if (raw.indexOf("*") === raw.lastIndexOf("*")) return places;
  for (const found of raw.matchAll(EMPHASIS)) {
    const size = found[1].length;
    places.set(found.index, size);
    places.set(found.index + found[0].length - size, size);
  }
  return places;
}

/** Normalization Form C, cluster by cluster. */
function compose(raw) {
  const marks = [];
  let text = "";
  let start = 0;
  for (const end of clusterEnds(raw)) {
    const cluster = raw.slice(start, end);
    const composed = cluster.normalize("NFC");
    if (composed !== cluster) {
      const name = "composed-letters";
      marks.push({ start: text.length, rawStart: start, rawEnd: end, folded: composed, name, readings: [] });
    }
    text += composed;
    start = end;
  }
  return new Folded(raw, text, marks);
}

function* clusterEnds(raw) {
  const nfc = (text) => text.normalize("NFC");
  let start = 0;
  let size = 0;
  for (let at = 0; at < raw.length; ) {
    const char = after(raw, at);
    let whole = at > start;
    if (whole && char >= "\x80" && size < 64) {
      const cluster = raw.slice(start, at);
      whole = !combines(char) && nfc(cluster + char) === nfc(cluster) + nfc(char);
    }
    if (whole) {
      yield at;
      start = at;
      size = 0;
    }
    size += 1;
    at += char.length;
  }
  yield raw.length;
}

/** Whether a character's combining class is not 0: the only trace of it here is that marks change places. */
export function combines(char) {
  if (!isMark(char) || "\u0f73\u0f75\u0f81".includes(char)) return false; // these three are made of marks
  return char === "\u0345" || `\u0345${char}`.normalize("NFD")[0] !== "\u0345";
}
