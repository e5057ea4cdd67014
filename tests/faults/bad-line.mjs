import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/**
 * The two ways through a proxy: `up` to the server, `down` to the client.
 *
 * @typedef {'up' | 'down'} Way
 */

/** One connection of a client, and the one that was made to the server for it. */
class Link {
  #client;
  #server;
  #gates;
  /** how many bytes may still go down before both connections are cut */
  #allowance = Number.POSITIVE_INFINITY;
  /** bytes that came and were not passed on yet */
  held = 0;

  constructor(client, server, gates) {
    this.#client = client;
    this.#server = server;
    this.#gates = gates;
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      // Whatever becomes of one, the other gets the same.
      socket.on('error', () => this.cut('reset'));
      socket.on('close', () => this.cut('reset'));
    }
    void this.#carry(client, server, 'up');
    void this.#carry(server, client, 'down');
  }

  async #carry(from, to, way) {
    try {
      for await (const chunk of from) {
        this.held += chunk.length;
        await this.#gates[way].pass();
        this.held -= chunk.length;
        const part = way === 'down' ? chunk.subarray(0, this.#allowance) : chunk;
        const isOver = part.length < chunk.length;
        if (way === 'down') this.#allowance -= part.length;
        const isDrained = to.write(part);
        if (isOver) return void setImmediate(() => this.cut('reset'));
        if (!isDrained) await once(to, 'drain');
      }
      to.end();
    } catch {
      // One of the two is no more, and then neither is the other.
      this.cut('reset');
    }
  }

  /** Cuts it within the next bytes that go down, behind so many of them. */
  cutAfter(bytes) {
    this.#allowance = bytes;
  }

  /** @param {'reset' | 'end'} how whether both sides are told that it broke off, or that it is over */
  cut(how) {
    for (const socket of [this.#client, this.#server]) {
      if (socket.destroyed) continue;
      if (how === 'end') socket.end();
      // A reset in the midst of a shutdown leaves a handle that some releases of Node never close.
      else if (socket.writableEnded) socket.destroy();
      else socket.resetAndDestroy();
    }
  }
}

/** Lets bytes of one way through at once, after a delay, or not until it is opened again. */
class Gate {
  delay = 0;
  #opened = Promise.resolve();
  #open = () => {};

  close() {
    this.#open();
    this.#opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open() {
    this.delay = 0;
    this.#open();
  }

  async pass() {
    if (this.delay > 0) await setTimeout(this.delay);
    await this.#opened;
  }
}

/** A TCP proxy that does what a bad network does: it cuts, delays and stalls, and lets nobody through. */
export class BadLine {
  #listener;
  #target;
  #isRefusing = false;
  #gates = { up: new Gate(), down: new Gate() };
  /** @type {Set<Link>} */
  links = new Set();
  /** connections that were made through it */
  connections = 0;

  /** @param {{ host: string, port: number }} target */
  static async start(target) {
    const proxy = new BadLine();
    proxy.#target = target;
    proxy.#listener = createServer({ allowHalfOpen: true }, (client) => proxy.#accept(client));
    proxy.#listener.listen(0, '127.0.0.1');
    await once(proxy.#listener, 'listening');
    return proxy;
  }

  get port() {
    return this.#listener.address().port;
  }

  #accept(client) {
    if (this.#isRefusing) return client.resetAndDestroy();
    this.connections++;
    const server = connect({ ...this.#target, allowHalfOpen: true });
    const link = new Link(client, server, this.#gates);
    this.links.add(link);
    client.once('close', () => this.links.delete(link));
  }

  /** Bytes that wait in it. */
  get held() {
    return [...this.links].reduce((sum, { held }) => sum + held, 0);
  }

  /** @param {'reset' | 'end'} how */
  cut(how) {
    for (const link of this.links) link.cut(how);
  }

  /** Cuts each connection in the midst of what comes down next, behind so many bytes. */
  cutAfter(bytes) {
    for (const link of this.links) link.cutAfter(bytes);
  }

  /** Has all that goes a way wait so many milliseconds, piece by piece. @param {Way} way */
  delay(way, milliseconds) {
    this.#gates[way].delay = milliseconds;
  }

  /** Holds all that goes a way. @param {Way} way */
  stall(way) {
    this.#gates[way].close();
  }

  /** Lets nobody in who is not there yet. */
  refuse() {
    this.#isRefusing = true;
  }

  /** Ends all stalls, delays and refusals, and lets go what was held. */
  heal() {
    this.#isRefusing = false;
    for (const gate of Object.values(this.#gates)) gate.open();
  }

  async stop() {
    this.heal();
    this.#listener.close();
    this.cut('reset');
    await once(this.#listener, 'close');
  }
}
