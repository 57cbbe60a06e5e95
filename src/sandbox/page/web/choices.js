// What selects and command options offer: people, roles, channels.

import { html } from '../vendor/discord.js';
import { app } from './store.js';
import { avatar, icon } from './look.js';

const byName = (a, b) => a.label.localeCompare(b.label);

export function personChoices() {
  return app.company.people
    .map((person) => ({
      value: person.id, label: person.name, description: person.department ?? undefined, mark: avatar(person, 'tiny'),
      mention: `<@${person.id}>`,
    }))
    .sort(byName);
}

export function roleChoices() {
  return app.company.roles
    .filter((role) => role.id !== app.company.guild.id)
    .map((role) => ({
      value: role.id, label: `@${role.name.replace(/^@/, '')}`, mention: `<@&${role.id}>`,
      mark: html`<span class="role-dot" style="background:${role.color ? `#${role.color.toString(16).padStart(6, '0')}` : 'var(--text-muted)'}"></span>`,
    }))
    .sort(byName);
}

// The numbers of the contract's kinds (discord-api-docs `resources/channel`, "Channel Types").
const KINDS = { text: [0], direct: [1], category: [4], news: [5], thread: [10, 11], private_thread: [12] };

/** The channels that this person sees, of these types if any are named. */
export function channelChoices(types) {
  return app.channels
    .filter((channel) => channel.kind !== 'direct')
    .filter((channel) => (types?.length ? KINDS[channel.kind].some((type) => types.includes(type)) : channel.kind !== 'category'))
    .map((channel) => ({
      value: channel.id, label: `#${channel.name}`, mention: `<#${channel.id}>`, mark: icon(channel.kind === 'category' ? 'down' : channel.kind),
    }));
}
