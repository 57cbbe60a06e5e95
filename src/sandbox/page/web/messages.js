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

let scroller;
let below = 0;
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
on('channel', () => {
  below = 0;
  requestAnimationFrame(toEnd);
});
on('opened', ({ message }) => {
  if (message) requestAnimationFrame(() => pointAt(message));
});

const atEnd = () => !scroller || Math.abs(scroller.scrollTop) < 40;

/** Shows the newest message. */
export function toEnd() {
  below = 0;
  scroller.scrollTop = 0;
  scrolled();
}

function pointAt(id) {
  const element = scroller.querySelector(`[data-message="${CSS.escape(id)}"]`);
  element?.scrollIntoView({ block: 'center' });
  element?.classList.add('pointed');
  setTimeout(() => element?.classList.remove('pointed'), 2000);
}

function scrolled() {
  if (!app.channel) return;
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  if (scrollHeight - clientHeight - Math.abs(scrollTop) < 600) loadMore(app.channel);
  if (atEnd() && below) below = 0;
  noteRead();
  drawJump();
}

function noteRead() {
  if (app.channel && !document.hidden && atEnd()) markRead(app.channel);
}

/** Draws the list, and what lies on it. */
export function drawMessages() {
  const channel = channelById(app.channel);
  const log = app.channel ? logOf(app.channel) : { list: [], whole: false, ready: false };
  // Only what is new is read out, not what was loaded.
  const first = log.list[0]?.id;
  if (first !== drawnFrom) scroller.ariaBusy = 'true';
  render(channel ? listOf(channel, log) : nothing, scroller);
  if (first !== drawnFrom) setTimeout(() => (scroller.ariaBusy = null), 300);
  drawnFrom = first;
  drawJump();
  noteRead();
}

function listOf(channel, log) {
  const { list } = log;
  return html`<div class="log">
    ${log.whole ? beginning(channel) : html`<div class="loading-more">${log.loading ? say('messages.loading') : nothing}</div>`}
    <ol class="messages">${repeat(list, (message) => message.id, (message, at) => row(list[at - 1], message, log.newFrom))}</ol>
  </div>`;
}

function row(before, message, newFrom) {
  const day = !before || dayOf(timeOf(before.id)) !== dayOf(timeOf(message.id));
  const first = newFrom !== null && BigInt(message.id) > BigInt(newFrom) && !(before && BigInt(before.id) > BigInt(newFrom));
  const joined = !day && !first && continues(before, message);
  const divider = day || first
    ? html`<div class="divider ${first ? 'new' : ''}" role="separator"><span>${day ? dayOf(timeOf(message.id)) : ''}</span>${first ? html`<b>${say('messages.new')}</b>` : nothing}</div>`
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
