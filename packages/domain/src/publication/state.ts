import type { Region } from '../vocabulary/codes.js';
import type { Label } from '../vocabulary/identifiers.js';
import type { FiguresPublished, PublicationEvent } from './event.js';

/** What was published, table by table. */
export type PublicationState = {
  readonly region: Region;
  readonly title: Label;
  /** by the table's code; a table published again replaces the first */
  readonly tables: ReadonlyArray<FiguresPublished>;
};

/** The publication after one more table. */
export const evolvePublication = (
  state: PublicationState | undefined,
  { data }: PublicationEvent,
): PublicationState => {
  const tables = state?.tables ?? [];
  const at = tables.findIndex(({ table, period }) => table === data.table && period === data.period);
  return {
    region: state?.region ?? data.region,
    title: state?.title ?? data.title,
    tables: at === -1 ? [...tables, data] : tables.with(at, data),
  };
};
