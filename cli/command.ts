import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { Command, type ErrorOptions } from 'commander';
import { D2A } from './called.ts';
import { kindOf } from './placeholders.ts';
import { wrap } from './wrap.ts';

/** A command of d2a: its help ends with examples, and its mistakes end with what to type. */
export class D2aCommand extends Command {
  /** Each as it is typed, from `d2a` on. */
  examples: string[] = [];

  override createCommand(name?: string): D2aCommand {
    return new D2aCommand(name);
  }

  withExamples(...examples: string[]): this {
    this.examples = examples;
    const lines = examples.map((one) => wrap(`  ${typed(one)}`, '      '));
    return this.addHelpText(
      'after',
      `\nExamples${lines.some((line) => line.includes('\n')) ? ', each typed as one line' : ''}:\n${lines.join('\n')}`,
    );
  }

  override error(message: string, options: ErrorOptions = {}): never {
    return super.error([this.sentence(message, options.code), this.wayOn()].filter((line) => line !== null).join('\n'), options);
  }

  /** The mistake in words; commander's own where they say enough. */
  private sentence(message: string, code = ''): string {
    const [first = ''] = this.args;
    if (code === 'commander.missingArgument') return `${this.full()} needs ${this.missing()}.${this.forExample()}`;
    if (code === 'commander.unknownCommand' && isFile(first))
      return `${first} is a file, and no command stands before it. For example:\n  ${typed(`d2a ${/\.json$/i.test(first) ? 'report' : 'run'} ${quoted(first)}`)}`;
    if (code === 'commander.unknownCommand' && existsSync(first))
      return `${first} is a folder, and no command stands before it. For example:\n  ${typed(`d2a run ${quoted(path.join(first, 'start.yaml'))}`)}`;
    if (code === 'commander.unknownCommand' && this.options.some(({ long }) => long === `--${first}`))
      return `${first} is an option: ${this.name()} --${first}`;
    if (code === 'commander.unknownOption') return message + this.whoHas(this.args.find((arg) => arg.startsWith('-')) ?? '');
    return message;
  }

  private missing(): string {
    const argument = this.registeredArguments[this.args.length];
    return kindOf(argument?.name() ?? '')?.called ?? argument?.argChoices?.join(' or ') ?? `${argument?.name()}`;
  }

  private forExample(): string {
    const [example] = this.examples;
    return example === undefined ? '' : ` For example:\n${wrap(`  ${typed(example)}`, '      ')}`;
  }

  /** An option that stands at the wrong command. */
  private whoHas(flag: string): string {
    const [long = ''] = flag.split('=');
    const others = (this.parent ?? this).commands
      .filter((command) => command.options.some((option) => option.long === long))
      .map((command) => command.name());
    return others.length === 0
      ? ''
      : `\nIt is an option of: ${others.join(', ')}.${this.parent ? '' : ' The command comes first.'}`;
  }

  private wayOn(): string {
    return this.parent ? `(${this.full()} --help shows its options and examples)` : `(${this.full()} --help lists the commands)`;
  }

  private full(): string {
    return this.parent ? `${this.parent.name()} ${this.name()}` : this.name();
  }
}

const typed = (example: string): string => example.replace(/^d2a\b/, D2A);
const quoted = (file: string): string => (/[^\w./\\:-]/.test(file) ? `"${file}"` : file);

function isFile(name: string): boolean {
  return /\.(ya?ml|xlsx|json)$/i.test(name) || (existsSync(name) && statSync(name).isFile());
}
