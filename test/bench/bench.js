// npm run bench: what the plans cost, as multiples of a minimal program's replication (minimal.js) timed in the same run, beside those of
// baseline.json. `npm run bench -- --write` writes a new baseline; `-- --rounds 1` is quicker. Fails only where the answers are wrong.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { engineOf } from '../../dist/cli/threads/engines.js';
import { filesOnDisk } from '../../dist/data/files-on-disk.js';
import { readScenario } from '../../dist/scenarios/index.js';
import { Sheets } from '../../dist/sim/engine/sheets.js';
import { measureOptions } from '../../dist/sim/index.js';
import { planOf } from '../../dist/sim/plan/plan.js';
import { replicate } from '../../dist/sim/flow/replication.js';
import { minimal } from './minimal.js';

const here = import.meta.dirname;
const root = join(here, '../..');
const bin = join(root, 'cli/bin/d2a.js');
const BASELINE = join(here, 'baseline.json');
const { values: options } = parseArgs({ options: { write: { type: 'boolean' }, rounds: { type: 'string', default: '3' } } });
const rounds = Number(options.rounds);

/** Answers of the minimal program from 2,000 replications, printed to one decimal. */
const KNOWN = { blocked: 5.8, acute: 605.8, 'p1-places': 896.6, 'p2-beds': 137.7, 'p3-beds': 27.6 };
const PLANS = {
  'bench network': 'test/bench/network.yaml',
  'Coventry winter': 'scenarios/coventry-2017/winter.yaml',
  'Warwickshire today': 'scenarios/warwickshire-2021/today.yaml',
  'Staffordshire base': 'scenarios/staffordshire-2021/base.yaml',
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
/** Processor milliseconds of some work in this process. */
function spent(work) {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

/** Processor seconds, seconds and peak memory (MB) of one command. */
function command(...args) {
  const out = mkdtempSync(join(tmpdir(), 'd2a-bench-'));
  const used = 'const u=process.resourceUsage();process.stderr.write("used "+u.userCPUTime+" "+u.maxRSS)';
  const tells = `data:text/javascript,process.on("exit",()=>{${used}})`;
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, ['--import', tells, bin, ...args.map((arg) => (arg === 'OUT' ? out : arg))], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      rmSync(out, { recursive: true, force: true });
      const [, user, peak] = /used (\d+) (\d+)/.exec(said) ?? [];
      if (code !== 0 || user === undefined) reject(new Error(said));
      else
        resolve({
          processor: Number(user) / 1e6,
          seconds: Number(process.hrtime.bigint() - start) / 1e9,
          megabytes: Number(peak) / 1024,
        });
    });
  });
}

const run = (plan, replications, workers = 1) =>
  command(
    'run',
    join(root, plan),
    '--workers',
    `${workers}`,
    '--format',
    'json',
    '--replications',
    `${replications}`,
    '--out',
    'OUT',
  );

/** Milliseconds a replication: of 44 less 4, so that what is done once is not in it. */
async function aReplication(plan) {
  const few = await run(plan, 4);
  const many = await run(plan, 44);
  return ((many.processor - few.processor) / 40) * 1000;
}

/** The network with everybody and everything so many times, in milliseconds a replication. */
function ofRegion(scenario, times) {
  const more = (steps) => steps.map((step) => ({ ...step, value: step.value * times }));
  const plan = planOf({
    ...scenario,
    hospitals: scenario.hospitals.map((it) => ({ ...it, beds: more(it.beds) })),
    services: scenario.services.map((it) => ({ ...it, beds: more(it.beds) })),
    arrivals: scenario.arrivals.map((it) => ({ ...it, arrivals: { ...it.arrivals, perDay: it.arrivals.perDay * times } })),
  });
  const sheets = new Sheets();
  const once = (k) => {
    sheets.clear();
    replicate(plan, k, engineOf('native'), sheets);
  };
  const replications = Math.max(2, Math.round(20 / times));
  once(1);
  return spent(() => Array.from({ length: replications }, (_, k) => once(2 + k))) / replications;
}

const { scenario } = await readScenario(join(here, 'network.yaml'), { files: filesOnDisk, measures: measureOptions() });
const plan = planOf(scenario);
const sheets = new Sheets();

