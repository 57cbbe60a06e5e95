// Discord's markdown as a tree. The parser is discord-markdown-parser; lists are ours, because it has none.
// Knows nothing of the page, so that its tests run without a browser.

import { SimpleMarkdown, markdownRules } from '../vendor/markdown.js';

// The start of a line, also after a quote or a heading that swallowed its line break.
const atLineStart = (rule) => ({
  ...rule,
  match: (source, state, before) => {
    if (before !== '' && !before.endsWith('\n')) return null;
    return rule.match(source, { ...state, prevCapture: null }, before);
  },
});

const ITEM = /^( *)([-*]|\d{1,9}\.) +(.*)$/;
const list = {
  order: markdownRules.heading.order - 0.2,
  match: (source) => /^ *(?:[-*]|\d{1,9}\.) +\S[^\n]*(?:\n *(?:[-*]|\d{1,9}\.) +\S[^\n]*)*(?:\n|$)/.exec(source),
  parse: (capture, parse, state) => {
    const lines = capture[0].trimEnd().split('\n').map((line) => ITEM.exec(line));
    return nested(lines, (text) => parse(text, { ...state, prevCapture: null, inList: true }));
  },
};

function nested(lines, parse) {
  const depth = lines[0][1].length;
  const ordered = lines[0][2].endsWith('.');
  const items = [];
  for (let at = 0; at < lines.length; at += 1) {
    let end = at + 1;
    while (end < lines.length && lines[end][1].length > depth) end += 1;
    const below = lines.slice(at + 1, end);
    items.push({ content: parse(lines[at][3]), below: below.length ? { type: 'list', ...nested(below, parse) } : null });
    at = end - 1;
  }
  return { ordered, start: ordered ? Number.parseInt(lines[0][2], 10) : 1, items };
}

// Emoji stay as they are written: this page has no pictures of them.
const { emoticon, twemoji, ...used } = markdownRules;
const parser = SimpleMarkdown.parserFor({
  ...used,
  heading: atLineStart(used.heading),
  subtext: atLineStart(used.subtext),
  list: atLineStart(list),
});

/** The tree of a text: nodes with a `type`, and mostly a `content`. */
export function parse(text) {
  return parser(String(text ?? ''), { inline: true });
}
