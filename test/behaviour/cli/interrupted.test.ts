import { describe, expect, test } from 'vitest';
import { ended, filesIn, folderWithPlan, SMALL_PLAN, started } from './d2a.ts';

// Long enough that it cannot end before the signal, whatever the machine.
const LONG = ['run', 'plan.yaml', '--replications', '100000', '--out', 'out'];

describe.skipIf(process.platform === 'win32')('an interrupted run', () => {
  test.each([
    ['SIGINT', '2'],
    ['SIGTERM', '1'],
  ] as const)('%s, %s workers: exit code 130, a sentence, and no file', async (signal, workers) => {
    const cwd = folderWithPlan(SMALL_PLAN.replace('8 weeks', '52 weeks'));
    const child = started([...LONG, '--workers', workers], { cwd });
    const end = ended(child);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    child.kill(signal);
    const { code, out, err } = await end;
    expect(err).toMatch(/^Interrupted\. No half-written file is left behind\.\n$/);
    expect({ code, out, files: filesIn(cwd) }).toEqual({ code: 130, out: '', files: ['plan.yaml'] });
  });
});
