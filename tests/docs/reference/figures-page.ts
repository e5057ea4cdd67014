import { definitionsText } from '@burgernet/adapters';
import { type Definition, definitions } from '@burgernet/projections';
import { table } from './table.js';

/** A definition as `definition show` tells it: its label, and its facts by name. */
const told = (definition: Definition) => {
  const text = definitionsText([definition], definitions, 'en').replaceAll(/\n {2}(?![a-z ]+: )/g, ' ');
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const facts = new Map(
    lines.map((line): [string, string] => {
      const [name = '', ...rest] = line.trim().split(': ');
      return [name, rest.join(': ')];
    }),
  );
  return { label: head.replace(/ \(.*$/, ''), fact: (name: string): string => facts.get(name) ?? '' };
};

const about: Readonly<Record<Definition['about'], string>> = {
  action: 'Actions',
  mailing: 'Mailings',
  municipality: 'Municipalities',
};

const section = (kind: Definition['about']): ReadonlyArray<string> => {
  const those = definitions.filter((one) => one.about === kind);
  if (those.length === 0) return [];
  return [
    `## ${about[kind]}`,
    '',
    ...table(
      ['name', 'version', 'what', 'counts', 'of', 'period', 'kind', 'asked by'],
      those.map((definition) => {
        const { label, fact } = told(definition);
        return [
          `\`${definition.name}\``,
          String(definition.version),
          label,
          fact('counts'),
          fact('of').replace(/; rounded.*/, ''),
          fact('period'),
          fact('kind').replace(/: .*/, ''),
          fact('asked by'),
        ];
      }),
    ),
    '',
  ];
};

/** The reference page of all figures, made from their definitions. */
export const figuresPage = (): string =>
  `${[
    '# Figures',
    '',
    '<!-- Made by npm run docs:renew from the definitions of figures; do not edit. -->',
    '',
    'A figure is data: a name, a version, what it counts, what it is divided by, and how it rounds. Changing any of',
    'these is a new version beside the old one, which stays computable. `burgernet definition show NAME` says the same of',
    'one figure, in Dutch too, and `--definition-version` asks a figure by an older definition.',
    '',
    '- **summed** figures are counted from single events, and are 0 where none happened. They add up over months,',
    '  municipalities and types.',
    '- **counted elsewhere**: sums of counts that somebody took, not stated until one was. Counts of reach that were taken in',
    '  different ways are never added.',
    '- **a level** is a count at a reference date, and is never added over dates.',
    '- **how many different** senders or municipalities: those with a sum above zero. They do not add up over months or',
    '  municipalities.',
    '',
    'A figure that is *of* another is a ratio of two whole numbers until the end, and is rounded half up on the exact ratio,',
    'to one decimal. Where the denominator is zero there is none. Periods are years and months in Amsterdam, and every',
    'figure can be asked by region. What the classes of success are stands in [how a late success gets its',
    'place](../explanation/late-successes.md).',
    '',
    ...section('action'),
    ...section('mailing'),
    ...section('municipality'),
  ]
    .join('\n')
    .trimEnd()}\n`;
