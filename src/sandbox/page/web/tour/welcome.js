// The first thing that a visitor sees: what this is, three tours, or a look around alone.

import { html, nothing } from '../../vendor/discord.js';
import { app } from '../store.js';
import { say } from '../words.js';

export function welcome({ words, waits }, { begin, leave }) {
  const people = app.company.people.length;
  const choice = (id) => html`
    <button class="tour-choice" @click=${() => begin(id)}>
      <b>${words[id].title}</b> <span class="tour-minutes">${words[id].time}</span>
      <span class="tour-about">${words[id].about}</span>
    </button>`;
  return html`
    <section class="tour-card tour-welcome" role="region" aria-labelledby="tour-title">
      <h2 id="tour-title" tabindex="-1">${say('tour.welcome_title')}</h2>
      <div class="tour-text">
        <p>${say('tour.welcome', { company: app.company.guild.name, people })}</p>
        <p>${say('tour.welcome_real')}</p>
      </div>
      ${waits ? html`<p class="tour-hint" role="status">${say('tour.welcome_playing')}</p>` : nothing}
      <h3>${say('tour.choose')}</h3>
      ${['lead', 'employee', 'champion'].map(choice)}
      <button class="ws-button tour-alone" @click=${leave}>${say('tour.alone')}</button>
    </section>`;
}
