// Prints name, version and licence of every package that the bundle (esbuild's metafile, first argument) contains.
// A package that ships no licence text has it in licences/, from its repository; without either this fails.
import { readFileSync, readdirSync } from 'node:fs';

const { inputs } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const folders = new Set();
for (const file of Object.keys(inputs)) {
  const found = file.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/);
  if (found) folders.add(found[0]);
}

const sections = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const place = file ? `${folder}/${file}` : `licences/${name.replaceAll('/', '+')}.txt`;
  const text = readFileSync(place, 'utf8');
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
});
process.stdout.write(sections.join(`\n${'-'.repeat(100)}\n\n`));
