/**
 * Find a quotation in its source: the parts of `lookup.py`, `boundaries.py`, `match.py` and `assemble.py` that
 * say where words stand. What they refuse (too short, cut out of their meaning) was refused before the page was.
 */
import {
  after, before, fold, isAlnum, isAlpha, isCurrency, isDigit, isLower, isMark, isSpace, isUnspaced, isUpper, Points,
} from "./fold.js";

const MOST_PLACES = 1000;
const MOST_ASSIGNMENTS = 20;
const MOST_OMITTED_WORDS = 40;
const MOST_OMITTED_CHARACTERS_UNSPACED = 200;
const OPERATORS = "<>=\u2264\u2265\u2260\u2248~\xb1\u2213+\xd7\xf7\u2212^\u2243\u2245\u226a\u226b";
const BEFORE_NUMBERS = "#\xa7\u2116@";
const AFTER_NUMBERS = "%\u2030\u2031\xb0\u2032\u2033\u2103\u2109\xba\xaa+^";
const IN_NUMBERS = ".,:/'\u2044";
const IN_WORDS = "'-@&/_\xb7\u2027";
const isVulgar = (char) => /^[\xbc-\xbe\u2150-\u215e]/.test(char);
const isIn = (char, all) => char !== "" && all.includes(char);
const isSign = (char) => isIn(char, OPERATORS) || isCurrency(char);
const isOperator = (char) => (isSign(char) && char !== "+") || char === "\xa7" || char === "\u2116";
const isInWord = (char) => isAlnum(char) || isMark(char);

/**
 * A quotation as it is looked up (`Wanted` in `rerun.py`).
 * `between` has an entry for every two neighbouring stretches: the source's words that a bracket stands for, null
 * for an ellipsis; `before` and `after` are the source's words that a bracket at the quotation's ends stands for.
 * @typedef {{stretches: string[], between?: (?string)[], before?: string, after?: string, prefix?: string,
 *   suffix?: string, line?: number, magnitudes?: string[]}} Quotation
 */

/**
 * Every way to place a quotation in its source; one that stands on the page has one.
 * @param {string} content @param {Quotation} quotation @param {import("./fold.js").Folded} folded `content`, folded
 * @returns {{spans: [number, number][], line: number, foldings: string[]}[]} Spans in code points, half-open.
 */
export function find(content, quotation, folded = fold(content)) {
  const points = new Points(content);
  const words = quotation.stretches.map(wordsOf);
  const magnitudes = new Set(quotation.magnitudes);
  const every = words.map((one) => placesOf(folded, one).filter((place) => !isCut(folded.text, place, magnitudes)));
  return assignments(content, quotation, every)
    .filter((one) => isBeside(content, points, one.spans, quotation))
    .map((one) => ({
      spans: one.spans.map((span) => span.map((unit) => points.toPoint(unit))),
      line: lineOf(content, one.spans[0][0]),
      foldings: foldingsOf(folded, one.places, words),
    }))
    .filter((one) => quotation.line === undefined || one.line === quotation.line);
}

/** Words to look for: folded, without spaces at the ends; they begin at `start` of the folded text. */
function wordsOf(exact) {
  const folded = fold(exact, true);
  const spaced = folded.text.replaceAll("\n", " ");
  return { folded, text: spaced.trim(), start: spaced.length - spaced.trimStart().length };
}

/** The 1-based line of an offset. */
export const lineOf = (content, at) => (content.slice(0, at).match(/\r\n|\r|\n/g) ?? []).length + 1;

// Every place of some words

function placesOf(folded, words) {
  if (!words.text) return [];
  if (folded.marks.some((mark) => mark.readings.length)) return loosePlaces(folded, words.text);
  return offsetsOf(folded.text, words.text).map((start) => placeAt(folded, start, start + words.text.length));
}

const placeAt = (folded, start, end) => ({ start, end, span: folded.rawSpan(start, end) });

function offsetsOf(text, words) {
  const found = [];
  let at = words ? text.indexOf(words) : -1;
  while (at >= 0 && found.length < MOST_PLACES) {
    found.push(at);
    at = text.indexOf(words, at + 1);
  }
  return found;
}

/** The places in a text with readings: candidates without hyphens and spaces, then a strict look. */
function loosePlaces(folded, words) {
  const offsets = [];
  const isLoose = (char) => "-\u2014\u2013 \n*".includes(char);
  for (let at = 0; at < folded.text.length; at += 1) if (!isLoose(folded.text[at])) offsets.push(at);
  const lead = words.search(/[^-\u2014\u2013*]|$/);
  const places = [];
  for (const candidate of offsetsOf(loosened(folded.text), loosened(words))) {
    const start = offsets[candidate] - lead;
    const end = start < 0 ? null : read(folded, start, words);
    if (end !== null) places.push(placeAt(folded, start, end));
  }
  return places;
}

