import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import expectedJson from './expected.json' with { type: 'json' };
import type { Row } from './check-case.ts';

interface Person {
  patient: number;
  arrive: number;
  admitted: number;
  ready: number;
  left_acute: number;
  left_stepdown?: number;
  wait_for_acute: number;
  delay_in_acute: number;
}

const EXACTLY = 1e-9;
const people = expectedJson.cases.T1.expected.find(({ name }) => name === 'patient_rows')?.value as Person[];

/** T1, event by event and checkable by hand: eight people, two acute beds, one step-down bed; each time to 1e-9 of a day. */
export async function tracedRows(folder: string, engine: string): Promise<Row[]> {
  const log = await eventLog(folder, engine);
  const time = (person: number, what: string, where: string) =>
    Number(
      log.find((it) => Number(it['person']) === person && it['what'] === what && it['where'] === where)?.['time_days'] ??
        Number.NaN,
    );
  return people.flatMap((person) => {
    const at = (what: string, where: string) => time(person.patient, what, where);
    const [arrive, admitted, ready, left] = [
      at('seize', 'acute'),
      at('clinical stay', 'acute'),
      at('ready', 'acute'),
      at('release', 'acute'),
    ];
    const seen: [keyof Person, number][] = [
      ['arrive', arrive],
      ['admitted', admitted],
      ['ready', ready],
      ['left_acute', left],
      ['wait_for_acute', admitted - arrive],
      ['delay_in_acute', left - ready],
    ];
    if (person.left_stepdown !== undefined) seen.push(['left_stepdown', at('release', 'step-down')]);
    return seen.map(([what, simulated]) => rowOf(`person ${person.patient}: ${what}`, person[what] as number, simulated));
  });
}

function rowOf(name: string, exact: number, simulated: number): Row {
  return {
    name,
    unit: 'days',
    exact,
    simulated,
    error: 0,
    away: null,
    verdict: Math.abs(simulated - exact) <= EXACTLY ? 'passed' : 'failed',
  };
}

async function eventLog(folder: string, engine: string): Promise<Record<string, string>[]> {
  const args = [
    'run',
    resolve('test/verification/cases/T1.yaml'),
    '--out',
    folder,
    '--events',
    '--format',
    'json,csv',
    '--engine',
    engine,
  ];
  const child = spawn(process.execPath, [resolve('cli/bin/d2a.js'), ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((ended) => child.on('close', ended));
  if (code !== 0) throw new Error(`T1 ended with ${code}`);
  return parse(readFileSync(join(folder, 'tables', 'events.csv')), { bom: true, columns: true });
}
