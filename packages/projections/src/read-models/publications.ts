import type { PublicationState, PublishedKey, PublishedRow, Region } from '@burgernet/domain';
import type { Stream } from '../folding/streams.js';

/** A printed number with where it was printed. */
export interface PublishedFigure extends PublishedRow {
  readonly publication: string;
  readonly title: string;
}

const keyText = (key: PublishedKey): string =>
  JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/**
 * What was published of a region's year, by figure and key. A later publication of the same part
 * replaces an earlier one. Publications change no figure; they annotate.
 */
export class PublishedYear {
  readonly #rows = new Map<string, PublishedFigure>();

  constructor(streams: Iterable<Stream<PublicationState>>, region: Region | undefined, year: number) {
    const inOrder = [...streams].sort((a, b) => a.number - b.number);
    for (const { name, state } of inOrder) {
      if (state === undefined || state.region !== region) continue;
      for (const { period, rows, title } of state.tables) {
        if (period.slice(0, 4) !== String(year)) continue;
        for (const row of rows) {
          const key = period.length === 7 ? { month: period, ...row.key } : row.key;
          const found = { ...row, key: key as PublishedKey, publication: name, title };
          this.#rows.set(`${row.figure} ${row.part} ${keyText(found.key)}`, found);
        }
      }
    }
  }

  get rows(): ReadonlyArray<PublishedFigure> {
    return [...this.#rows.values()];
  }

  /** What was printed of a figure at just this key: its value, numerator, denominator, percentage. */
  at(figure: string, key: PublishedKey): ReadonlyArray<PublishedFigure> {
    const text = keyText(key);
    return (['value', 'numerator', 'denominator', 'percentage'] as const).flatMap((part) => {
      const row = this.#rows.get(`${figure} ${part} ${text}`);
      return row === undefined ? [] : [row];
    });
  }
}
