import type { Chunk, Measure, SavedStream, SavedSummary, Shelf, Unsaved } from '@burgernet/projections';

/** A shelf in memory: what was kept comes back as a file would give it, by value. */
export const memoryShelf = () => {
  let summary: string | undefined;
  let open: ReadonlyArray<string> = [];
  const events = new Map<number, Chunk>();
  const pages = new Map<string, Map<number, Chunk>>();
  const streams = new Map<string, SavedStream>();
  const inOrder = (chunks: ReadonlyMap<number, Chunk> | undefined): ReadonlyArray<Chunk> =>
    [...(chunks ?? new Map<number, Chunk>()).values()].sort((a, b) => a.part - b.part);
  return {
    keep: (unsaved: Unsaved): void => {
      summary = JSON.stringify(unsaved.summary);
      open = unsaved.open;
      for (const chunk of unsaved.eventChunks) events.set(chunk.part, chunk);
      for (const { measure, year, chunk } of unsaved.pageChunks) {
        const page = pages.get(`${measure} ${year}`) ?? new Map<number, Chunk>();
        pages.set(`${measure} ${year}`, page.set(chunk.part, chunk));
      }
      for (const stream of unsaved.streams) streams.set(stream.name, stream);
    },
    shelf: (): Shelf => ({
      summary: JSON.parse(summary ?? 'null') as SavedSummary,
      eventChunks: () => inOrder(events),
      pageChunks: (measure: Measure, year: number) => inOrder(pages.get(`${measure} ${year}`)),
      stream: (name) => streams.get(name),
      streamOfNumber: (number) => [...streams.values()].find((one) => one.number === number)?.name,
      streamsOf: (kind) => [...streams.values()].filter((one) => one.kind === kind),
      namesFrom: (start, most) =>
        [...streams.keys()]
          .filter((name) => name.startsWith(start))
          .sort()
          .slice(0, most),
      openActions: () => open.flatMap((name) => streams.get(name) ?? []),
    }),
  };
};
