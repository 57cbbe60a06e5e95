// Starts the page: loads the words and the company, puts every part into its place, redraws after whatever happens.

import './skin.js';
import './spoiler.js';
import { html, nothing, render } from '../vendor/discord.js';
import { api } from './api.js';
import { channelsView } from './channels.js';
import { drawComposer, mountComposer } from './composer.js';
import { mountForm } from './form.js';
import { avatar, icon } from './look.js';
import { drawMessages, mountMessages, toEnd } from './messages.js';
import { mountPicture, mountToasts } from './notes.js';
import { mountPeople } from './people.js';
import { app, become, channelById, lastPerson, load, on, personById } from './store.js';
import { applyTheme } from './theme.js';
import { learn, problem, say } from './words.js';

const place = (id) => document.getElementById(id);

applyTheme();
start().catch((error) => {
  place('starting').textContent = problem(error);
  if (!error.error) throw error;
});

async function start() {
  const [texts] = await Promise.all([api('GET', '/api/texts'), load()]);
  learn(texts);
  document.title = say('page.title', { company: app.company.guild.name });
  place('messages').setAttribute('aria-label', say('messages.label'));
  place('side').setAttribute('aria-label', app.company.guild.name);
  place('jump').addEventListener('click', toEnd);
  mountMessages(place('messages'));
  mountComposer(place('composer-place'));
  mountPeople(place('people'));
  mountForm(place('form'));
  mountToasts(place('toasts'));
  mountPicture(place('picture'));
  place('veil').addEventListener('click', () => showSide(false));
  on('*', soon);
  on('opened', () => showSide(false));
  place('starting').remove();
  place('page').hidden = false;
  window.groundswell = app;
  await become(lastPerson());
  draw();
  await startWorkshop();
}

async function startWorkshop() {
  const workshop = await import('./workshop/index.js');
  workshop.startWorkshop();
}

// --- Drawing --------------------------------------------------------------------------------------------------------------

let due = false;

/** Draws once for all that happens before the next picture. */
function soon() {
  if (due) return;
  due = true;
  // A hidden page gets no animation frames, but should not fall behind either.
  if (document.hidden) setTimeout(draw, 200);
  else requestAnimationFrame(draw);
}

function draw() {
  due = false;
  if (!app.me) return;
  render(channelsView(), place('side'));
  render(head(), place('head'));
  render(notice(), place('notice'));
  drawMessages();
  drawComposer();
}

function head() {
  const channel = channelById(app.channel);
  const person = personById(app.me);
  return html`
    <button type="button" class="tool side-toggle" aria-label=${say('page.channels')} aria-expanded=${document.body.classList.contains('side-open')}
      aria-controls="side" @click=${() => showSide(!document.body.classList.contains('side-open'))}>${icon('menu')}</button>
    ${channel ? html`<span class="head-mark">${icon(channel.kind)}</span><h1>${channel.name}</h1>` : html`<h1>${app.company.guild.name}</h1>`}
    ${channel?.topic ? html`<p class="topic" title=${channel.topic}>${channel.topic}</p>` : nothing}
    <span class="head-space"></span>
    <button type="button" class="tool head-person" data-tour="person" aria-haspopup="dialog" aria-label=${say('people.change', { name: person.name })} @click=${() => app.choosePerson()}>${avatar(person, 'small')}</button>`;
}

function notice() {
  if (!app.connected) return html`<p class="notice bad">${say('page.lost')}</p>`;
  if (app.state.bot !== 'connected') return html`<p class="notice">${app.state.bot === 'stopped' ? say('page.bot_stopped') : say('page.bot_connecting')}</p>`;
  if (app.state.story?.playing) return html`<p class="notice">${say('page.story')}</p>`;
  return nothing;
}

function showSide(open) {
  document.body.classList.toggle('side-open', open);
  soon();
  if (open) place('side').querySelector('.channel.here')?.focus();
}
