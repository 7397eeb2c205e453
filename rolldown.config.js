import { readFileSync } from 'node:fs';

// Half of the time of a short command went into finding and opening nine hundred small modules: the command line is bundled.
// What starts threads of its own (piscina), is read as a text (plotly), wants a window (simjs) or is seldom needed stays a package.
const commandLine = {
  input: {
    main: 'dist/cli/main.js',
    'experiment-thread': 'dist/cli/threads/experiment-thread.js',
    'lab-thread': 'dist/cli/threads/lab-thread.js',
  },
  platform: 'node',
  checks: { ineffectiveDynamicImport: false }, // what a command loads late may be what it has anyway
  external: ['piscina', 'simjs', 'plotly.js-dist-min', 'write-excel-file/node', /^mathjs/],
  output: { dir: 'dist/d2a', format: 'esm', cleanDir: true },
};

/**
 * stdlib makes code out of text to ask whether there are generators, and sums a series another way where there are none. A page with a
 * strict policy makes no code out of text: it would be told no, and could differ from Node in a last digit.
 */
const generators = {
  name: 'generators',
  load: (id) => (/assert-has-generator-support.lib.index\.js$/.test(id) ? 'module.exports = () => true;' : null),
};

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/** The reader and the model as one script for a page, which can load nothing else: whatever is not found in it is a mistake of the build. */
const page = {
  input: 'page/engine.ts',
  platform: 'browser',
  checks: { ineffectiveDynamicImport: false },
  resolve: { alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' } }, // the same reader, with the buffers of Node written out
  transform: { define: { D2A_VERSION: JSON.stringify(version) }, target: 'es2022' },
  plugins: [generators],
  onLog(level, log, say) {
    if (['UNRESOLVED_IMPORT', 'MISSING_GLOBAL_NAME'].includes(log.code)) throw new Error(log.message);
    say(level, log);
  },
  output: { file: 'dist/page/engine.js', format: 'iife', name: 'd2a', codeSplitting: false, minify: true },
};

export default [commandLine, page];
