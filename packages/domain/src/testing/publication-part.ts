import type { PublicationCommand } from '../publication/command.js';
import { publicationDecider } from '../publication/decider.js';
import {
  FigureName,
  Printed,
  type PublicationEvent,
  type PublishedRow,
  YearText,
} from '../publication/event.js';
import type { PublicationRejection } from '../publication/rejection.js';
import type { PublicationState } from '../publication/state.js';
import { civil } from '../time/amsterdam.js';
import { PlainDate } from '../time/period.js';
import { Label, Slug } from '../vocabulary/identifiers.js';
import { actor, municipalitiesOf } from './cast.js';
import { idOf } from './ids.js';
import { momentAfter } from './passing-time.js';
import type { Picks } from './picks.js';
import type { Part, Scene } from './scene.js';
import { valid } from './valid.js';

const source = valid(Label, 'an annual review');

const rowOf = (picks: Picks): PublishedRow => {
  const figure = valid(FigureName, picks.one(['actions', 'success.portal', 'success.full', 'shares']));
  const municipality = picks.one(municipalitiesOf.flatMap(({ codes }) => codes));
  const key = picks.one([{}, {}, { municipality }, { municipality: null }]);
  const kind = picks.one(['exact', 'rounded', 'at-least', 'not-stated'] as const);
  const value = kind === 'not-stated' ? {} : { value: valid(Printed, String(picks.below(1_000))) };
  return { figure, key, part: 'value', kind, ...value };
};

/** Publishes a table, or one again. */
const write = ({ id, from, time, picks, state }: Scene<PublicationState>): PublicationCommand => {
  const recordedAt = momentAfter(from, undefined, time);
  return {
    type: 'PublishFigures',
    id,
    by: actor(picks.one(['coordinator', 'system'])),
    recordedAt,
    data: {
      region: state?.region ?? picks.one(municipalitiesOf).region,
      title: valid(Label, state?.title ?? 'A year of Burgernet'),
      source,
      table: valid(Slug, picks.one(['totals', 'municipalities'])),
      period: valid(YearText, String(civil(recordedAt).year - picks.one([0, 1]))),
      rows: Array.from({ length: picks.below(3) }, () => rowOf(picks)),
      ...(picks.below(2) === 0 ? {} : { publishedAt: valid(PlainDate, '2022-04-01') }),
    },
  };
};

/** The part of the publications. */
export const publicationPart: Part<
  PublicationCommand,
  PublicationEvent,
  PublicationState,
  PublicationRejection
> = { decider: publicationDecider, id: (n) => idOf('publication', n), write };
