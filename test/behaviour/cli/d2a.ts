import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The built command line as a user meets it: a child process, its output, its exit code, the files it leaves. */

export const BIN = fileURLToPath(new URL('../../../cli/bin/d2a.js', import.meta.url));

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface Place {
  cwd: string;
  env?: Record<string, string>;
}

export async function d2a(args: string[], place: Place): Promise<Ended> {
  return ended(started(args, place));
}

/** Without colour settings of the test's own surroundings. */
export function started(args: string[], { cwd, env = {} }: Place): ChildProcess {
  const { NO_COLOR: _no, FORCE_COLOR: _force, CI: _ci, ...outer } = process.env;
  return spawn(process.execPath, [BIN, ...args], { cwd, env: { ...outer, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

export function ended(child: ChildProcess): Promise<Ended> {
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** An empty folder that goes when the test ends. */
export function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'd2a-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file under a folder, relative with `/`, sorted; an empty folder counts as one. */
export function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const full = (name: string) =>
    statSync(path.join(folder, name)).isDirectory() && readdirSync(path.join(folder, name)).length > 0;
  return names
    .filter((name) => !full(name))
    .map((name) => name.split(path.sep).join('/'))
    .sort();
}

export function textOf(...parts: string[]): string {
  return readFileSync(path.join(...parts), 'utf8');
}

/** A quick plan that uses all three kinds of service. */
export const SMALL_PLAN = `
d2a: 1
name: A small plan
question: Do ten places keep delays down?
population: 65+
period: {start: 2024-01-01, length: 8 weeks}
run: {warm-up: 4 weeks, replications: 6, seed: 7}
hospitals:
  General:
    admissions: 6/day
    beds: unlimited
pathways:
  P0: {share: 50%, acute-stay: {mean: 4 days, shape: exponential}}
  P1: {share: 40%, acute-stay: {mean: 6 days, shape: lognormal, cv: 1}, route: [home-support]}
  P2: {share: 10%, acute-stay: {mean: 8 days, shape: gamma, cv: 0.8}, route: [step-down]}
process-delay:
  hub: {applies-to: [P1, P2], mean: 0.5 days, shape: exponential}
services:
  home-support:
    kind: hours
    commissioned: 400 h/week
    package: {hours: 10 h/week, stay: {mean: 14 days, shape: gamma, cv: 0.6}}
    outcomes: {independent: 70%, care-home: 30%}
  step-down:
    kind: beds
    beds: 10 beds
    stay: {mean: 20 days, shape: lognormal, cv: 0.6}
    longest: 6 weeks
    outcomes: {independent: 100%}
  care-home: {kind: placements, starts: 7 per week}
ambitions:
  ready-date: {measure: on-ready-date, at least: 1%}
`;

/** A folder that holds `plan.yaml`. */
export function folderWithPlan(text = SMALL_PLAN): string {
  const folder = emptyFolder();
  writeFileSync(path.join(folder, 'plan.yaml'), text);
  return folder;
}
