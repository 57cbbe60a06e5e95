// The list of channels as one person sees it: categories, threads under their channel, direct messages, what is unread.

import { classMap, html, nothing } from '../vendor/discord.js';
import { isUnread, pingsIn } from './log.js';
import { avatar, icon } from './look.js';
import { app, personById, report } from './store.js';
import { switchTheme } from './theme.js';
import { say } from './words.js';

const byPosition = (a, b) => (a.position ?? 0) - (b.position ?? 0) || (BigInt(a.id) < BigInt(b.id) ? -1 : 1);
const isThread = (channel) => channel.kind === 'thread' || channel.kind === 'private_thread';

/** Everything left of the messages. */
export function channelsView() {
  const places = app.channels.filter((channel) => !isThread(channel) && channel.kind !== 'direct' && channel.kind !== 'category');
  const ids = new Set(app.channels.map((channel) => channel.id));
  const loose = places.filter((channel) => !ids.has(channel.parent)).sort(byPosition);
  const categories = app.channels.filter((channel) => channel.kind === 'category').sort(byPosition);
  const direct = app.channels.filter((channel) => channel.kind === 'direct');
  const dark = document.documentElement.dataset.theme === 'dark';
  const words = dark ? say('page.light') : say('page.dark');
  return html`
    <div class="guild"><strong>${app.company.guild.name}</strong>
      <button type="button" class="tool" data-act="theme" aria-label=${words} title=${words} @click=${switchTheme}>${icon(dark ? 'sun' : 'moon')}</button></div>
    <nav id="channels" data-tour="channels" aria-label=${say('channels.label')} @keydown=${walk}>
      ${group(null, loose)}
      ${categories.map((category) => group(category.name, places.filter((channel) => channel.parent === category.id).sort(byPosition)))}
      ${group(say('channels.direct'), direct)}
    </nav>
    ${me()}`;
}

function group(name, channels) {
  if (!channels.length) return nothing;
  return html`${name ? html`<h2 class="category">${name}</h2>` : nothing}
    <ul>${channels.map((channel) => html`${entry(channel)}${threads(channel)}`)}</ul>`;
}

function threads(channel) {
  return app.channels.filter((other) => isThread(other) && other.parent === channel.id).sort(byPosition).map(entry);
}

function entry(channel) {
  const here = channel.id === app.channel;
  const pings = here ? 0 : pingsIn(channel.id);
  const unread = !here && isUnread(channel);
  return html`<li class=${classMap({ thread: isThread(channel) })}>
    <button type="button" class=${classMap({ channel: true, here, unread })} data-channel=${channel.id} data-name=${channel.name}
      aria-current=${here ? 'page' : nothing} @click=${() => app.open(channel.id).catch(report)}>
      ${channel.kind === 'direct' ? avatar({ bot: true }, 'small') : icon(channel.kind)}
      <span class="channel-name">${channel.name}</span>
      ${unread ? html`<span class="visually-hidden">${say('channels.unread')}</span>` : nothing}
      ${pings ? html`<span class="pings" title=${say('channels.pings')}>${pings}</span>` : nothing}
    </button></li>`;
}

function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const all = [...event.currentTarget.querySelectorAll('.channel')];
  const next = all[all.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

// --- Who we act as --------------------------------------------------------------------------------------------------------

function me() {
  const person = personById(app.me);
  if (!person) return nothing;
  return html`<div class="me"><button type="button" class="me-button" data-tour="person" aria-haspopup="dialog" @click=${() => app.choosePerson()}>
      ${avatar(person, 'medium')}<span class="visually-hidden">${say('people.you_are')}</span><span class="me-words"><span class="me-name">${person.name}</span><span class="me-part">${partOf(person)}</span></span>
      <span class="me-switch">${say('people.switch')}</span></button></div>`;
}

const PARTS = {
  owner: () => say('people.owner'),
  admin: () => say('people.admin'),
  lead: () => say('people.lead'),
  manager: () => say('people.manager'),
  champion: () => say('people.champion'),
  staff: () => say('people.staff'),
};

/** What somebody is in the company, in words. */
export function partOf(person) {
  return [(PARTS[person.part] ?? PARTS.staff)(), person.department].filter(Boolean).join(' · ');
}
