// The page's words. All text that people read comes from messages/en/sandbox/page.toml through say();
// no other module holds prose.

let words = {};

/** Takes the words as `/api/texts` serves them. */
export function learn(texts) {
  words = texts;
}

/** The text of a key such as `composer.placeholder`, its `{name}`s filled from `values`. */
export function say(key, values = {}) {
  const text = key.split('.').reduce((section, part) => section?.[part], words);
  if (typeof text !== 'string') return key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** What `api()` or an act threw, in words. The server's keys have theirs in `[errors]`; `{detail}` is what it is about. */
export function problem(error) {
  const text = words.errors?.[error.error] ?? words.errors?.failed ?? error.message;
  return text.replace('{detail}', error.detail ?? '…');
}
