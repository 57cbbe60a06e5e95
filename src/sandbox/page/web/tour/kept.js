// How far somebody is in a tour, kept in the browser, so that loading the page anew loses nothing.

import { app } from '../store.js';
import { now } from '../time.js';

const KEY = 'groundswell-tour';

/** Keeps `{ tour, at, kept, active }` of the guide. */
export function remember(progress) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...progress, guild: app.company.guild.id, until: now() }));
  } catch {
    // Private windows may keep nothing; then a tour begins anew.
  }
}

/** What was kept for this company; null on a first visit. */
export function recall() {
  try {
    const progress = JSON.parse(localStorage.getItem(KEY));
    // Another sandbox on the same port has the same company. Its clock, too, begins in December, and none goes back.
    const same = progress?.guild === app.company.guild.id && progress.until <= now();
    return same ? progress : null;
  } catch {
    return null;
  }
}
