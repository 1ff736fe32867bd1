"""The contrast of every text on a page, worked out from the styles that the browser computed.

axe leaves it open where something lies over a text or a letter stands alone, and takes seconds for a page.
"""

from __future__ import annotations

from playwright.sync_api import Page

_POOR = """within => {
  const brush = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const known = {};
  const parts = colour => known[colour] ??= (() => {
    brush.clearRect(0, 0, 1, 1); brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  })();
  const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const linear = part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const canvas = parts(getComputedStyle(document.body).backgroundColor);
  const ground = element => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const style = getComputedStyle(e), colour = parts(style.backgroundColor);
      if (style.backgroundImage !== 'none' && e !== document.body) return null;
      if (colour[3]) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), over(canvas, [255, 255, 255, 1]));
  };
  const shown = element => {
    const box = element.getBoundingClientRect();
    return box.width > 2 && box.height > 2 && !element.closest('option, script, style, noscript, [disabled]')
      && element.checkVisibility({opacityProperty: true, visibilityProperty: true});
  };
  const poor = [];
  let looked = 0;
  const walker = document.createTreeWalker(document.querySelector(within), NodeFilter.SHOW_TEXT);
  const seen = new Set();
  for (let node; (node = walker.nextNode()); ) {
    const element = node.parentElement;
    if (!node.data.trim() || seen.has(element) || !shown(element)) continue;
    seen.add(element);
    looked += 1;
    const style = getComputedStyle(element), below = ground(element), colour = [...parts(style.color)];
    for (let e = element; e; e = e.parentElement) colour[3] *= getComputedStyle(e).opacity;
    const [one, other] = below ? [light(over(colour, below)), light(below)] : [0, 0];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = parseFloat(style.fontSize), bold = parseInt(style.fontWeight) >= 700;
    const least = size >= 24 || (bold && size >= 18.66) ? 3 : 4.5;
    if (ratio < least) poor.push(`${ratio.toFixed(2)} of ${least}: ${element.outerHTML.slice(0, 120)}`);
  }
  return [looked, poor];
}"""


def poor_contrasts(page: Page, within: str = "body") -> list[str]:
    """The texts below ``within`` with less contrast than 4.5 to 1, large ones 3 (WCAG 2, 1.4.3).

    A text in front of a picture counts as one: nobody can tell.
    """
    looked, poor = page.evaluate(_POOR, within)
    assert looked, f"there is no text in {within}"
    return list(poor)
