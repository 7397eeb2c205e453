#!/usr/bin/env node
// Starts the built command line; says plainly what is missing where it cannot. Kept to syntax that old Node versions can read.
import { existsSync } from 'node:fs';

const built = new URL('../../dist/d2a/main.js', import.meta.url);
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  refuse(`d2a needs Node 20.19 or later; this is Node ${process.versions.node}.`);
} else if (!existsSync(built)) {
  refuse('d2a has not been built yet: run `npm run build` in its folder first.');
} else {
  import(built.href)
    .then((cli) => cli.start(process.argv))
    .catch((error) => {
      if (error.code !== 'EMFILE' && error.code !== 'ENFILE') throw error;
      refuse('Cannot start: too few files may be open at once; raise the limit, for example `ulimit -n 1024`, and run it again.');
    });
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
}
