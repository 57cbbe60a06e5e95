// All that goes over the wire: JSON requests, and one stream of server-sent events per viewer.
// Nothing else in the page may call fetch or open an EventSource.

/** A refusal by the server. `error` is a key of the contract, such as `did_not_respond`. */
export class Refusal extends Error {
  constructor(status, error, detail) {
    super(error);
    this.status = status;
    this.error = error;
    this.detail = detail;
  }
}

/** Sends a request and returns the JSON that comes back; throws a Refusal for everything that isn't a success. */
export async function api(method, path, body) {
  const request = { method, headers: { accept: 'application/json' } };
  if (body !== undefined) {
    request.headers['content-type'] = 'application/json';
    request.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(path, request);
  } catch {
    throw new Refusal(0, 'unreachable');
  }
  const text = await response.text();
  const answer = text ? parsed(text) : null;
  if (!response.ok || answer?.error) throw new Refusal(response.status, answer?.error ?? 'unknown', answer?.detail);
  return answer;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const EVENTS = [
  'hello', 'message', 'edited', 'deleted', 'channels', 'commands', 'company', 'not_answered', 'clock', 'bot', 'faults',
  'story', 'colleagues', 'journal', 'resync',
];

/** Listens to what one person sees. `on(name, data)` gets every event, `lost` and `found` tell about the connection. */
export function listen(person, on) {
  const source = new EventSource(`/api/as/${person}/live`);
  for (const name of EVENTS) {
    source.addEventListener(name, (event) => on(name, event.data ? JSON.parse(event.data) : {}));
  }
  source.addEventListener('open', () => on('found', {}));
  source.addEventListener('error', () => {
    // A browser tries again by itself unless the server answered with a refusal.
    on('lost', { closed: source.readyState === EventSource.CLOSED });
  });
  return () => source.close();
}
