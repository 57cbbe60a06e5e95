// How texts are taken apart: what the parser promises, and what the page adds to it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parse } from '../../src/sandbox/page/web/markdown-tree.js';

/** A tree in one line: `[strong|text]`, list items in `{}`. */
function brief(node) {
  if (Array.isArray(node)) return node.map(brief).join('');
  if (node.type === 'text') return node.content;
  if (node.type === 'br') return '⏎';
  if (node.type === 'list') {
    const items = node.items.map((item) => `{${brief(item.content)}${item.below ? brief(item.below) : ''}}`).join('');
    return `[${node.ordered ? `from ${node.start}` : 'list'}|${items}]`;
  }
  const content = Array.isArray(node.content) ? brief(node.content) : node.content ?? '';
  const about = [node.level, node.id && `#${node.id}`, node.timestamp, node.format, node.fullName, node.target].filter(Boolean).join(' ');
  return `[${node.type}${about ? ` ${about}` : ''}${content ? `|${content}` : ''}]`;
}

const id = '123456789012345678';
const cases = [
  ['marks nest', '**bold *and italic*** ~~gone~~ __under__', '[strong|bold [em|and italic]] [strikethrough|gone] [underline|under]'],
  ['underscores inside words stay', 'pay_by_card', 'pay_by_card'],
  ['a backslash takes the meaning away', '\\*plain\\* \\[👤\\]', '*plain* [👤]'],
  ['open marks are text', '**open *x', '**open *x'],
  ['code is not read further', '`**x**` and\n```\n**y**\n  z\n```', '[inlineCode|**x**] and⏎[codeBlock|**y**\n  z]'],
  ['quotes end with their lines', '> one\n> two\nthree', '[blockQuote|one⏎two⏎]three'],
  ['small print needs the start of a line', '-# small\nnot -# small', '[subtext|small]not -# small'],
  ['small print may follow a quote', '> said\n-# small', '[blockQuote|said⏎][subtext|small]'],
  ['headings have three sizes', '# a\n## b\n### c\n#### d', '[heading 1|a][heading 2|b][heading 3|c]#### d'],
  ['lists nest, and keep their marks', '- a **b**\n- c\n  - d\n  - e\n- f', '[list|{a [strong|b]}{c[list|{d}{e}]}{f}]'],
  ['numbered lists start where they say', '3. a\n4. b\nafter', '[from 3|{a}{b}]after'],
  ['a dash in a line is no list', 'a - b', 'a - b'],
  ['a bold number is no list', '**1.** helped', '[strong|1.] helped'],
  ['mentions carry their ids', `<@${id}> <@&${id}> <#${id}>`, `[user #${id}] [role #${id}] [channel #${id}]`],
  ['commands carry their full name', `</pulse launch:${id}>`, `[slashCommand #${id} pulse launch]`],
  ['times carry their style', '<t:1796086400:R> <t:1796086400>', '[timestamp 1796086400 R] [timestamp 1796086400]'],
  ['spoilers hide', '||who||', '[spoiler|who]'],
  ['addresses and named links', 'https://x.test/a_b [name](https://y.test)', '[url https://x.test/a_b|https://x.test/a_b] [link https://y.test|name]'],
  ['tags of a web page are text', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['emoji stay as they are', '📋 :smile:', '📋 :smile:'],
];

for (const [name, text, expected] of cases) {
  test(name, () => assert.equal(brief(parse(text)), expected));
}
