import type { ReadModels } from '@burgernet/projections';

/** How many letters of an id are shown at least. */
const fewest = 8;

/** A beginning of the id of an action or mailing that names it in the store. */
export const calledIn =
  ({ streams }: ReadModels) =>
  (id: string): string => {
    const isShared = (length: number): boolean =>
      (['action', 'mailing'] as const).some(
        (kind) => streams.beginning(kind, id.slice(0, length), 2).length > 1,
      );
    let length = fewest;
    while (length < id.length && isShared(length)) length += 1;
    return id.slice(0, length);
  };
