import { describe, expect, test } from 'vitest';
import { mistakesIn, type Plan, readFiles, readTabs, smallPlan, tabsOf, told } from '../../fixtures/small-workbook.ts';
import { type Kept, type Tab, xlsx } from '../../fixtures/xlsx.ts';

const mistakes = (change: (plan: Plan) => void, more: Partial<Record<keyof Plan, Partial<Tab>>> = {}) =>
  mistakesIn(readTabs(tabsOf(change, more)));
const cell = (xml: string): Kept => ({ xml });

describe('rows that would count as one more', () => {
  test.each(['Total', 'TOTALS', 'Grand total', 'Sub-total', 'All hospitals', 'Total of all hospitals', 'Sum'])(
    'a row %s under the hospitals of a month',
    async (name) => {
      const [only, ...more] = await mistakes((plan) =>
        plan['Demand by month'].push([name, 'admissions', 'a day', 30, 30, 30, 30, 30, 30]),
      );
      expect(only).toMatchObject({
        at: expect.stringContaining('sheet Demand by month, cell A3'),
        path: `hospitals.${name}`,
        problem: expect.stringContaining('is a total'),
        found: name,
      });
      expect(more).toEqual([]);
    },
  );

  test('a total in the home sheet of services, and of pathways in the keys', async () => {
    expect(told(await mistakes((plan) => plan.Services.push(['Total', 'beds', '14 days', 'exponential'])))).toEqual([
      ['Services A3', expect.stringContaining('is a total')],
    ]);
    expect(told(await mistakes((plan) => plan.Pathways.push(['Total', '100%'])))).toEqual([
      ['Pathways A4', expect.stringContaining('is a total')],
    ]);
  });

  test.each<[keyof Plan, string, string, string]>([
    ['Demand by month', 'admissions', 'Generall', 'General is not in'],
    ['Capacity by month', 'beds', 'Step down', 'step-down'],
  ])('a name that %s has by itself', async (sheet, what, name) => {
    const [only, ...more] = await mistakes((plan) => plan[sheet].push([name, what, what === 'beds' ? 'beds' : 'a day', 5]));
    expect(only).toMatchObject({
      at: expect.stringContaining(`sheet ${sheet}, cell A3`),
      found: name,
      nearest: smallPlan()[sheet][1]?.[0],
      problem: expect.stringMatching(/ is not in sheet (Hospitals|Services), so it is not known what it is\./),
    });
    expect(more).toEqual([]);
  });

  test('a name that neither the workbook nor the plan it builds on has; one that the plan has is read', async () => {
    const more = (name: string) =>
      xlsx([
        {
          name: 'Plan',
          rows: [
            ['key', 'value'],
            ['extends', 'plan.xlsx'],
            ['name', 'More'],
          ],
        },
        {
          name: 'Demand',
          rows: [
            ['hospitals', 'what', 'unit', '2025-10'],
            [name, 'admissions', 'a day', 31],
          ],
        },
      ]);
    const reading = (name: string) => readFiles({ 'plan.xlsx': xlsx(tabsOf(() => {})), 'more.xlsx': more(name) }, 'more.xlsx');
    expect(told(await mistakesIn(reading('Royal')))).toEqual([
      ['Demand A2', 'Royal is not in the plan this workbook builds on, so it is not known what it is.'],
    ]);
    expect((await reading('General')).scenario.arrivals[0]?.arrivals).toMatchObject({ perDay: 31 });
  });

  test('a block that is told by month alone is read', async () => {
    const tabs = tabsOf(() => {}).filter(({ name }) => name !== 'Hospitals');
    expect((await readTabs(tabs)).scenario.arrivals.map(({ name }) => name)).toEqual(['General']);
  });

  test('a block with keys of its own beside names is read by month too', async () => {
    const tabs = [
      ...tabsOf((plan) => plan.Plan.push(['process-delay.hub.mean', '1 day'], ['process-delay.hub.shape', 'exponential'])),
      {
        name: 'Weekends',
        rows: [
          ['process-delay', 'what', 'unit', '2025-10'],
          ['weekend', 'leave-at', '%', 0.6],
        ] as Kept[][],
      },
    ];
    expect((await readTabs(tabs)).scenario.processDelay.weekend).toMatchObject({ leaveAt: [{ from: 0, value: 0.6 }] });
  });

  test('values without a name; the same row twice', async () => {
    expect(told(await mistakes((plan) => plan['Demand by month'].push([null, 'admissions', 'a day', 30])))).toEqual([
      ['Demand by month A3', 'This row has values, but names nothing.'],
    ]);
    const [twice] = await mistakes((plan) => plan['Demand by month'].push(['General', 'admissions', 'a day', null, 40]));
    expect(twice).toMatchObject({
      at: expect.stringContaining('cell A3'),
      problem: 'This is said already, in sheet Demand by month, cell A2: keep one of the two.',
    });
  });
});

