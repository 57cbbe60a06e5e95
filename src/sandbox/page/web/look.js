// Small drawings: avatars from initials, icons, the colour of a name. Nothing is loaded from anywhere.

import { html, svg } from '../vendor/discord.js';

// Dark enough for white initials at 4.5:1.
const COLOURS = ['#5865f2', '#22774a', '#a35a00', '#c2335f', '#8b4fc4', '#1f7391', '#b3401f', '#5b6673'];

function initials(name) {
  const parts = name.trim().split(/\s+/);
  return ((parts[0]?.[0] ?? '') + (parts.length > 1 ? parts.at(-1)[0] : '')).toUpperCase();
}

function colour(id) {
  return COLOURS[Number(BigInt(id) % 65_521n) % COLOURS.length];
}

/** The picture of a person, or of the bot. Beside a name, so it says nothing to screen readers; style.css draws the initials. */
export function avatar(user, size = '') {
  if (user.bot) {
    return html`<span class="avatar bot ${size}" aria-hidden="true"><svg viewBox="0 0 40 40"><path d="M4 25c5 0 5-6 10.5-6s5.5 6 11 6 5.5-6 10.5-6M4 32c5 0 5-5 10.5-5s5.5 5 11 5 5.5-5 10.5-5" /><circle cx="20" cy="11" r="4.5" /></svg></span>`;
  }
  return html`<span class="avatar ${size}" aria-hidden="true" style="background:${colour(user.id)}" data-initials=${initials(user.name)}></span>`;
}

const PATHS = {
  text: svg`<path d="M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16" />`,
  news: svg`<path d="M4 10v4h3l8 5V5L7 10zM18 9.5a3.5 3.5 0 0 1 0 5" />`,
  thread: svg`<path d="M5 5v6a3 3 0 0 0 3 3h11M15 10l4 4-4 4" />`,
  private_thread: svg`<path d="M5 4v7a3 3 0 0 0 3 3h3M14 13v-2a2.5 2.5 0 0 1 5 0v2M12.5 13h8v7h-8z" />`,
  direct: svg`<circle cx="12" cy="8" r="4" /><path d="M4 20c1-4 4-6 8-6s7 2 8 6" />`,
  menu: svg`<path d="M4 6h16M4 12h16M4 18h16" />`,
  close: svg`<path d="m6 6 12 12M18 6 6 18" />`,
  down: svg`<path d="m6 9 6 6 6-6" />`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7" />`,
  eye: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" /><circle cx="12" cy="12" r="3" />`,
  pin: svg`<path d="M9 4h6l-1 6 3 3H7l3-3zM12 13v7" />`,
  inspect: svg`<circle cx="10.5" cy="10.5" r="6" /><path d="m15 15 5.5 5.5" />`,
  reply: svg`<path d="M20 7H9a5 5 0 0 0-5 5v6" />`,
  sun: svg`<circle cx="12" cy="12" r="4" /><path d="M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.300 5.300l2.100 2.100M16.600 16.600l2.100 2.100M18.700 5.300l-2.100 2.100M7.400 16.600l-2.100 2.100" />`,
  moon: svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z" />`,
  send: svg`<path d="M4 4.5 21 12 4 19.5 6.5 12zM6.5 12H14" />`,
  slash: svg`<rect x="3.5" y="3.5" width="17" height="17" rx="4" /><path d="m15 7-6 10" />`,
  link: svg`<path d="M13 5h6v6M19 5l-9 9M10 6H5v13h13v-5" />`,
  file: svg`<path d="M6 3h8l5 5v13H6zM14 3v5h5" />`,
  clock: svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7v5l3.5 2" />`,
  warn: svg`<path d="M12 3.5 22 20.5H2zM12 10v5M12 17.5v.5" />`,
};

/** A line drawing by name; decoration only. */
export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;
}