const loosened = (text) => text.replace(/[-\u2014\u2013 \n*]+/g, "");

/** Where the words end if they stand at `start` in one of the readings, else null. */
function read(folded, start, words) {
  const { text } = folded;
  let reached = new Set([0]);
  let position = start;
  let end;
  for (const mark of folded.marksBetween(Math.max(0, start - 1), start + 2 * words.length + 2)) {
    if (!mark.readings.length || mark.start < start) continue;
    [reached, end] = advance(text.slice(position, mark.start), reached, words, position);
    if (end !== null) return end;
    position = mark.start + mark.folded.length;
    [reached, end] = branch(mark, reached, words);
    if (end !== null) return end;
    if (!reached.size) return null;
  }
  return advance(text.slice(position, position + words.length), reached, words, position)[1];
}

function advance(stretch, reached, words, position) {
  const later = new Set();
  for (const done of reached) {
    const rest = words.length - done;
    if (rest <= stretch.length) {
      if (stretch.startsWith(words.slice(done))) return [later, position + rest];
    } else if (words.startsWith(stretch, done)) {
      later.add(done + stretch.length);
    }
  }
  return [later, null];
}

function branch(mark, reached, words) {
  const later = new Set();
  for (const done of reached) {
    for (const reading of [mark.folded, ...mark.readings]) {
      if (words.startsWith(reading, done)) later.add(done + reading.length);
      if (reading && done + reading.length === words.length && words.endsWith(reading)) {
        return [later, mark.start + mark.folded.length];
      }
    }
  }
  return [later, null];
}

// Whether a place begins or ends inside a word, number or sign

const isCut = (text, place, magnitudes) => cutsAtStart(text, place.start) || cutsAtEnd(text, place.end, magnitudes);

function cutsAtStart(text, start) {
  if (start === 0) return false;
  const initial = after(text, start);
  const previous = before(text, start);
  const earlier = before(text, start - previous.length) || " ";
  if (isNumeric(text, start)) return cutsNumberAtStart(text, start, previous, earlier);
  if (!isInWord(initial)) return false;
  if (isInWord(previous)) return !isUnspaced(initial) && !isUnspaced(previous);
  if (isIn(previous, IN_WORDS)) return isInWord(earlier) && !isUnspaced(initial);
  return previous === "." && isAlnum(earlier) && !(isLower(earlier) && isUpper(initial));
}

function cutsAtEnd(text, end, magnitudes) {
  if (end >= text.length) return false;
  const last = before(text, end);
  const next = after(text, end);
  const later = after(text, end + next.length) || " ";
  if (isDigit(last) || isVulgar(last)) return cutsNumberAtEnd(text, end, next, later, magnitudes);
  if (isSign(last) && (isDigit(next) || (next === " " && isDigit(later) && isIn(last, OPERATORS)))) return true;
  if (!isInWord(last)) return false;
  if (isInWord(next)) return !isUnspaced(last) && !isUnspaced(next);
  if (isIn(next, IN_WORDS)) return (isInWord(later) || (next === "-" && later === " ")) && !isUnspaced(last);
  if (next === ".") return isAlnum(later) && !(isLower(last) && isUpper(later));
  return isIn(next, "+#") && !isAlnum(later);
}

function cutsNumberAtStart(text, start, previous, earlier) {
  if (isInWord(previous)) return !isUnspaced(previous) || isDigit(previous);
  if (isIn(previous, IN_NUMBERS)) {
    if (isDigit(earlier) || (isIn(previous, "./") && isAlpha(earlier))) return true;
    return previous === "." && isSpace(earlier);
  }
  if (isIn(previous, "-\u2013") || isSign(previous) || isIn(previous, BEFORE_NUMBERS)) return true;
  if (previous !== " ") return isIn(previous, IN_WORDS) && isInWord(earlier);
  return isOperator(earlier) || (isGroup(text, start) && endsGroup(text, start - 1));
}

function cutsNumberAtEnd(text, end, next, later, magnitudes) {
  if (isInWord(next)) return !isUnspaced(next) || isDigit(next);
  if (isIn(next, IN_NUMBERS)) return isDigit(later) || (next === "/" && isAlpha(later));
  if (isIn(next, AFTER_NUMBERS) || isSign(next)) return true;
  if (isIn(next, "-\u2013")) return isAlnum(later);
  if (next !== " ") return isIn(next, IN_WORDS) && isInWord(later);
  if ((isIn(later, AFTER_NUMBERS) && later !== "+") || isOperator(later)) return true;
  if (isGroup(text, end + 1) && endsGroup(text, end)) return true;
  const word = /^ ([\p{L}\p{Nl}\p{No}]+)/u.exec(text.slice(end, end + 60));
  return word !== null && magnitudes.has(word[1].toLowerCase());
}

