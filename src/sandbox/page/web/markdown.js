// Discord's markdown as templates. Everything ends up as text nodes or known elements; a link goes only to http(s)
// addresses. How a text is taken apart: markdown-tree.js.

import { html } from '../vendor/discord.js';
import { parse } from './markdown-tree.js';

/**
 * A text as a template. `names` resolves mentions: `person(id)`, `role(id)`, `channel(id)` give `{ name }`,
 * `open(kind, id)` is what a click on one does.
 */
export function markdown(text, names) {
  return parse(text).map((node) => show(node, names));
}

const children = (content, names) => (Array.isArray(content) ? content.map((node) => show(node, names)) : content);

const SHOWN = {
  text: (node) => node.content,
  br: () => html`<br>`,
  newline: () => html`<br>`,
  strong: (node, names) => html`<strong>${children(node.content, names)}</strong>`,
  em: (node, names) => html`<em>${children(node.content, names)}</em>`,
  underline: (node, names) => html`<u>${children(node.content, names)}</u>`,
  strikethrough: (node, names) => html`<s>${children(node.content, names)}</s>`,
  spoiler: (node, names) => html`<chat-spoiler>${children(node.content, names)}</chat-spoiler>`,
  inlineCode: (node) => html`<code>${node.content}</code>`,
  codeBlock: (node) => html`<pre tabindex="0"><code>${node.content}</code></pre>`,
  blockQuote: (node, names) => html`<blockquote>${children(withoutLastBreak(node.content), names)}</blockquote>`,
  heading: (node, names) =>
    html`<div class="heading level-${node.level}" role="heading" aria-level="2">${children(node.content, names)}</div>`,
  subtext: (node, names) => html`<small>${children(node.content, names)}</small>`,
  list: (node, names) => {
    const items = node.items.map(
      (item) => html`<li>${children(item.content, names)}${item.below ? show(item.below, names) : ''}</li>`,
    );
    return node.ordered ? html`<ol start=${node.start}>${items}</ol>` : html`<ul>${items}</ul>`;
  },
  link: linked,
  url: linked,
  autolink: linked,
  timestamp: (node) =>
    html`<chat-time class="moment" at=${Number(node.timestamp) * 1000} form=${node.format ?? 'f'}></chat-time>`,
  user: (node, names) => mention('user', names.person(node.id).name, () => names.open('person', node.id)),
  role: (node, names) => mention('role', names.role(node.id).name.replace(/^@/, '')),
  channel: (node, names) => mention('channel', names.channel(node.id).name, () => names.open('channel', node.id)),
  slashCommand: (node, names) => mention('slash', node.fullName, () => names.open('command', node.fullName)),
  everyone: () => mention('user', 'everyone'),
  here: () => mention('user', 'here'),
  emoji: (node) => `:${node.name}:`,
  guildNavigation: (node) => `<id:${node.navigation}>`,
};

function show(node, names) {
  return (SHOWN[node.type] ?? ((other) => children(other.content ?? '', names)))(node, names);
}

function linked(node, names) {
  const text = children(node.content, names);
  if (!/^https?:\/\//i.test(node.target)) return text;
  return html`<a href=${node.target} target="_blank" rel="noopener noreferrer">${text}</a>`;
}

function mention(type, name, act) {
  if (!act) return html`<discord-mention type=${type}>${name}</discord-mention>`;
  return html`<button type="button" class="mention" @click=${act}><discord-mention type=${type}>${name}</discord-mention></button>`;
}

function withoutLastBreak(content) {
  return Array.isArray(content) && content.at(-1)?.type === 'br' ? content.slice(0, -1) : content;
}