describe('values without a heading of their own', () => {
  test('under a merged heading: each cell that would be passed over', async () => {
    const found = await mistakes(
      (plan) => {
        plan['Demand by month'] = [
          ['hospitals', 'what', 'unit', '2025-10', null, null],
          ['General', 'admissions', 'a day', 30, 40, 50],
        ];
      },
      { 'Demand by month': { merged: ['D1:F1'] } },
    );
    const problem =
      'A value stands under no heading: the heading beside it is merged over D1:F1, and is that of its first column only.';
    expect(told(found)).toEqual([
      ['Demand by month E2', problem],
      ['Demand by month F2', problem],
    ]);
  });

  test('under a blank one, in the sheet of keys and of services too; one mistake a column', async () => {
    const found = await mistakes((plan) => {
      plan.Plan[2]?.push(null, 'from October');
      plan.Services[1]?.push('20 days');
      plan['Demand by month'][1]?.push(30);
      plan['Demand by month'].push([null, null, null, null, null, null, null, null, null, 'new ward']);
    });
    expect(told(found)).toEqual([
      ['Plan D3', 'A value stands under no heading.'],
      ['Services E2', 'A value stands under no heading.'],
      ['Demand by month J2', 'A value stands under no heading. So do 1 more below it.'],
    ]);
  });

  test('hidden below or beside the first of merged cells', async () => {
    const found = await mistakes(() => {}, { 'Demand by month': { merged: ['D1:D2'] }, Services: { merged: ['C1:D1'] } });
    expect(told(found)).toEqual([
      ['Services D1', expect.stringContaining('hidden under merged cells (C1:D1)')],
      ['Demand by month D2', expect.stringContaining('hidden under merged cells (D1:D2)')],
    ]);
  });

  test('merged over several rows or columns of a table: for each, or for all together?', async () => {
    const found = await mistakes(
      (plan) => {
        plan['Demand by month'][1] = ['General', 'admissions', 'a month', 5400, null, null, null, null, null];
        plan.Services.push(['home', 'beds', null, 'exponential']);
        plan['Capacity by month'].push(['home', 'beds', 'beds', 10]);
      },
      { 'Demand by month': { merged: ['D2:I2'] }, Services: { merged: ['C2:C3'] } },
    );
    expect(told(found)).toEqual(
      expect.arrayContaining([
        ['Services C2', expect.stringContaining('merged over C2:C3')],
        ['Demand by month D2', expect.stringContaining('merged over D2:I2')],
      ]),
    );
  });

  test('under remark, or in a merged title of Notes, they are for people', async () => {
    const tabs = tabsOf(
      (plan) => {
        plan['Demand by month'][0]?.push('remark');
        plan['Demand by month'][1]?.push(cell('t="e"><v>#N/A</v>'));
      },
      { 'Demand by month': { merged: ['J1:J2'] } },
    );
    tabs.push({
      name: 'Beside',
      rows: [
        ['services', 'label'],
        ['step-down', 'Beds', null, null],
      ],
      merged: ['H1:J3', 'D5:F6', 'A1:A1'],
    });
    tabs.push({
      name: 'Notes',
      rows: [
        ['Total', null, 5],
        [null, cell('t="e"><v>#REF!</v>')],
      ],
      merged: ['A1:B1'],
    });
    expect(await mistakesIn(readTabs(tabs))).toEqual([]);
  });

  test('a heading twice, and one of the sheet of keys that is not read', async () => {
    const found = await mistakes((plan) => {
      plan.Plan[0]?.push('value', 'unit');
      plan.Plan[4]?.push(26, 'weeks');
      plan.Services[0]?.push('Stay.Mean');
    });
    expect(told(found)).toEqual([
      ['Plan C1', 'This heading is there twice: it stands in B1 as well. Keep one of the two columns.'],
      ['Plan C1', 'What stands under this heading would not be read.'],
      ['Plan D1', 'What stands under this heading would not be read.'],
      ['Services E1', 'This heading is there twice: it stands in C1 as well. Keep one of the two columns.'],
    ]);
  });
});

