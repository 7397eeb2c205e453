// The built command line in a thread that stays warm, so that hundreds of inputs can be tried in seconds. Plain JavaScript:
// a thread of its own does not go through the tests' compiler.
import { parentPort } from 'node:worker_threads';
import { start } from '../../dist/cli/main.js';

/** JSON has no word for NaN and Infinity and writes null: they are caught on their way in. */
const stringify = JSON.stringify;
let notFinite = [];
JSON.stringify = (value, replacer, indent) => {
  look(value, '');
  return stringify(value, replacer, indent);
};

function look(value, path) {
  if (typeof value === 'number' && !Number.isFinite(value)) notFinite.push(`${path}: ${value}`);
  else if (ArrayBuffer.isView(value)) return;
  else if (typeof value === 'object' && value !== null)
    for (const [key, below] of Object.entries(value)) look(below, `${path}.${key}`);
}

let said = { out: '', err: '' };
for (const [stream, key] of [
  [process.stdout, 'out'],
  [process.stderr, 'err'],
]) {
  stream.write = (text) => {
    said[key] += String(text);
    return true;
  };
}

parentPort.on('message', async (args) => {
  said = { out: '', err: '' };
  notFinite = [];
  process.exitCode = undefined;
  await start(['node', 'd2a', ...args]);
  for (const emitter of [process.stdout, process.stderr]) emitter.removeAllListeners('error');
  process.removeAllListeners('uncaughtException');
  parentPort.postMessage({ code: process.exitCode ?? 0, ...said, notFinite: notFinite.slice(0, 5) });
});
