// Where people write: plain text, or a slash, which opens the picker of commands. A chosen command's options are filled
// in by command-line.js.

import { html, nothing, render } from '../vendor/discord.js';
import { flat, matching } from './commands.js';
import { begin, commandLine, focusFirst, underway } from './command-line.js';
import { closeList, List } from './listbox.js';
import { icon } from './look.js';
import { app, channelById, on } from './store.js';
import { toEnd } from './messages.js';
import { problem, say } from './words.js';

let root;
let picker = null;
let failure = null;
let sending = false;
const drafts = new Map();

/** Puts the composer into its place. */
export function mountComposer(element) {
  root = element;
  app.compose = compose;
  on('person', () => drafts.clear());
  on('channel', () => {
    closeList();
    failure = null;
    drawComposer();
    const box = textBox();
    if (!box) return;
    box.value = drafts.get(app.channel) ?? '';
    fit(box);
  });
  on('command-line', () => {
    const inside = root.contains(document.activeElement);
    drawComposer();
    if (inside && !underway()) textBox()?.focus();
  });
}

const textBox = () => root.querySelector('#composer');

/** Puts a command with these options into the composer, without sending it. */
function compose(name, options = {}) {
  const command = flat(app.commands).find((other) => other.name === name);
  if (!command) {
    app.toast(say('composer.not_offered', { command: name }), 'warn');
    return false;
  }
  closeList();
  begin(command, options);
  drawComposer();
  focusFirst();
  return true;
}

/** Draws it for the shown channel. */
export function drawComposer() {
  render(view(), root);
}

function view() {
  const channel = channelById(app.channel);
  if (!channel) return nothing;
  if (app.state.story?.playing) return html`<p class="composer-note">${say('composer.story')}</p>`;
  if (!channel.writable) return html`<p class="composer-note">${say('composer.read_only')}</p>`;
  const name = channel.kind === 'direct' ? `@${channel.name}` : `#${channel.name}`;
  return html`
    ${failure ? html`<p class="failed" role="alert">${icon('warn')}${failure}</p>` : nothing}
    ${underway() ? commandLine() : html`<div class="composer-box">
      <button type="button" class="tool" aria-label=${say('composer.commands')} title=${say('composer.commands')} data-act="commands" @click=${slash}>${icon('slash')}</button>
      <textarea id="composer" data-tour="composer" rows="1" maxlength="2000" aria-autocomplete="list" aria-haspopup="listbox"
        aria-label=${say('composer.label', { channel: name })} placeholder=${say('composer.placeholder', { channel: name })}
        @input=${typed} @keydown=${key}></textarea>
      <button type="button" class="tool send" aria-label=${say('composer.send')} data-act="send" @click=${send}>${icon('send')}</button>
    </div>`}`;
}

function slash() {
  const box = textBox();
  box.value = '/';
  box.focus();
  typed();
}

function typed() {
  const box = textBox();
  drafts.set(app.channel, box.value);
  fit(box);
  if (failure) {
    failure = null;
    drawComposer();
  }
  if (!/^\/[^\n]*$/.test(box.value)) {
    picker?.close();
    return;
  }
  picker ??= new List({
    anchor: box, focus: box, wide: true, label: say('composer.commands'),
    pick: (values, choice) => {
      box.value = '';
      drafts.delete(app.channel);
      begin(choice.data, {});
      drawComposer();
      focusFirst();
    },
    closed: () => (picker = null),
  });
  const found = matching(flat(app.commands), box.value.slice(1));
  picker.show(found.map((command) => ({
    value: command.name, command: command.name, label: `/${command.name}`, description: command.description, data: command, mark: icon('slash'),
  })), say('composer.no_command'));
}

function key(event) {
  if (picker?.key(event)) return;
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  }
}

async function send() {
  const box = textBox();
  const text = box.value.trim();
  if (!text || sending) return;
  if (text.startsWith('/')) {
    compose(text.slice(1).trim(), {});
    return;
  }
  sending = true;
  try {
    await app.act('say', { text });
    box.value = '';
    drafts.delete(app.channel);
    fit(box);
    toEnd();
  } catch (refusal) {
    failure = problem(refusal);
  }
  sending = false;
  drawComposer();
}

function fit(box) {
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight, 220)}px`;
}
