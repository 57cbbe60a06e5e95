// Dark or light: as the reader chose, else as their system is.

import { app } from './store.js';

const wanted = () => localStorage.theme ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark');

/** Takes the theme that the reader chose, else the system's. */
export function applyTheme() {
  document.documentElement.dataset.theme = wanted();
}

/** The other theme from now on. */
export function switchTheme() {
  localStorage.theme = wanted() === 'dark' ? 'light' : 'dark';
  applyTheme();
  app.emit('theme');
}

matchMedia('(prefers-color-scheme: light)').addEventListener('change', () => {
  applyTheme();
  app.emit('theme');
});