describe('cells that hold no value', () => {
  test.each(['#REF!', '#DIV/0!', '#N/A', '#VALUE!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!', '#FIELD!', '#CONNECT!'])(
    '%s, as an error or as text',
    async (error) => {
      const found = await mistakes((plan) => {
        plan['Demand by month'][1] = ['General', 'admissions', 'a day', 30, cell(`t="e"><f>1/0</f><v>${error}</v>`), error];
      });
      expect(found.map(({ at, found: what, problem }) => [at.slice(-2), what, problem])).toEqual(
        ['E2', 'F2'].map((at) => [at, error, 'This cell holds an error of Excel, not a value: mend its formula.']),
      );
    },
  );

  test('in any kind of sheet, without a word of what is missing for it', async () => {
    const error = cell('t="e"><v>#N/A</v>');
    const found = await mistakes((plan) => {
      plan.Plan[4] = ['run.warm-up', error];
      plan.Services[1] = ['step-down', 'beds', error, 'exponential'];
      plan['Demand by month'][1] = ['General', 'admissions', 'a day', error];
      plan['Capacity by month'][0] = ['services', 'what', 'unit', '2025-10', error, '2025-12', '2026-01', '2026-02', '2026-03'];
    });
    expect(told(found).map(([at]) => at)).toEqual(['Plan B5', 'Services C2', 'Demand by month D2', 'Capacity by month E1']);
  });

  test.each(['><f>D2*2</f>', '><f>D2*2</f><v></v>', '><f>D2*2</f><v/>', 't="str"><f>D2</f>', '><f t="shared" si="0"/>'])(
    'a formula without a saved result (%s)',
    async (xml) => {
      const found = await mistakes((plan) => {
        plan['Demand by month'][1] = ['General', 'admissions', 'a day', 30, cell(xml)];
      });
      expect(told(found)).toEqual([
        [
          'Demand by month E2',
          'This cell holds a formula without a saved result: open the workbook in Excel and save it, or write the value.',
        ],
      ]);
    },
  );

  test('a formula with its result is read, and one that gives an empty text is empty', async () => {
    const { scenario } = await readTabs(
      tabsOf((plan) => {
        plan['Demand by month'][1] = [
          'General',
          'admissions',
          'a day',
          cell('><f>15*2</f><v>30</v>'),
          cell('t="str"><f>IF(FALSE,1,"")</f><v></v>'),
          cell('t="str"><f>D2</f><v>36</v>'),
        ];
      }),
    );
    expect(scenario.arrivals[0]?.arrivals).toMatchObject({
      perDay: 30,
      factor: [
        { from: 0, value: 1 },
        { from: 28 + 61, value: 1.2 },
      ],
    });
  });

  test('a number that is no thousands, a share above one', async () => {
    const found = await mistakes((plan) => {
      plan['Demand by month'][1] = ['General', 'admissions', 'a day', '0,500'];
      plan.Pathways = [
        ['pathways', 'acute-stay.mean', 'acute-stay.shape', 'route'],
        ['P0', '5 days', 'exponential'],
        ['P2', '7 days', 'exponential', '[step-down]'],
      ];
      (plan as Record<string, Kept[][]>).Split = [
        ['pathways', 'what', 'unit', '2025-10'],
        ['P0', 'share', '%', 60],
        ['P2', 'share', '%', 40],
      ];
    });
    expect(told(found)).toEqual([
      ['Demand by month D2', 'This is no number: a comma stands between thousands only, and a point before decimals.'],
      ['Split D2', 'A share needs its %: this could be meant of 1 or of 100.'],
      ['Split D3', 'A share needs its %: this could be meant of 1 or of 100.'],
    ]);
  });

  test('a decimal comma with its unit', async () => {
    const found = await mistakes((plan) => {
      plan.Services[1] = ['step-down', 'beds', '0,500 days', 'exponential'];
    });
    expect(found).toMatchObject([
      { at: expect.stringContaining('sheet Services, cell C2'), path: 'services.step-down.stay.mean', found: '0,500 days' },
    ]);
  });
});

describe('what holds nothing', () => {
  test('rows and columns that are formatted but empty, to the last of a sheet', async () => {
    const rows = Array.from(
      { length: 300 },
      (_, i) => `<row r="${i + 3}" s="1" customFormat="1"><c r="A${i + 3}" s="1"/><c r="XFD${i + 3}" s="1"/></row>`,
    ).join('');
    const more = `${rows}<row r="1048576" s="1"><c r="A1048576" s="1"/><c r="XFD1048576" s="1" t="str"><v></v></c><c t="inlineStr"><is><t>  </t></is></c></row>`;
    expect(await mistakes(() => {}, { 'Demand by month': { more }, Plan: { more } })).toEqual([]);
  });

  test('a chart on a tab of its own, wherever it stands, and a sheet without a cell', async () => {
    const tabs: Tab[] = [
      { name: 'Chart1', chart: true },
      ...tabsOf(() => {}),
      { name: 'Chart2', chart: true },
      { name: 'Sheet1' },
    ];
    const read = await readTabs(tabs);
    expect(read.scenario.name).toBe('Small');
    const [mistake] = await mistakesIn(
      readTabs(tabs.map((tab) => (tab.name === 'Plan' ? { ...tab, rows: [...(tab.rows ?? []), ['run.sed', 1]] } : tab))),
    );
    expect(mistake?.at).toContain('sheet Plan, cell B8');
  });
});

describe('a value far away', () => {
  test.each(['XFD1048576', 'A1048576', 'XFD2'])(
    'in %s is refused with its cell, at once and without a grid of empty cells',
    async (place) => {
      const more = `<row r="${/\d+/.exec(place)?.[0]}"><c r="${place}"><v>1</v></c></row>`;
      const before = process.memoryUsage().rss;
      const began = performance.now();
      for (const tabs of [
        tabsOf(() => {}, { 'Demand by month': { more } }),
        [...tabsOf(() => {}), { name: 'Instructions', rows: [['key']], more } as Tab],
      ]) {
        const [only] = await mistakesIn(readTabs(tabs));
        expect(only).toMatchObject({
          at: expect.stringMatching(`sheet (Demand by month|Instructions), cell ${place}$`),
          problem: expect.stringMatching(/far away|under no heading/),
        });
      }
      expect(performance.now() - began).toBeLessThan(20_000);
      expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
    },
  );
});
