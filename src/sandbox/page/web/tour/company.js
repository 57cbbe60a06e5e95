// Whom and what the tours are about: people by their part, channels by their use, and what stands in them.

import { api } from '../api.js';
import { app } from '../store.js';

export class Company {
  /** A person with this part, in a department if one is named. The first is a lead's to be; of a department's people
   * the last, because the first ones have much behind them from the story. */
  person(part, department = null) {
    const fits = (one) => one.part === part && (department === null || one.department === department);
    return department === null ? app.company.people.find(fits) : app.company.people.findLast(fits);
  }

  /** Whoever may set the bot up. */
  administrator() {
    return this.person('admin') ?? this.person('owner');
  }

  name(id) {
    return app.company.people.find((person) => person.id === id)?.name ?? '';
  }

  /** The names that the tours' words may use. */
  names() {
    const name = (part, department) => this.person(part, department)?.name ?? '';
    return {
      company: app.company.guild.name,
      admin: this.administrator()?.name ?? '',
      lead: name('lead'),
      manager: name('manager', this.first()),
      colleague: name('staff', this.first()),
      employee: name('staff', this.second()),
      champion: name('champion', this.first()),
      first: this.first(),
      second: this.second(),
      last: this.largeAtTheEnd(),
      headcount: this.headcount(this.largeAtTheEnd()) + EXTRA_PEOPLE,
    };
  }

  /** The department that the lead's tour looks at. */
  first() {
    return app.company.departments[0].name;
  }

  /** The one of the employee's tour. */
  second() {
    return app.company.departments[1].name;
  }

  /** The last one that is large enough to have results of its own. */
  largeAtTheEnd() {
    const large = app.company.departments.filter(({ name }) => this.headcount(name) >= LARGE);
    return (large.at(-1) ?? app.company.departments[0]).name;
  }

  headcount(department) {
    return app.company.people.filter((person) => person.department === department).length;
  }

  /** A department's channel. */
  channelOf(department) {
    return app.company.departments.find(({ name }) => name === department)?.channel;
  }

  /** The leads' private channel: the first text channel that a lead sees and that is no department's. */
  leadsChannel() {
    const departments = new Set(app.company.departments.map(({ channel }) => channel));
    const seen = app.channels.filter(({ id, kind }) => kind === 'text' && !departments.has(id));
    return (seen.find(({ name }) => name.includes('project')) ?? seen[0])?.id;
  }

  /** The latest messages that a person sees in a channel, newest last. */
  messages(person, channel) {
    return api('GET', `/api/as/${person}/channels/${channel}/messages?limit=50`);
  }
}

/** Fewer people give results that are shown together with others. */
const LARGE = 20;

/** In the lead's tour, so many people of one department have no account. More than four, so that the change since the
 * last pulse stays visible (promises.md P8). */
const EXTRA_PEOPLE = 6;
