import {
  Printed,
  type PublicationState,
  type PublishedKey,
  type PublishedRow,
  type Region,
} from '@burgernet/domain';
import type { Stream } from '../folding/fold.js';

/** A printed number with where it was printed. */
export interface PublishedFigure extends PublishedRow {
  readonly publication: string;
  readonly title: string;
}

const keyText = (key: PublishedKey): string =>
  JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * What was published of a region's year, by figure and key. A later publication of the same part
 * replaces an earlier one. Publications change no figure; they annotate.
 */
export class PublishedYear {
  readonly #rows = new Map<string, PublishedFigure>();
  /** the few rows that are printed per kind of sender */
  readonly #ofSenders: ReadonlyArray<PublishedFigure>;

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
    this.#ofSenders = this.rows.filter(({ key }) => key.senderKind !== undefined);
  }

  get rows(): ReadonlyArray<PublishedFigure> {
    return [...this.#rows.values()];
  }

  /**
   * What was printed of a figure at just this key: its value, numerator, denominator, percentage. A value
   * that was printed per kind of sender only is the sum of those: every sender is of one kind.
   */
  at(figure: string, key: PublishedKey): ReadonlyArray<PublishedFigure> {
    const text = keyText(key);
    const found = (['value', 'numerator', 'denominator', 'percentage'] as const).flatMap((part) => {
      const row = this.#rows.get(`${figure} ${part} ${text}`);
      return row === undefined ? [] : [row];
    });
    return found.length > 0 ? found : this.#perSenderKind(figure, text);
  }

  #perSenderKind(figure: string, text: string): ReadonlyArray<PublishedFigure> {
    const rows = this.#ofSenders.filter(
      ({ key: { senderKind: _, ...rest }, figure: name, part }) =>
        name === figure && part === 'value' && keyText(rest) === text,
    );
    const [first] = rows;
    if (first === undefined || rows.some(({ kind }) => kind !== 'exact')) return [];
    const { senderKind: _, ...key } = first.key;
    const value = String(rows.reduce((sum, row) => sum + Number(row.value), 0));
    return Printed.is(value) ? [{ ...first, key, value }] : [];
  }
}
