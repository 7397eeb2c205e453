import type { Result } from '../../sim/result.ts';
import type { Comparison } from '../../sim/comparison.ts';
import { ambitionsCompared } from '../figures/compare-ambitions.ts';
import { differencesFigure, keyMeasures } from '../figures/compare-measures.ts';
import { sideBySide } from '../figures/side-by-side.ts';
import type { Figure } from '../figures/figure.ts';
import { sectionsOf } from '../figures/index.ts';
import { askedOfAll, isAnswered, untold } from '../questions/compared.ts';
import { asked } from '../questions/index.ts';
import { comparedTitle, comparedVerdict } from '../words/compared-verdict.ts';
import type { Reported } from '../reported.ts';
import { answerOf } from '../words/answer.ts';
import { setValues } from '../words/changes.ts';
import { periodText } from '../words/dates.ts';
import { differenceSentences } from '../words/differences.ts';
import { limitationsOf } from '../words/limits.ts';
import { fixed } from '../words/numbers.ts';
import { pairedText } from '../words/paired.ts';
import { planOf } from '../words/plan.ts';
import { factsOf, inputText } from '../words/provenance.ts';
import { readingOf } from '../words/reading.ts';
import { tilesOf } from '../words/tiles.ts';
import { warningTexts } from '../words/warnings.ts';
import { list, markdownTable, plainText } from './syntax.ts';

/** A table longer than this belongs in a spreadsheet, not in a paper. */
const MOST_ROWS = 40;

/** The summary of a result and its main tables, to paste into a paper. */
export function markdown(result: Reported): string {
  const { verdict, sentences } = answerOf(result);
  const { scenario } = result;
  return joined([
    `# ${plainText(scenario.name)}`,
    plainText(periodText(result)),
    ...setParagraph(result),
    ...(scenario.question ? [`*${plainText(scenario.question)}*`] : []),
    `**${plainText(verdict)}.** ${plainText(sentences.join(' '))}`,
    ...headed('Warnings', bulleted(warningTexts(result))),
    ...headed('The plan', bulleted(planOf(result).map(({ what, planned }) => `${what}: ${planned}`))),
    ...headed('At a glance', tilesTable(result)),
    plainText(readingOf(result).join(' ')),
    ...questions(result),
    ...sectionsOf(result).flatMap(({ heading, figures }) => [`## ${plainText(heading)}`, ...figures.flatMap(figure)]),
    ...headed('Limitations', bulleted(limitationsOf(result))),
    ...headed('Provenance', provenance(result)),
  ]);
}

/** The comparison with the first scenario, likewise. */
export function comparisonMarkdown(results: Result[], comparison: Comparison): string {
  const [base] = results;
  const figures = [...ambitionsCompared(results), keyMeasures(results, comparison), ...differencesFigure(results, comparison)];
  return joined([
    `# ${plainText(comparedTitle(comparison.scenarios))}`,
    ...(base?.scenario.question ? [`*${plainText(base.scenario.question)}*`] : []),
    `**${plainText(comparedVerdict(results, comparison))}.**`,
    ...differenceSentences(results, comparison).map(plainText),
    markdownTable(sideBySide(results, comparison)),
    plainText(pairedText(comparison)),
    ...results.flatMap(setParagraph),
    ...questionsCompared(results, comparison),
    ...figures.flatMap(figure),
    ...results.flatMap((result) => headed(`Provenance: ${result.scenario.name}`, provenance(result))),
  ]);
}

/** The finding, and the figure's table where it is short enough to read. */
function figure({ id, title, notes, table: { columns, rows } }: Figure): string[] {
  const short = rows.length <= MOST_ROWS;
  const body =
    rows.length === 0 ? '' : short ? markdownTable({ columns, rows }) : `*${fixed(rows.length)} rows: tables/figure-${id}.csv*`;
  return [`### ${plainText(title)}`, body, ...notes.map(plainText)];
}

/** Those that the run answers, under their numbers. */
function questions(result: Reported): string[] {
  const answered = asked(result).filter(({ said }) => said.length > 0);
  return [
    '## What commissioners ask',
    ...answered.flatMap(({ number, asks, said }) => [
      `### ${number}. ${plainText(asks)}`,
      bulleted(said.map(({ text }) => text)),
    ]),
  ];
}

/** The base in its own sentences, then what the others make of it. */
function questionsCompared(results: Result[], comparison: Comparison): string[] {
  const answered = askedOfAll(results, comparison).filter(isAnswered);
  return [
    '## What commissioners ask',
    ...untold(results).map(plainText),
    ...answered.flatMap(({ number, asks, base, others }) => [
      `### ${number}. ${plainText(asks)}`,
      bulleted([...base, ...others.map(({ scenarios, said }) => `${scenarios.join('; ')}: ${said.join(' ')}`)]),
    ]),
  ];
}

function tilesTable(result: Result): string {
  const columns = ['What', 'Value', 'Detail', 'In words'].map((head) => ({ key: head, head }));
  return markdownTable({
    columns,
    rows: tilesOf(result).map(({ title, value, detail, status }) => [title, value, detail, status?.word ?? null]),
  });
}

const bulleted = (lines: string[]): string => list(lines.map(plainText));
const setParagraph = (result: Result): string[] =>
  setValues(result).length > 0
    ? [`${plainText(result.scenario.name)}, with values set on the command line: ${plainText(setValues(result).join(', '))}`]
    : [];
const provenance = (result: Result): string =>
  bulleted([
    ...factsOf(result).map((fact) => fact.join(': ')),
    ...result.inputs.map((input) => `Input ${input.file}: ${inputText(input)}`),
  ]);
const headed = (heading: string, body: string): string[] => (body === '' ? [] : [`## ${plainText(heading)}`, body]);
const joined = (parts: string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;
