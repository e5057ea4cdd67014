import { both, local, Role } from '@burgernet/domain';
import { isWhen, WhoRecorded } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { KeptRefusals, RefusalRecord } from '../../refusals/port.js';
import { idsIn } from '../../report/internal-audit/ids-in.js';
import { refusalsTable } from '../../report/internal-audit/refusals-table.js';
import { whoTable } from '../../report/internal-audit/who-table.js';
import type { Table } from '../../report/tables/table.js';
import { shortIds } from '../../report/text/short-ids.js';
import { tableText } from '../../report/text/table-text.js';
import type { Done, Run } from '../context.js';
import { optional } from '../failure.js';
import { text } from '../given.js';
import type { Language } from '../language.js';
import { readSpan, type Span } from '../period.js';
import { readOneOf } from '../question.js';
import { readInto, withStore } from '../reading.js';
import { keptRefusals } from '../recorded-refusals.js';

const readRole = readOneOf(Role.values, Role.is, 'UnknownRole', both('role', 'rol'));

/** What was refused in a period and a role, of what is on record. */
export const refusedWhen = (
  kept: KeptRefusals | undefined,
  span: Span,
  role?: Role,
): ReadonlyArray<RefusalRecord> =>
  (kept?.refusals ?? []).filter((one) => isWhen(one.at, span) && (role ?? one.role) === one.role);

const periodText = ({ from, to }: Span, language: Language): string => {
  const [begin, end] = [from, to].map((at) => (at === undefined ? undefined : local(at)));
  if (begin === undefined && end === undefined)
    return { en: 'Over all that was recorded.', nl: 'Over alles wat is vastgelegd.' }[language];
  const since = begin === undefined ? '' : { en: ` from ${begin}`, nl: ` van ${begin}` }[language];
  const until = end === undefined ? '' : { en: ` to ${end} inclusive`, nl: ` tot en met ${end}` }[language];
  return { en: `Recorded${since}${until}.`, nl: `Vastgelegd${since}${until}.` }[language];
};

const titled = (table: Table): string => {
  const [first = '', ...rest] = tableText(table);
  return [table.title, ...(first === '' ? [] : ['']), first, ...rest].join('\n');
};

/**
 * `burgernet audit who`: who recorded what, in which role, and what was refused. Without names: the vault
 * gives one to who says why.
 */
export const auditWho: Run = (context, given) =>
  pipe(
    TE.Do,
    TE.bind('span', () => TE.fromEither(readSpan(given))),
    TE.bind('role', () => TE.fromEither(optional(text(given, 'role'), readRole))),
    TE.bind('who', ({ span, role }) =>
      withStore(context, 'read', (store) =>
        readInto(context, store, new WhoRecorded({ ...span, ...(role === undefined ? {} : { role }) })),
      ),
    ),
    TE.bind('kept', () => keptRefusals(context)),
    TE.chainTaskK(({ span, role, who, kept }) => async (): Promise<Done> => {
      const { options, terminal } = context;
      const { language, json } = options;
      const recorders = who.recorders();
      const refused = refusedWhen(kept, span, role);
      const refusals = { since: kept?.since ?? null, refused };
      const drawing = { lang: language, idOf: shortIds(idsIn({ recorders, refusals })), isPage: false };
      await terminal.print(
        json
          ? `${JSON.stringify({
              from: span.from ?? null,
              to: span.to ?? null,
              role: role ?? null,
              position: who.position,
              actors: recorders.filter((one) => one.role !== 'system'),
              system: recorders.filter((one) => one.role === 'system'),
              unreadable: who.unreadable,
              refusals,
            })}\n`
          : `${[
              periodText(span, language),
              titled(whoTable(recorders, who.unreadable, drawing)),
              titled(refusalsTable(refused, kept?.since, drawing)),
            ].join('\n\n')}\n`,
      );
      return 0;
    }),
  );
