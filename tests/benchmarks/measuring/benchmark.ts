/** What a benchmark is run with. */
export interface Settings {
  /** how many events; absent: as many as the benchmark is about */
  readonly events: number | undefined;
  readonly seed: number;
  /** the connection string of an EventStoreDB server; absent: none */
  readonly server: string | undefined;
  /** says how far it is, to a person */
  readonly say: (text: string) => void;
}

/** One measured case, as `--json` prints it. */
export interface Result {
  readonly name: string;
  readonly events: number;
  readonly ours: number;
  readonly bound: number;
  readonly ratio: number;
  /** ours divided by the peer: 3 is three times as fast */
  readonly peers: Readonly<Record<string, number>>;
  /** the peak of a process of its own that runs ours alone */
  readonly rssMiB: number;
  readonly seed: number;
  readonly node: string;
  /** what an event costs in this history, divided by what it costs in one of 10,000 */
  readonly costVs10k?: number;
  /** of `ours` and `bound`, which then are costs; absent: events a second */
  readonly unit?: 'ms' | 'µs';
  /** of how many events the bound was measured, where not of `events` */
  readonly boundEvents?: number;
  /** what the ledger takes, its sums included, for each posting */
  readonly bytesAPosting?: number;
}

/** Measures ours and a bound in one process, in turn; the worst case first where there are several. */
export type Benchmark = (settings: Settings) => Promise<ReadonlyArray<Result>>;
