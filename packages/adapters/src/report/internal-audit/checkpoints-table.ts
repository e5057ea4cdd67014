import { local } from '@burgernet/domain';
import type { CheckpointOfYear, WithoutCheckpoint } from '../../internal-audit/checkpoints-of-year.js';
import { count } from '../numbers.js';
import { numeric, plainCount, type Table, words, wordy } from '../tables/table.js';
import type { AuditDrawing } from './drawing.js';

const texts = {
  en: {
    title: 'Checkpoints of the year',
    rowLabel: 'Made at',
    size: 'Events',
    log: 'The log now',
    key: 'Signed by',
    root: 'Root',
    holds: { yes: 'has this root', no: 'HAS ANOTHER ROOT', beyond: 'IS SHORTER' },
    none: 'No checkpoint was made in this year.',
    clock:
      "When a checkpoint was made, the operator's clock says; who was given it then, knows by their own. burgernet audit verify verifies the signatures.",
    gaps: {
      title: 'Days without a checkpoint',
      first: 'From',
      last: 'To',
      days: 'Days',
      none: 'A checkpoint was made on every day.',
      clock: "What was known on these days rests on the operator's clock alone.",
    },
  },
  nl: {
    title: 'Controlepunten van het jaar',
    rowLabel: 'Gemaakt op',
    size: 'Gebeurtenissen',
    log: 'Het log nu',
    key: 'Getekend door',
    root: 'Wortel',
    holds: { yes: 'heeft deze wortel', no: 'HEEFT EEN ANDERE WORTEL', beyond: 'IS KORTER' },
    none: 'In dit jaar is geen controlepunt gemaakt.',
    clock:
      'Wanneer een controlepunt is gemaakt, zegt de klok van de beheerder; wie het toen kreeg, weet het van zijn eigen klok. burgernet audit verify controleert de handtekeningen.',
    gaps: {
      title: 'Dagen zonder controlepunt',
      first: 'Van',
      last: 'Tot en met',
      days: 'Dagen',
      none: 'Op elke dag is een controlepunt gemaakt.',
      clock: 'Wat op deze dagen bekend was, berust alleen op de klok van de beheerder.',
    },
  },
};

/** The checkpoints that were made in the year. Roots and keys are wider than a terminal's column: there they stand below. */
export const checkpointsTable = (
  checkpoints: ReadonlyArray<CheckpointOfYear>,
  { lang, isPage }: AuditDrawing,
): Table => {
  const said = texts[lang];
  return {
    id: 'checkpoints',
    title: said.title,
    rowLabel: said.rowLabel,
    columns: [numeric(said.size), wordy(said.log), ...(isPage ? [wordy(said.root), wordy(said.key)] : [])],
    rows: checkpoints.map(({ madeAt, size, root, keys, holds }) => ({
      name: local(madeAt),
      cells: [
        plainCount(Number(size), lang),
        words(said.holds[holds]),
        ...(isPage ? [words(root), words(keys.join(', '))] : []),
      ],
    })),
    totals: [],
    notes: [
      ...(checkpoints.length === 0 ? [said.none] : [said.clock]),
      ...(isPage
        ? []
        : checkpoints.map(
            ({ size, root, keys }) =>
              `${said.size} ${count(Number(size), lang)}, ${said.root.toLowerCase()} ${root}, ${said.key.toLowerCase()} ${keys.join(', ')}`,
          )),
    ],
  };
};

/** The days of the year on which none was made. */
export const gapsTable = (
  gaps: ReadonlyArray<WithoutCheckpoint>,
  { lang }: Pick<AuditDrawing, 'lang'>,
): Table => {
  const said = texts[lang].gaps;
  return {
    id: 'without-checkpoint',
    title: said.title,
    rowLabel: said.first,
    columns: [wordy(said.last), numeric(said.days)],
    rows: gaps.map(({ first, last, days }) => ({
      name: first,
      cells: [words(last), plainCount(days, lang)],
    })),
    totals: [],
    notes: [gaps.length === 0 ? said.none : said.clock],
  };
};
