// Short notes at the edge of the page, and the larger view of a picture.

import { html, nothing, render, repeat } from '../vendor/discord.js';
import { icon } from './look.js';
import { on } from './store.js';
import { say } from './words.js';

const LIFE = 6000;
let notes = [];
let serial = 0;

/** Shows what `app.toast` says. */
export function mountToasts(root) {
  const draw = () => render(repeat(notes, (note) => note.id, view), root);
  const drop = (id) => {
    notes = notes.filter((note) => note.id !== id);
    draw();
  };
  const view = (note) => html`<p class="toast ${note.kind}">${note.kind === 'bad' || note.kind === 'warn' ? icon('warn') : nothing}<span>${note.text}</span>
    <button type="button" class="tool" aria-label=${say('page.close_note')} @click=${() => drop(note.id)}>${icon('close')}</button></p>`;
  on('toast', (note) => {
    const id = (serial += 1);
    notes = [...notes.slice(-3), { id, ...note }];
    draw();
    setTimeout(() => drop(id), LIFE);
  });
}

/** Shows pictures large. */
export function mountPicture(dialog) {
  dialog.addEventListener('click', () => dialog.close());
  on('enlarge', ({ url, alt }) => {
    render(html`<button type="button" class="tool" aria-label=${say('page.close_picture')}>${icon('close')}</button><img src=${url} alt=${alt}><p>${alt}</p>`, dialog);
    dialog.showModal();
  });
}
