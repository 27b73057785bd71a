"""What a browser measures on an open page, as JavaScript expressions for ``Page.run``."""

from __future__ import annotations

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
"""Pixels by which the page is wider than the window."""

DOUBLE_TEXT = """
(() => {
  const all = [...document.body.querySelectorAll('*')];
  const sizes = all.map(e => parseFloat(getComputedStyle(e).fontSize));
  all.forEach((e, i) => { e.style.setProperty('font-size', 2 * sizes[i] + 'px', 'important'); });
})()
"""
"""Text at twice its size, everything else as it is: what mail programs and browsers do for weak eyes."""

_TEXTS = """
const seen = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const e = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || ['STYLE', 'SCRIPT', 'TITLE'].includes(e.tagName)) continue;
  const box = document.createRange(); box.selectNode(walker.currentNode);
  if (!box.getClientRects().length) continue;
  seen.push([walker.currentNode, e, box.getBoundingClientRect()]);
}
"""

LEAST_CONTRAST = (
    "(() => {"
    + _TEXTS
    + """
const rgb = text => text.match(/[\\d.]+/g).map(Number);
const light = ([r, g, b]) => {
  const [x, y, z] = [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const ground = e => {
  for (; e; e = e.parentElement) {
    const c = rgb(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c;
  }
  return [255, 255, 255];
};
return Math.min(...seen.map(([, e]) => {
  const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => x - y);
  return (b + 0.05) / (a + 0.05);
}));
})()
"""
)
"""The least contrast of a visible text and the ground it stands on."""

SMALLEST_TEXT = (
    "(() => {"
    + _TEXTS
    + "return Math.min(...seen.map(([, e]) => parseFloat(getComputedStyle(e).fontSize)))})()"
)
"""The smallest size of a visible text in pixels."""

LONGEST_LINE = (
    "(() => {"
    + _TEXTS
    + """
return Math.max(...seen.map(([node, , box]) => {
  const lines = new Set([...(() => { const r = document.createRange(); r.selectNode(node); return r.getClientRects(); })()]
    .map(r => Math.round(r.top)));
  return node.data.trim().length / Math.max(1, lines.size);
}));
})()
"""
)
"""Characters of the longest line, as an average over the lines of a text."""
