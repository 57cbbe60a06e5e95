// Who is turned away at the door: other names of this machine, other sites, forms of other sites.

import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';

const OURS = join(import.meta.dirname, '../../src/sandbox/page');
/** What issue and architecture allow for everything that a browser may load. */
const MOST_BYTES = 2_000_000;

/** A request as no browser would let a page write it; returns status and headers. */
function raw(address, { method = 'GET', path = '/', headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const sent = request(address + path, { method, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export function requests(world) {
  const json = { 'content-type': 'application/json' };
  const kill = { method: 'POST', path: '/api/bot', body: '{"do":"kill"}' };
  const cases = [
    ['a name of another site that points here is refused', { headers: { host: 'attacker.test' } }, 403],
    ['so is the right name with another port', { headers: { host: '127.0.0.1:1' } }, 403],
    ['a script of another site can do nothing', { ...kill, headers: { ...json, origin: 'https://attacker.test' } }, 403],
    ['nor can one of another port on this machine', { ...kill, headers: { ...json, origin: 'http://127.0.0.1:1' } }, 403],
    ['nor one without an origin of its own', { ...kill, headers: { ...json, origin: 'null' } }, 403],
    ['a form of another site, which can only send text, does nothing', { ...kill, headers: { 'content-type': 'text/plain' } }, 415],
    ['another site can read nothing', { path: '/api/company', headers: { origin: 'https://attacker.test' } }, 403],
  ];
  for (const [name, asked, status] of cases) {
    test(name, async () => {
      const answer = await raw(world.sandbox.address, asked);
      assert.equal(answer.status, status);
      assert.equal((await world.sandbox.get('/api/state')).bot, 'connected');
    });
  }

  test('the page may load nothing from elsewhere and be framed by nobody', async () => {
    const { headers } = await raw(world.sandbox.address, {});
    assert.match(headers['content-security-policy'], /^default-src 'none'; script-src 'self';.* frame-ancestors 'none'$/);
  });

  test('all that the page is made of takes less than 2 MB', (t) => {
    const files = ['web', 'vendor'].flatMap((folder) => readdirSync(join(OURS, folder), { recursive: true }).map((name) => join(OURS, folder, name)));
    const bytes = files.map((file) => statSync(file)).filter((file) => file.isFile()).reduce((sum, file) => sum + file.size, 0);
    t.diagnostic(`web and vendor: ${bytes} bytes`);
    assert.ok(bytes < MOST_BYTES, `${bytes} bytes`);
  });
}
