import type { Cell, Sheet } from '../../data/sheet.ts';
import type { Result } from '../../sim/result.ts';
import type { Comparison } from '../../sim/comparison.ts';
import { definitionsTable } from '../figures/evidence.ts';
import { type AskedOfAll, askedOfAll } from '../questions/compared.ts';
import { asked } from '../questions/index.ts';
import type { Reported } from '../reported.ts';
import { defused } from '../tables/csv.ts';
import type { DataTable } from '../tables/table.ts';
import { answerOf } from '../words/answer.ts';
import { setValues } from '../words/changes.ts';
import { comparedTitle, comparedVerdict } from '../words/compared-verdict.ts';
import { differenceSentences } from '../words/differences.ts';
import { factsOf, inputText } from '../words/provenance.ts';
import { readingOf } from '../words/reading.ts';
import { warningTexts } from '../words/warnings.ts';

/** The first sheet: the answer, what each sheet holds, where it comes from, what every measure means. */
export function cover(result: Reported, all: DataTable[], names: string[]): Sheet {
  const { verdict, sentences } = answerOf(result);
  return page([
    [title(`${result.scenario.name}: D2A capacity forecast`)],
    ...pairs([['Asked', result.scenario.question ?? ''], ['Answer', verdict], ...sentences.map((text): Pair => ['', text])]),
    ...pairs(setValues(result).map((set): Pair => ['Set on the command line', set])),
    ...pairs(warningTexts(result).map((text): Pair => ['Warning', text])),
    ...section(
      'What commissioners ask',
      asked(result).flatMap(({ asks, said }) => said.map(({ text }, i): Pair => [i === 0 ? asks : '', text])),
    ),
    ...sheetList(all, names),
    ...section(
      'How to read the ranges',
      readingOf(result).map((text): Pair => ['', text]),
    ),
    ...section('Provenance', provenance(result)),
    ...definitions(result),
  ]);
}

export function comparisonCover(results: Result[], comparison: Comparison, all: DataTable[], names: string[]): Sheet {
  const [base] = results;
  return page([
    [title(`${comparedTitle(comparison.scenarios)}: D2A scenarios compared`)],
    ...pairs(
      [comparedVerdict(results, comparison), ...differenceSentences(results, comparison)].map(
        (text, i): Pair => [i === 0 ? 'Answer' : '', text],
      ),
    ),
    ...section('What commissioners ask', askedOfAll(results, comparison).flatMap(toldOfAll)),
    ...sheetList(all, names),
    ...results.flatMap((result) => section(`Provenance: ${result.scenario.name}`, provenance(result))),
    ...(base ? definitions(base) : []),
  ]);
}

/** The question, the base's sentences, then each other scenario's after its name. */
const toldOfAll = ({ asks, base, others }: AskedOfAll): Pair[] => [
  ...base.map((text, i): Pair => [i === 0 ? asks : '', text]),
  ...others.map(
    ({ scenarios, said }, i): Pair => [i === 0 && base.length === 0 ? asks : '', `${scenarios.join('; ')}: ${said.join(' ')}`],
  ),
];

type Pair = [name: string, text: string];

const page = (rows: Cell[][]): Sheet => ({ name: 'cover', rows, widths: [34, 34, 10, 90, 60] });
const title = (value: string): Cell => ({ value: defused(value), heading: true });
const safe = (value: string): Cell => defused(value);
const pairs = (list: Pair[]): Cell[][] => list.filter(([, text]) => text !== '').map((pair) => pair.map(safe));
const section = (heading: string, list: Pair[]): Cell[][] => [[], [title(heading)], ...pairs(list)];

const provenance = (result: Result): Pair[] => [
  ...factsOf(result),
  ...result.inputs.map((input): Pair => [`Input ${input.file}`, inputText(input)]),
];

function sheetList(all: DataTable[], names: string[]): Cell[][] {
  return [
    [],
    [title('Sheet'), title('The same table as CSV')],
    ...all.map(({ name }, i): Cell[] => [names[i] ?? '', `tables/${name}`]),
  ];
}

function definitions(result: Result): Cell[][] {
  const { columns, rows } = definitionsTable(result.definitions);
  return [
    [],
    [title('Definitions')],
    columns.map(({ head }) => title(head)),
    ...rows.map((row) => row.map((text) => safe(String(text ?? '')))),
  ];
}
