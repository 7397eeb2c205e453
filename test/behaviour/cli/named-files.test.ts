import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { d2a, folderWithPlan } from './d2a.ts';

/** No shell stands between: the program gets the star, as on Windows. */
const validated = async (args: string[]) => {
  const cwd = folderWithPlan();
  for (const name of ['winter.yaml', 'a [1].yaml']) copyFileSync(path.join(cwd, 'plan.yaml'), path.join(cwd, name));
  return d2a(['validate', ...args], { cwd });
};
const filesTold = (out: string): string[] => [...out.matchAll(/^(.*\.yaml): /gm)].map(([, file]) => file ?? '');

test('a name with a star is every file that it fits, in order', async () => {
  const { code, out } = await validated(['*.yaml']);
  expect({ code, files: filesTold(out) }).toEqual({ code: 0, files: ['a [1].yaml', 'plan.yaml', 'winter.yaml'] });
});

test('a star leaves out the files named before it', async () => {
  expect(filesTold((await validated(['./winter.yaml', '*.yaml'])).out)).toEqual(['./winter.yaml', 'a [1].yaml', 'plan.yaml']);
});

test('a star that fits nothing is a mistake', async () => {
  const { code, err } = await validated(['winters/*.yaml']);
  expect(err).toContain('There is no file that fits winters/*.yaml.');
  expect(code).toBe(2);
});
