// The list of messages: grouped, by day, loading older ones on the way up, staying at the end when it was there.
// The scroller runs from the bottom (`column-reverse`), so that the browser itself keeps the end in view.

import { guard, html, nothing, render, repeat } from '../vendor/discord.js';
import { stateOf } from './controls.js';
import { icon } from './look.js';
import { loadMore, logOf, markRead } from './log.js';
import { continues, messageView } from './message.js';
import { app, channelById, on } from './store.js';
import { dayOf, timeOf } from './time.js';
import { say } from './words.js';

/** So many messages are in the page at once, and so many come and go at an end of them. */
const WINDOW = 160;
const STEP = 50;
/** So near to an end of what is shown, in pixels, more is fetched. */
const NEAR = 900;

let scroller;
let below = 0;
/** The first message that is shown, where that isn't given by the newest one. */
let firstId = null;
let drawnFrom;
/** Grows when names or roles may have changed, so that every message is drawn anew. */
let version = 0;

/** Puts the list into its place. */
export function mountMessages(root) {
  scroller = root;
  scroller.addEventListener('scroll', scrolled, { passive: true });
  document.addEventListener('visibilitychange', noteRead);
}

for (const change of ['company', 'listed', 'person']) on(change, () => (version += 1));
on('message', (message) => {
  if (message.channel_id === app.channel && !atEnd()) below += 1;
});
on('acted', ({ outcome }) => {
  if (outcome?.kind === 'message' && outcome.channel === app.channel) requestAnimationFrame(toEnd);
});
on('channel', toEnd);
on('opened', ({ message }) => message && pointAt(message));

const atEnd = () => !scroller || (firstId === null && Math.abs(scroller.scrollTop) < 40);

/** Shows the newest message. */
export function toEnd() {
  below = 0;
  firstId = null;
  drawMessages();
  scroller.scrollTop = 0;
  noteRead();
}

function pointAt(id) {
  const { list } = logOf(app.channel);
  const at = list.findIndex((message) => message.id === id);
  if (at < 0) return;
  const [from, to] = span(list);
  if (at < from || at >= to) firstId = list[Math.max(0, at - STEP)].id;
  drawMessages();
  const element = scroller.querySelector(`[data-message="${CSS.escape(id)}"]`);
  element.scrollIntoView({ block: 'center' });
  element.classList.add('pointed');
  setTimeout(() => element.classList.remove('pointed'), 2000);
}

// --- What part of the list is in the page ---------------------------------------------------------------------------

function span(list) {
  const last = Math.max(0, list.length - WINDOW);
  const from = firstId === null ? last : Math.min(last, Math.max(0, list.findIndex((message) => message.id === firstId)));
  return [from, Math.min(list.length, from + WINDOW)];
}

/** Moves that part; says whether there was anything to move to. */
function shift(by) {
  const { list } = logOf(app.channel);
  const [from] = span(list);
  const last = Math.max(0, list.length - WINDOW);
  const next = Math.max(0, Math.min(last, from + by));
  if (next === from) return false;
  firstId = next === last ? null : list[next].id;
  drawMessages();
  return true;
}

function scrolled() {
  if (!app.channel) return;
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  const over = scrollHeight - clientHeight - Math.abs(scrollTop);
  if (over < NEAR) {
    const channel = app.channel;
    if (!shift(-STEP) && !logOf(channel).whole) loadMore(channel).then(() => channel === app.channel && shift(-STEP));
  } else if (firstId !== null && Math.abs(scrollTop) < NEAR) shift(STEP);
  if (atEnd()) below = 0;
  noteRead();
  drawJump();
}

function noteRead() {
  if (app.channel && !document.hidden && atEnd()) markRead(app.channel);
}

// --- Drawing --------------------------------------------------------------------------------------------------------

/** Draws the list, and what lies on it. Whoever reads further up keeps their place. */
export function drawMessages() {
  const channel = channelById(app.channel);
  const log = app.channel ? logOf(app.channel) : { list: [] };
  const held = atEnd() ? null : [...scroller.querySelectorAll('.row')].find((row) => row.getBoundingClientRect().bottom > 80);
  const before = held?.getBoundingClientRect().top;
  const [from] = span(log.list);
  const first = log.list[from]?.id;
  // Only what is new is read out, not what was fetched.
  if (first !== drawnFrom) scroller.ariaBusy = 'true';
  render(channel ? listOf(channel, log) : nothing, scroller);
  if (first !== drawnFrom) setTimeout(() => (scroller.ariaBusy = null), 300);
  drawnFrom = first;
  if (held?.isConnected) scroller.scrollTop += held.getBoundingClientRect().top - before;
  drawJump();
  noteRead();
}

function listOf(channel, log) {
  const [from, to] = span(log.list);
  const list = log.list.slice(from, to);
  return html`<div class="log">
    ${log.whole && from === 0 ? beginning(channel) : html`<div class="loading-more">${log.loading ? say('messages.loading') : nothing}</div>`}
    <ol class="messages">${repeat(list, (message) => message.id, (message, at) => row(log.list[from + at - 1], message, log.newFrom))}</ol>
  </div>`;
}

function row(before, message, newFrom) {
  const day = !before || dayOf(timeOf(before.id)) !== dayOf(timeOf(message.id));
  const first = newFrom !== null && BigInt(message.id) > BigInt(newFrom) && !(before && BigInt(before.id) > BigInt(newFrom));
  const joined = !day && !first && continues(before, message);
  const divider = day || first
    ? html`<div class="divider ${first ? 'new' : ''}" role="separator">${day ? html`<span>${dayOf(timeOf(message.id))}</span>` : nothing}${first ? html`<b>${say('messages.new')}</b>` : nothing}</div>`
    : nothing;
  return html`<li class=${joined ? 'row' : 'row first'}>${guard([message, stateOf(message.id), joined, day, first, version], () => html`${divider}${messageView(message, joined)}`)}</li>`;
}

function beginning(channel) {
  const name = channel.kind === 'direct' ? channel.name : `#${channel.name}`;
  return html`<div class="beginning"><span class="beginning-mark">${icon(channel.kind)}</span>
    <h2>${channel.kind === 'direct' ? name : say('messages.welcome', { channel: name })}</h2>
    <p>${channel.topic ?? say('messages.beginning', { channel: name })}</p></div>`;
}

function drawJump() {
  const button = document.getElementById('jump');
  button.hidden = atEnd();
  button.textContent = below ? say('messages.new_below', { number: below }) : say('messages.to_end');
}
