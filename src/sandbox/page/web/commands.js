// Slash commands as data: from Discord's tree to the commands that a person can run, and what each option takes.

import { channelChoices, personChoices, roleChoices } from './choices.js';
import { say } from './words.js';

// discord-api-docs `interactions/application-commands`, "Application Command Option Type".
export const OPTION = {
  command: 1, group: 2, string: 3, integer: 4, boolean: 5, user: 6, channel: 7, role: 8, mentionable: 9, number: 10,
};

/** The commands that can be run, subcommands by their full name: `{ name, description, options }`. */
export function flat(commands) {
  return commands
    .filter((command) => (command.type ?? 1) === 1)
    .flatMap((command) => leaves(command, command.name))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function leaves(command, name) {
  const below = (command.options ?? []).filter((option) => option.type === OPTION.command || option.type === OPTION.group);
  if (below.length) return below.flatMap((option) => leaves(option, `${name} ${option.name}`));
  return [{ name, description: command.description, options: command.options ?? [] }];
}

/** Commands for what was typed after the slash: those that start with it first. */
export function matching(commands, typed) {
  const words = typed.trim().toLowerCase();
  const starts = commands.filter((command) => command.name.startsWith(words));
  const contain = commands.filter((command) => !command.name.startsWith(words) && `${command.name} ${command.description}`.toLowerCase().includes(words));
  return [...starts, ...contain];
}

/** What an option lets people choose from; nothing if they type freely. */
export function choicesFor(option) {
  if (option.choices?.length) return option.choices.map((choice) => ({ value: String(choice.value), label: choice.name }));
  switch (option.type) {
    case OPTION.boolean: return [{ value: 'true', label: say('composer.yes') }, { value: 'false', label: say('composer.no') }];
    case OPTION.user: return mentions(personChoices());
    case OPTION.role: return mentions(roleChoices());
    case OPTION.mentionable: return mentions([...roleChoices(), ...personChoices()]);
    case OPTION.channel: return mentions(channelChoices(option.channel_types));
    default: return null;
  }
}

const mentions = (choices) => choices.map((choice) => ({ ...choice, value: choice.mention }));

/** Choices of a list for what was typed. */
export function narrowed(choices, typed) {
  const words = typed.trim().toLowerCase();
  return words ? choices.filter((choice) => choice.label.toLowerCase().includes(words)) : choices;
}

/** What is wrong with a value, in words; nothing if it fits. */
export function fault(option, value) {
  if (!value?.text.trim()) return option.required ? say('composer.required') : null;
  if (choicesFor(option) && value.value === null) return say('composer.choose');
  if (option.type === OPTION.integer || option.type === OPTION.number) {
    const number = Number(value.text);
    const whole = option.type === OPTION.number || Number.isInteger(number);
    const fits = number >= (option.min_value ?? -Infinity) && number <= (option.max_value ?? Infinity);
    return Number.isFinite(number) && whole && fits ? null : say('composer.number');
  }
  return null;
}
