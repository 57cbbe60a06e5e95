// One sandbox for all tests: the built program with its company and story, on a free port, with data in a folder of its own.
// Ends only what it began.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const BINARY = process.env.GROUNDSWELL_BINARY ?? join(import.meta.dirname, '../../../target/release/groundswell');

export class Sandbox {
  /** Starts it and waits until the story is over; `GROUNDSWELL_PAGE` names one that runs already (for writing tests). */
  static async start() {
    const sandbox = new Sandbox();
    sandbox.address = process.env.GROUNDSWELL_PAGE ?? (await sandbox.begin());
    sandbox.company = await sandbox.get('/api/company');
    await sandbox.storyIsOver();
    return sandbox;
  }

  async begin() {
    this.folder = await mkdtemp(join(tmpdir(), 'groundswell-page-'));
    const more = process.env.GROUNDSWELL_PAGE_FILES ? ['--page-files', process.env.GROUNDSWELL_PAGE_FILES] : [];
    this.child = spawn(BINARY, ['sandbox', '--port', '0', '--data-dir', this.folder, ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    this.child.stderr.on('data', (words) => said.push(words));
    this.child.once('exit', (code) => (this.ended = `the sandbox ended with ${code}: ${said.join('')}`));
    return new Promise((resolve, reject) => {
      // Reads on to the end: a full pipe would stop the story.
      createInterface({ input: this.child.stdout }).on('line', (line) => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
        if (found) resolve(found[0]);
      });
      this.child.once('error', reject);
      this.child.once('exit', () => reject(new Error(this.ended)));
    });
  }

  /** Reads the live events of somebody until the story isn't played any more. */
  async storyIsOver() {
    const stream = await fetch(`${this.address}/api/as/${this.company.people[0].id}/live`);
    let text = '';
    for await (const part of stream.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + part).split('\n\n');
      text = blocks.pop();
      for (const block of blocks) {
        const name = /^event: ?(.*)$/m.exec(block)?.[1];
        if (name !== 'hello' && name !== 'story') continue;
        const data = JSON.parse(/^data: ?(.*)$/m.exec(block)[1]);
        if ((data.story ?? data).playing === false) return;
      }
    }
    throw new Error(this.ended ?? 'the sandbox hung up during the story');
  }

  async get(path) {
    const answer = await fetch(this.address + path);
    return answer.json();
  }

  async send(method, path, body) {
    const answer = await fetch(this.address + path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return answer.json();
  }

  /** The first of the company's people with this part, in a department if one is named. */
  person(part, department) {
    return this.company.people.find((one) => one.part === part && (!department || one.department === department));
  }

  /** Somebody in a department whom neither the story nor the tours make an example of. */
  colleague(department) {
    return this.company.people.filter((one) => one.part === 'staff' && one.department === department).at(-3);
  }

  async stop() {
    if (!this.child) return;
    if (!this.ended) {
      this.child.kill('SIGTERM');
      await once(this.child, 'exit');
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}