/** Known answers beside those of some replications. */
function answers(replications) {
  const seen = Object.fromEntries(Object.keys(KNOWN).map((name) => [name, []]));
  for (let k = 1; k <= replications; k++) {
    sheets.clear();
    const { acute, services } = replicate(plan, k, engineOf('native'), sheets).observations;
    seen.blocked.push(acute.ready.area() / scenario.days);
    seen.acute.push(acute.hospitals[0].capacity.using.area() / scenario.days);
    for (const { capacity } of services) seen[capacity.plan.name].push(capacity.using.area() / scenario.days);
  }
  return Object.entries(KNOWN).map(([name, known]) => {
    const all = seen[name];
    const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
    const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (all.length - 1);
    const away = Math.max(0, Math.abs(mean - known) - 0.05) / Math.sqrt(variance * (1 / all.length + 1 / 2000));
    return { name, known, mean, away };
  });
}

/** Events a second of an engine, in millions, from some replications. */
function eventsASecond(name, replications) {
  let events = 0;
  const time = spent(() => {
    for (let k = 1; k <= replications; k++) {
      sheets.clear();
      events += replicate(plan, k, engineOf(name), sheets).clock.events;
    }
  });
  return events / time / 1000;
}

const units = [];
const plans = Object.fromEntries(Object.keys(PLANS).map((name) => [name, []]));
const startUp = [];
spent(() => Array.from({ length: 10 }, (_, k) => minimal(k + 1))); // the compiler warms up
for (let round = 1; round <= rounds; round++) {
  for (const [name, file] of Object.entries(PLANS)) {
    units.push(spent(() => Array.from({ length: 20 }, (_, k) => minimal(100 * round + k))) / 20);
    plans[name].push(await aReplication(file));
  }
  startUp.push((await command('validate', join(root, 'scenarios/templates/start.yaml'))).processor);
}
const unit = median(units);
const found = answers(60);
const native = eventsASecond('native', 40);
const simjs = eventsASecond('simjs', 10);
const memory = {};
for (const replications of [20, 100, 500])
  memory[replications] = Math.round((await run(PLANS['Coventry winter'], replications)).megabytes);
const region = Object.fromEntries([1, 3, 10, 30].map((times) => [times, ofRegion(scenario, times)]));

const ratios = Object.fromEntries(Object.entries(plans).map(([name, each]) => [name, Number((median(each) / unit).toFixed(2))]));
const measured = {
  'minimal programs a replication': ratios,
  'simjs / native, events a second': Number((simjs / native).toFixed(3)),
  'd2a validate, in minimal replications': Number(((median(startUp) * 1000) / unit).toFixed(1)),
  'peak MB at 20, 100, 500 replications': Object.values(memory),
  'time at 3, 10, 30 times the people / (times x time at 1)': [3, 10, 30].map((times) =>
    Number((region[times] / (times * region[1])).toFixed(2)),
  ),
};
const baseline = JSON.parse(readFileSync(BASELINE, 'utf8'));
const shown = (value) => (Array.isArray(value) ? value.join(' / ') : `${value ?? ''}`);

console.log(`Node ${process.version}, ${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(
  `A replication of the minimal program: ${unit.toFixed(1)} ms of processor time (${Math.min(...units).toFixed(1)} to ${Math.max(...units).toFixed(1)})`,
);
console.log(`Events a second on one core: native ${native.toFixed(2)} million, simjs ${simjs.toFixed(2)} million\n`);
console.log('| what | measured | baseline |\n|---|---:|---:|');
for (const [what, value] of Object.entries(measured)) {
  if (value !== ratios) console.log(`| ${what} | ${shown(value)} | ${shown(baseline[what])} |`);
  else
    for (const [name, ratio] of Object.entries(ratios))
      console.log(`| ${name}: ${what} | ${ratio} | ${shown(baseline[what]?.[name])} |`);
}
console.log('\n| answers of the network | known | simulated | standard errors away |\n|---|---:|---:|---:|');
for (const { name, known, mean, away } of found) {
  console.log(`| ${name} | ${known} | ${mean.toFixed(2)} | ${away.toFixed(1)} |`);
  if (away > 4) process.exitCode = 1;
}
if (options.write) writeFileSync(BASELINE, `${JSON.stringify(measured, null, 2)}\n`);
