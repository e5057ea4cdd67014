import {
  both,
  type DomainEvent,
  defaultPrefix,
  type Region,
  type Registry,
  streamOf,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { openStream } from '../../commands/aggregates.js';
import type {
  Append,
  EventStore,
  EventToAppend,
  OutcomeUnknown,
  StoreError,
} from '../../event-store/port.js';
import { type PortalFault, refusePortal } from './portal-fault.js';
import { portalActionId, portalHistory } from './portal-history.js';
import type { PortalRow } from './portal-row.js';

/** What an import of portal rows did. */
export interface PortalImported {
  readonly rows: number;
  /** rows of which something was written now */
  readonly taken: number;
  readonly events: number;
  /** rows of which everything stood in the store already */
  readonly repeated: number;
  readonly refused: ReadonlyArray<PortalFault>;
}

const same = (a: EventToAppend, b: EventToAppend): boolean =>
  a.type === b.type && a.recordedAt === b.recordedAt && a.data === b.data && a.metadata === b.metadata;

/** What is to be appended for a row; `undefined` where all of it is there. */
const appendOf = async (
  store: EventStore,
  registry: Registry<DomainEvent>,
  region: Region,
  row: PortalRow,
): Promise<E.Either<StoreError | PortalFault, Append | undefined>> => {
  const { file, row: line, action } = row;
  const id = portalActionId(region, action);
  const stream = streamOf('action', id, defaultPrefix);
  const read = await store.read(stream)();
  if (E.isLeft(read)) return read;
  const there = new Map(read.right.map((event) => [event.eventId, event]));
  const history = portalHistory(region, row).map((event) => registry.encode(event));
  const changed = E.left(refusePortal('PortalRowChanged', { file, row: line, action }));
  const missing = history.filter((event) => !there.has(event.eventId));
  for (const event of history) {
    const stored = there.get(event.eventId);
    if (stored !== undefined && !same(stored, event)) return changed;
  }
  // What the portal said before and says no more would be taken back by no rule.
  const said = new Set(history.map(({ eventId }) => eventId));
  const isPortal = (metadata: string): boolean => metadata.includes('"kind":"portal"');
  if (read.right.some((event) => isPortal(event.metadata) && !said.has(event.eventId))) return changed;
  const [first, ...rest] = missing;
  if (first === undefined) return E.right(undefined);
  const fold = openStream(registry)('action', id);
  for (const event of read.right) fold.take(event);
  const last = read.right.at(-1);
  const expected = last === undefined ? 'no-stream' : last.revision;
  for (const [at, event] of missing.entries()) {
    // Within a stream recording never goes back: what was ticked before what stands there is a change of the row.
    if (last !== undefined && event.recordedAt < last.recordedAt) return changed;
    const revision = (last?.revision ?? -1) + 1 + at;
    const taken = fold.take({ ...event, stream, revision, position: 0 });
    if (taken.tag === 'frozen')
      return E.left(
        refusePortal('PortalRowRefused', {
          file,
          row: line,
          action,
          why: both(taken.freeze.detail, taken.freeze.detail),
        }),
      );
  }
  return E.right({ stream, expected, events: [first, ...rest] });
};

const sayTheSame = (a: PortalRow, b: PortalRow): boolean =>
  JSON.stringify({ ...a, file: '', row: 0 }) === JSON.stringify({ ...b, file: '', row: 0 });

/** Rows of which another says something else of the same action; a row that stands there twice counts once. */
const once = (
  rows: ReadonlyArray<PortalRow>,
): { readonly single: ReadonlyArray<PortalRow>; readonly refused: ReadonlyArray<PortalFault> } => {
  const byAction = new Map<string, PortalRow[]>();
  for (const row of rows) {
    const there = byAction.get(row.action);
    if (there === undefined) byAction.set(row.action, [row]);
    else there.push(row);
  }
  const single: PortalRow[] = [];
  const refused: PortalFault[] = [];
  for (const [action, its] of byAction) {
    const contradicted = its.flatMap((row) => {
      const other = its.find((one) => !sayTheSame(one, row));
      return other === undefined ? [] : [{ row, other }];
    });
    if (contradicted.length === 0) single.push(...its.slice(0, 1));
    for (const { row, other } of contradicted)
      refused.push(
        refusePortal('PortalActionTwice', {
          file: row.file,
          row: row.row,
          action,
          other: `${other.file}:${other.row}`,
        }),
      );
  }
  return { single, refused };
};

const isStoreError = (error: StoreError | PortalFault): error is StoreError => !('facts' in error);

/** How many rows are written together. */
const together = 200;

/**
 * Brings rows of the portal into a store, each whole or not at all. Every row is decided before anything is
 * written; a row that is refused keeps no other from being taken. The same rows again change nothing, and a
 * later row that only adds (a tick after the end) adds that.
 */
export const importPortal =
  (
    store: EventStore,
    registry: Registry<DomainEvent>,
    region: Region,
    rows: ReadonlyArray<PortalRow>,
  ): TE.TaskEither<StoreError | OutcomeUnknown, PortalImported> =>
  async () => {
    const { single, refused } = once(rows);
    const faults: PortalFault[] = [...refused];
    const appends: Array<{ readonly row: PortalRow; readonly append: Append }> = [];
    let repeated = rows.length - single.length - refused.length;
    for (const row of single) {
      const decided = await appendOf(store, registry, region, row);
      if (E.isRight(decided)) {
        if (decided.right === undefined) repeated += 1;
        else appends.push({ row, append: decided.right });
      } else if (isStoreError(decided.left)) return E.left(decided.left);
      else faults.push(decided.left);
    }
    let [taken, events] = [0, 0];
    for (let at = 0; at < appends.length; ) {
      const batch = appends.slice(at, at + together);
      const outcomes = await store.appendAll(batch.map(({ append }) => append))();
      if (E.isLeft(outcomes)) return outcomes;
      for (const [nth, outcome] of outcomes.right.entries()) {
        const one = batch[nth];
        if (one === undefined) continue;
        if (outcome.tag === 'done') {
          taken += 1;
          events += one.append.events.length;
        } else {
          const { file, row, action } = one.row;
          faults.push(refusePortal('PortalRowRefused', { file, row, action, why: outcome.error.text }));
        }
      }
      at += Math.max(1, outcomes.right.length);
    }
    return E.right({ rows: rows.length, taken, events, repeated, refused: faults });
  };
