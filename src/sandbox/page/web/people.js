// The dialog where people choose whom to act as: by name, department or role.

import { classMap, html, nothing, render } from '../vendor/discord.js';
import { partOf } from './channels.js';
import { avatar, icon } from './look.js';
import { app, report, roleById } from './store.js';
import { say } from './words.js';

const FILTERS = [
  [null, () => say('people.everyone')], ['lead', () => say('people.leads')], ['manager', () => say('people.managers')],
  ['champion', () => say('people.champions')], ['staff', () => say('people.employees')],
];
const RANK = { lead: 0, manager: 1, champion: 2, staff: 3, admin: 4, owner: 5 };

let dialog;
let typed = '';
let part = null;
let active = 0;

/** Puts the dialog into the page. */
export function mountPeople(element) {
  dialog = element;
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  app.choosePerson = () => {
    typed = '';
    part = null;
    active = 0;
    draw();
    dialog.showModal();
    dialog.querySelector('input').focus();
    dialog.querySelector('.people-list').scrollTop = 0;
  };
}

function found() {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return app.company.people
    .filter((person) => !part || person.part === part)
    .filter((person) => {
      const about = [person.name, partOf(person), ...person.roles.map((role) => roleById(role)?.name ?? '')].join(' ').toLowerCase();
      return words.every((word) => about.includes(word));
    })
    .sort((a, b) => RANK[a.part] - RANK[b.part] || a.name.localeCompare(b.name));
}

function draw() {
  const people = found();
  active = Math.min(active, Math.max(0, people.length - 1));
  render(view(people), dialog);
  dialog.querySelector('.person.active')?.scrollIntoView({ block: 'nearest' });
}

function view(people) {
  return html`<div class="people">
    <header class="dialog-head"><h2 id="people-title">${say('people.title')}</h2>
      <button type="button" class="tool" data-act="close" aria-label=${say('people.close')} @click=${() => dialog.close()}>${icon('close')}</button></header>
    <p class="people-about">${say('people.about')}</p>
    <input type="text" id="people-search" role="combobox" aria-expanded="true" aria-controls="people-list" aria-autocomplete="list" autocomplete="off"
      aria-activedescendant=${people.length ? `person-${active}` : nothing} aria-label=${say('people.search')} placeholder=${say('people.search')}
      .value=${typed} @input=${(event) => { typed = event.target.value; active = 0; draw(); }} @keydown=${(event) => key(event, people)}>
    <div class="filters" role="group" aria-label=${say('people.filter')}>${FILTERS.map(([value, words]) =>
      html`<button type="button" class="chip" aria-pressed=${part === value ? 'true' : 'false'} data-part=${value ?? 'all'} @click=${() => { part = value; active = 0; draw(); }}>${words()}</button>`)}
      <span class="people-count" role="status">${say('people.found', { number: people.length })}</span></div>
    <div class="people-list" id="people-list" role="listbox" aria-label=${say('people.title')}>
      ${people.map(row)}
      ${people.length ? nothing : html`<p class="list-note" role="option" aria-selected="false" aria-disabled="true">${say('people.none')}</p>`}
    </div></div>`;
}

function row(person, at) {
  return html`<div class=${classMap({ person: true, active: at === active })} id="person-${at}" role="option" data-person=${person.id}
    aria-selected=${person.id === app.me ? 'true' : 'false'} @click=${() => choose(person)} @mousemove=${() => { if (active !== at) { active = at; draw(); } }}>
    ${avatar(person, 'small')}<span class="person-words"><span class="person-name">${person.name}</span><span class="person-part">${partOf(person)}</span></span>
    ${person.id === app.me ? icon('check') : nothing}</div>`;
}

function key(event, people) {
  const last = people.length - 1;
  if (event.key === 'ArrowDown') active = Math.min(active + 1, last);
  else if (event.key === 'ArrowUp') active = Math.max(active - 1, 0);
  else if (event.key === 'Enter' && people[active]) {
    event.preventDefault();
    choose(people[active]);
    return;
  } else return;
  event.preventDefault();
  draw();
}

function choose(person) {
  dialog.close();
  app.become(person.id).catch(report);
}
