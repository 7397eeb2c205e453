// Half of the time of a short command went into finding and opening nine hundred small modules: the command line is bundled.
// What starts threads of its own (piscina), is read as a text (plotly), wants a window (simjs) or is seldom needed stays a package.
export default {
  input: {
    main: 'dist/cli/main.js',
    worker: 'dist/sim/experiment/worker.js',
    'lab-worker': 'dist/sim/decide/lab-worker.js',
  },
  platform: 'node',
  checks: { ineffectiveDynamicImport: false }, // what a command loads late may be what it has anyway
  external: ['piscina', 'simjs', 'plotly.js-dist-min', 'write-excel-file/node', /^mathjs/],
  output: { dir: 'dist/d2a', format: 'esm', cleanDir: true },
};
