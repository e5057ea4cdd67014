import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { auditHtml } from '../../report/internal-audit/audit-html.js';
import { auditJson } from '../../report/internal-audit/audit-json.js';
import { auditText } from '../../report/internal-audit/audit-text.js';
import { deliver, formatOr, readFormat } from '../commands/report.js';
import type { Context, Done, Run } from '../context.js';
import { type Failure, optional, usage } from '../failure.js';
import { type Given, text } from '../given.js';
import { readReference, readRegion, readYear } from '../question.js';
import { readAudit } from './read-audit.js';

/** The ways in which an audit is drawn. */
const formats = ['text', 'json', 'html'] as const;

const yearMissing = usage(
  'YearMissing',
  'Say of which year with --year, such as --year 2021.',
  'Zeg van welk jaar met --year, zoals --year 2021.',
);

const questionOf = ({ options, now }: Context, given: Given) =>
  pipe(
    E.Do,
    E.bind(
      'year',
      (): E.Either<Failure, number> =>
        pipe(text(given, 'year'), E.fromNullable(yearMissing), E.chain(readYear)),
    ),
    E.bind('region', () => optional(text(given, 'region'), readRegion)),
    E.bind('asOf', () =>
      pipe(
        optional(text(given, 'asOf'), readReference),
        E.map((asOf) => asOf ?? now()),
      ),
    ),
    E.bind('format', () =>
      pipe(
        optional(text(given, 'format'), readFormat(formats)),
        E.chain((asked) => formatOr(asked, options.json, text(given, 'out'))),
      ),
    ),
  );

/**
 * `burgernet audit report --year N`: what the yearly internal audit has to show. That it finds something wrong
 * is what it is for, and no failure of it.
 */
export const auditReport: Run = (context, given) =>
  pipe(
    TE.fromEither(questionOf(context, given)),
    TE.bindTo('question'),
    TE.bind('audit', ({ question }) => readAudit(context, question)),
    TE.chain(({ question: { format }, audit }) => {
      const { language } = context.options;
      const drawn = {
        text: () => auditText(audit, language),
        json: () => `${JSON.stringify(auditJson(audit, language))}\n`,
        html: () => auditHtml(audit, language),
      }[format]();
      return deliver(context, drawn, format, text(given, 'out'));
    }),
    TE.map((): Done => 0),
  );