const isGroup = (text, at) => /^[0-9]{3}(?![0-9])/.test(text.slice(at, at + 4));
const endsGroup = (text, end) => /(?<![0-9])[0-9]{1,3}(?: [0-9]{3})*$/.test(text.slice(Math.max(0, end - 20), end));

function isNumeric(text, start) {
  const initial = after(text, start);
  if (isDigit(initial) || isVulgar(initial)) return true;
  return (isIn(initial, ".,") || isCurrency(initial)) && isDigit(after(text, start + initial.length));
}

// Stretches in order, with what ellipses and brackets stand for between them

function assignments(content, quotation, every) {
  const { between = [], before: outerBefore = "", after: outerAfter = "" } = quotation;
  const most = every.length > 1 ? MOST_ASSIGNMENTS : MOST_PLACES;
  const found = [];
  const extend = (places, spans) => {
    if (found.length >= most) return;
    const number = places.length;
    const previous = places.at(-1);
    if (number === every.length) {
      const end = endAfter(content, spans.at(-1)[1], outerAfter);
      if (end !== null) found.push({ places, spans: [...spans.slice(0, -1), [spans.at(-1)[0], end]] });
      return;
    }
    for (const place of every[number].filter((one) => one.span[0] >= previous.span[1]).slice(0, MOST_ASSIGNMENTS)) {
      const gap = content.slice(previous.span[1], place.span[0]);
      if (between[number - 1] === null) {
        if (!isTooFar(gap)) extend([...places, place], [...spans, place.span]);
      } else if (fold(gap).text.trim() === between[number - 1]) {
        extend([...places, place], [...spans.slice(0, -1), [spans.at(-1)[0], place.span[1]]]);
      }
    }
  };
  for (const place of every[0]) {
    const start = startBefore(content, place.span[0], outerBefore);
    if (start !== null) extend([place], [[start, place.span[1]]]);
  }
  return found;
}

function startBefore(content, at, words) {
  let end = at;
  while (words && isSpace(before(content, end))) end -= 1;
  if (!words) return at;
  return content.slice(0, end).endsWith(words) ? end - words.length : null;
}

function endAfter(content, at, words) {
  let start = at;
  while (words && isSpace(after(content, start))) start += 1;
  if (!words) return at;
  return content.startsWith(words, start) ? start + words.length : null;
}

/** Whether more is left out than an ellipsis may leave out. */
function isTooFar(omitted) {
  if (fold(omitted).text.includes("\n")) return true;
  const chars = [...omitted];
  const most = (isOfKind) => chars.filter(isOfKind).length * 2 > chars.length;
  if (most((char) => char > "\x7f") && most(isUnspaced)) {
    return chars.length > MOST_OMITTED_CHARACTERS_UNSPACED;
  }
  return chars.filter((char, at) => !isSpace(char) && isSpace(chars[at - 1] ?? " ")).length > MOST_OMITTED_WORDS;
}

// Which of several places, and what the words needed

/** Whether the words that the author says stand before and after stand there. */
function isBeside(content, points, spans, { prefix, suffix }) {
  const edges = (one, other) => isAlnum(one) && isAlnum(other);
  const reach = (words) => 3 * [...words].length + 200;
  if (prefix !== undefined) {
    const start = spans[0][0];
    const from = points.toUnit(Math.max(0, points.toPoint(start) - reach(prefix)));
    const wanted = wordsOf(prefix).text;
    const beside = fold(content.slice(from, start)).text.replaceAll("\n", " ").trimEnd();
    const edge = before(beside, beside.length - wanted.length);
    if (!wanted || !beside.endsWith(wanted) || edges(edge, after(wanted, 0))) return false;
  }
  if (suffix !== undefined) {
    const end = spans.at(-1)[1];
    const until = points.toUnit(points.toPoint(end) + reach(suffix));
    const wanted = wordsOf(suffix).text;
    const beside = fold(content.slice(end, until)).text.replaceAll("\n", " ").trimStart();
    const edge = after(beside, wanted.length);
    if (!wanted || !beside.startsWith(wanted) || edges(edge, before(wanted, wanted.length))) return false;
  }
  return true;
}

/** The names of the foldings without which the author's characters are not the source's, sorted. */
function foldingsOf(folded, places, words) {
  const names = new Set();
  places.forEach((place, number) => {
    const typed = words[number];
    const printed = folded.used(place.start, place.end).map(String);
    const authored = typed.folded.used(typed.start, typed.start + typed.text.length).map(String);
    for (const used of [...printed]) {
      const at = authored.indexOf(used);
      if (at < 0) continue;
      authored.splice(at, 1);
      printed.splice(printed.indexOf(used), 1);
    }
    for (const used of [...printed, ...authored]) names.add(used.slice(0, used.indexOf(",")));
  });
  return [...names].sort();
}
