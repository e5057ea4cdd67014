import type { InternalAudit } from '../../internal-audit/internal-audit.js';

/** What of an audit has ids in it. */
export type WithIds = Pick<InternalAudit, 'recorders' | 'refusals'> &
  Partial<Pick<InternalAudit, 'accesses' | 'forgotten'>>;

/** Every id that an audit shows: so a beginning of each can stand for it. */
export const idsIn = ({ recorders, refusals, accesses, forgotten = [] }: WithIds): ReadonlyArray<string> => [
  ...recorders.map(({ actorId }) => actorId),
  ...refusals.refused.flatMap(({ actorId, kind, id }) => [
    ...(actorId === null ? [] : [actorId]),
    ...(kind === 'municipality' ? [] : [id]),
  ]),
  ...(accesses ?? []).flatMap(({ actorId, reference }) => [actorId, reference]),
  ...forgotten.flatMap(({ actorId, reference }) => [actorId, reference]),
];
