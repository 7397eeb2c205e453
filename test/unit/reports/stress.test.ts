import { expect, test } from 'vitest';
import { stressRecord } from '../../../reports/index.ts';
import { winterResult } from '../../fixtures/winter-result.ts';

const ITEMS = [
  '1.1',
  '1.2',
  '1.3',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '2.5',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '4.1',
  '4.2',
  '4.3',
  '5.1',
  '5.2',
  '5.3',
  '5.4',
  '6.1',
];

test('every item of STRESS-DES is answered, in order', () => {
  const record = stressRecord(winterResult());
  const items = [...record.matchAll(/^### (\d\.\d) .+\n\n(.+)/gm)].map(([, number, answer]) => ({
    number,
    answered: (answer ?? '').length > 10,
  }));
  expect(items.filter(({ number }) => ITEMS.includes(number ?? ''))).toEqual(ITEMS.map((number) => ({ number, answered: true })));
});

test('the register holds each value once: with a source under data sources, any other as what it stands on', () => {
  const result = winterResult();
  const record = stressRecord(result);
  const [sources = '', register = ''] = [
    /### 3\.1[\s\S]*?(?=### 3\.2)/.exec(record)?.[0],
    /### 3\.4[\s\S]*?(?=## 4)/.exec(record)?.[0],
  ];
  for (const { path, origin } of result.values) {
    const row = `| ${path} |`;
    expect([sources.includes(row), register.includes(row)]).toEqual([origin === 'source', origin !== 'source']);
  }
  expect(register).toContain(
    '| services.short-term-beds.stay.mean | 28 days | – | assumption: no local figure | low | base.yaml:52:12 |',
  );
  expect(record).toContain(
    'Of 3 values 1 have a source, 1 are stated assumptions, 0 state neither, 0 were set on the command line, 1 are defaults',
  );
});

test('the run is told as it was: replications, seed, warm-up, self-checks', () => {
  const result = winterResult({ seed: '99', replications: 7 });
  const record = stressRecord(result);
  expect(record).toMatch(
    new RegExp(`### 4\\.1 Initialisation\\n\\nThe system starts empty; ${result.scenario.warmUpDays} days of warm-up`),
  );
  expect(record).toMatch(/### 4\.3 Estimation\n\n7 independent replications/);
  expect(record).toContain('seed 99;');
  expect(record).toContain('1 of 1 self-checks of this run passed: its sums are right');
});

test('text of a scenario is text, not Markdown or HTML', () => {
  const hostile = '<script>x</script> | **bold** [a](javascript:1)\n# Head `code`';
  const record = stressRecord(winterResult({ text: hostile, name: hostile }));
  expect(record).not.toMatch(/<script|\*\*bold|(?<!\\)\]\(java|^# Head/m);
  expect(record).toContain('&lt;script&gt;x&lt;/script&gt; \\| \\*\\*bold\\*\\* \\[a\\](javascript:1) \\# Head \\`code\\`');
});
