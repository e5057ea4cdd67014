import { type PoolOptions, type PoolWorker, ThreadsPoolWorker, type WorkerRequest } from 'vitest/node';

/** After so many runs a thread is replaced: each leaves a listener behind in it. */
const most = 100;

type Listener = (message: unknown) => void;

/** The thread that stays, and how often it ran. */
let kept: { readonly worker: ThreadsPoolWorker; runs: number } | undefined;

/** Whether modules must be loaded anew: to see which do what as they load, or because the mutant changes that. */
const loadsAnew = ({ project }: PoolOptions): boolean => {
  const given: Readonly<Record<string, unknown>> = { ...project.getProvidedContext() };
  return given['mode'] !== 'mutant' || given['mutantActivation'] === 'static';
};

/**
 * A thread that stays for the runs that follow, with all modules that it loaded: to load them takes many times as
 * long as the tests of one mutant. What a module of the mutated folder remembers would outlive the mutant that it
 * was made by; none of the listed folders remembers anything.
 */
export class KeptThread implements PoolWorker {
  readonly name = 'kept-thread';
  readonly #listeners: Array<readonly [string, Listener]> = [];
  #worker: ThreadsPoolWorker | undefined;

  constructor(private readonly options: PoolOptions) {}

  get #isKept(): boolean {
    return this.#worker === kept?.worker;
  }

  async start(): Promise<void> {
    const isAlone = loadsAnew(this.options);
    if (!isAlone && kept !== undefined && kept.runs < most) {
      kept.runs += 1;
      this.#worker = kept.worker;
      return;
    }
    const worker = new ThreadsPoolWorker(this.options);
    await worker.start();
    this.#worker = worker;
    if (isAlone) return;
    await kept?.worker.stop();
    kept = { worker, runs: 1 };
  }

  on(event: string, listener: Listener): void {
    this.#listeners.push([event, listener]);
    this.#worker?.on(event, listener);
  }

  off(event: string, listener: Listener): void {
    this.#worker?.off(event, listener);
  }

  send(message: WorkerRequest): void {
    if (message.type !== 'stop' || !this.#isKept) {
      this.#worker?.send(message);
      return;
    }
    // A thread that stays is not told to stop, so we answer in its place.
    for (const [event, listener] of this.#listeners)
      if (event === 'message') listener({ type: 'stopped', __vitest_worker_response__: true });
  }

  async stop(): Promise<void> {
    for (const [event, listener] of this.#listeners) this.#worker?.off(event, listener);
    if (!this.#isKept) await this.#worker?.stop();
  }

  deserialize(data: unknown): unknown {
    return data;
  }
}
